"""The results face as an application."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """Vitals, results and review."""

    name = "goodword_web.results"
