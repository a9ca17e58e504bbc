"""What became of each promise over a history."""

from array import array
from dataclasses import dataclass, field

from goodword.case.columns import NOTHING
from goodword.clock.clock import Outcome
from goodword.policy.promise import Promise
from goodword.replay.recorded import Recorded

OUTCOMES = tuple(Outcome)
"""The outcome that each code in a `ClockColumns` stands for."""


Window = tuple[int, int | None]
"""From when until when (exclusive) a version is in force; None where none follows it."""


@dataclass(slots=True)
class ClockColumns:
    """The clocks of one promise, one row a clock.

    `taken` is the time from start to done, without pauses: open seconds where the promise counts
    working hours, else seconds of wall time; `NOTHING` where it is not done. `waited` is the same
    until the instant of judgment where it is not done, and `allowed` the time from start to due,
    `NOTHING` while no due time is known. `row` is the case: its place among those that were
    replayed.
    """

    started: "array[int]" = field(default_factory=lambda: array("q"))
    outcome: "array[int]" = field(default_factory=lambda: array("b"))
    taken: "array[int]" = field(default_factory=lambda: array("q"))
    row: "array[int]" = field(default_factory=lambda: array("q"))
    waited: "array[int]" = field(default_factory=lambda: array("q"))
    allowed: "array[int]" = field(default_factory=lambda: array("q"))

    def add(
        self,
        started: int,
        outcome: Outcome,
        taken: int | None,
        *,
        row: int = 0,
        waited: int | None = None,
        allowed: int | None = None,
    ) -> None:
        """Put one clock down."""
        self.started.append(started)
        self.outcome.append(OUTCOMES.index(outcome))
        self.taken.append(NOTHING if taken is None else taken)
        self.row.append(row)
        self.waited.append(NOTHING if waited is None else waited)
        self.allowed.append(NOTHING if allowed is None else allowed)

    def extend(self, other: "ClockColumns") -> None:
        """Put all clocks of another column set down after these."""
        self.started.extend(other.started)
        self.outcome.extend(other.outcome)
        self.taken.extend(other.taken)
        self.row.extend(other.row)
        self.waited.extend(other.waited)
        self.allowed.extend(other.allowed)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many clocks came out how. `n` are those that ran at all: every outcome but void."""

    kept: int = 0
    broken_closed: int = 0
    broken_open: int = 0
    open: int = 0
    excused: int = 0
    void: int = 0

    @property
    def n(self) -> int:
        """The clocks that ran: all but the void ones."""
        return self.judged + self.open + self.excused

    @property
    def judged(self) -> int:
        """The denominator: kept, and the two kinds of broken."""
        return self.kept + self.broken_closed + self.broken_open


def count(outcomes: "array[int]") -> Counts:
    """Return the counts of a column of outcome codes."""
    return Counts(**{outcome.value: outcomes.count(code) for code, outcome in enumerate(OUTCOMES)})


@dataclass(frozen=True, slots=True)
class PromiseOutcome:
    """What became of one promise. `promise` is its latest wording; its clause id joins versions.

    `unmeasured` says why nothing could be judged; then there are no clocks, and no verdict.
    """

    promise: Promise
    counts: Counts
    clocks: ClockColumns
    unmeasured: str | None = None

    @property
    def counts_open_seconds(self) -> bool:
        """Whether times taken are open seconds rather than seconds of wall time."""
        return self.promise.limit.counts_open_time


@dataclass(frozen=True, slots=True)
class Outcomes:
    """A history judged as of `at`: each promise, and what another system had recorded.

    `cases` is how many cases existed by then and were looked at; `zone` is the policy's.
    """

    at: int
    zone: str
    cases: int
    promises: tuple[PromiseOutcome, ...]
    recorded: Recorded | None = None
