"""What a clock is: the value that `run_clock` folds out of events."""

from dataclasses import dataclass
from enum import StrEnum

from goodword.policy.promise import Promise


class ClockState(StrEnum):
    """What the clock is doing at the instant of judgment."""

    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


class Outcome(StrEnum):
    """How the promise stands. Kept and the two kinds of broken are the denominator."""

    KEPT = "kept"
    BROKEN_CLOSED = "broken_closed"
    BROKEN_OPEN = "broken_open"
    OPEN = "open"
    EXCUSED = "excused"
    VOID = "void"

    @property
    def is_judged(self) -> bool:
        """Whether this outcome counts in the denominator."""
        return self in _JUDGED


_JUDGED = frozenset({Outcome.KEPT, Outcome.BROKEN_CLOSED, Outcome.BROKEN_OPEN})


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stood still from `start` to `end`; `end` None while it still does.

    `reason` is `waiting` (for the customer) or `resolved` (until the case was reopened).
    """

    start: int
    end: int | None
    reason: str = "waiting"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One judged stretch of a clock: from `started_at` until `done_at`, against `due`.

    A first response has one, a next response one for each unanswered message, an update one for
    each interval. All are UTC seconds; `done_at` is None while it is not done, `due` while paused.
    """

    started_at: int
    due: int | None
    done_at: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Clock:
    """A promise on one case as of `at`, all instants in UTC seconds.

    `due`, `started_at` and `done_at` are those of the exchange that stands for the case: the
    worst broken one, else the one that is open, else the latest kept one. `left` is what remains
    until the due time of the exchange that runs now: open seconds where the promise counts working
    hours, else seconds of wall time; negative when late; None when stopped or paused without a due
    time. `wakes_at` is the next instant at which anything about the clock can change by itself,
    None when nothing can: the second after `due`, since exactly at the due time is kept. `channel`
    is how the case came, `parts` the teams and places with hours of their own whose case it is.
    """

    promise: Promise
    at: int
    started_at: int
    due: int | None
    done_at: int | None
    left: int | None
    state: ClockState
    outcome: Outcome
    wakes_at: int | None
    pauses: tuple[Pause, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    channel: str | None = None
    parts: tuple[str, ...] = ()

    @property
    def began_at(self) -> int:
        """When the clock first started; the version of the policy in force then judges it."""
        return self.exchanges[0].started_at if self.exchanges else self.started_at

    @property
    def running(self) -> Exchange | None:
        """The exchange that is not done yet, if the clock runs or is paused."""
        if self.state is ClockState.STOPPED or not self.exchanges:
            return None
        return self.exchanges[-1]
