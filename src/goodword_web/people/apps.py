from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app `people`."""

    name = "goodword_web.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
