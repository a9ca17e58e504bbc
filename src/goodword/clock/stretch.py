"""From which event to which a promise is judged: the stretches of each metric."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from goodword.case.event import Actor, Event, EventKind
from goodword.case.holds import holds
from goodword.clock.timeline import FROM_CUSTOMER, Timeline, goes_to_later_stage
from goodword.policy.promise import Metric, Promise
from goodword.policy.stage import stage_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` until `done`, None while it is not done.

    `cut` says that it ended because nothing more was owed, not because it was done: it is judged
    only when it was late by then.
    """

    start: int
    done: int | None
    cut: bool = False


Stops = Callable[[Event], bool]


def stretches(promise: Promise, line: Timeline, *, complaint: bool) -> tuple[Stretch, ...]:
    """Return what the promise is judged on, in order; empty where it has not started."""
    found = _beginning(promise, line)
    if found is None:
        return ()
    told, first = found
    start = line.events[first].at
    later = line.events[first + 1 :]
    if promise.metric is Metric.RESOLUTION:
        return () if _was_resolved(line, first) else (Stretch(start, _resolved(line, start)),)
    if promise.metric is Metric.UPDATE and not promise.once:
        since = None if _was_resolved(line, first) else start
        return tuple(_updates(since, later, complaint=complaint))
    if promise.metric is Metric.NEXT_RESPONSE:
        return tuple(_exchanges(later, complaint=complaint))
    stops = _stops(promise.metric, complaint=complaint)
    if any(stops(event) for event in line.events[told + 1 : first + 1]):
        # It was done before anybody could know that it was promised: nothing was owed any more.
        return ()
    return (Stretch(start, next((event.at for event in later if stops(event)), None)),)


def _beginning(promise: Promise, line: Timeline) -> tuple[int, int] | None:
    """Return the index of the event that it is counted from, and of the one that starts it.

    Both are the first message by default. What is promised for a later stage begins with that
    stage, whenever the case itself began. A promise with a condition starts, at the earliest, when
    that is known to hold: what nobody could know, nobody could keep.
    """
    facts: dict[str, str] = {}
    told: int | None = None
    reached = _reached(promise, line)
    for index, event in enumerate(line.events):
        facts.update(event.facts)
        if reached is not None and index < reached:
            continue
        begins = index == reached and promise.start is None
        if told is None and (begins or _starts(promise, event)):
            told = index
        if told is not None and (
            promise.condition is None or holds(promise.condition, facts) is True
        ):
            return told, index
    return None


def _reached(promise: Promise, line: Timeline) -> int | None:
    """Return the index of the event by which the case came to the promise's later stage."""
    stage = stage_of(promise.subject)
    if stage is None or stage[0] == 1 or stage_of(line.standings[0].kind) == stage:
        return None
    return next(
        (
            index
            for index, event in enumerate(line.events)
            if event.kind is EventKind.KIND_CHANGED and stage_of(event.facts.get("kind")) == stage
        ),
        None,
    )


def _starts(promise: Promise, event: Event) -> bool:
    if promise.start is None:
        return event.kind in FROM_CUSTOMER
    return event.kind == promise.start or (
        event.kind is EventKind.TAGGED and event.facts.get("event") == promise.start
    )


def _was_resolved(line: Timeline, first: int) -> bool:
    """Whether the case had been resolved by then, and not been opened again."""
    resolved = False
    for event in line.events[: first + 1]:
        if event.kind is EventKind.RESOLVED:
            resolved = True
        elif event.kind is EventKind.REOPENED or goes_to_later_stage(event):
            resolved = False
    return resolved


def _resolved(line: Timeline, start: int) -> int | None:
    """Return the resolution that stands, unless it came before the start."""
    return line.resolved_at if line.resolved_at is not None and line.resolved_at >= start else None


def is_reply(event: Event, *, complaint: bool) -> bool:
    """Whether the event answers the customer in public: by a person, or an able assistant.

    A disclosed assistant counts where it had the authority to settle the matter, and never in a
    complaint. An answered call counts; an automatic reply and a note never do.
    """
    if event.kind is EventKind.ANSWERED:
        return event.actor is not Actor.ASSISTANT or _could_settle(event, complaint=complaint)
    return event.kind is EventKind.REPLY and _is_ours(event, complaint=complaint)


def _is_ours(event: Event, *, complaint: bool) -> bool:
    return event.actor is Actor.PERSON or _could_settle(event, complaint=complaint)


def _could_settle(event: Event, *, complaint: bool) -> bool:
    return (
        not complaint
        and event.actor is Actor.ASSISTANT
        and event.facts.get("could_settle") == "yes"
    )


def _is_public(event: Event, *, complaint: bool) -> bool:
    """Whether the event is a public message of ours, from which the next update is counted."""
    return is_reply(event, complaint=complaint) or (
        event.kind in {EventKind.UPDATE, EventKind.ACKNOWLEDGED}
        and _is_ours(event, complaint=complaint)
    )


def _stops(metric: Metric, *, complaint: bool) -> Stops:
    """Return what stops a clock that is judged once."""
    if metric is Metric.UPDATE:
        return lambda event: _is_public(event, complaint=complaint)
    if metric is Metric.ACKNOWLEDGE:
        return lambda event: event.kind is EventKind.ACKNOWLEDGED and event.actor is Actor.PERSON
    if metric in {Metric.ANSWER, Metric.WAIT}:
        return lambda event: (
            event.kind is EventKind.ANSWERED and is_reply(event, complaint=complaint)
        )
    return lambda event: is_reply(event, complaint=complaint)


def _exchanges(later: tuple[Event, ...], *, complaint: bool) -> Iterator[Stretch]:
    """Yield each exchange after the first: from the first unanswered message to our reply.

    Until our first reply the customer's messages belong to the first response.
    """
    first_answered = False
    asked: int | None = None
    for event in later:
        if is_reply(event, complaint=complaint):
            if asked is not None:
                yield Stretch(asked, event.at)
            first_answered, asked = True, None
        elif event.kind in FROM_CUSTOMER and first_answered and asked is None:
            asked = event.at
    if asked is not None:
        yield Stretch(asked, None)


def _updates(since: int | None, later: tuple[Event, ...], *, complaint: bool) -> Iterator[Stretch]:
    """Yield the intervals from one public message of ours to the next, until resolved.

    `since` None is for a case that is resolved: the first is counted from its reopening.
    """
    for event in later:
        if since is None:
            opens = event.kind is EventKind.REOPENED or goes_to_later_stage(event)
            since = event.at if opens else None
        elif event.kind is EventKind.RESOLVED:
            yield Stretch(since, event.at, cut=True)
            since = None
        elif _is_public(event, complaint=complaint):
            yield Stretch(since, event.at)
            since = event.at
    if since is not None:
        yield Stretch(since, None)
