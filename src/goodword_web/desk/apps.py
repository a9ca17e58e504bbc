"""The desk as an application."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages for the team at work."""

    name = "goodword_web.desk"
