from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "goodword_web.lessons"
    default_auto_field = "django.db.models.BigAutoField"
