from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """The policy's texts over time."""

    name = "goodword_web.policies"
    default_auto_field = "django.db.models.BigAutoField"
