from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "goodword_web.reviews"
    default_auto_field = "django.db.models.BigAutoField"
