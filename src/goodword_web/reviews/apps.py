from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Reviews and proposals."""

    name = "goodword_web.reviews"
    default_auto_field = "django.db.models.BigAutoField"
