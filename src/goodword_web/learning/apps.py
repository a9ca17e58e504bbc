"""The learning face as an application."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Lessons."""

    name = "goodword_web.learning"
