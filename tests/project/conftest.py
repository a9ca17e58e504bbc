"""The three people of every access test, and a stranger."""

import datetime as dt

import pytest
from django.test import Client

from goodword_web.people.actions import add_person
from goodword_web.people.models import Access, Person
from goodword_web.policies.actions import import_first_version
from goodword_web.policies.models import Version

NOON = 1_790_000_000
PASSWORD = "a tea for the whole desk"


@pytest.fixture
def version(db: None, riverside_text: str) -> Version:  # noqa: ARG001
    """The example policy, in force."""
    return import_first_version(text=riverside_text, at=NOON)


@pytest.fixture
def people(db: None) -> dict[str, Person]:  # noqa: ARG001
    """Owner, lead and member by access level."""
    return {
        access.value: add_person(
            actor=None,
            email=f"{access.value}@riverside.example",
            name=f"The {access.value}",
            access=access,
            role="",
            joined_on=dt.date(2026, 9, 1),
            password=PASSWORD,
            at=NOON,
        )
        for access in Access
    }


@pytest.fixture
def clients(people: dict[str, Person]) -> dict[str, Client]:
    """A browser for each of them, signed in; the stranger's is not."""
    found = {"stranger": Client()}
    for name, person in people.items():
        found[name] = Client()
        found[name].force_login(person)
    return found
