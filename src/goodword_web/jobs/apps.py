from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "goodword_web.jobs"
