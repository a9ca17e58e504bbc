"""Working time where slots would be too many: hours that open or close at odd minutes.

Three small tables are looked up for a row instead of one; see `tables`.
"""

import numpy as np

from goodword.businesstime.openings import Openings
from goodword.businesstime.slots import BLOCK, Scratch, Seconds
from goodword.businesstime.tables import (
    Edges,
    WallTable,
    WorkedTable,
    edges_of,
    wall_table,
    worked_table,
)


def elapsed_in_buckets(openings: Openings, begin: Seconds, end: Seconds, scale: int) -> Seconds:
    """Return the open time from each start to each end, all inside the horizon; 1/`scale` s."""
    result = np.zeros(len(begin), np.int64)
    if not openings.opens:
        return result
    scratch = Scratch()
    before = np.empty(BLOCK, np.int64)
    for first in range(0, len(begin), BLOCK):
        out = result[first : first + BLOCK]
        rows = slice(first, first + len(out))
        until = end[rows] if len(end) > 1 else np.broadcast_to(end, out.shape)
        _worked(openings, until, out, scratch, scale)
        _worked(openings, begin[rows], before[: len(out)], scratch, scale)
        np.subtract(out, before[: len(out)], out=out)
    return result


def add_in_buckets(
    openings: Openings, begin: Seconds, amount: Seconds, scale: int
) -> tuple[Seconds, int]:
    """Return when so much open time has passed, and whether the horizon holds it.

    1 where it ends too early, -1 too late, 0 where the answer is whole.
    """
    result = np.empty(len(begin), np.int64)
    if not openings.opens:
        return result, 1
    scratch = Scratch()
    edges, walls = edges_of(openings), wall_table(openings)
    for first in range(0, len(begin), BLOCK):
        out = result[first : first + BLOCK]
        rows = slice(first, first + len(out))
        more = amount[rows] if len(amount) > 1 else amount
        _worked(openings, begin[rows], out, scratch, scale)
        np.add(out, more, out=out)
        # Forwards a due time stays at closing, backwards at opening: w - 1 and w find the opening.
        place = scratch.four[: len(out)]
        np.subtract(out, more > 0, out=place)
        if scale > 1:
            np.floor_divide(place, scale, out=place)
        if int(place.min()) < 0:
            return result, -1
        if int(place.max()) >= openings.total:
            return result, 1
        _walled(edges, walls, place, out, scratch, scale)
        np.add(out, openings.start * scale, out=out)
    return result, 0


def _worked(openings: Openings, at: Seconds, out: Seconds, scratch: Scratch, scale: int) -> None:
    """Fill `out` with the open time from the horizon's start; all `at` lie inside it."""
    edges, table = edges_of(openings), worked_table(openings)
    if scale == 1:
        _seconds_worked(openings, edges, table, at, out, scratch)
        return
    # The map is straight within a second: it stands still, or goes with the clock.
    whole = np.floor_divide(at, scale)
    rest = at - whole * scale
    _seconds_worked(openings, edges, table, whole, out, scratch)
    following = np.empty_like(out)
    _seconds_worked(openings, edges, table, whole + 1, following, scratch)
    rest *= following - out
    np.multiply(out, scale, out=out)
    np.add(out, rest, out=out)


def _seconds_worked(
    openings: Openings,
    edges: Edges,
    table: WorkedTable | None,
    at: Seconds,
    out: Seconds,
    scratch: Scratch,
) -> None:
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
    edges: Edges,
    table: WallTable | None,
    place: Seconds,
    out: Seconds,
    scratch: Scratch,
    scale: int,
) -> None:
    """Turn open time in `out` to wall time, by the opening in which second `place` lies."""
    size = len(out)
    row, taken, bend = scratch.two[:size], scratch.three[:size], scratch.bend[:size]
    if table is None:
        np.subtract(np.searchsorted(edges.before, place, "right"), 1, out=row)
        np.add(out, (edges.opens - edges.before)[row] * scale, out=out)
        return
    closed = scratch.one[:size]
    np.right_shift(place, table.shift, out=row)
    np.take(table.closed, row, out=closed, mode="clip")
    np.take(table.bend, row, out=taken, mode="clip")
    np.greater_equal(place, taken, out=bend)
    np.take(table.more, row, out=taken, mode="clip")
    np.multiply(taken, bend, out=taken)
    np.add(closed, taken, out=closed)
    if scale > 1:
        np.multiply(closed, scale, out=closed)
    np.add(out, closed, out=out)
