"""A grid of slots over a history, fine enough that in a slot every due time is a straight line.

Hours open and close, days begin and cut-offs fall on the edges of slots only. So of a promise it is
enough to know, for each edge and for the inside of each slot, either its due time or how long after
the start it falls due: one look at a table judges a case.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import gcd

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings
from goodword.businesstime.zone import DAY, EPOCH_ORDINAL
from goodword.case.compact import Packed
from goodword.replay.zone_offsets import zone_offsets

Keys = NDArray[np.int64]
Instants = NDArray[np.int64]
MOST_SLOTS = 1 << 21
"""More slots than these, and tables would take more memory than the cases do."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`slots` slots of `length` seconds from `origin` (UTC seconds) on.

    The key of an instant is twice the number of its slot on the slot's first second, and 1 more
    inside the slot.
    """

    origin: int
    length: int
    slots: int

    @property
    def size(self) -> int:
        """How many keys there are."""
        return 2 * self.slots

    def keys(self, seconds: Packed, out: Keys, scratch: tuple[Packed, Packed]) -> None:
        """Fill `out` with the keys of instants, in seconds from the origin."""
        low, high = scratch
        np.floor_divide(seconds, self.length, out=low)
        np.add(seconds, self.length - 1, out=high)
        np.floor_divide(high, self.length, out=high)
        np.add(low, high, out=low)
        np.copyto(out, low)


def grid_over(origin: int, last: int, steps: Iterable[int]) -> Grid | None:
    """Return the grid from `origin` to `last` with edges at every multiple of every step.

    `origin` is a midnight of UTC. None where that would be too many slots.
    """
    length = gcd(DAY, *steps)
    slots = (last - origin) // length + 1
    return Grid(origin, length, slots) if slots <= MOST_SLOTS else None


@lru_cache(maxsize=64)
def steps_of(openings: Openings, origin: int) -> int:
    """Return the greatest length of which every opening and closing is a multiple from `origin`."""
    edges = np.concatenate(edges_of(openings)) - origin
    return int(np.gcd.reduce(edges)) if len(edges) else DAY


@lru_cache(maxsize=64)
def edges_of(openings: Openings) -> tuple[Instants, Instants]:
    """Return openings and closings as arrays."""
    return np.array(openings.opens, np.int64), np.array(openings.closes, np.int64)


def midnights(zone: str, first: int, last: int) -> tuple[int, Instants]:
    """Return the ordinal of the first local date and the midnights around `first` to `last`."""
    day, found = zone_offsets(zone, first, last).midnights(first, last)
    return day + EPOCH_ORDINAL, found


def by_key(grid: Grid, begins: Instants, values: NDArray[np.generic]) -> NDArray[np.generic]:
    """Return for each key the value of the stretch in which it lies.

    `begins` are the sorted instants on the grid at which stretches begin, the first not after the
    origin.
    """
    place = np.clip((begins - grid.origin) // grid.length * 2, 0, grid.size)
    return np.repeat(values, np.diff(np.append(place, grid.size)))
