"""When things happen: by hour, by weekday and by week."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.stretch import Stretch, Walls, there

_DAY = 86_400
_WEEK = 7 * _DAY
_HALF_HOURS = 48
_MONDAY = 4 * _DAY  # 5 January 1970 was a Monday
_FIRST, _LAST = 631_152_000, 4_102_444_800  # 1990 to 2100: other dates are markers
_MOST_CASES = 5_000_000
Counts = NDArray[np.int64]


class Activity:
    """Counts of half hours by week and weekday, for each column of dates that people make.

    Midnight to the second is left out: it mostly says that there is no time of day. `weeks` maps
    the number of a week to its counts, seven days of 48 half hours. In a log each row repeats the
    dates of its case: these count once, so that a few long cases are no habit.
    """

    def __init__(self, *, is_log: bool = False) -> None:
        self.weeks: dict[str, dict[int, Counts]] = {}
        self._is_log = is_log
        self._cases: set[int] = set()

    def take(self, stretch: Stretch) -> None:
        """Count some rows."""
        first = self._first_of_a_case(stretch)
        for name, walls in stretch.walls.items():
            if name != "due":
                self._count(name, walls if first is None or name == "at" else walls[first])

    def _first_of_a_case(self, stretch: Stretch) -> NDArray[np.intp] | None:
        """Return the rows of a log that are the first of their case; None for a table of cases."""
        if not self._is_log or "case" not in stretch.words:
            return None
        rows = []
        for row, case in enumerate(map(hash, stretch.words["case"])):
            if case not in self._cases:
                rows.append(row)
                if len(self._cases) < _MOST_CASES:
                    self._cases.add(case)
        return np.array(rows, np.intp)

    def _count(self, name: str, walls: Walls) -> None:
        good = walls[there(walls)]
        good = good[(good % _DAY != 0) & (good >= _FIRST) & (good < _LAST)] - _MONDAY
        if not len(good):
            return
        slots = good // 1800
        weeks = slots // (7 * _HALF_HOURS)
        mine = self.weeks.setdefault(name, {})
        first = int(weeks.min())
        if int(weeks.max()) - first > 3000:
            return
        size = (int(weeks.max()) - first + 1) * 7 * _HALF_HOURS
        counts = np.bincount(slots - first * 7 * _HALF_HOURS, minlength=size)
        for at, week in enumerate(counts.reshape(-1, 7 * _HALF_HOURS)):
            if week.any():
                known = mine.get(first + at)
                mine[first + at] = week.copy() if known is None else known + week

    def by_half_hour(self, name: str) -> Counts:
        """Return seven days of 48 half hours."""
        total = np.zeros(7 * _HALF_HOURS, np.int64)
        for week in self.weeks.get(name, {}).values():
            total += week
        return total.reshape(7, _HALF_HOURS)

    def by_hour(self, name: str) -> Counts:
        """Return seven days of 24 hours."""
        hours: Counts = self.by_half_hour(name).reshape(7, 24, 2).sum(axis=2)
        return hours

    def names(self) -> tuple[str, ...]:
        """Return the columns that have times of day."""
        return tuple(self.weeks)

    def of_weeks(self, name: str) -> Mapping[int, Counts]:
        """Return the counts of each week by its number, from Monday 5 January 1970."""
        return self.weeks.get(name, {})


def week_starts(number: int) -> int:
    """Return the wall time at which a week begins."""
    return number * _WEEK + _MONDAY
