"""Results of a long history counted a piece at a time, the same to the last digit as at once."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import IO

import numpy as np

from goodword.metric.counted import Counted
from goodword.metric.dimension import Dimension
from goodword.metric.estimate import estimate
from goodword.metric.exact_times import ExactTimes
from goodword.metric.part import Cases, Part, Parts, hidden_parts
from goodword.metric.period import month_named
from goodword.metric.track_record import MonthRecord, TrackRecord
from goodword.metric.values_in_order import ValuesInOrder
from goodword.policy.promise import Promise
from goodword.replay.beside import USUAL, Beside, often_first
from goodword.replay.outcomes import ClockColumns, Counts, Outcomes, PromiseOutcome
from goodword.replay.verdicts_beside import VerdictsBeside

_MONTH = (Dimension.MONTH,)
_OF_CASES = frozenset({Dimension.CHANNEL, Dimension.KIND, Dimension.PRIORITY, Dimension.PLACE})
Cut = tuple[tuple[Dimension, ...], tuple[Part, ...]]


@dataclass(slots=True)
class CountedExactly(Counted):
    """What became of each promise over the pieces taken so far, times and all.

    `asked` are the cuts asked for, of which times are counted too; `sizes` says how many cases
    each of their parts has.
    """

    values: ValuesInOrder = field(default_factory=lambda: ValuesInOrder(BytesIO))
    asked: tuple[tuple[Dimension, ...], ...] = ()
    sizes: dict[tuple[str, int, tuple[str | None, ...]], int] = field(default_factory=dict)

    @property
    def needs_cases(self) -> bool:
        """Whether a cut asks what a case is, and not only when its clock began."""
        return any(dimension in _OF_CASES for cut in self.asked for dimension in cut)

    def take(self, outcomes: Outcomes, cases: Cases) -> None:
        """Add the results of one more piece, whose cases these are."""
        self.add_cases(outcomes)
        parts = Parts(cases, at=outcomes.at, zone=outcomes.zone)
        times = ExactTimes(self.values)
        for outcome in outcomes.promises:
            promise_id = outcome.promise.id
            if outcome.unmeasured is not None:
                self.unmeasured.setdefault(promise_id, outcome.unmeasured)
                continue
            times.take(promise_id, outcome.clocks)
            for number, cut in enumerate(self.cuts):
                for part in parts.cut(outcome, cut):
                    cell = promise_id, number, part.words
                    self.add(promise_id, number, part.words, part.outcome.counts)
                    if cut in self.asked:
                        clocks = part.outcome.clocks
                        times.take(cell, clocks)
                        self.sizes[cell] = self.sizes.get(cell, 0) + len(set(clocks.row))

    def take_beside(self, figures: Sequence[Beside], verdicts: Sequence[VerdictsBeside]) -> None:
        """Add how another system's own figures and verdicts on one more piece compare."""
        for one in figures:
            # As many as there are different lengths: too many to be held.
            steps = np.array(list(one.usual), np.int64)
            often = np.repeat(steps, np.array(list(one.usual.values()), np.int64))
            self.values.take(("usual", one.event), often, np.zeros(len(often), np.bool_))
            one.usual.clear()
        # Named, since classes with slots are made twice and a bare super() means the first.
        Counted.take_beside(self, figures, verdicts)

    def beside(self) -> tuple[Beside, ...]:
        """Return how the figures of all pieces compare; to be asked once, when all are taken."""
        for one in self.figures.values():
            for steps, counts in self.values.in_order(("usual", one.event)):
                one.usual.update(dict(zip(steps.tolist(), counts[:, 0].tolist(), strict=True)))
                one.usual = Counter(dict(sorted(one.usual.items(), key=often_first)[:USUAL]))
            one.finish()
        return tuple(self.figures.values())

    def record(self, promise: Promise, *, at: int) -> TrackRecord:
        """Return the track record of a promise."""
        counts, times = self.total(promise.id), ExactTimes(self.values)
        why = self.why_unmeasured(promise.id)
        return TrackRecord(
            outcome=PromiseOutcome(promise, counts, ClockColumns(), why),
            estimate=estimate(counts.kept, counts.judged, promise.target),
            quantiles=times.quantiles(promise.id, counts.broken_open),
            months=self._months(promise, at),
            survived=times.survived(promise.id),
        )

    def cut(self, promise: Promise, cut: tuple[Dimension, ...]) -> Cut:
        """Return the parts of a promise, those hidden that are too small to be shown."""
        number, times = self.cuts.index(cut), ExactTimes(self.values)
        parts = hidden_parts(
            [
                Part(
                    words,
                    PromiseOutcome(promise, counts, ClockColumns()),
                    cases=self.sizes[promise.id, number, words],
                )
                for words, counts in self.parts(promise.id, cut).items()
            ],
            cut,
        )
        return cut, tuple(self._with_times(part, number, times) for part in parts)

    def _with_times(self, part: Part, number: int, times: ExactTimes) -> Part:
        if part.is_hidden or part.is_rounded:
            return part
        cell = part.outcome.promise.id, number, part.words
        return replace(
            part,
            quantiles=times.quantiles(cell, part.outcome.counts.broken_open),
            survived=times.survived(cell),
        )

    def _months(self, promise: Promise, at: int) -> tuple[MonthRecord, ...]:
        return months_of(self.parts(promise.id, _MONTH), promise, at, self.zone)


def months_of(
    parts: "dict[tuple[str | None, ...], Counts]", promise: Promise, at: int, zone: str
) -> tuple[MonthRecord, ...]:
    """Return the months of a promise, from the counts of each."""
    found: list[MonthRecord] = []
    for words, counts in parts.items():
        month = month_named(words[0] or "", zone)
        found.append(
            MonthRecord(
                month=month,
                counts=counts,
                estimate=estimate(counts.kept, counts.judged, promise.target),
                so_far=not month.is_closed(at) or counts.open > 0,
            )
        )
    return tuple(found)


def counted_exactly(
    cuts: Sequence[tuple[Dimension, ...]], new_file: Callable[[], IO[bytes]]
) -> CountedExactly:
    """Return an empty count with these cuts, beside the one by month that is always there.

    What is too much for memory goes to a `new_file`.
    """
    return CountedExactly(
        cuts=(_MONTH, *(cut for cut in cuts if cut != _MONTH)),
        values=ValuesInOrder(new_file),
        asked=tuple(cuts),
    )
