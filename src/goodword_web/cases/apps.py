from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "goodword_web.cases"
    default_auto_field = "django.db.models.BigAutoField"
