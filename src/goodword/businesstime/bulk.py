"""Working time for arrays of any shape, with the answers of `arithmetic`, one by one.

Moments are UTC seconds in whole numbers, or datetime64 in s, ms, us or ns; a null (NaT) has a null
for an answer. Several calendars answer in one call: `openings` is then a sequence of them and
`codes` says, row by row, which one counts. `out` is an array to be filled and returned, of the
shape and type of the answer; it may be one of the arrays that are asked about. `threads` is how
many work at once, None for as many as there are processors.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.businesstime.apart import Rows, add_apart, elapsed_apart, few, others, rows_outside
from goodword.businesstime.arithmetic import need_room
from goodword.businesstime.blocks import Block, in_blocks
from goodword.businesstime.moments import (
    NULL,
    Paired,
    Seconds,
    UnreadableArrayError,
    filled,
    flat,
    paired,
)
from goodword.businesstime.nanoseconds import add_by_seconds, elapsed_by_seconds
from goodword.businesstime.openings import FAR, Openings, covering, earlier, later, never_open
from goodword.businesstime.tables import Codes, Scratch, Tables, common_horizon, tables_of
from goodword.businesstime.zone import outside_calendar

Calendars = Openings | Sequence[Openings]
# Why a block cannot be answered: an instant is outside of the horizon. Else 1 where there is too
# little open time before its end, -1 after its start.
_NOT_INSIDE = 2


def elapsed(
    openings: Calendars,
    starts: ArrayLike,
    ends: ArrayLike,
    *,
    codes: ArrayLike | None = None,
    threads: int | None = None,
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Return the open time from each start to each end, broadcast together.

    Seconds for seconds, timedelta64 for datetime64; negative, the mirror, where the end is before.
    Raises OutsideCalendarError, as `arithmetic.elapsed` does, and UnreadableArrayError. O(n).
    """
    it = paired(starts, ends)
    answer, numbers = it.answers("timedelta64", out)
    calendars, which = _chosen(openings, codes, it)
    while it.rows:
        try:
            tables = tables_of(calendars, it.scale)
        except OverflowError:
            seconds = partial(elapsed, calendars, codes=which, threads=threads)
            elapsed_by_seconds(it, numbers, seconds)
            break
        if tables is not None:
            at = tables.start * it.scale
            block = _elapsed_block(tables)
            if not in_blocks(block, it, numbers, which, (at, at), threads):
                break
        horizon = sorted(common_horizon(calendars))
        far = rows_outside(it, (horizon[0], horizon[1]), it.first, it.second)
        if far is not None:
            near = partial(elapsed, calendars, threads=threads)
            elapsed_apart(calendars, which, it, numbers, far)
            others(near, which, it, ("datetime64", "datetime64"), numbers, far)
            break
        calendars = _wider(calendars, it.scale, it.first, it.second)
    return filled(answer, numbers)


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
    out: NDArray[Any] | None = None,
) -> NDArray[Any]:
    """Return when so much open time has passed since each start, broadcast together.

    `amounts` are seconds or timedelta64. As `arithmetic.add` for each: 0 is the next opening,
    negative looks back. Raises NeverOpenError, OutsideCalendarError, UnreadableArrayError. O(n).
    """
    it = paired(starts, amounts)
    answer, numbers = it.answers("datetime64", out)
    calendars, which = _chosen(openings, codes, it)
    if it.rows:
        _need_openings(calendars, which)
    while it.rows:
        try:
            tables = tables_of(calendars, it.scale)
        except OverflowError:
            seconds = partial(elapsed, calendars, codes=which, threads=threads)
            later_by = partial(add, calendars, codes=which, threads=threads)
            add_by_seconds(it, numbers, seconds, later_by)
            break
        short = _NOT_INSIDE
        if tables is not None:
            sound = (tables.start * it.scale, 0)
            short = in_blocks(_add_block(tables), it, numbers, which, sound, threads)
        if not short:
            break
        far = _far_for_adding(calendars, which, it, short)
        if far is not None:
            near = partial(add, calendars, threads=threads)
            add_apart(calendars, which, it, numbers, far)
            others(near, which, it, ("datetime64", "timedelta64"), numbers, far)
            break
        calendars = _grown(calendars, which, it, short)
    return filled(answer, numbers)


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


def _elapsed_block(tables: Tables) -> Block:
    def block(
        one: Seconds, other: Seconds, out: Seconds, scratch: Scratch, codes: Codes | None
    ) -> int:
        until, since = out.view(np.uint64), scratch.found[: len(out)]
        if not tables.worked(other.view(np.uint64), until, scratch, codes):
            return _NOT_INSIDE
        if not tables.worked(one.view(np.uint64), since, scratch, codes, again=True):
            return _NOT_INSIDE
        np.subtract(until, since, out=until)
        return 0

    return block


def _add_block(tables: Tables) -> Block:
    def block(
        one: Seconds, more: Seconds, out: Seconds, scratch: Scratch, codes: Codes | None
    ) -> int:
        worked, places = out.view(np.uint64), scratch.places[: len(out)]
        if not tables.worked(one.view(np.uint64), worked, scratch, codes):
            return _NOT_INSIDE
        np.add(worked, more.view(np.uint64), out=worked)
        # Forwards a due time stays at closing, backwards at opening: the unit of open time that
        # ends there is looked for, or the one that begins. The sign of the amount, turned round
        # and spread over all bits, is -1 or 0.
        sign = places.view(np.int64)
        np.negative(more, out=sign)
        np.right_shift(sign, 63, out=sign)
        np.add(worked, places, out=places)
        if tables.walled(worked, places, scratch, codes):
            return 0
        return -1 if np.minimum.reduce(sign) < 0 else 1

    return block


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
    which = np.asarray(codes)
    if which.size and which.dtype.kind not in "iu":
        raise UnreadableArrayError(
            f"An array of {which.dtype} holds no codes of calendars.",
            hint="Give `codes`, a whole number from 0 for each row.",
        )
    which = flat(which, it.shape)
    # The least and the greatest, once for the whole batch: a code beyond would be another's row.
    if which.size and not (int(which.min()) >= 0 and int(which.max()) < len(calendars)):
        raise UnreadableArrayError(
            f"The codes run from {int(which.min())} to {int(which.max())}, "
            f"and there are {len(calendars)} calendars.",
            hint="The first calendar is 0.",
        )
    return calendars, which


def _as_moments(it: Paired, *instants: Any) -> list[NDArray[Any]]:
    """Return whole numbers of the unit as what they mean."""
    kind = np.int64 if it.unit is None else f"datetime64[{it.unit}]"
    return [np.asarray(one, np.int64).view(kind) for one in instants]


def _used(calendars: tuple[Openings, ...], which: Codes | None) -> tuple[Openings, ...]:
    """Return the calendars that count for some row."""
    return calendars if which is None else tuple(calendars[code] for code in np.unique(which))


def _need_openings(calendars: tuple[Openings, ...], which: Codes | None) -> None:
    """Refuse hours that never open, where they count."""
    if not all(one.hours.ever_open for one in calendars):
        for one in _used(calendars, which):
            if not one.hours.ever_open:
                raise never_open(one.hours)


def _reach(values: Seconds) -> tuple[int, int]:
    """Return the least and the greatest of all that are not null."""
    known = values[values != NULL]
    return (int(known.min()), int(known.max())) if len(known) else (0, 0)


def _wider(calendars: tuple[Openings, ...], scale: int, *instants: Seconds) -> tuple[Openings, ...]:
    """Return calendars whose horizons hold all instants."""
    reaches = [_reach(one) for one in instants]
    low = min(low for low, _ in reaches) // scale
    high = max(high for _, high in reaches) // scale
    wider = tuple(covering(covering(one, low), high) for one in calendars)
    if wider == calendars:
        # Only at the last second that the unit can tell.
        raise outside_calendar("An instant in so fine a unit")
    return wider


def _far_for_adding(
    calendars: tuple[Openings, ...], which: Codes | None, it: Paired, short: int
) -> Rows | None:
    """Return the rows for which a horizon would have to grow by centuries, None where not few."""
    low, high = common_horizon([one for one in calendars if one.hours.ever_open])
    if short == _NOT_INSIDE:
        return rows_outside(it, (low, high), it.first)
    if 2 * (high - low) < FAR:
        return None
    start, end = (np.int64(edge * it.scale) for edge in (low, high))
    at = np.where(it.first == NULL, start, it.first)
    place = elapsed(calendars, *_as_moments(it, start, at), codes=which).view(np.int64) + it.second
    total = elapsed(calendars, *_as_moments(it, start, end), codes=which).view(np.int64)
    known = (it.first != NULL) & (it.second != NULL)
    return few(np.broadcast_to(known & ((place < 0) | (place > total)), (it.rows,)))


def _grown(
    calendars: tuple[Openings, ...], which: Codes | None, it: Paired, short: int
) -> tuple[Openings, ...]:
    """Return calendars with what `short` says is missing for adding."""
    if short == _NOT_INSIDE:
        return _wider(calendars, it.scale, it.first)
    side = 0 if short < 0 else 1
    worst, more = _reach(it.first)[side] // it.scale, _reach(it.second)[side] // it.scale
    more = min(more, 0) if short < 0 else max(more, 0)
    for one in _used(calendars, which):
        need_room(one, worst, more)
    grow = earlier if short < 0 else later
    calendars = tuple(grow(one) if one.hours.ever_open else one for one in calendars)
    low, high = common_horizon([one for one in calendars if one.hours.ever_open])
    return tuple(covering(covering(one, low), high - 1) for one in calendars)
