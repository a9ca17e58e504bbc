"""When a million promises fall due: `due_time` over an array of starts, with NumPy."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.bulk import add, elapsed
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings
from goodword.businesstime.zone import local_date, minute_of
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit

Instants = NDArray[np.int64]
_DAY = 86_400


def dues(limit: Limit, openings: Openings, starts: Instants) -> Instants:
    """Return the due time of each start, the same as `due_time` gives one by one."""
    if not len(starts):
        return starts
    if isinstance(limit, Duration) and limit.is_exact:
        if limit.counting is Counting.CLOCK:
            return starts + limit.seconds
        return add(openings, starts, limit.seconds)
    if _depends_on_date_alone(limit):
        return _by_date(limit, openings, starts, shifts=False)
    if isinstance(limit, Duration):
        return _by_date(limit, openings, starts, shifts=True)
    return _one_by_one(limit, openings, starts)


def passed(limit: Limit, openings: Openings, start: Instants, end: Instants) -> Instants:
    """Return the time from each start to each end, as the limit counts it."""
    if not limit.counts_open_time:
        return end - start
    found: Instants = elapsed(openings, start, end)
    return found


def _depends_on_date_alone(limit: Limit) -> bool:
    if isinstance(limit, Anchor):
        return limit.kind is AnchorKind.NEXT_WORKING_DAY and limit.cutoff is None
    return limit.counting is Counting.WORKING


def _by_date(limit: Limit, openings: Openings, starts: Instants, *, shifts: bool) -> Instants:
    """Return dues that are the same for a local date, or with `shifts` move with the start.

    A date on which the clocks change, or that is due on such a date, is counted one by one.
    """
    zone = openings.zone
    begins = midnights(zone, starts)
    day = np.searchsorted(begins, starts, "right") - 1
    due = np.empty(len(begins), np.int64)
    special = np.zeros(len(begins), np.bool_)
    for index in np.unique(day).tolist():
        midnight = int(begins[index])
        due[index] = due_time(limit, openings, midnight)
        if shifts:
            special[index] = not (
                _is_ordinary(midnight, zone) and _is_ordinary(int(due[index]), zone)
            )
    found = due[day]
    if shifts:
        found = found + starts - begins[day]
        odd = special[day]
        if odd.any():
            found[odd] = _one_by_one(limit, openings, starts[odd])
    return found


def local_days(zone: str, starts: Instants) -> Instants:
    """Return the ordinal of the local date of each instant."""
    first = local_date(int(starts.min()), zone).toordinal()
    found: Instants = np.searchsorted(midnights(zone, starts), starts, "right") + first - 1
    return found


def midnights(zone: str, starts: Instants, *, spare: int = 1) -> Instants:
    """Return the beginnings of all local dates from the earliest instant to past the latest.

    `spare` is how many dates past it.
    """
    first = local_date(int(starts.min()), zone).toordinal()
    last = local_date(int(starts.max()), zone).toordinal()
    return np.array(
        [minute_of(date.fromordinal(day), 0, zone) for day in range(first, last + spare + 1)],
        np.int64,
    )


def _is_ordinary(instant: int, zone: str) -> bool:
    day = local_date(instant, zone)
    begin = minute_of(day, 0, zone)
    return minute_of(date.fromordinal(day.toordinal() + 1), 0, zone) - begin == _DAY


def _one_by_one(limit: Limit, openings: Openings, starts: Instants) -> Instants:
    unique, back = np.unique(starts, return_inverse=True)
    answers = [due_time(limit, openings, int(start)) for start in unique]
    return np.array(answers, np.int64)[back]
