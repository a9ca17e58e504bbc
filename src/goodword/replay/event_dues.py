"""When many stretches fall due, with their pauses: `due_time` in columns."""

import numpy as np

from goodword.businesstime.bulk import add, elapsed
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, covering, later, never_open
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.replay.dues import dues, local_days
from goodword.replay.event_pauses import Pauses
from goodword.replay.event_table import NEVER, Flags, Instants, Places

UNKNOWN = 2**61
"""Stands for a due time that is not known while a pause before it goes on: later than any."""

_LONG = frozenset({Unit.MONTH, Unit.YEAR})


def counts_open_time(limit: Limit) -> bool:
    """Whether the limit is counted in open seconds."""
    return isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING


def passed(limit: Limit, openings: Openings, start: Instants, end: Instants) -> Instants:
    """Return the time from each start to each end, as the limit counts it."""
    if not counts_open_time(limit):
        return end - start
    found: Instants = elapsed(openings, start, end)
    return found


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
    place = _nth_closing(openings, arrival, count, pauses)
    while int(place.max()) >= len(openings.days):
        openings = later(openings)
        place = _nth_closing(openings, arrival, count, pauses)
    return np.array(openings.day_closes, np.int64)[place]


def _nth_closing(openings: Openings, arrival: Instants, count: int, pauses: Pauses) -> Instants:
    days = np.array(openings.days, np.int64)
    closes = np.array(openings.day_closes, np.int64)
    first = np.searchsorted(days, arrival, "right")
    own = first[pauses.row]
    low = np.maximum(np.searchsorted(closes, pauses.start, "right"), own)
    left_out = np.maximum(np.searchsorted(closes, pauses.end, "left") - low, 0)
    run = low - own - _before_in_row(pauses.row, left_out)
    last = _last_of_row(pauses.row, run < count, len(arrival))
    through = np.cumsum(left_out) - _before_row(pauses.row, left_out)
    return first + count - 1 + np.where(last < 0, 0, through[last])


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
