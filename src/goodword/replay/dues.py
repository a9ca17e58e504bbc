"""When a million promises fall due: `due_time` over an array of starts, with NumPy."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, covering, later, never_open
from goodword.businesstime.zone import local_date, minute_of
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit

Instants = NDArray[np.int64]
_DAY = 86_400


class WorkingTime:
    """Openings as arrays: open time from the horizon's start, and back again."""

    def __init__(self, openings: Openings) -> None:
        self.openings = openings
        self._opens = np.array(openings.opens, np.int64)
        self._closes = np.array(openings.closes, np.int64)
        self._before = np.array(openings.before, np.int64)

    def worked(self, instants: Instants) -> Instants:
        """Return the open seconds up to each instant, all inside the horizon."""
        if not len(self._opens):
            return np.zeros(len(instants), np.int64)
        index = np.searchsorted(self._opens, instants, "right") - 1
        first = np.maximum(index, 0)
        run = np.minimum(instants, self._closes[first]) - self._opens[first]
        return np.where(index < 0, 0, self._before[first] + run)

    def add(self, starts: Instants, seconds: int) -> Instants:
        """Return when so many open seconds (more than 0) have passed since each start."""
        if not self.openings.hours.ever_open:
            raise never_open(self.openings.hours)
        target = self.worked(starts) + seconds
        if len(target) and int(target.max()) > self.openings.total:
            return WorkingTime(later(self.openings)).add(starts, seconds)
        index = np.searchsorted(self._before, target, "left") - 1
        return self._opens[index] + target - self._before[index]


def dues(limit: Limit, time: WorkingTime, starts: Instants) -> Instants:
    """Return the due time of each start, the same as `due_time` gives one by one."""
    if not len(starts):
        return starts
    if isinstance(limit, Duration) and limit.is_exact:
        if limit.counting is Counting.CLOCK:
            return starts + limit.seconds
        return time.add(starts, limit.seconds)
    if _depends_on_date_alone(limit):
        return _by_date(limit, time.openings, starts, shifts=False)
    if isinstance(limit, Duration):
        return _by_date(limit, time.openings, starts, shifts=True)
    return _one_by_one(limit, time.openings, starts)


def _depends_on_date_alone(limit: Limit) -> bool:
    if isinstance(limit, Anchor):
        return limit.kind is AnchorKind.NEXT_WORKING_DAY and limit.cutoff is None
    return limit.counting is Counting.WORKING


def _by_date(limit: Limit, openings: Openings, starts: Instants, *, shifts: bool) -> Instants:
    """Return dues that are the same for a local date, or with `shifts` move with the start.

    A date on which the clocks change, or that is due on such a date, is counted one by one.
    """
    zone = openings.zone
    first = local_date(int(starts.min()), zone).toordinal()
    last = local_date(int(starts.max()), zone).toordinal()
    midnights = np.array(
        [minute_of(date.fromordinal(day), 0, zone) for day in range(first, last + 2)], np.int64
    )
    day = np.searchsorted(midnights, starts, "right") - 1
    due = np.empty(len(midnights), np.int64)
    special = np.zeros(len(midnights), np.bool_)
    for index in np.unique(day).tolist():
        midnight = int(midnights[index])
        due[index] = due_time(limit, openings, midnight)
        if shifts:
            special[index] = not (
                _is_ordinary(midnight, zone) and _is_ordinary(int(due[index]), zone)
            )
    found = due[day]
    if shifts:
        found = found + starts - midnights[day]
        odd = special[day]
        if odd.any():
            found[odd] = _one_by_one(limit, openings, starts[odd])
    return found


def _is_ordinary(instant: int, zone: str) -> bool:
    day = local_date(instant, zone)
    begin = minute_of(day, 0, zone)
    return minute_of(date.fromordinal(day.toordinal() + 1), 0, zone) - begin == _DAY


def _one_by_one(limit: Limit, openings: Openings, starts: Instants) -> Instants:
    unique, back = np.unique(starts, return_inverse=True)
    answers = [due_time(limit, openings, int(start)) for start in unique]
    return np.array(answers, np.int64)[back]


def working_time(openings: Openings, first: int, last: int) -> WorkingTime:
    """Return openings as arrays with a horizon that holds `first` to `last`."""
    return WorkingTime(covering(covering(openings, first), last))
