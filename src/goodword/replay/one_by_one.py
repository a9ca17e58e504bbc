"""A history judged case by case, by the fold of one case."""

from collections.abc import Iterable

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.openings import Openings
from goodword.case.case import Case
from goodword.clock.clock import Clock, Outcome
from goodword.clock.own_hours import openings_of
from goodword.clock.run import run_clock
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.replay.outcomes import ClockColumns, Window


class OneByOne:
    """Cases judged one by one, those that existed at `at`, each with its row."""

    def __init__(self, cases: Iterable[tuple[int, Case]], at: int) -> None:
        self._cases = tuple(
            (row, case) for row, case in cases if any(event.at <= at for event in case.events)
        )
        self._at = at
        opened = (event.at for _, case in self._cases for event in case.events)
        self.first = min(opened, default=at)

    def __len__(self) -> int:
        return len(self._cases)

    def run(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> ClockColumns:
        """Return the clocks of one promise that began in the version's window."""
        found = ClockColumns()
        for row, case in self._cases:
            clock = run_clock(promise, policy, openings, case, at=self._at)
            if clock is not None and is_in(window, clock.began_at):
                own = openings_of_clock(clock, policy, openings)
                found.add(
                    clock.began_at,
                    clock.outcome,
                    time_taken(clock, own),
                    row=row,
                    waited=time_waited(clock, own),
                    allowed=time_allowed(clock, own),
                )
        return found


def openings_of_clock(clock: Clock, policy: Policy, openings: Openings) -> Openings:
    """Return the openings in which a clock was counted; `openings` are those of the house."""
    return openings_of(clock.promise, policy, openings, clock.channel, clock.at, clock.parts)


def time_taken(clock: Clock, openings: Openings) -> int | None:
    """Return the time from start to done without the pauses; None while it is not done.

    Open seconds where the promise counts working hours, else seconds of wall time.
    """
    if clock.done_at is None or clock.outcome is Outcome.VOID:
        return None
    return _without_pauses(clock, openings, clock.done_at)


def time_waited(clock: Clock, openings: Openings) -> int:
    """Return the time without the pauses from start to done, or so far while it is not done."""
    return _without_pauses(clock, openings, clock.at if clock.done_at is None else clock.done_at)


def time_allowed(clock: Clock, openings: Openings) -> int | None:
    """Return the time without the pauses from start to due; None while that is not known."""
    limit = clock.promise.limit
    if isinstance(limit, Duration) and limit.is_exact:
        return limit.seconds
    return None if clock.due is None else _without_pauses(clock, openings, clock.due)


def _without_pauses(clock: Clock, openings: Openings, until: int) -> int:
    working = clock.promise.limit.counts_open_time

    def between(start: int, end: int) -> int:
        return elapsed(openings, start, end) if working else end - start

    passed = between(clock.started_at, until)
    cursor = clock.started_at
    # What came after it was done changes nothing about when it was due.
    last = until if clock.done_at is None else min(until, clock.done_at)
    for pause in clock.pauses:
        end = last if pause.end is None else min(pause.end, last)
        start = max(pause.start, cursor)
        if end > start:
            passed -= between(start, end)
            cursor = end
    return passed


def is_in(window: Window, instant: int) -> bool:
    """Whether a clock that began at the instant is judged by the version of this window."""
    return window[0] <= instant and (window[1] is None or instant < window[1])
