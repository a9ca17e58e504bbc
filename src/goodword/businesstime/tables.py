"""The map of calendars as tables: wall time to open time and back, for a block of rows at once.

Wall time is a whole number of 1/`scale` s, open time too. In an open stretch open time is wall time
less the closed time before; in a closed one it stands still. Which of the two is told by size: the
closed time is kept as a negative number, which is a very large one modulo 2 to the power of 64, and
becomes small when wall time is added to it. So the less of a step and a step and wall time is right
in both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings
from goodword.businesstime.steps import MASK, Counts, Steps, steps_of

Seconds = NDArray[np.int64]
Codes = NDArray[np.integer]
# Rows that are worked on at a time: what a block needs stays in the second-level cache.
BLOCK = 1 << 15
LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1
# Beyond this, sums would come round to 0.
_LONGEST = 1 << 62


class Scratch:
    """Arrays of one block that are used again and again, by one thread."""

    def __init__(self, size: int) -> None:
        self.places, self.spare, self.found, self.offset = np.empty(
            (4, min(size, BLOCK)), np.uint64
        )


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The map of calendars from instant `start` to `end` (UTC seconds), where all have a horizon.

    `front` is how far before `start` the tables begin: not at all, but where a calendar is open at
    once, because no open stretch may have a closed time of 0 before it. `totals` is how much open
    time each calendar has.
    """

    start: int
    end: int
    scale: int
    front: int
    worked_steps: Steps
    walled_steps: Steps
    totals: tuple[int, ...]

    def worked(
        self,
        at: Counts,
        out: Counts,
        scratch: Scratch,
        codes: Codes | None,
        *,
        again: bool = False,
    ) -> bool:
        """Fill `out` with the open time from `start`; False where an instant is not inside.

        `again` says that the same codes were the last that were looked up.
        """
        if codes is None and at.strides[0] == 0 and len(at) > 1:
            # One instant for all rows.
            inside = self.worked(at[:1], out[:1], scratch, None)
            out[1:] = out[0]
            return inside
        places, offset = scratch.places[: len(at)], None
        np.subtract(at, (self.start * self.scale - self.front) & MASK, out=places)
        reach = (self.end - self.start) * self.scale + self.front
        if np.maximum.reduce(places) >= reach:
            return False
        if self.front and np.minimum.reduce(places) < self.front:
            return False
        if codes is not None:
            offset = (
                scratch.offset[: len(at)] if again else _offset(codes, self.worked_steps, scratch)
            )
        self.worked_steps.look_up(places, out, scratch.spare[: len(at)], offset)
        np.add(out, places, out=places)
        np.minimum(out, places, out=out)
        return True

    def walled(self, worked: Counts, places: Counts, scratch: Scratch, codes: Codes | None) -> bool:
        """Turn `worked` to instants; False where some is less than 0 or more than there is.

        `places` is the unit of open time that is looked for: the one that ends with `worked` where
        what ends with an opening stays at its closing, else the one that begins there.
        """
        if np.maximum.reduce(places) >= max(self.totals):
            return False
        closed, offset = scratch.found[: len(worked)], None
        if codes is not None:
            offset = _offset(codes, self.walled_steps, scratch)
        self.walled_steps.look_up(places, closed, scratch.spare[: len(worked)], offset)
        if codes is not None and np.maximum.reduce(closed.view(np.int64)) == HIGHEST:
            return False
        np.add(worked, closed, out=worked)
        return True


def _offset(codes: Codes, steps: Steps, scratch: Scratch) -> Counts:
    """Return where the steps of each row's calendar begin."""
    offset: Counts = scratch.offset[: len(codes)]
    return np.multiply(codes, steps.stride, out=offset, dtype=np.uint64, casting="unsafe")


@lru_cache(maxsize=16)
def tables_of(calendars: tuple[Openings, ...], scale: int) -> Tables | None:
    """Return the tables of calendars; None where their horizons have nothing in common.

    Raises OverflowError where the horizon is longer than numbers of the unit can tell.
    """
    start, end = common_horizon(calendars, scale)
    if start >= end:
        return None
    if (end - start) * scale >= _LONGEST:
        raise OverflowError
    edges = [_edges(one, start, end) for one in calendars]
    front = 0
    if any(len(opens) and opens[0] == 0 for opens, _ in edges):
        # A whole slot, where the tables will be of slots.
        front = int(np.gcd.reduce(np.concatenate([pair.ravel() for pair in edges]))) or 1
    totals = [int((closes - opens).sum()) for opens, closes in edges]
    worked = [_worked_steps(pair, front, scale) for pair in edges]
    walled = [_walled_steps(pair, start, max(totals), scale) for pair in edges]
    return Tables(
        start,
        end,
        scale,
        front * scale,
        steps_of(worked, end - start + front, scale),
        steps_of(walled, max(*totals, 1), scale),
        tuple(total * scale for total in totals),
    )


def common_horizon(calendars: Sequence[Openings], scale: int = 1) -> tuple[int, int]:
    """Return the stretch of time that the horizons of all calendars, and 1/`scale` s, hold."""
    start = max(one.start for one in calendars)
    end = min(one.end for one in calendars)
    return max(start, -(HIGHEST // scale) + 1), min(end, HIGHEST // scale)


def _edges(openings: Openings, start: int, end: int) -> Seconds:
    """Return openings and closings within a horizon, counted from its start, in two rows."""
    both = np.array((openings.opens, openings.closes), np.int64)
    cut = np.clip(both, start, end) - start
    return cut[:, cut[0] < cut[1]]


def _worked_steps(edges: Seconds, front: int, scale: int) -> tuple[Seconds, Seconds]:
    """Return where open and closed stretches begin, and what is kept of each."""
    opens, closes = edges
    before = np.cumsum(closes - opens) - (closes - opens)
    begins = np.stack((opens, closes), axis=1).ravel() + front
    kept = np.stack((before - opens - front, before + closes - opens), axis=1).ravel() * scale
    if len(opens) and opens[0] == 0:
        # Open from the start: then the front is of that stretch too.
        begins[0] = 0
        return begins, kept
    return np.insert(begins, 0, 0), np.insert(kept, 0, 0)


def _walled_steps(edges: Seconds, start: int, most: int, scale: int) -> tuple[Seconds, Seconds]:
    """Return at how much open time each opening begins, and how far that is from its instant."""
    opens, closes = edges
    before = np.cumsum(closes - opens) - (closes - opens)
    total = int(before[-1] + closes[-1] - opens[-1]) if len(opens) else 0
    later = (opens - before + start) * scale
    if total < most or not len(opens):
        # Another calendar has more: what is beyond this one's is none of its open time.
        return np.append(before, total), np.append(later, HIGHEST)
    return before, later
