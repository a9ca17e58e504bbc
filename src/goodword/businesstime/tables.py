"""The map as constant-time tables: no search for each of a million instants.

Time is cut into buckets of a power of two seconds, so short that at most one edge falls into any.
In one bucket the map is a straight line with at most one bend, so a shift finds the bucket and a
comparison does the rest. Where openings or gaps are so short that the tables would be out of all
proportion, the plain search in the edges is left.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings

Seconds = NDArray[np.int64]
# Three tables of so many rows are 24 MB: beyond that a search is as fast.
MOST_BUCKETS = 1 << 20
_WIDEST = 1 << 20


@dataclass(frozen=True, slots=True)
class WorkedTable:
    """Wall time, counted from the horizon's start, to open seconds.

    In bucket `q >> shift` it is `base + min(max(q, low), high)`.
    """

    shift: int
    base: Seconds
    low: Seconds
    high: Seconds


@dataclass(frozen=True, slots=True)
class WallTable:
    """Open seconds to wall time, counted from the horizon's start.

    In bucket `w >> shift` it is `w + closed`, and from `bend` on `more` later.
    """

    shift: int
    closed: Seconds
    bend: Seconds
    more: Seconds


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges and the prefix sum as arrays, counted from the horizon's start."""

    opens: Seconds
    closes: Seconds
    before: Seconds


@lru_cache(maxsize=32)
def edges_of(openings: Openings) -> Edges:
    """Return the edges of openings that have at least one."""
    start = np.int64(openings.start)
    return Edges(
        np.array(openings.opens, np.int64) - start,
        np.array(openings.closes, np.int64) - start,
        np.array(openings.before, np.int64),
    )


def _shift_for(gaps: Seconds, reach: int) -> int | None:
    """Return the exponent of the widest bucket that no two edges share; None for too many."""
    narrowest = min(int(gaps.min()) if len(gaps) else _WIDEST, _WIDEST)
    shift = narrowest.bit_length() - 1
    return shift if (reach >> shift) < MOST_BUCKETS else None


@lru_cache(maxsize=32)
def worked_table(openings: Openings) -> WorkedTable | None:
    """Return the table from wall time to open seconds; None where it would be too large."""
    edges = edges_of(openings)
    reach = openings.end - openings.start
    both = np.stack((edges.opens, edges.closes), axis=1).ravel()
    shift = _shift_for(np.diff(both), reach)
    if shift is None:
        return None
    starts = np.arange((reach >> shift) + 1, dtype=np.int64) << shift
    ends = starts + (np.int64(1) << shift)
    # The opening that the bucket touches: the last one that begins before the bucket ends.
    index = np.searchsorted(edges.opens, ends, "left") - 1
    first = np.maximum(index, 0)
    opens, closes = edges.opens[first], edges.closes[first]
    low = np.where(index < 0, 0, opens)
    high = np.where(index < 0, 0, closes)
    base = np.where(index < 0, 0, edges.before[first] - opens)
    return WorkedTable(shift, base, low, high)


@lru_cache(maxsize=32)
def wall_table(openings: Openings) -> WallTable | None:
    """Return the table from open seconds to wall time; None where it would be too large."""
    edges = edges_of(openings)
    shift = _shift_for(edges.closes - edges.opens, openings.total)
    if shift is None:
        return None
    starts = np.arange((openings.total >> shift) + 1, dtype=np.int64) << shift
    index = np.searchsorted(edges.before, starts, "right") - 1
    following = np.minimum(index + 1, len(edges.before) - 1)
    closed = edges.opens - edges.before
    return WallTable(
        shift,
        closed[index],
        np.where(following > index, edges.before[following], openings.total + 1),
        closed[following] - closed[index],
    )
