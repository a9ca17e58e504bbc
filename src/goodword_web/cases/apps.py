from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases and what happened to them."""

    name = "goodword_web.cases"
    default_auto_field = "django.db.models.BigAutoField"
