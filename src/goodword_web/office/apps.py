"""The office as an application."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Pages for those who keep the house."""

    name = "goodword_web.office"
