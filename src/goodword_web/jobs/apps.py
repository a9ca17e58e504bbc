from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "goodword_web.jobs"
    default_auto_field = "django.db.models.BigAutoField"
