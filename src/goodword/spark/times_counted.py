"""The times that clocks took, counted on workers in two looks, so that any quantile is exact.

The first look counts by cell and by stretch of 1,024 seconds. The second counts single seconds, in
those stretches alone in which a quantile lies. What a task answers are counts, which add up; they
grow with the cells and with how long things take, not with the cases.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.replay.tally_times import Keys, TimesRoom

STRETCH = 10
"""How many bits of a time tell where in its stretch it is."""
_MERGED = 1 << 21


@dataclass(frozen=True, slots=True, eq=False)
class CountedKeys:
    """How often each key stands, the keys in order; a key is a cell's number and a time."""

    keys: Keys
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Keys, counts: NDArray[np.int64]) -> "CountedKeys":
        """Return the same in order, each key once. O(n log n)."""
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        begins = np.flatnonzero(np.diff(keys, prepend=-1))
        if not len(begins):
            return cls(keys, counts)
        return cls(keys[begins], np.add.reduceat(counts, begins))

    def with_closer(self, closer: "CountedKeys") -> "CountedKeys":
        """Return the same with single seconds in place of the stretches that `closer` looked into.

        Raises ValueError where the two looks did not see the same.
        """
        stretches = CountedKeys.of(closer.keys >> STRETCH << STRETCH, closer.counts)
        seen = np.isin(self.keys, stretches.keys)
        if not np.array_equal(self.keys[seen], stretches.keys) or not np.array_equal(
            self.counts[seen], stretches.counts
        ):
            raise ValueError(stretches)
        return CountedKeys.of(
            np.concatenate([self.keys[~seen], closer.keys]),
            np.concatenate([self.counts[~seen], closer.counts]),
        )


class TimesCounted(TimesRoom):
    """Room for times by the number of a cell, as `TimesTaken` is, of which counts are kept alone.

    `inside` are the stretches to look into (a cell's number and a time, moved down by `STRETCH`
    bits, in order); None counts stretches.
    """

    def __init__(self) -> None:
        super().__init__()
        self.inside: Keys | None = None
        self._found: list[CountedKeys] = []

    def clear(self) -> None:
        """Forget what was counted; the numbers of cells stay."""
        self._filled = 0
        self._found.clear()

    def counted(self) -> CountedKeys:
        """Return what was counted, a stretch under its first second."""
        self._put_by()
        self._merge()
        return self._found[0]

    def _keep(self, keys: Keys) -> None:
        """Count the keys."""
        stretches = keys >> STRETCH
        if self.inside is None:
            keys = stretches << STRETCH
        elif len(self.inside):
            places = np.searchsorted(self.inside, stretches)
            np.minimum(places, len(self.inside) - 1, out=places)
            keys = keys[self.inside[places] == stretches]
        else:
            keys = keys[:0]
        self._found.append(CountedKeys(*np.unique(keys, return_counts=True)))
        if sum(len(one.keys) for one in self._found[1:]) > _MERGED:
            self._merge()

    def _merge(self) -> None:
        found = CountedKeys.of(
            np.concatenate([one.keys for one in self._found]),
            np.concatenate([one.counts for one in self._found]),
        )
        self._found[:] = [found]
