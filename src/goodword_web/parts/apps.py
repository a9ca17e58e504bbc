from django.apps import AppConfig


class PartsConfig(AppConfig):
    """The app `parts`."""

    name = "goodword_web.parts"
    label = "parts"
    default_auto_field = "django.db.models.BigAutoField"
