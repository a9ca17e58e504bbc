"""Working time for arrays of any shape, with the answers of `arithmetic`, one by one."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.businesstime.arithmetic import need_room
from goodword.businesstime.openings import Openings, covering, earlier, later, never_open
from goodword.businesstime.tables import (
    Edges,
    Seconds,
    WallTable,
    WorkedTable,
    edges_of,
    wall_table,
    worked_table,
)

# Rows that are worked on at a time: the scratch of a block stays in the second-level cache.
BLOCK = 1 << 14


class _Scratch:
    """Arrays of one block that are used again and again."""

    def __init__(self) -> None:
        self.one = np.empty(BLOCK, np.int64)
        self.two = np.empty(BLOCK, np.int64)
        self.three = np.empty(BLOCK, np.int64)
        self.four = np.empty(BLOCK, np.int64)
        self.bend = np.empty(BLOCK, np.bool_)


def elapsed(openings: Openings, starts: ArrayLike, ends: ArrayLike) -> Seconds:
    """Return the open seconds from each start to each end (UTC seconds), broadcast together.

    Raises OutsideCalendarError, as `arithmetic.elapsed` does. O(n).
    """
    begin, end, shape = _paired(starts, ends)
    result = np.empty(len(begin), np.int64)
    if not len(begin):
        return result.reshape(shape)
    wide = _covering(_covering(openings, begin), end)
    end = np.ascontiguousarray(np.broadcast_to(end, begin.shape))
    if not wide.opens:
        result[:] = 0
        return result.reshape(shape)
    edges, table, scratch = edges_of(wide), worked_table(wide), _Scratch()
    for rows in _blocks(len(begin)):
        out = result[rows]
        _worked(wide, edges, table, end[rows], out, scratch)
        before = scratch.four[: len(out)]
        _worked(wide, edges, table, begin[rows], before, scratch)
        np.subtract(out, before, out=out)
    return result.reshape(shape)


def left(openings: Openings, now: ArrayLike, dues: ArrayLike) -> Seconds:
    """Return the open seconds that remain until each due time; negative when it is past."""
    return elapsed(openings, now, dues)


def add(openings: Openings, starts: ArrayLike, seconds: ArrayLike) -> Seconds:
    """Return when so many open seconds have passed since each start, broadcast together.

    As `arithmetic.add` for each: 0 is the next opening, negative looks back. Raises
    NeverOpenError, OutsideCalendarError. O(n).
    """
    begin, amount, shape = _paired(starts, seconds)
    result = np.empty(len(begin), np.int64)
    if not len(begin):
        return result.reshape(shape)
    if not openings.hours.ever_open:
        raise never_open(openings.hours)
    wide = _covering(openings, begin)
    while not wide.opens:
        wide = later(wide)
    while (short := _add(wide, begin, amount, result)) != 0:
        need_room(wide, int(begin.min()), min(int(amount.min()), 0))
        need_room(wide, int(begin.max()), max(int(amount.max()), 0))
        wide = later(wide) if short > 0 else earlier(wide)
    return result.reshape(shape)


def next_open(openings: Openings, instants: ArrayLike) -> Seconds:
    """Return each instant itself when we are open, else the next opening."""
    return add(openings, instants, 0)


def is_open(openings: Openings, instants: ArrayLike) -> NDArray[np.bool_]:
    """Return whether we are open at each instant; the closing instant is outside."""
    at = np.asarray(instants, np.int64)
    return np.equal(elapsed(openings, at, at + 1), 1)


def _add(openings: Openings, begin: Seconds, amount: Seconds, result: Seconds) -> int:
    """Fill `result`; return 1 where the horizon ends too early, -1 too late, 0 when filled."""
    edges, table, scratch = edges_of(openings), worked_table(openings), _Scratch()
    walls = wall_table(openings)
    for rows in _blocks(len(begin)):
        out, more = result[rows], amount[rows] if len(amount) > 1 else amount
        _worked(openings, edges, table, begin[rows], out, scratch)
        np.add(out, more, out=out)
        # Forwards a due time stays at closing, backwards at opening: w - 1 and w find the opening.
        place = scratch.four[: len(out)]
        np.subtract(out, more > 0, out=place)
        if int(place.min()) < 0:
            return -1
        if int(place.max()) >= openings.total:
            return 1
        _walled(edges, walls, place, out, scratch)
        np.add(out, openings.start, out=out)
    return 0


def _worked(
    openings: Openings,
    edges: Edges,
    table: WorkedTable | None,
    at: Seconds,
    out: Seconds,
    scratch: _Scratch,
) -> None:
    """Fill `out` with the open seconds from the horizon's start; all `at` lie inside it."""
    size = len(at)
    q, row, taken = scratch.one[:size], scratch.two[:size], scratch.three[:size]
    np.subtract(at, openings.start, out=q)
    if table is None:
        np.subtract(np.searchsorted(edges.opens, q, "right"), 1, out=row)
        np.maximum(row, 0, out=row)
        opens = edges.opens[row]
        np.minimum(np.maximum(q, opens), edges.closes[row], out=out)
        np.add(out, edges.before[row] - opens, out=out)
        return
    np.right_shift(q, table.shift, out=row)
    # Every row is in the table, so that nothing is clipped: this mode only spares a copy.
    np.take(table.low, row, out=taken, mode="clip")
    np.maximum(q, taken, out=q)
    np.take(table.high, row, out=taken, mode="clip")
    np.minimum(q, taken, out=q)
    np.take(table.base, row, out=out, mode="clip")
    np.add(out, q, out=out)


def _walled(
    edges: Edges, table: WallTable | None, place: Seconds, out: Seconds, scratch: _Scratch
) -> None:
    """Turn open seconds in `out` to wall time, by the opening in which `place` lies."""
    size = len(out)
    row, taken, bend = scratch.two[:size], scratch.three[:size], scratch.bend[:size]
    if table is None:
        np.subtract(np.searchsorted(edges.before, place, "right"), 1, out=row)
        np.add(out, (edges.opens - edges.before)[row], out=out)
        return
    np.right_shift(place, table.shift, out=row)
    np.take(table.closed, row, out=taken, mode="clip")
    np.add(out, taken, out=out)
    np.take(table.bend, row, out=taken, mode="clip")
    np.greater_equal(place, taken, out=bend)
    np.take(table.more, row, out=taken, mode="clip")
    np.multiply(taken, bend, out=taken)
    np.add(out, taken, out=out)


def _paired(first: ArrayLike, second: ArrayLike) -> tuple[Seconds, Seconds, tuple[int, ...]]:
    """Return both as flat arrays of one length, or the second with one row for all; the shape."""
    one, other = np.asarray(first, np.int64), np.asarray(second, np.int64)
    shape = np.broadcast_shapes(one.shape, other.shape)
    flat = np.ascontiguousarray(np.broadcast_to(one, shape)).reshape(-1)
    if other.size == 1:
        return flat, other.reshape(-1), shape
    return flat, np.ascontiguousarray(np.broadcast_to(other, shape)).reshape(-1), shape


def _covering(openings: Openings, instants: Seconds) -> Openings:
    """Return openings whose horizon holds all instants. Checked once a batch."""
    return covering(covering(openings, int(instants.min())), int(instants.max()))


def _blocks(rows: int) -> Iterator[slice]:
    return (slice(first, first + BLOCK) for first in range(0, rows, BLOCK))
