"""Another system's own verdicts beside ours, case by case."""

from dataclasses import dataclass, field

import numpy as np

from goodword.case.columns import NOTHING, CaseColumns
from goodword.clock.clock import Outcome
from goodword.replay.bulk import STOPPED_BY
from goodword.replay.outcomes import OUTCOMES, PromiseOutcome

_EXAMPLES = 1000
_KEPT = OUTCOMES.index(Outcome.KEPT)
_JUDGED = [code for code, outcome in enumerate(OUTCOMES) if outcome.is_judged]


@dataclass(slots=True)
class VerdictsBeside:
    """One promise of ours beside a column that says whether the same was in time.

    Of the `n` cases that both judge, `same` came out alike. `kept_here` are those that only we call
    kept, `kept_there` those that only the other system does: in `closed` of these no open time had
    passed since it fell due. It says something of `alone` cases that we do not judge by this
    promise. The ids of the first thousand of each are kept. Two such counts add up.
    """

    promise: str
    heading: str
    n: int = 0
    same: int = 0
    kept_here: list[str] = field(default_factory=list)
    kept_there: list[str] = field(default_factory=list)
    here: int = 0
    there: int = 0
    closed: int = 0
    alone: int = 0

    def add(self, other: "VerdictsBeside") -> None:
        """Add what comparing further cases came to."""
        for name in ("n", "same", "here", "there", "closed", "alone"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.kept_here += other.kept_here[: _EXAMPLES - len(self.kept_here)]
        self.kept_there += other.kept_there[: _EXAMPLES - len(self.kept_there)]


def verdicts_beside(
    columns: CaseColumns, outcomes: tuple[PromiseOutcome, ...]
) -> tuple[VerdictsBeside, ...]:
    """Return each promise beside each column of verdicts that speaks of the same."""
    return tuple(
        _beside(columns, name, outcome)
        for name in columns.met
        for outcome in outcomes
        if name in STOPPED_BY.get(outcome.promise.metric, ()) and outcome.unmeasured is None
    )


def _beside(columns: CaseColumns, name: str, outcome: PromiseOutcome) -> VerdictsBeside:
    verdicts = columns.met[name]
    said = np.frombuffer(verdicts.kept, np.int8)
    rows = np.frombuffer(outcome.clocks.row, np.int64)
    codes = np.frombuffer(outcome.clocks.outcome, np.int8)
    ours, theirs = codes == _KEPT, said[rows] == 1
    both = np.isin(codes, _JUDGED) & (said[rows] >= 0)
    here, there = np.sort(rows[both & ours & ~theirs]), np.sort(rows[both & ~ours & theirs])
    told = VerdictsBeside(outcome.promise.id, verdicts.heading)
    taken, allowed = (
        np.frombuffer(column, np.int64) for column in (outcome.clocks.taken, outcome.clocks.allowed)
    )
    is_done = (taken != NOTHING) & (allowed != NOTHING)
    told.closed = int(np.count_nonzero(both & ~ours & theirs & is_done & (taken <= allowed)))
    told.n = int(np.count_nonzero(both))
    told.here, told.there = len(here), len(there)
    told.same = told.n - told.here - told.there
    told.kept_here = [str(columns.ids[row]) for row in here[:_EXAMPLES].tolist()]
    told.kept_there = [str(columns.ids[row]) for row in there[:_EXAMPLES].tolist()]
    told.alone = int(np.count_nonzero(said >= 0)) - told.n
    return told
