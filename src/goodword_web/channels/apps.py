from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """What arrives, and how."""

    name = "goodword_web.channels"
    default_auto_field = "django.db.models.BigAutoField"
