"""The portal as an application."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Pages that anybody may open."""

    name = "goodword_web.portal"
