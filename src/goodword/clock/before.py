"""What becomes of a promise that applied to a case and does not any more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from goodword.businesstime.openings import Openings
from goodword.case.case import Case
from goodword.case.event import EventKind
from goodword.clock.applies import applies, asks_for_facts
from goodword.clock.clock import Clock, Exchange, Outcome
from goodword.clock.fold import assembled, fold
from goodword.clock.timeline import FROM_CUSTOMER, Standing, Timeline, timeline
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise


@dataclass(frozen=True, slots=True)
class Before:
    """How a case stood, and what was known of it, when a promise last applied: `until` when."""

    standing: Standing
    facts: Mapping[str, str]
    until: int


def applied_until(promise: Promise, policy: Policy, line: Timeline) -> Before | None:
    """Return how the case last stood while the promise applied, None where it never did.

    What was changed again at the same instant never stood, and what was changed before the customer
    came with it was promised to nobody.
    """
    begins = next((event.at for event in line.events if event.kind in FROM_CUSTOMER), None)
    until: int | None = None
    for standing, facts, since in reversed(_situations(promise, policy, line)):
        if until is not None and since < until and applies(promise, policy, standing, facts):
            return Before(standing, facts, until)
        until = since
        if begins is not None and until <= begins:
            break
    return None


def _situations(
    promise: Promise, policy: Policy, line: Timeline
) -> list[tuple[Standing, Mapping[str, str], int]]:
    """Return how the case stood and what was known of it, from when on, in order."""
    turns = {standing.place: standing for standing in line.standings}
    if not asks_for_facts(promise, policy):
        return [(standing, line.facts, standing.since) for standing in turns.values()]
    found: list[tuple[Standing, Mapping[str, str], int]] = []
    standing, facts = line.standings[0], dict[str, str]()
    for place, event in enumerate(line.events):
        if place in turns or event.facts:
            standing, facts = turns.get(place, standing), {**facts, **event.facts}
            found.append((standing, facts, event.at))
    return found


def was_broken(
    promise: Promise, policy: Policy, openings: Openings, line: Timeline, before: Before
) -> bool:
    """Whether the promise had been broken when it ceased to apply."""
    known = timeline(Case("", line.events), before.until)
    clock = fold(promise, policy, openings, known, before.standing)
    return clock is not None and clock.outcome in {Outcome.BROKEN_OPEN, Outcome.BROKEN_CLOSED}


def ended(clock: Clock, openings: Openings, before: Before) -> Clock | None:
    """Return the clock of a promise that had been broken when it ceased to apply.

    What was broken by then goes on until it is done; what was open then is owed no more, and
    nothing begins any more.
    """
    exchanges = (
        replace(one, outcome=Outcome.VOID) if _was_open(one, before.until) else one
        for one in clock.exchanges
        if one.started_at < before.until
    )
    return assembled(
        clock.promise, openings, clock.at, before.standing, tuple(exchanges), clock.pauses
    )


def _was_open(exchange: Exchange, until: int) -> bool:
    done = exchange.done_at is not None and exchange.done_at <= until
    return not done and (exchange.due is None or exchange.due >= until)


def went_up(before: Standing, now: Standing) -> bool:
    """Whether the case went from one stage to a later one."""
    return before.stage is not None and now.stage is not None and now.stage > before.stage


def at_change(
    promise: Promise,
    policy: Policy,
    openings: Openings,
    line: Timeline,
    before: Before,
) -> Clock | None:
    """Return the clock as it was when a later stage began, where it was kept by then.

    What was kept at an earlier stage stays kept; what was broken goes on, and what was still open
    is owed no more.
    """
    until = before.until
    events = (
        event
        for event in line.events
        if event.at < until or (event.at == until and event.kind is not EventKind.KIND_CHANGED)
    )
    known = timeline(Case("", tuple(events)), until)
    clock = fold(promise, policy, openings, known, before.standing)
    kept = clock is not None and clock.outcome is Outcome.KEPT
    return replace(clock, at=line.at, wakes_at=None) if kept and clock is not None else None
