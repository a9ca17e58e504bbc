"""Working time for arrays of any shape, with the answers of `arithmetic`, one by one.

Moments are UTC seconds in whole numbers, or datetime64 in s, ms, us or ns; a null (NaT) has a null
for an answer. Several calendars answer in one call: `openings` is then a sequence of them and
`codes` says, row by row, which one counts.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.businesstime.arithmetic import need_room
from goodword.businesstime.buckets import add_in_buckets, elapsed_in_buckets
from goodword.businesstime.moments import Paired, Seconds, UnreadableArrayError, paired
from goodword.businesstime.openings import Openings, covering, earlier, later, never_open
from goodword.businesstime.slots import BLOCK, Codes, Scratch, Slots, common_horizon, slots_of

Calendars = Openings | Sequence[Openings]
# So many rows are worth a thread of their own.
_PER_THREAD = 1 << 18
_MOST_THREADS = 8


def elapsed(
    openings: Calendars,
    starts: ArrayLike,
    ends: ArrayLike,
    *,
    codes: ArrayLike | None = None,
    threads: int | None = None,
) -> NDArray[Any]:
    """Return the open time from each start to each end, broadcast together.

    Seconds for seconds, timedelta64 for datetime64; negative, the mirror, where the end is before.
    `threads` is how many work at once, None for as many as there are processors. Raises
    OutsideCalendarError, as `arithmetic.elapsed` does. O(n).
    """
    it = paired(starts, ends)
    result = np.empty(len(it.first), np.int64)
    if not len(result):
        return it.lengths(result)
    calendars, which = _chosen(openings, codes, it)
    low = min(int(it.first.min()), int(it.second.min())) // it.scale
    high = max(int(it.first.max()), int(it.second.max())) // it.scale
    calendars = _covering(calendars, low, high)
    slots = slots_of(calendars)
    if slots is None:
        for rows, one in _by_calendar(calendars, which):
            result[rows] = elapsed_in_buckets(one, it.first[rows], _rows(it.second, rows), it.scale)
        return it.lengths(result)

    def work(first: int, last: int) -> int:
        scratch = Scratch()
        for begin in range(first, last, BLOCK):
            rows = slice(begin, min(begin + BLOCK, last))
            own = None if which is None else which[rows]
            out = result[rows]
            slots.worked(_rows(it.second, rows, len(out)), out, scratch, own, it.scale)
            before = scratch.four[: len(out)]
            slots.worked(it.first[rows], before, scratch, own, it.scale)
            np.subtract(out, before, out=out)
        return 0

    _shared_out(work, len(result), threads)
    return it.lengths(result)


def left(openings: Calendars, now: ArrayLike, dues: ArrayLike, **how: Any) -> NDArray[Any]:
    """Return the open time that remains until each due time; negative when it is past."""
    return elapsed(openings, now, dues, **how)


def add(
    openings: Calendars,
    starts: ArrayLike,
    amounts: ArrayLike,
    *,
    codes: ArrayLike | None = None,
    threads: int | None = None,
) -> NDArray[Any]:
    """Return when so much open time has passed since each start, broadcast together.

    `amounts` are seconds or timedelta64. As `arithmetic.add` for each: 0 is the next opening,
    negative looks back. Raises NeverOpenError, OutsideCalendarError. O(n).
    """
    it = paired(starts, amounts)
    result = np.empty(len(it.first), np.int64)
    if not len(result):
        return it.moments(result)
    calendars, which = _chosen(openings, codes, it)
    used = calendars if which is None else [calendars[code] for code in np.unique(which)]
    for one in used:
        if not one.hours.ever_open:
            raise never_open(one.hours)
    calendars = _covering(
        calendars, int(it.first.min()) // it.scale, int(it.first.max()) // it.scale
    )
    while (short := _added(calendars, which, it, result, threads)) != 0:
        worst = int(it.first.min()) if short < 0 else int(it.first.max())
        more = int(it.second.min()) if short < 0 else int(it.second.max())
        more = min(more, 0) if short < 0 else max(more, 0)
        grow = earlier if short < 0 else later
        for one in used:
            need_room(one, worst // it.scale, more // it.scale)
        calendars = tuple(grow(one) if one.hours.ever_open else one for one in calendars)
        low, high = common_horizon([one for one in calendars if one.hours.ever_open])
        calendars = _covering(calendars, low, high - 1)
    return it.moments(result)


def next_open(openings: Calendars, instants: ArrayLike, **how: Any) -> NDArray[Any]:
    """Return each instant itself when we are open, else the next opening."""
    return add(openings, instants, 0, **how)


def is_open(openings: Calendars, instants: ArrayLike, **how: Any) -> NDArray[np.bool_]:
    """Return whether we are open at each instant; the closing instant is outside. NaT is closed."""
    at = np.asarray(instants)
    one = np.timedelta64(1, "s") if at.dtype.kind == "M" else np.int64(1)
    if at.dtype.kind == "M":
        # What is open in the second in which an instant lies is open at the instant.
        at = at.astype("datetime64[s]")
    found: NDArray[np.bool_] = elapsed(openings, at, at + one, **how) == one
    return found


def _added(
    calendars: tuple[Openings, ...],
    which: Codes | None,
    it: Paired,
    result: Seconds,
    threads: int | None,
) -> int:
    """Fill `result`; return 1 where a horizon ends too early, -1 too late, 0 when filled."""
    slots = slots_of(calendars)
    if slots is None:
        for rows, one in _by_calendar(calendars, which):
            filled, short = add_in_buckets(one, it.first[rows], _rows(it.second, rows), it.scale)
            if short:
                return short
            result[rows] = filled
        return 0
    return _added_in_slots(slots, which, it, result, threads)


def _added_in_slots(
    slots: Slots, which: Codes | None, it: Paired, result: Seconds, threads: int | None
) -> int:
    def work(first: int, last: int) -> int:
        scratch = Scratch()
        for begin in range(first, last, BLOCK):
            rows = slice(begin, min(begin + BLOCK, last))
            own = None if which is None else which[rows]
            out = result[rows]
            more = _rows(it.second, rows, len(out))
            slots.worked(it.first[rows], out, scratch, own, it.scale)
            np.add(out, more, out=out)
            forward = np.greater(more, 0, out=scratch.bend[: len(out)])
            if short := slots.walled(out, forward, scratch, own, it.scale):
                return short
        return 0

    return _shared_out(work, len(result), threads)


def _chosen(
    openings: Calendars, codes: ArrayLike | None, it: Paired
) -> tuple[tuple[Openings, ...], Codes | None]:
    """Return the calendars and, where there are several, the number of each row's."""
    if isinstance(openings, Openings):
        return (openings,), None
    calendars = tuple(openings)
    if codes is None:
        if len(calendars) != 1:
            raise UnreadableArrayError(
                f"There are {len(calendars)} calendars, and no codes say which one counts.",
                hint="Give `codes`, a number from 0 for each row.",
            )
        return calendars, None
    which = np.ascontiguousarray(np.broadcast_to(np.asarray(codes, np.intp), it.shape)).reshape(-1)
    if which.size and not (int(which.min()) >= 0 and int(which.max()) < len(calendars)):
        raise UnreadableArrayError(
            f"The codes run from {int(which.min())} to {int(which.max())}, "
            f"and there are {len(calendars)} calendars.",
            hint="The first calendar is 0.",
        )
    return calendars, which


def _covering(calendars: tuple[Openings, ...], low: int, high: int) -> tuple[Openings, ...]:
    """Return calendars whose horizons hold all instants. Checked once a batch."""
    return tuple(covering(covering(one, low), high) for one in calendars)


def _by_calendar(
    calendars: tuple[Openings, ...], which: Codes | None
) -> Iterator[tuple[Any, Openings]]:
    """Yield the rows of each calendar, where they cannot be worked on together."""
    if which is None:
        yield slice(None), calendars[0]
        return
    for code in np.unique(which):
        yield np.flatnonzero(which == code), calendars[code]


def _rows(values: Seconds, rows: Any, size: int | None = None) -> Seconds:
    """Return some rows of an array that may have one row for all."""
    if len(values) > 1:
        chosen: Seconds = values[rows]
        return chosen
    return values if size is None else np.broadcast_to(values, (size,))


def _shared_out(work: Callable[[int, int], int], rows: int, threads: int | None) -> int:
    """Return the first answer but 0 of `work` on stretches of the rows, one stretch a thread."""
    most = threads or min(os.cpu_count() or 1, _MOST_THREADS)
    several = max(1, min(most, rows // _PER_THREAD))
    if several == 1:
        return work(0, rows)
    each = -(-rows // several // BLOCK) * BLOCK
    cuts = [*range(0, rows, each), rows]
    with ThreadPoolExecutor(several) as pool:
        answers = pool.map(work, cuts[:-1], cuts[1:])
        return next((one for one in answers if one), 0)
