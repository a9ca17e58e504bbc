from django.apps import AppConfig


class JobsConfig(AppConfig):
    """What runs by itself."""

    name = "goodword_web.jobs"
