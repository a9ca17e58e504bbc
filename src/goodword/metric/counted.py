"""Results of a long history, counted a piece at a time: two counts of two pieces add up to one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import ceil, exp
from typing import Any, Self

import numpy as np

from goodword.case.columns import NOTHING
from goodword.metric.counted_waits import WIDTH, CountedWaits
from goodword.metric.dimension import Dimension
from goodword.metric.part import WEEKDAYS, Cases, Parts
from goodword.metric.quantile import SHARES
from goodword.metric.survived import Survived
from goodword.replay.beside import Beside
from goodword.replay.outcomes import OUTCOMES, Counts, Outcomes, PromiseOutcome
from goodword.replay.recorded import Recorded
from goodword.replay.verdicts_beside import VerdictsBeside

Words = tuple[str | None, ...]
_JUDGED = tuple(code for code, outcome in enumerate(OUTCOMES) if outcome.is_judged)
_MONTH = (Dimension.MONTH,)


@dataclass(slots=True)
class Counted:
    """What became of each promise over the pieces taken so far, in memory that does not grow.

    `cells` count outcomes by promise, cut and part; `times` how many judged clocks took so long,
    in steps of 1%, `waits` how long all of them waited. `cuts` are those asked for, after the one
    by month that is always there. `zone` is the policy's. `figures` and `verdicts` lay those of
    another system beside ours, by the name of the instant, and the promise.
    """

    cuts: tuple[tuple[Dimension, ...], ...] = (_MONTH,)
    cases: int = 0
    zone: str = "UTC"
    cells: dict[tuple[str, int, Words], list[int]] = field(default_factory=dict)
    times: dict[str, Counter[int]] = field(default_factory=dict)
    unmeasured: dict[str, str] = field(default_factory=dict)
    recorded: Recorded | None = None
    waits: dict[str, CountedWaits] = field(default_factory=dict)
    figures: dict[str, Beside] = field(default_factory=dict)
    verdicts: dict[tuple[str, str], VerdictsBeside] = field(default_factory=dict)

    @classmethod
    def by(cls, cuts: Sequence[tuple[Dimension, ...]]) -> Self:
        """Return an empty count with these cuts beside the one by month."""
        return cls(cuts=(_MONTH, *(cut for cut in cuts if cut != _MONTH)))

    def take(self, outcomes: Outcomes, cases: Cases) -> None:
        """Add the results of one more piece, whose cases these are."""
        self.add_cases(outcomes)
        parts = Parts(cases, at=outcomes.at, zone=outcomes.zone)
        for outcome in outcomes.promises:
            promise_id = outcome.promise.id
            if outcome.unmeasured is not None:
                self.unmeasured[promise_id] = outcome.unmeasured
                continue
            for number, cut in enumerate(self.cuts):
                for part in parts.cut(outcome, cut):
                    self.add(promise_id, number, part.words, part.outcome.counts)
            self.times.setdefault(promise_id, Counter()).update(_steps(outcome))
            self.waits.setdefault(promise_id, CountedWaits()).take(outcome.clocks)

    def add_cases(self, outcomes: Outcomes) -> None:
        """Add what one more piece tells of all its cases."""
        self.cases += outcomes.cases
        self.zone = outcomes.zone
        if outcomes.recorded is not None:
            self.recorded = _both(self.recorded, outcomes.recorded)

    def take_beside(self, figures: Sequence[Beside], verdicts: Sequence[VerdictsBeside]) -> None:
        """Add how another system's own figures and verdicts on one more piece compare."""
        for one in figures:
            if one.event in self.figures:
                self.figures[one.event].add(one)
            else:
                self.figures[one.event] = one
        for other in verdicts:
            key = other.promise, other.heading
            if key in self.verdicts:
                self.verdicts[key].add(other)
            else:
                self.verdicts[key] = other

    def survived(self, promise_id: str) -> Survived:
        """Return the estimates of a promise with open cases kept in."""
        return self.waits.get(promise_id, CountedWaits()).survived()

    def why_unmeasured(self, promise_id: str) -> str | None:
        """Return why no piece could judge a promise; None where one could."""
        is_judged = any(cell[0] == promise_id for cell in self.cells)
        return None if is_judged else self.unmeasured.get(promise_id)

    def parts(self, promise_id: str, cut: tuple[Dimension, ...]) -> dict[Words, Counts]:
        """Return the counts of each part of a promise, by its words, what is not told last."""
        number = self.cuts.index(cut)
        found = {
            words: counts_of(numbers)
            for (one, which, words), numbers in self.cells.items()
            if one == promise_id and which == number
        }
        return dict(sorted(found.items(), key=lambda part: _order(part[0], cut)))

    def total(self, promise_id: str) -> Counts:
        """Return the counts of a promise over everything."""
        parts = self.parts(promise_id, _MONTH).values()
        return counts_of([sum(numbers) for numbers in zip(*map(numbers_of, parts), strict=True)])

    def quantiles(self, promise_id: str) -> dict[str, int | None]:
        """Return the usual quantiles of the time taken, right to 1%, as `quantile` counts them."""
        times = sorted(self.times.get(promise_id, Counter()).items())
        done = sum(number for _, number in times)
        n = done + self.total(promise_id).broken_open
        found: dict[str, int | None] = {}
        for share in SHARES:
            rank, seen, value = max(ceil(share * n - 1e-9), 1), 0, None
            for step, number in times:
                seen += number
                if seen >= rank:
                    value = round(exp(step * WIDTH) - 1)
                    break
            found[f"p{round(share * 100)}"] = value
        return found

    def as_json(self) -> dict[str, Any]:
        """Return the count ready for JSON; `of_json` reads it back."""
        return {
            "cuts": [list(cut) for cut in self.cuts],
            "cases": self.cases,
            "zone": self.zone,
            "cells": [
                [promise, cut, list(words), numbers]
                for (promise, cut, words), numbers in self.cells.items()
            ],
            "times": {promise: sorted(times.items()) for promise, times in self.times.items()},
            "unmeasured": self.unmeasured,
            "recorded": None if self.recorded is None else asdict(self.recorded),
            "waits": {promise: waits.as_json() for promise, waits in self.waits.items()},
            "figures": [one.as_json() for one in self.figures.values()],
            "verdicts": [asdict(one) for one in self.verdicts.values()],
        }

    @classmethod
    def of_json(cls, found: Mapping[str, Any]) -> Self:
        """Return a count that was written down; raises ValueError, KeyError, TypeError for none."""
        return cls(
            cuts=tuple(tuple(Dimension(word) for word in cut) for cut in found["cuts"]),
            cases=int(found["cases"]),
            zone=str(found["zone"]),
            cells={
                (promise, cut, tuple(words)): [int(number) for number in numbers]
                for promise, cut, words, numbers in found["cells"]
            },
            times={
                promise: Counter({int(step): int(number) for step, number in times})
                for promise, times in found["times"].items()
            },
            unmeasured=dict(found["unmeasured"]),
            recorded=None if found["recorded"] is None else Recorded(**found["recorded"]),
            waits={
                promise: CountedWaits.of_json(waits) for promise, waits in found["waits"].items()
            },
            figures={one["event"]: Beside.of_json(one) for one in found["figures"]},
            verdicts={
                (one["promise"], one["heading"]): VerdictsBeside(**one) for one in found["verdicts"]
            },
        )

    def add(self, promise_id: str, cut: int, words: Words, counts: Counts) -> None:
        """Add the counts of a part of one more piece."""
        cell = self.cells.setdefault((promise_id, cut, words), [0] * len(OUTCOMES))
        for place, number in enumerate(numbers_of(counts)):
            cell[place] += number


def _both(one: Recorded | None, other: Recorded) -> Recorded:
    if one is None:
        return other
    names = asdict(other)
    return Recorded(**{name: getattr(one, name) + number for name, number in names.items()})


def counts_of(numbers: Sequence[int]) -> Counts:
    """Return numbers in the order of `OUTCOMES` as counts; none of them as zeros."""
    return Counts(**{one.value: number for one, number in zip(OUTCOMES, numbers, strict=False)})


def numbers_of(counts: Counts) -> list[int]:
    """Return counts as numbers in the order of `OUTCOMES`."""
    return [getattr(counts, one.value) for one in OUTCOMES]


def _steps(outcome: PromiseOutcome) -> dict[int, int]:
    taken = np.frombuffer(outcome.clocks.taken, np.int64)
    codes = np.frombuffer(outcome.clocks.outcome, np.int8)
    known = taken[(taken != NOTHING) & np.isin(codes, _JUDGED)]
    steps = np.ceil(np.log1p(np.maximum(known, 0)) / WIDTH - 1e-9).astype(np.int64)
    found, numbers = np.unique(steps, return_counts=True)
    return dict(zip(found.tolist(), numbers.tolist(), strict=True))


def _order(words: Words, cut: tuple[Dimension, ...]) -> list[tuple[bool, int, str]]:
    order = []
    for word, dimension in zip(words, cut, strict=True):
        place = WEEKDAYS.index(word) if dimension is Dimension.WEEKDAY and word else 0
        order.append((word is None, place, word or ""))
    return order
