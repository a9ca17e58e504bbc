"""Due times of every start on a grid, for one promise's limit and one set of hours."""

from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from itertools import pairwise
from math import gcd

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.calendar import add_to_date
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, covering, later, never_open
from goodword.businesstime.zone import DAY
from goodword.case.compact import NEVER
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit
from goodword.replay.tally_grid import Grid, Instants, by_key, edges_of, midnights, steps_of
from goodword.replay.zone_offsets import zone_offsets

Base = NDArray[np.int32]
Moves = NDArray[np.int32]
_DATES = frozenset({Unit.DAY, Unit.WEEK})


@dataclass(frozen=True, slots=True, eq=False)
class DueTable:
    """For each key of a grid, when it falls due, in seconds from the grid's origin.

    Where `moves` is all ones (as -1) it is seconds after the start instead; with `always` that is
    so everywhere, and without both nowhere. What falls due beyond 68 years is due at the end of
    them.
    """

    base: Base
    moves: Moves | None = None
    always: bool = False


def steps_for(limit: Limit, openings: Openings, first: int, last: int, origin: int) -> int:
    """Return the greatest step of a grid on which `due_table` of this limit is exact."""
    _, days = midnights(openings.zone, first, last)
    step = int(np.gcd.reduce(days - origin))
    if isinstance(limit, Anchor):
        times = [_seconds_of(one) for one in (limit.at, limit.cutoff) if one is not None]
        return gcd(step, steps_of(openings, origin), *times)
    if limit.counting is Counting.WORKING and limit.is_exact:
        return gcd(steps_of(openings, origin), limit.seconds)
    return gcd(step, 3600)


def due_table(limit: Limit, openings: Openings, grid: Grid) -> DueTable | None:
    """Return the table of a limit, None where no straight lines can be relied on in this grid.

    The same answers as `due_time` for each start. Raises as that does.
    """
    last = _last(grid)
    if steps_for(limit, openings, grid.origin, last, grid.origin) % grid.length:
        return None
    if isinstance(limit, Duration) and limit.is_exact:
        return _working_time(limit.seconds, openings, grid)
    if isinstance(limit, Duration) and limit.counting is not Counting.WORKING:
        return _same_local_time(limit, openings, grid)
    if isinstance(limit, Duration) and limit.unit in _DATES:
        week = sum(1 for intervals in openings.hours.week if intervals) or 1
        return _nth_closing(limit.amount * (week if limit.unit is Unit.WEEK else 1), openings, grid)
    if limit == Anchor(AnchorKind.NEXT_WORKING_DAY):
        return _nth_closing(1, openings, grid)
    return _in_steps(limit, openings, grid)


def _working_time(seconds: int, openings: Openings, grid: Grid) -> DueTable:
    if not openings.hours.ever_open:
        raise never_open(openings.hours)
    openings = covering(openings, grid.origin)
    amount = seconds // grid.length
    opened, before, slot_of = _slots(openings, grid)
    needed = int(before[min(grid.slots, len(before)) - 1]) + amount + 1
    while len(opened) <= grid.slots or int(before[-1]) < needed:
        openings = later(openings)
        opened, before, slot_of = _slots(openings, grid)
    is_open, done = opened[: grid.slots], before[: grid.slots]
    closing = (slot_of[done + amount - 1] + 1) * grid.length
    ahead = (slot_of[done + amount] - np.arange(grid.slots)) * grid.length
    base = np.empty((grid.slots, 2), np.int32)
    base[:, 0] = np.minimum(closing, NEVER)
    base[:, 1] = np.minimum(np.where(is_open, ahead, closing), NEVER)
    return DueTable(base.reshape(-1), _moves(openings, grid))


def forget_slots() -> None:
    """Give back the memory that making tables took; what was made is not touched."""
    _slots.cache_clear()
    _moves.cache_clear()


@lru_cache(maxsize=16)
def _moves(openings: Openings, grid: Grid) -> Moves:
    """Return which keys have a due time that moves with the start: one array for all limits."""
    moves = np.zeros((grid.slots, 2), np.int32)
    np.negative(_slots(openings, grid)[0][: grid.slots], out=moves[:, 1])
    return moves.reshape(-1)


@lru_cache(maxsize=16)
def _slots(
    openings: Openings, grid: Grid
) -> tuple[NDArray[np.int8], NDArray[np.int64], NDArray[np.intp]]:
    """Return which slots are open, how many were before each, and the number of each open one."""
    opened = _opened(openings, grid)
    return opened, np.cumsum(opened, dtype=np.int64) - opened, np.flatnonzero(opened)


def _opened(openings: Openings, grid: Grid) -> NDArray[np.int8]:
    """Return for each slot to the end of the horizon whether it is open."""
    size = (openings.end - grid.origin) // grid.length + 1
    edges = np.stack(edges_of(openings), axis=1).reshape(-1)
    places = np.clip((edges - grid.origin) // grid.length, 0, size)
    lengths = np.diff(places, prepend=0, append=size)
    return np.repeat(np.arange(len(lengths), dtype=np.int8) & 1, lengths)


def _nth_closing(days: int, openings: Openings, grid: Grid) -> DueTable:
    """Return the last closing of the working day so many after the date of arrival."""
    if not openings.hours.ever_open:
        raise never_open(openings.hours)
    openings = covering(openings, grid.origin)
    ordinal, begins = midnights(openings.zone, grid.origin, _last(grid))
    arrival = ordinal + np.arange(len(begins))
    while (
        int(np.searchsorted(openings.days, arrival[-1], "right")) + days > len(openings.days)
        or openings.end < begins[-1]
    ):
        openings = later(openings)
    index = np.searchsorted(np.array(openings.days), arrival, "right") + days - 1
    due = np.array(openings.day_closes, np.int64)[index]
    return DueTable(_packed(by_key(grid, *_from_origin(grid, begins, due)), grid))


def _same_local_time(limit: Duration, openings: Openings, grid: Grid) -> DueTable | None:
    """Return how long after the start the same local time comes so many days or months later."""
    zone = openings.zone
    ordinal, begins = midnights(zone, grid.origin, _last(grid))
    arrival = [date.fromordinal(ordinal + place) for place in range(len(begins))]
    days = [
        (add_to_date(day, limit.amount, limit.unit) - day).days
        if limit.unit not in _DATES
        else limit.amount * (7 if limit.unit is Unit.WEEK else 1)
        for day in arrival
    ]
    later = by_key(grid, *_from_origin(grid, begins, np.array(days, np.int64) * DAY)).astype(
        np.int64
    )
    edges = grid.origin + np.arange(grid.slots, dtype=np.int64) * grid.length
    offsets = zone_offsets(zone, grid.origin, _last(grid) + (max(days) + 1) * DAY)
    ahead = []
    for inside in (0, min(1, grid.length - 1), grid.length - 1):
        starts = edges + inside
        due = offsets.instants(offsets.local(starts) + later[bool(inside) :: 2])
        ahead.append(due - starts)
    edge, first, last = ahead
    if not np.array_equal(first, last):
        return None
    base = np.stack((edge, first), axis=1).reshape(-1)
    return DueTable(np.minimum(base, NEVER).astype(np.int32), always=True)


def _in_steps(limit: Limit, openings: Openings, grid: Grid) -> DueTable:
    """Return due times that change on the grid alone and within a date never back, by halving."""
    _, begins = midnights(openings.zone, grid.origin, _last(grid))
    cuts = np.clip((begins - grid.origin) // grid.length * 2, 0, grid.size).tolist()
    due = np.empty(grid.size, np.int64)
    at: dict[int, int] = {}

    def of(key: int) -> int:
        if key not in at:
            at[key] = due_time(limit, openings, grid.origin + key // 2 * grid.length + key % 2)
        return at[key]

    open_ends = [(first, end) for first, end in pairwise(cuts) if end > first]
    # The inside of a slot of one second is empty: it may be asked for, and is its next edge's.
    while open_ends:
        first, end = open_ends.pop()
        if of(first) == of(end - 1):
            due[first:end] = of(first)
        else:
            middle = (first + end) // 2
            open_ends += [(first, middle), (middle, end)]
    return DueTable(_packed(due, grid))


def _last(grid: Grid) -> int:
    return grid.origin + grid.slots * grid.length


def _from_origin(
    grid: Grid, begins: Instants, values: NDArray[np.generic]
) -> tuple[Instants, NDArray[np.generic]]:
    """Return the stretches that touch the grid."""
    first = int(np.searchsorted(begins, grid.origin, "right")) - 1
    return begins[first:], values[first:]


def _packed(due: NDArray[np.generic], grid: Grid) -> Base:
    return np.minimum(due.astype(np.int64) - grid.origin, NEVER).astype(np.int32)


def _seconds_of(at: time) -> int:
    return at.hour * 3600 + at.minute * 60 + at.second
