"""The dates of a calendar laid out as instants: whole runs of usual weeks at once.

Between two clock changes every usual week is the last one, moved by seven days. So only the dates
that are special, or that a clock change makes longer or shorter, are laid out one by one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import accumulate, cycle, islice, pairwise
from operator import ge, gt

from goodword.businesstime.day import Calendar
from goodword.businesstime.zone import (
    DAY,
    EPOCH_ORDINAL,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    offset_at,
    zone_of,
)

WEEK = 7 * DAY
# No zone has ever gone to another offset and back within so many days; tests hold it to that.
STEP = 3
# So many dates are looked at together, and remembered for every calendar of the zone.
_BLOCK = 1 << 8


@dataclass(slots=True)
class Layout:
    """Openings and closings in UTC seconds, and open dates with their last closings; all sorted."""

    opens: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    day_closes: list[int] = field(default_factory=list)

    def put(self, ordinal: int, stretches: Sequence[tuple[int, int]]) -> None:
        """Add one date, if it has any stretch."""
        for opening, closing in stretches:
            self.opens.append(opening)
            self.closes.append(closing)
        if stretches:
            self.days.append(ordinal)
            self.day_closes.append(self.closes[-1])

    def extend(self, later: "Layout") -> None:
        """Add the dates that come after."""
        self.opens += later.opens
        self.closes += later.closes
        self.days += later.days
        self.day_closes += later.day_closes

    def sort(self) -> None:
        """Put into order what was added out of order."""
        for each in (self.opens, self.closes, self.days, self.day_closes):
            each.sort()


def layout_of(calendar: Calendar) -> Layout:
    """Return all dates of a calendar, with stretches that touch made one."""
    changes = offsets(calendar.zone, calendar.first, calendar.last + 1)
    special = calendar.special_dates()
    weeks = _Weeks(calendar)
    whole = Layout()
    for (begin, offset), (following, offset_after) in pairwise([*changes, (calendar.last + 2, 0)]):
        # On the date before a change the clock itself changes.
        end = following - 1
        alone = special[bisect_left(special, begin) : bisect_left(special, end)]
        run = weeks.between(begin, end, offset, alone)
        usual = len(run.days)
        for ordinal in alone:
            if parts := calendar.open_parts(ordinal):
                midnight = (ordinal - EPOCH_ORDINAL) * DAY - offset
                run.put(ordinal, [(midnight + a, midnight + b) for a, b in parts])
        if len(run.days) > usual:
            run.sort()
        # A date that the zone skipped, as Samoa did 30 December 2011, has nothing.
        if end <= calendar.last and offset_after - offset != DAY:
            run.put(end, calendar.stretches_on(end))
        whole.extend(run)
    whole.opens, whole.closes = _joined(whole.opens, whole.closes)
    return whole


def offsets(zone: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return each date from `first` to `last` at whose midnight another offset holds than before.

    With it the offset in seconds; the first date is among them.
    """
    found = [(first, offset_at(datetime.fromordinal(first), zone))]
    for block in range(first // _BLOCK, last // _BLOCK + 1):
        for ordinal, offset in _changes_in(zone, block):
            if first < ordinal <= last and offset != found[-1][1]:
                found.append((ordinal, offset))
    return found


@lru_cache(maxsize=4_096)
def _changes_in(zone: str, block: int) -> tuple[tuple[int, int], ...]:
    """Return the offset at the beginning of a block of dates, and at each change in it."""
    first = max(block * _BLOCK, FIRST_ORDINAL)
    last = min((block + 1) * _BLOCK - 1, LAST_ORDINAL)
    looked = [*range(first, last, STEP), last]
    found = list(map(zone_of(zone).utcoffset, map(datetime.fromordinal, looked)))
    known = offset_at(datetime.fromordinal(first), zone)
    changes = [(first, known)]
    for (before, after), (one, other) in zip(pairwise(looked), pairwise(found), strict=True):
        if one != other:
            for ordinal in range(before + 1, after + 1):
                offset = offset_at(datetime.fromordinal(ordinal), zone)
                if offset != known:
                    known = offset
                    changes.append((ordinal, offset))
    return tuple(changes)


class _Weeks:
    """The usual weeks of a calendar, in seconds from the midnight on which Monday begins."""

    def __init__(self, calendar: Calendar) -> None:
        usual = calendar.usual
        opens, closes = (
            [day * DAY + pair[side] for day in range(7) for pair in usual[day]] for side in (0, 1)
        )
        days = [day for day in range(7) if usual[day]]
        last = [day * DAY + usual[day][-1][1] for day in days]
        self._opens, self._closes = _Repeated(opens, WEEK), _Repeated(closes, WEEK)
        self._days, self._day_closes = _Repeated(days, 7), _Repeated(last, WEEK)
        # Where each date has one stretch, the last closings are the closings.
        self._is_single = last == closes
        # How many stretches, and how many dates with one, the first days of a week have.
        self._stretches = [sum(len(one) for one in usual[:day]) for day in range(8)]
        self._worked = [sum(1 for one in usual[:day] if one) for day in range(8)]

    def between(self, begin: int, end: int, offset: int, without: Sequence[int]) -> Layout:
        """Return the dates from `begin` to before `end`, at one offset, without some of them."""
        monday = begin - (begin - 1) % 7
        midnight = (monday - EPOCH_ORDINAL) * DAY - offset

        def before(ordinal: int) -> tuple[int, int]:
            """Return how many stretches, and how many dates with one, come before a date."""
            week, day = divmod(ordinal - monday, 7)
            return (
                week * self._stretches[7] + self._stretches[day],
                week * self._worked[7] + self._worked[day],
            )

        (stretches, days), (until, days_until) = before(begin), before(end)
        closes = self._closes.between(midnight, stretches, until)
        run = Layout(
            self._opens.between(midnight, stretches, until),
            closes,
            self._days.between(monday, days, days_until),
            closes[:] if self._is_single else self._day_closes.between(midnight, days, days_until),
        )
        for ordinal in reversed(without):
            (first, day), (after, day_after) = before(ordinal), before(ordinal + 1)
            if day < day_after:
                del run.opens[first - stretches : after - stretches]
                del run.closes[first - stretches : after - stretches]
                del run.days[day - days], run.day_closes[day - days]
        return run


class _Repeated:
    """Numbers that come again every so often."""

    def __init__(self, numbers: list[int], period: int) -> None:
        self._first = numbers[0] if numbers else 0
        self._gaps = [after - one for one, after in pairwise([*numbers, self._first + period])]

    def between(self, base: int, begin: int, end: int) -> list[int]:
        """Return those from the `begin`th to before the `end`th, counted from `base`."""
        if begin >= end:
            return []
        first = base + self._first + sum(self._gaps[:begin])
        return list(accumulate(islice(cycle(self._gaps), begin, end - 1), initial=first))


def _joined(opens: list[int], closes: list[int]) -> tuple[list[int], list[int]]:
    """Return stretches with those made one that touch or overlap."""
    if not any(map(ge, closes, islice(opens, 1, None))):
        return opens, closes
    if not any(map(gt, closes, islice(opens, 1, None))):
        touching = set(closes).intersection(opens)
        return (
            [one for one in opens if one not in touching],
            [one for one in closes if one not in touching],
        )
    joined: list[list[int]] = []
    for opening, closing in zip(opens, closes, strict=True):
        if joined and opening <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], closing)
        else:
            joined.append([opening, closing])
    return [opening for opening, _ in joined], [closing for _, closing in joined]
