"""The times of promises and parts as counts of all tasks together, asked as times in order are."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.metric.quantile import Sorted
from goodword.metric.tally_quantiles import Quantiles
from goodword.replay.tally import Cell
from goodword.replay.tally_times import SECONDS, Keys
from goodword.spark.times_counted import STRETCH, CountedKeys

_LONGEST = (1 << SECONDS) - 1


class CountedTimes:
    """The times taken by promise and part, from how often each was counted."""

    def __init__(self, counted: CountedKeys, cell_of: Callable[[int], Cell]) -> None:
        self._counted = counted
        numbers = counted.keys >> SECONDS
        begins = np.flatnonzero(np.diff(numbers, prepend=-1)).tolist()
        ends = [*begins[1:], len(numbers)]
        self._places: dict[Cell, list[tuple[int, slice]]] = {}
        for begin, end in zip(begins, ends, strict=False):
            number = int(numbers[begin])
            self._places.setdefault(cell_of(number), []).append((number, slice(begin, end)))

    def of(self, promise_id: str, /) -> Sorted:
        """Return the times of a whole promise, in order."""
        return self._in_order(
            [
                one
                for (known, _), some in self._places.items()
                if known == promise_id
                for one in some
            ]
        )

    def cells(self) -> Iterator[tuple[Cell, Sorted]]:
        """Yield each promise and part that has any, with its times in order."""
        for cell, some in self._places.items():
            yield cell, self._in_order(some)

    def stretches_of(self, quantiles: Mapping[Cell, Quantiles]) -> Keys:
        """Return the stretches in which quantiles lie that were told by stretches alone.

        Those of a whole promise lie in every one of its cells.
        """
        wanted = [np.empty(0, np.int64)]
        for (promise_id, parts), told in quantiles.items():
            highs = np.array([one >> STRETCH for one in told.values() if one is not None], np.int64)
            for (known, here), some in self._places.items():
                if known == promise_id and parts in ((), here):
                    wanted += [(number << (SECONDS - STRETCH)) + highs for number, _ in some]
        return np.intersect1d(np.concatenate(wanted), self._counted.keys >> STRETCH)

    def _in_order(self, some: list[tuple[int, slice]]) -> "_Counted":
        seconds = [self._counted.keys[place] & _LONGEST for _, place in some]
        counts = [self._counted.counts[place] for _, place in some]
        if not some:
            return _Counted(np.empty(0, np.int64), np.empty(0, np.int64))
        values = np.concatenate(seconds)
        order = np.argsort(values, kind="stable")
        return _Counted(values[order], np.concatenate(counts)[order])


class _Counted:
    """Times in order, each as often as it was counted."""

    def __init__(self, values: NDArray[np.int64], counts: NDArray[np.int64]) -> None:
        self._values = values
        self._up_to = np.cumsum(counts)

    def __len__(self) -> int:
        return int(self._up_to[-1]) if len(self._up_to) else 0

    def __getitem__(self, place: int, /) -> int:
        return int(self._values[np.searchsorted(self._up_to, place, "right")])
