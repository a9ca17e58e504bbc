"""A promise on a case: a pure fold over its events, so that live and replayed cannot differ."""

from collections.abc import Sequence
from dataclasses import replace

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, openings_for
from goodword.case.case import Case
from goodword.case.event import EventKind
from goodword.case.holds import holds
from goodword.clock.applies import applies
from goodword.clock.clock import Clock, ClockState, Exchange, Outcome, Pause
from goodword.clock.own_hours import openings_of
from goodword.clock.stretch import Stretch, stretches
from goodword.clock.table_facts import with_tables
from goodword.clock.timeline import Standing, Timeline, timeline
from goodword.policy.definition import ZoneClause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration

# From the one that stands for the case to the one that stands last.
_STANDS_FIRST = (
    Outcome.BROKEN_OPEN,
    Outcome.BROKEN_CLOSED,
    Outcome.OPEN,
    Outcome.KEPT,
    Outcome.VOID,
)


def run_clock(
    promise: Promise, policy: Policy, openings: Openings | None, case: Case, *, at: int
) -> Clock | None:
    """Return the promise's clock on the case as of `at`; nothing later is known.

    None where the promise does not apply to the case, or has not started. `openings` None is for
    policies without hours: then only clock hours and calendar days can be counted, the latter by
    the policy's zone, else UTC. Raises NeverOpenError where working time is needed and there is
    none.
    """
    return _run(promise, policy, openings or _never_open(policy, at), _line(case, policy, at))


def run_clocks(
    policy: Policy, openings: Openings | None, case: Case, *, at: int
) -> tuple[Clock, ...]:
    """Return the clocks of all promises that apply to the case, in document order."""
    line = _line(case, policy, at)
    usable = openings or _never_open(policy, at)
    clocks = (_run(promise, policy, usable, line) for promise in policy.of_kind(Promise))
    return tuple(clock for clock in clocks if clock is not None)


def _line(case: Case, policy: Policy, at: int) -> Timeline:
    return timeline(with_tables(case, policy), at)


def _never_open(policy: Policy, around: int) -> Openings:
    """Return openings that know only a zone: the policy's, else UTC."""
    zones = [clause.zone for clause in policy.of_kind(ZoneClause)]
    return openings_for(Hours(zone=zones[-1] if zones else "UTC"), around)


def _run(promise: Promise, policy: Policy, openings: Openings, line: Timeline) -> Clock | None:
    parts = policy.parts_named(line.facts) if policy.part_hours else ()
    openings = openings_of(promise, policy, openings, line.standing.channel, line.at, parts)
    standing, before = line.standing, None
    applies_now = applies(promise, policy, standing, line.facts)
    if not applies_now:
        # A promise that no longer applies is void, unless it was broken by then.
        before = _applied_until(promise, policy, line)
        if before is None:
            return None
        standing = before[0]
    clock = _fold(promise, policy, openings, line, standing)
    if clock is None:
        return None
    if before and not line.voided and _went_up(before[0], line.standing):
        settled = _at_change(promise, policy, openings, line, before)
        if settled is not None:
            return settled
    if line.voided or (before and not _was_broken(promise, policy, openings, line, before)):
        return _settled(clock, Outcome.VOID)
    if promise.id in line.excused or (
        promise.exception is not None and holds(promise.exception, line.facts) is True
    ):
        return _settled(clock, Outcome.EXCUSED)
    return clock


def _applied_until(promise: Promise, policy: Policy, line: Timeline) -> tuple[Standing, int] | None:
    """Return the last standing under which the promise applied, and when that ended."""
    until: int | None = None
    for standing in reversed(line.standings):
        if until is not None and applies(promise, policy, standing, line.facts):
            return standing, until
        until = standing.since
    return None


def _was_broken(
    promise: Promise,
    policy: Policy,
    openings: Openings,
    line: Timeline,
    before: tuple[Standing, int],
) -> bool:
    standing, until = before
    known = timeline(Case("", tuple(event for event in line.events)), until)
    clock = _fold(promise, policy, openings, known, standing)
    return clock is not None and clock.outcome in {Outcome.BROKEN_OPEN, Outcome.BROKEN_CLOSED}


def _went_up(before: Standing, now: Standing) -> bool:
    """Whether the case went from one stage to a later one."""
    return before.stage is not None and now.stage is not None and now.stage > before.stage


def _at_change(
    promise: Promise,
    policy: Policy,
    openings: Openings,
    line: Timeline,
    before: tuple[Standing, int],
) -> Clock | None:
    """Return the clock as it was when a later stage began, where it was kept by then.

    What was kept at an earlier stage stays kept; what was broken goes on, and what was still open
    is owed no more.
    """
    standing, until = before
    events = (
        event
        for event in line.events
        if event.at < until or (event.at == until and event.kind is not EventKind.KIND_CHANGED)
    )
    known = timeline(Case("", tuple(events)), until)
    clock = _fold(promise, policy, openings, known, standing)
    kept = clock is not None and clock.outcome is Outcome.KEPT
    return replace(clock, at=line.at, wakes_at=None) if kept and clock is not None else None


def _settled(clock: Clock, outcome: Outcome) -> Clock:
    """Return the clock as one that is outside every denominator and never wakes.

    Its first exchange stands for it: which one is worst would go on changing with the time.
    """
    first = clock.exchanges[0]
    return replace(
        clock,
        started_at=first.started_at,
        due=first.due,
        done_at=first.done_at,
        outcome=outcome,
        state=ClockState.STOPPED,
        left=None,
        wakes_at=None,
        exchanges=tuple(replace(exchange, outcome=outcome) for exchange in clock.exchanges),
    )


def _fold(
    promise: Promise, policy: Policy, openings: Openings, line: Timeline, standing: Standing
) -> Clock | None:
    """Return the clock under one standing, whatever else has become of the case."""
    pauses = _pauses(promise, policy, line)
    exchanges = tuple(
        _exchange(promise, openings, stretch, pauses, line.at)
        for stretch in stretches(promise, line, complaint=standing.is_complaint)
    )
    if not exchanges:
        return None
    last = exchanges[-1]
    runs = last.done_at is None
    due = last.due if runs else None
    paused = runs and any(pause.end is None for pause in pauses)
    stands = min(reversed(exchanges), key=lambda one: _STANDS_FIRST.index(one.outcome))
    return Clock(
        promise=promise,
        channel=standing.channel,
        at=line.at,
        started_at=stands.started_at,
        due=stands.due,
        done_at=stands.done_at,
        left=None if due is None else _left(promise, openings, line.at, due),
        state=ClockState.PAUSED if paused else ClockState.RUNNING if runs else ClockState.STOPPED,
        outcome=stands.outcome,
        wakes_at=due + 1 if due is not None and due >= line.at else None,
        pauses=tuple(pause for pause in pauses if _touches(pause, exchanges)),
        exchanges=exchanges,
    )


def _pauses(promise: Promise, policy: Policy, line: Timeline) -> tuple[Pause, ...]:
    """Return when this promise's clock stood still, in order.

    It waits for the customer only where the policy says so; a resolution leaves out the time
    spent resolved before a reopening.
    """
    waits = any(
        promise.metric in rule.metrics
        and (rule.condition is None or holds(rule.condition, line.facts) is True)
        for rule in policy.of_kind(PauseRule)
    )
    waiting = line.waiting if waits else ()
    resolved = line.resolved if promise.metric is Metric.RESOLUTION else ()
    return tuple(sorted(waiting + resolved, key=lambda pause: pause.start))


def _touches(pause: Pause, exchanges: tuple[Exchange, ...]) -> bool:
    """Whether the pause fell into any of the exchanges."""
    return any(
        (exchange.done_at is None or pause.start < exchange.done_at)
        and (pause.end is None or pause.end > exchange.started_at)
        for exchange in exchanges
    )


def _exchange(
    promise: Promise, openings: Openings, stretch: Stretch, pauses: Sequence[Pause], at: int
) -> Exchange:
    """Return the stretch with its due time and outcome, as of `at`."""
    due = _due(promise, openings, stretch, pauses)
    done = stretch.done
    if done is not None:
        late = due is not None and done > due
        kept = Outcome.VOID if stretch.cut else Outcome.KEPT
        return Exchange(stretch.start, due, done, Outcome.BROKEN_CLOSED if late else kept)
    late = due is not None and at > due
    return Exchange(stretch.start, due, None, Outcome.BROKEN_OPEN if late else Outcome.OPEN)


def _due(
    promise: Promise, openings: Openings, stretch: Stretch, pauses: Sequence[Pause]
) -> int | None:
    """Return the due time; None while a pause that has not ended stands before it."""
    ended: list[tuple[int, int]] = []
    unended: int | None = None
    for pause in pauses:
        end = pause.end
        if stretch.done is not None:
            # What came after it was done changes nothing about when it was due.
            end = stretch.done if end is None else min(end, stretch.done)
        if end is None:
            unended = pause.start
        elif end > max(pause.start, stretch.start):
            ended.append((pause.start, end))
    due = due_time(promise.limit, openings, stretch.start, ended)
    return None if unended is not None and due > unended else due


def _left(promise: Promise, openings: Openings, at: int, due: int) -> int:
    """Return open seconds where the promise counts them, else seconds of wall time."""
    limit = promise.limit
    if isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING:
        return elapsed(openings, at, due)
    return due - at
