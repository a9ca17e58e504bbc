from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "goodword_web.policies"
    default_auto_field = "django.db.models.BigAutoField"
