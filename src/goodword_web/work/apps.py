from django.apps import AppConfig


class WorkConfig(AppConfig):
    """The app `work`."""

    name = "goodword_web.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"
