"""Signing in: nobody signs up; the owner adds people."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from goodword_web.people.models import Person


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes the door to sign-ups, and sends everybody to their first page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Is anybody free to make an account? No."""
        return False


def display_name(person: Person) -> str:
    """Return the name under which somebody is greeted."""
    return person.name
