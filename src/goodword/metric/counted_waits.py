"""How long the clocks of a long history waited, counted in steps instead of kept one by one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import log

import numpy as np
from numpy.typing import NDArray

from goodword.metric.survival import Survival, counted_survival
from goodword.metric.survived import Survived, shares_of_limit, survived_by, waits
from goodword.replay.outcomes import ClockColumns

WIDTH = log(1.01)
"""Times are counted in steps of one percent: fine enough for a report, and few."""
_LEAST = 1e-9
Steps = dict[int, list[int]]
Length = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(slots=True)
class CountedWaits:
    """Of each step so many clocks done and so many not: of the wait, and of its share of the limit.

    Step 0 of the shares ends at the limit itself, so what is in time stays apart from what is late.
    """

    times: Steps = field(default_factory=dict)
    shares: Steps = field(default_factory=dict)

    def take(self, clocks: ClockColumns) -> None:
        """Count further clocks."""
        waited, is_done = waits(clocks)
        _count(self.times, np.log1p(np.maximum(waited, 0)), is_done)
        used, is_done = shares_of_limit(clocks)
        _count(self.shares, np.log(np.maximum(used, _LEAST)), is_done)

    def survived(self) -> Survived:
        """Return the estimates with open cases kept in, their times right to one percent."""
        return survived_by(
            _stair(self.times, _time_of_step),
            _stair(self.shares, lambda steps: np.exp(steps * WIDTH)),
        )

    def as_json(self) -> list[list[list[int]]]:
        """Return the count ready for JSON; `of_json` reads it back."""
        return [
            [[step, *numbers] for step, numbers in sorted(steps.items())]
            for steps in (self.times, self.shares)
        ]

    @classmethod
    def of_json(cls, found: Iterable[Iterable[list[int]]]) -> "CountedWaits":
        """Return a count that was written down; raises ValueError or TypeError for none."""
        times, shares = found
        return cls(_read(times), _read(shares))


def _time_of_step(steps: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.round(np.expm1(steps * WIDTH)), np.float64)


def _read(written: Iterable[list[int]]) -> Steps:
    return {int(step): [int(done), int(opened)] for step, done, opened in written}


def _count(steps: Steps, logs: NDArray[np.float64], is_done: NDArray[np.bool_]) -> None:
    where = np.ceil(logs / WIDTH - 1e-9).astype(np.int64)
    for place, those in enumerate((is_done, ~is_done)):
        found, numbers = np.unique(where[those], return_counts=True)
        for step, number in zip(found.tolist(), numbers.tolist(), strict=True):
            steps.setdefault(step, [0, 0])[place] += number


def _stair(steps: Mapping[int, list[int]], length: Length) -> Survival:
    ordered = sorted(steps)
    counts = np.array([steps[step] for step in ordered], np.int64).reshape(-1, 2)
    return counted_survival(length(np.array(ordered, np.float64)), counts[:, 0], counts[:, 1])
