"""The practice with its policy in force, its people, and a customer, for tests of cases."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from goodword.policy.duty import Escalation
from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.people.actions import add_person, find_or_add_customer
from goodword_web.people.models import Access, Customer, Person
from goodword_web.policies.actions import import_first_version
from goodword_web.policies.models import Version
from goodword_web.policies.queries import reading_of


def melbourne(text: str) -> int:
    """Return a local time of the practice, such as 2026-09-04 16:30, in UTC seconds."""
    return int(
        datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Australia/Melbourne")).timestamp()
    )


@dataclass
class Practice:
    version: Version
    owner: Person
    lead: Person
    mia: Person
    customer: Customer

    def at(self, text: str) -> int:
        return melbourne(text)

    def policy_escalations(self) -> tuple[Escalation, ...]:
        return reading_of(self.version).policy.of_kind(Escalation)

    def case(self, at: str, *, channel: str = "email", kind: str = "", body: str = "Hello") -> Case:
        return cases.open_case(
            actor=None,
            customer=self.customer,
            channel=channel,
            body=body,
            subject="My appointment",
            kind=kind,
            at=melbourne(at),
        )


def a_person(name: str, access: Access, role: str) -> Person:
    return add_person(
        actor=None,
        email=f"{name.lower()}@riverside-physio.example",
        name=name,
        access=access,
        role=role,
        joined_on=date(2025, 1, 6),
        password=None,
        at=melbourne("2026-08-01 09:00"),
    )


def a_practice(text: str) -> Practice:
    """Return the practice with this policy in force since 1 September 2026."""
    at = melbourne("2026-09-01 08:00")
    return Practice(
        version=import_first_version(text=text, at=at, effective_from=at),
        owner=a_person("Helen", Access.OWNER, "practice_owner"),
        lead=a_person("Tom", Access.LEAD, "practice_manager"),
        mia=a_person("Mia", Access.MEMBER, "receptionist"),
        customer=find_or_add_customer(
            actor=None, name="Ann Lee", email="ann@home.example", phone="0491 570 006", at=at
        ),
    )
