"""What is known of a case at one instant: its events in order, its pauses, what kind it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from goodword.case.case import Case
from goodword.case.event import Event, EventKind
from goodword.clock.clock import Pause
from goodword.policy.stage import stage_of

COMPLAINT = "complaint"
ENQUIRY = "enquiry"
FROM_CUSTOMER = frozenset({EventKind.OPENED, EventKind.CUSTOMER_MESSAGE})


@dataclass(frozen=True, slots=True)
class Standing:
    """What the case was, from `since` on: the slugs by which promises apply.

    `place` is that of the event with which it began among the events of the case.
    """

    since: int
    channel: str | None
    kind: str | None
    priority: str | None
    place: int = field(default=0, kw_only=True)

    @property
    def is_complaint(self) -> bool:
        """Whether only a person's reply counts."""
        return COMPLAINT in broader(self.kind or "")

    @property
    def stage(self) -> int | None:
        """The stage at which a complaint stands: the first where nothing else is known."""
        found = stage_of(self.kind)
        return found[0] if found is not None else 1 if self.is_complaint else None

    @property
    def subjects(self) -> frozenset[str]:
        """The subjects of promises that are about such a case.

        A payment complaint is a complaint as well, and stands at stage 1; what is no complaint is
        an enquiry.
        """
        named = {self.priority, *broader(self.kind or "")} - {None}
        if self.is_complaint:
            named |= {f"stage_{self.stage}", f"stage_{self.stage}_{COMPLAINT}"}
        if not self.is_complaint:
            named.add(ENQUIRY)
        return frozenset(subject for subject in named if subject)


def broader(subject: str) -> tuple[str, ...]:
    """Return the subject and what it is a kind of: a payment complaint is a complaint.

    So is what stands at a stage of which nothing more is said.
    """
    stage = stage_of(subject)
    if stage is not None:
        return subject, *([f"{subject}_{COMPLAINT}"] if subject.count("_") == 1 else []), stage[1]
    words = subject.split("_")
    return tuple("_".join(words[place:]) for place in range(len(words)) if subject)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a case up to `at`, in order, and what follows from them alone.

    `standings` are in order, at least one. `waiting` are the stretches in which we waited for the
    customer, `resolved` those between a resolution and a reopening; `resolved_at` is the
    resolution that stands. `facts` are what the events carried, the latest of each.
    """

    at: int
    events: tuple[Event, ...]
    standings: tuple[Standing, ...]
    waiting: tuple[Pause, ...]
    resolved: tuple[Pause, ...]
    resolved_at: int | None
    voided: bool
    excused: frozenset[str]
    facts: Mapping[str, str]

    @property
    def standing(self) -> Standing:
        """What the case is now."""
        return self.standings[-1]


def timeline(case: Case, at: int) -> Timeline:
    """Return what was known of the case at `at`: events after it are left out.

    Events may come in any order; at one instant a case is opened before anything else happens to
    it, whatever the sequence says. A resolution before the customer's first message is none: it
    stands as a note. O(events log events).
    """
    events = tuple(sorted((event for event in case.events if event.at <= at), key=_order))
    asked = next((place for place, one in enumerate(events) if one.kind in FROM_CUSTOMER), 0)
    if any(event.kind is EventKind.RESOLVED for event in events[:asked]):
        events = tuple(map(_unresolved, events[:asked])) + events[asked:]
    waiting, resolved, resolved_at = _stretches(events)
    facts: dict[str, str] = {}
    excused: set[str] = set()
    for event in events:
        facts.update(event.facts)
        if event.kind is EventKind.EXCEPTION_APPLIED and "clause" in event.facts:
            excused.add(event.facts["clause"])
    return Timeline(
        at=at,
        events=events,
        standings=_standings(case, events),
        waiting=waiting,
        resolved=resolved,
        resolved_at=resolved_at,
        voided=any(event.kind is EventKind.VOIDED for event in events),
        excused=frozenset(excused),
        facts=facts,
    )


def _order(event: Event) -> tuple[int, bool, int]:
    return event.at, event.kind is not EventKind.OPENED, event.seq


def _unresolved(event: Event) -> Event:
    return replace(event, kind=EventKind.NOTE) if event.kind is EventKind.RESOLVED else event


def _standings(case: Case, events: tuple[Event, ...]) -> tuple[Standing, ...]:
    """Return what the case was and became, one standing for each change that changed something."""
    opening = events[0].facts if events else {}
    now = Standing(
        since=events[0].at if events else 0,
        channel=case.channel or opening.get("channel"),
        kind=case.kind or opening.get("kind"),
        priority=case.priority or opening.get("priority"),
    )
    standings = [now]
    for place, event in enumerate(events):
        kind, priority = now.kind, now.priority
        if event.kind is EventKind.KIND_CHANGED:
            kind = event.facts.get("kind") or None
        elif event.kind is EventKind.PRIORITY_CHANGED:
            priority = event.facts.get("priority") or None
        if (kind, priority) != (now.kind, now.priority):
            now = Standing(event.at, now.channel, kind, priority, place=place)
            standings.append(now)
    return tuple(standings)


_END_WAITING = frozenset(
    {EventKind.RESUMED, EventKind.CUSTOMER_MESSAGE, EventKind.RESOLVED, EventKind.REOPENED}
)


def _stretches(
    events: tuple[Event, ...],
) -> tuple[tuple[Pause, ...], tuple[Pause, ...], int | None]:
    """Return the stretches of waiting and of being resolved, and the resolution that stands.

    Waiting ends when we say so, when the customer writes, or with the resolution. A complaint that
    goes to a later stage is open again.
    """
    waiting: list[Pause] = []
    resolved: list[Pause] = []
    waits_since: int | None = None
    resolved_at: int | None = None
    for event in events:
        if event.kind is EventKind.WAITING and waits_since is None and resolved_at is None:
            waits_since = event.at
        elif event.kind in _END_WAITING and waits_since is not None:
            if event.at > waits_since:
                waiting.append(Pause(waits_since, event.at))
            waits_since = None
        if event.kind is EventKind.RESOLVED and resolved_at is None:
            resolved_at = event.at
        elif resolved_at is not None and (
            event.kind is EventKind.REOPENED or goes_to_later_stage(event)
        ):
            if event.at > resolved_at:
                resolved.append(Pause(resolved_at, event.at, reason="resolved"))
            resolved_at = None
    if waits_since is not None:
        waiting.append(Pause(waits_since, None))
    return tuple(waiting), tuple(resolved), resolved_at


def goes_to_later_stage(event: Event) -> bool:
    """Whether the event takes a complaint to its second stage or further, which opens it again."""
    stage = stage_of(event.facts.get("kind")) if event.kind is EventKind.KIND_CHANGED else None
    return stage is not None and stage[0] > 1
