"""When many stretches fall due, with their pauses: `due_time` in columns."""

from datetime import date

import numpy as np

from goodword.businesstime.bulk import add
from goodword.businesstime.calendar import add_to_date
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, covering, later, never_open
from goodword.businesstime.zone import LAST_INSTANT
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.replay.dues import dues, local_days, midnights, passed
from goodword.replay.event_pauses import Pauses
from goodword.replay.event_table import NEVER, Flags, Instants, Places

UNKNOWN = 2**61
"""Stands for a due time that is not known while a pause before it goes on: later than any."""

_DAY = 86_400
_LONG = frozenset({Unit.MONTH, Unit.YEAR})


def paused_dues(
    limit: Limit, openings: Openings, start: Instants, done: Instants, pauses: Pauses
) -> Instants:
    """Return when each stretch falls due; `UNKNOWN` while a pause before that goes on.

    What came after it was done changes nothing about when it was due.
    """
    end = np.minimum(pauses.end, done[pauses.row])
    goes_on = end == NEVER
    counted = ~goes_on & (end > np.maximum(pauses.start, start[pauses.row]))
    ended = Pauses(pauses.row[counted], pauses.start[counted], end[counted])
    some = np.zeros(len(start), np.bool_)
    some[ended.row] = True
    due = np.empty_like(start)
    due[~some] = dues(limit, openings, start[~some])
    if some.any():
        place = np.cumsum(some) - 1
        due[some] = _around(limit, openings, start[some], _moved(ended, place))
    unended = np.full(len(start), NEVER, np.int64)
    unended[pauses.row[goes_on]] = pauses.start[goes_on]
    return np.where(due > unended, UNKNOWN, due)


def _moved(pauses: Pauses, place: Places) -> Pauses:
    return Pauses(place[pauses.row], pauses.start, pauses.end)


def _around(limit: Limit, openings: Openings, start: Instants, pauses: Pauses) -> Instants:
    """Return the dues of stretches each of which has at least one pause that ended."""
    if isinstance(limit, Duration) and limit.is_exact:
        return _exact(limit, openings, start, pauses)
    if (
        isinstance(limit, Duration)
        and limit.counting is Counting.WORKING
        and limit.unit not in _LONG
    ):
        return _working_days(limit, openings, start, pauses)
    if isinstance(limit, Duration) and limit.counting is Counting.CALENDAR:
        return _calendar_days(limit, openings, start, pauses)
    return _one_by_one(limit, openings, start, pauses)


def _one_by_one(limit: Limit, openings: Openings, start: Instants, pauses: Pauses) -> Instants:
    begins = np.flatnonzero(np.diff(pauses.row, prepend=-1)).tolist()
    ends = [*begins[1:], len(pauses.row)]
    each = list(zip(pauses.start.tolist(), pauses.end.tolist(), strict=True))
    found = [
        due_time(limit, openings, begin, each[low:high])
        for begin, low, high in zip(start.tolist(), begins, ends, strict=True)
    ]
    return np.array(found, np.int64)


def _exact(limit: Duration, openings: Openings, start: Instants, pauses: Pauses) -> Instants:
    """Return dues of counted seconds: a pause counts as long as less than all had run before it."""
    own = start[pauses.row]
    begin = np.maximum(pauses.start, own)
    left_out = passed(limit, openings, begin, pauses.end)
    run = passed(limit, openings, own, begin) - _before_in_row(pauses.row, left_out)
    last = _last_of_row(pauses.row, run < limit.seconds, len(start))
    cursor = np.where(last < 0, start, pauses.end[last])
    left = np.where(last < 0, limit.seconds, limit.seconds - run[last])
    if limit.counting is not Counting.WORKING:
        return cursor + left
    found: Instants = add(openings, cursor, left)
    return found


def _working_days(limit: Duration, openings: Openings, start: Instants, pauses: Pauses) -> Instants:
    """Return dues of counted days: one whose closing falls inside a pause is not counted."""
    if not openings.hours.ever_open:
        raise never_open(openings.hours)
    count = limit.amount
    if limit.unit is Unit.WEEK:
        count *= sum(1 for intervals in openings.hours.week if intervals) or 1
    openings = covering(covering(openings, int(start.min())), int(start.max()))
    arrival = local_days(openings.zone, start)
    while True:
        closes = np.array(openings.day_closes, np.int64)
        first = np.searchsorted(np.array(openings.days, np.int64), arrival, "right")
        place = _nth(closes, first, np.full(len(start), count), pauses)
        if int(place.max()) < len(closes):
            return closes[place]
        openings = later(openings)


def _calendar_days(
    limit: Duration, openings: Openings, start: Instants, pauses: Pauses
) -> Instants:
    """Return dues of counted dates: one whose same local time falls inside a pause is not counted.

    Where the clocks change on the way, the same local time is asked for one by one.
    """
    zone, most = openings.zone, _most_days(limit) + 1
    if int(max(start.max(), pauses.end.max())) > LAST_INSTANT - _DAY * (most + 2):
        return _one_by_one(limit, openings, start, pauses)
    begins = midnights(zone, np.append(start, pauses.end), spare=most)
    day = np.searchsorted(begins, start, "right") - 1
    first = local_days(zone, begins[:1])
    count = _days_in(limit, day + first)
    # Every start is moved back to its midnight, and its pauses with it.
    since = start - begins[day]
    moved = Pauses(pauses.row, pauses.start - since[pauses.row], pauses.end - since[pauses.row])
    place = _nth(begins, day + 1, count, moved)
    longer = np.append(0, np.cumsum(np.diff(begins) != _DAY))
    due = begins[place] + since
    odd = longer[np.minimum(place + 1, len(begins) - 1)] != longer[day]
    if odd.any():
        some = np.cumsum(odd) - 1
        own = odd[pauses.row]
        few = Pauses(some[pauses.row[own]], pauses.start[own], pauses.end[own])
        due[odd] = _one_by_one(limit, openings, start[odd], few)
    return due


def _days_in(limit: Duration, arrival: Instants) -> Instants:
    """Return how many dates the limit is from each date of arrival."""
    unique, back = np.unique(arrival, return_inverse=True)
    days = []
    for ordinal in unique.tolist():
        day = date.fromordinal(ordinal)
        days.append((add_to_date(day, limit.amount, limit.unit) - day).days)
    return np.array(days, np.int64)[back.reshape(-1)]


def _most_days(limit: Duration) -> int:
    return limit.amount * {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}[limit.unit]


def _nth(moments: Instants, first: Places, count: Instants, pauses: Pauses) -> Places:
    """Return the place of the `count`th of the moments from `first` on that is in no pause.

    Each row has at least one pause. A place past the last moment stands for any of those.
    """
    own = first[pauses.row]
    low = np.maximum(np.searchsorted(moments, pauses.start, "right"), own)
    left_out = np.maximum(np.searchsorted(moments, pauses.end, "left") - low, 0)
    run = low - own - _before_in_row(pauses.row, left_out)
    last = _last_of_row(pauses.row, run < count[pauses.row], len(first))
    through = np.cumsum(left_out) - _before_row(pauses.row, left_out)
    found: Places = first + count - 1 + np.where(last < 0, 0, through[last])
    return found


def _before_row(row: Places, values: Instants) -> Instants:
    """Return the sum of all values of earlier rows."""
    total = np.cumsum(values) - values
    begins = np.append(True, row[1:] != row[:-1])[: len(row)]
    found: Instants = total[np.maximum.accumulate(np.where(begins, np.arange(len(row)), 0))]
    return found


def _before_in_row(row: Places, values: Instants) -> Instants:
    """Return the sum of the values before each one in its own row."""
    found: Instants = np.cumsum(values) - values - _before_row(row, values)
    return found


def _last_of_row(row: Places, chosen: Flags, rows: int) -> Places:
    """Return the last chosen place of each row, -1 where none is."""
    last = np.full(rows, -1, np.intp)
    places = np.flatnonzero(chosen)
    last[row[places]] = places
    return last
