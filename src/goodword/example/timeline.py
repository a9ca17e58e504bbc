"""Invented cases that show a promise at work."""

from dataclasses import replace

from goodword.businesstime.openings import Openings
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.run import run_clock
from goodword.policy.definition import ZoneClause
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise

# Where such a promise names no channel, what it measures still exists only there.
OWN_CHANNEL = {
    Metric.ANSWER: "phone",
    Metric.WAIT: "in_person",
    Metric.CALLBACK: "voicemail",
}


def arrival(promise: Promise, at: int) -> Case:
    """Return a case that starts the promise's clock at `at`."""
    events = [Event(at, 0, EventKind.OPENED, Actor.CUSTOMER)]
    if promise.metric is Metric.NEXT_RESPONSE:
        events.append(Event(at, 1, EventKind.REPLY, Actor.PERSON))
        events.append(Event(at, 2, EventKind.CUSTOMER_MESSAGE, Actor.CUSTOMER))
    elif promise.start is not None:
        known = set(EventKind)
        kind = EventKind(promise.start) if promise.start in known else EventKind.TAGGED
        events.append(Event(at, 1, kind, Actor.PERSON, {"event": promise.start}))
    channel = promise.channels[0] if promise.channels else OWN_CHANNEL.get(promise.metric)
    subject = promise.subject
    is_priority = subject is not None and subject.startswith(("priority", "severity", "p_"))
    return Case(
        id="example",
        events=tuple(events),
        channel=channel,
        kind=None if is_priority else subject,
        priority=subject if is_priority else None,
    )


def clock_of(promise: Promise, policy: Policy, openings: Openings, at: int) -> Clock | None:
    """Return the clock of a case that starts it at `at`, None where none starts.

    The promise is shown by itself: its condition holds, and no other stands in its place.
    """
    plain = replace(promise, condition=None, exception=None)
    alone = replace(policy, clauses=(plain, *policy.of_kind(ZoneClause)))
    return run_clock(plain, alone, openings, arrival(plain, at), at=at)
