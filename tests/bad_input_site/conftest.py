"""The example policy in force, an owner at the desk, and a case to work on."""

import datetime as dt

import pytest
from django.test import Client

from goodword_web.cases.actions import open_case
from goodword_web.cases.models import Case
from goodword_web.people.actions import add_person, find_or_add_customer
from goodword_web.people.models import Access, Person
from goodword_web.policies.actions import import_first_version

NOON = 1_790_000_000


@pytest.fixture
def owner(db: None, riverside_text: str) -> Person:  # noqa: ARG001 - rows may be written
    import_first_version(text=riverside_text, at=NOON - 86_400)
    return add_person(
        actor=None,
        email="ruth@riverside.example",
        name="Ruth",
        access=Access.OWNER,
        role="practice_owner",
        joined_on=dt.date(2026, 9, 1),
        password=None,
        at=NOON,
    )


@pytest.fixture
def desk(owner: Person) -> Client:
    client = Client()
    client.force_login(owner)
    return client


@pytest.fixture
def case(owner: Person) -> Case:
    customer = find_or_add_customer(
        actor=owner, name="Ann Lee", email="ann@home.example", phone="", at=NOON
    )
    return open_case(actor=owner, customer=customer, channel="email", body="It hurts.", at=NOON)
