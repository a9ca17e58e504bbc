"""The studio face as an application."""

from django.apps import AppConfig


class StudioConfig(AppConfig):
    """The policy itself: handbook, draft and versions."""

    name = "goodword_web.studio"
