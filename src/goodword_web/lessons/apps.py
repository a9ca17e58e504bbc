from django.apps import AppConfig


class LessonsConfig(AppConfig):
    """What each person practised."""

    name = "goodword_web.lessons"
    default_auto_field = "django.db.models.BigAutoField"
