"""A policy with duties, read from its text, and cases under it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from goodword.businesstime.openings import Openings, openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.document.read import read
from goodword.policy.policy import Policy

TEXT = """
# Riverside

This policy applies from 1 September 2026.
The practice owner looks after this policy.
Our team has three roles: the practice owner, the practice manager and receptionists.
When the practice owner is away, the practice manager takes over.
Our opening hours are Monday to Friday, 9am to 5pm.
All times are Melbourne time.

## Complaints

The clock stops while we wait for you.
If a complaint is not acknowledged within 1 working day, we tell the practice manager.
If a complaint is not resolved within 8 working hours, we tell the practice owner.
When a client reports an injury, the practice manager is told within 1 hour.

## Learning

We send a survey 1 day after every visit, at most once every 90 days per client.
We never send a survey during a complaint.
Every new team member completes the policy lessons within 10 working days of starting.
Everyone practises the policy every 3 months.
We review this policy every 6 months and after any serious incident.
"""


def policy_of(text: str = TEXT) -> Policy:
    return read(text).policy


POLICY = policy_of()


def instant(text: str) -> int:
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Australia/Melbourne"))
    return int(moment.timestamp())


def openings_of(policy: Policy, around: int) -> Openings:
    assert policy.hours is not None
    return openings_for(policy.hours, around)


MONDAY = instant("2026-09-07T10:00")
OPENINGS = openings_of(POLICY, MONDAY)


def event(kind: EventKind, at: str, seq: int = 1, **facts: str) -> Event:
    return Event(instant(at), seq, kind, Actor.PERSON, facts)


def complaint(*events: Event, kind: str = "complaint") -> Case:
    opened = Event(MONDAY, 0, EventKind.OPENED, Actor.CUSTOMER)
    return Case("c1", (opened, *events), channel="email", kind=kind)
