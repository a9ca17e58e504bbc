"""The map in slots: one look at a table turns wall time to open time, and one turns it back.

A slot is the greatest length of which every opening and closing is a multiple. A slot is open or
closed as a whole, so the open slots before it and whether it is open say everything about the
instants in it. Slots and not seconds are counted: decades of hours round the clock stay within 32
bits. Where hours open or close at odd minutes the table would be out of all proportion; then
`tables` has buckets instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings

Seconds = NDArray[np.int64]
Codes = NDArray[np.intp]
# Eight megabytes for each table: more is slower than buckets are.
MOST_SLOTS = 1 << 21
# Rows that are worked on at a time: what a block needs stays in the second-level cache.
BLOCK = 1 << 15


class Scratch:
    """Arrays of one block that are used again and again, by one thread."""

    def __init__(self) -> None:
        self.one = np.empty(BLOCK, np.int64)
        self.two = np.empty(BLOCK, np.int64)
        self.three = np.empty(BLOCK, np.int64)
        self.four = np.empty(BLOCK, np.int64)
        self.packed = np.empty(BLOCK, np.int32)
        self.bend = np.empty(BLOCK, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """The slots of one calendar or of several, from instant `start` on, each `length` seconds.

    `table` has, slot after slot and calendar after calendar, the open slots before it, doubled, and
    1 more where it is open; `inverse` the number of each open slot. `rows` is how many slots each
    calendar has in `table`, `firsts` where its open slots begin in `inverse`, `totals` how many
    open slots it has.
    """

    start: int
    end: int
    length: int
    rows: int
    table: NDArray[np.int32]
    inverse: NDArray[np.int32]
    firsts: Seconds
    totals: Seconds

    def worked(
        self, at: Seconds, out: Seconds, scratch: Scratch, codes: Codes | None, scale: int
    ) -> None:
        """Fill `out` with the open time from `start`; instants and results are 1/`scale` s."""
        size = len(at)
        slot, rest, packed = scratch.one[:size], scratch.two[:size], scratch.packed[:size]
        length = self.length * scale
        np.subtract(at, self.start * scale, out=rest)
        np.floor_divide(rest, length, out=slot)
        if codes is None:
            # Every slot is in the table, so that nothing is clipped: this mode spares a copy.
            np.take(self.table, slot, out=packed, mode="clip")
        else:
            place = scratch.three[:size]
            np.multiply(codes, self.rows, out=place)
            np.add(place, slot, out=place)
            np.take(self.table, place, out=packed, mode="clip")
        np.multiply(slot, length, out=slot)
        np.subtract(rest, slot, out=rest)
        np.right_shift(packed, 1, out=out)
        np.multiply(out, length, out=out)
        np.bitwise_and(packed, 1, out=slot)
        np.multiply(rest, slot, out=rest)
        np.add(out, rest, out=out)

    def walled(
        self,
        out: Seconds,
        forward: NDArray[np.bool_],
        scratch: Scratch,
        codes: Codes | None,
        scale: int,
    ) -> int:
        """Turn open time in `out` to instants; 1 where it ends too late for the table, -1 early.

        Where `forward`, what ends with an opening stays at its closing.
        """
        size = len(out)
        slot, place, packed = scratch.one[:size], scratch.two[:size], scratch.packed[:size]
        length = self.length * scale
        np.subtract(out, forward, out=place)
        np.floor_divide(place, length, out=slot)
        if int(slot.min()) < 0:
            return -1
        if codes is None:
            if int(slot.max()) >= len(self.inverse):
                return 1
            np.take(self.inverse, slot, out=packed, mode="clip")
        else:
            if bool(np.any(slot >= self.totals[codes])):
                return 1
            np.add(slot, self.firsts[codes], out=place)
            np.take(self.inverse, place, out=packed, mode="clip")
        np.subtract(packed, slot, out=slot)
        np.multiply(slot, length, out=slot)
        np.add(out, slot, out=out)
        np.add(out, self.start * scale, out=out)
        return 0


@lru_cache(maxsize=32)
def slots_of(calendars: tuple[Openings, ...]) -> Slots | None:
    """Return the slots of calendars, where all have a horizon; None where they are too many."""
    start, end = common_horizon(calendars)
    edges = [_edges(one, start, end) for one in calendars]
    length = int(np.gcd.reduce(np.concatenate([*(pair.ravel() for pair in edges), [end - start]])))
    rows = (end - start) // length + 1 if length else 0
    if not length or rows * len(calendars) > MOST_SLOTS:
        return None
    opened = np.stack([_opened(pair // length, rows) for pair in edges])
    before = np.cumsum(opened, axis=1) - opened
    totals = opened.sum(axis=1)
    return Slots(
        start,
        end,
        length,
        rows,
        (2 * before + opened).astype(np.int32).ravel(),
        np.concatenate([np.flatnonzero(row) for row in opened]).astype(np.int32),
        np.concatenate(([0], np.cumsum(totals)[:-1])),
        totals,
    )


def _edges(openings: Openings, start: int, end: int) -> Seconds:
    """Return openings and closings within a horizon, counted from its start, in two rows."""
    both = np.array((openings.opens, openings.closes), np.int64)
    cut = np.clip(both, start, end) - start
    return cut[:, cut[0] < cut[1]]


def _opened(edges: Seconds, rows: int) -> Seconds:
    change = np.zeros(rows, np.int64)
    np.add.at(change, edges[0], 1)
    np.add.at(change, edges[1], -1)
    return np.cumsum(change)


def common_horizon(calendars: Sequence[Openings]) -> tuple[int, int]:
    """Return the stretch of time that the horizons of all calendars hold."""
    return max(one.start for one in calendars), min(one.end for one in calendars)
