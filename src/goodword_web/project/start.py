"""Django, set up for a command of ours."""

import os


def start() -> None:
    """Load the settings and the apps; models may be imported afterwards."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword_web.project.settings")
    import django  # noqa: PLC0415  (slow import)

    django.setup()
