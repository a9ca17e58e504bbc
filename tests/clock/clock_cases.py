"""Policies and cases in a few words, for the tests of clocks."""

from datetime import datetime
from zoneinfo import ZoneInfo

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.run import run_clock
from goodword.policy.clause import Clause
from goodword.policy.hours import HolidayPlace, Hours, Interval
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration, Unit

ZONE = "Australia/Melbourne"
DAY = (Interval(9 * 60, 17 * 60),)
HOURS = Hours(ZONE, (DAY, DAY, DAY, DAY, DAY, (), ()), (HolidayPlace("AU", "VIC"),))
PAUSES = PauseRule(id="pause")

_BY = {
    EventKind.OPENED: Actor.CUSTOMER,
    EventKind.CUSTOMER_MESSAGE: Actor.CUSTOMER,
    EventKind.AUTOMATIC_REPLY: Actor.SYSTEM,
    EventKind.CLOSED: Actor.SYSTEM,
}


def at(text: str) -> int:
    """Return the instant of a local time in September 2026, `04 16:30`, or of a whole date."""
    whole = text if len(text) > len("04 16:30:00") else f"2026-09-{text}"
    return round(datetime.fromisoformat(whole).replace(tzinfo=ZoneInfo(ZONE)).timestamp())


def policy(*clauses: Clause) -> Policy:
    return Policy("", "", "client", "en", "AUD", HOURS, (), None, (), clauses)


def event(
    when: str, what: EventKind, actor: Actor | None = None, seq: int = 0, **facts: str
) -> Event:
    return Event(at(when), seq, what, actor or _BY.get(what, Actor.PERSON), facts)


def case(
    *events: Event,
    channel: str | None = "email",
    kind: str | None = None,
    priority: str | None = None,
) -> Case:
    return Case("1", events, channel, kind, priority)


def working(amount: int, unit: Unit = Unit.HOUR) -> Duration:
    return Duration(amount, unit, Counting.WORKING)


def promise(
    metric: Metric,
    limit: Duration | None = None,
    *,
    channels: tuple[str, ...] = (),
    subject: str | None = None,
    start: str | None = None,
    name: str = "promise",
) -> Promise:
    return Promise(
        id=name,
        metric=metric,
        limit=limit or working(4),
        channels=channels,
        subject=subject,
        start=start,
    )


def clock(
    promised: Promise, of: Case, when: str, *others: Clause, pauses: bool = False
) -> Clock | None:
    """Return the clock of one promise under a policy of it and the others."""
    rules = (PAUSES,) if pauses else ()
    whole = policy(promised, *others, *rules)
    return run_clock(promised, whole, openings_for(HOURS, at(when)), of, at=at(when))


def running(promised: Promise, of: Case, when: str, *others: Clause, pauses: bool = False) -> Clock:
    """Return the clock, which must exist."""
    found = clock(promised, of, when, *others, pauses=pauses)
    assert found is not None
    return found
