"""The exchanges of a promise on a case, each with its due time, and the clock they make."""

from collections.abc import Sequence

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings
from goodword.case.holds import holds
from goodword.clock.clock import Clock, ClockState, Exchange, Outcome, Pause
from goodword.clock.stretch import Stretch, stretches
from goodword.clock.timeline import Standing, Timeline
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise

# From the one that stands for the case to the one that stands last.
_STANDS_FIRST = (
    Outcome.BROKEN_OPEN,
    Outcome.BROKEN_CLOSED,
    Outcome.OPEN,
    Outcome.KEPT,
    Outcome.VOID,
)


def fold(
    promise: Promise, policy: Policy, openings: Openings, line: Timeline, standing: Standing
) -> Clock | None:
    """Return the clock under one standing, whatever else has become of the case.

    `openings` are those in which the promise counts on the case. None where nothing has begun.
    """
    pauses = _pauses(promise, policy, line)
    exchanges = tuple(
        _exchange(promise, openings, stretch, pauses, line.at)
        for stretch in stretches(promise, line, complaint=standing.is_complaint)
    )
    return assembled(promise, openings, line.at, standing, exchanges, pauses)


def assembled(
    promise: Promise,
    openings: Openings,
    at: int,
    standing: Standing,
    exchanges: tuple[Exchange, ...],
    pauses: tuple[Pause, ...],
) -> Clock | None:
    """Return the clock of these exchanges, the worst of which stands for the case."""
    if not exchanges:
        return None
    last = exchanges[-1]
    runs = last.done_at is None and last.outcome is not Outcome.VOID
    due = last.due if runs else None
    paused = runs and any(pause.end is None for pause in pauses)
    stands = min(reversed(exchanges), key=lambda one: _STANDS_FIRST.index(one.outcome))
    return Clock(
        promise=promise,
        channel=standing.channel,
        at=at,
        started_at=stands.started_at,
        due=stands.due,
        done_at=stands.done_at,
        left=None if due is None else _left(promise, openings, at, due),
        state=ClockState.PAUSED if paused else ClockState.RUNNING if runs else ClockState.STOPPED,
        outcome=stands.outcome,
        wakes_at=due + 1 if due is not None and due >= at else None,
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
    if promise.limit.counts_open_time:
        return elapsed(openings, at, due)
    return due - at
