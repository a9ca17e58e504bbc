"""The dates of a calendar laid out as instants: whole runs of usual weeks at once.

Between two clock changes every usual week is the last one, moved by seven days. So only the dates
that are special, or that a clock change makes longer or shorter, are laid out one by one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import accumulate, compress, cycle, islice, pairwise
from operator import ge, gt, is_not

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
# From each of these dates on, no zone has ever changed twice within so many days; tests hold it to
# that. There are the Ramadans of Gaza from 2040 on, and a few weeks of 2000 in Brazil.
STEPS = (
    (date(2037, 1, 1).toordinal(), 6),
    (date(2002, 1, 1).toordinal(), 11),
    (date(1950, 1, 1).toordinal(), 6),
    (0, 3),
)
# So many dates are looked at together, and remembered for every calendar of the zone.
_BLOCK = 1 << 9


@dataclass(slots=True)
class Layout:
    """Openings and closings in UTC seconds, and open dates with their last closings; all sorted.

    `touch` says whether any two stretches may touch or overlap.
    """

    opens: list[int] = field(default_factory=list)
    closes: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    day_closes: list[int] = field(default_factory=list)
    touch: bool = False

    def put(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Add one date, if it has any stretch."""
        if stretches and self.closes and stretches[0][0] <= self.closes[-1]:
            self.touch = True
        for opening, closing in stretches:
            self.opens.append(opening)
            self.closes.append(closing)
        if stretches:
            self.day_closes.append(stretches[-1][1])

    def extend(self, later: "Layout") -> None:
        """Add the dates that come after."""
        if later.touch or (self.closes and later.opens and later.opens[0] <= self.closes[-1]):
            self.touch = True
        self.opens += later.opens
        self.closes += later.closes
        self.day_closes += later.day_closes

    def sort(self) -> None:
        """Put into order what was added out of order."""
        for each in (self.opens, self.closes, self.day_closes):
            each.sort()


def layout_of(calendar: Calendar) -> Layout:
    """Return all dates of a calendar, with stretches that touch made one."""
    first, last = calendar.first, calendar.last
    changes = offsets(calendar.zone, first, last + 1)
    special = calendar.special_dates()
    parts_of = {ordinal: calendar.open_parts(ordinal) for ordinal in special}
    weeks = _Weeks(calendar)
    # Where each date has one stretch at most, the last closings are the closings.
    single = weeks.is_single and all(len(parts) < 2 for parts in parts_of.values())
    whole = Layout()
    # Of each date, whether it has any stretch: from the Monday on before the first.
    monday = first - (first - 1) % 7
    is_open = weeks.open_dates * ((last - monday) // 7 + 1)
    for (begin, offset), (following, offset_after) in pairwise([*changes, (last + 2, 0)]):
        # On the date before a change the clock itself changes.
        end = following - 1
        alone = special[bisect_left(special, begin) : bisect_left(special, end)]
        run = weeks.between(begin, end, offset, alone, closings=not single)
        usual = len(run.opens)
        for ordinal in alone:
            parts = parts_of[ordinal]
            is_open[ordinal - monday] = bool(parts)
            if parts:
                midnight = (ordinal - EPOCH_ORDINAL) * DAY - offset
                run.put([(midnight + a, midnight + b) for a, b in parts])
        if len(run.opens) > usual:
            run.sort()
            # Whether any of them touches a usual one is seen when all are there.
            run.touch = True
        if end <= last:
            # A date that the zone skipped, as Samoa did 30 December 2011, has nothing.
            stretches = () if offset_after - offset == DAY else calendar.stretches_on(end)
            is_open[end - monday] = bool(stretches)
            run.put(stretches)
        whole.extend(run)
    if single:
        whole.day_closes = whole.closes[:]
    whole.days = list(compress(range(first, last + 1), islice(is_open, first - monday, None)))
    if weeks.touch or whole.touch:
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
    looked = [*range(first, last, _step(first, last)), last]
    found = list(map(zone_of(zone).utcoffset, map(datetime.fromordinal, looked)))
    known = offset_at(datetime.fromordinal(first), zone)
    changes = [(first, known)]
    # Offsets that are one object are equal; others are looked at day by day.
    differs = map(is_not, found, islice(found, 1, None))
    for before, after in compress(pairwise(looked), differs):
        low, high = before, after
        offset = offset_at(datetime.fromordinal(high), zone)
        if offset == known:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            if offset_at(datetime.fromordinal(middle), zone) == known:
                low = middle
            else:
                high = middle
        known = offset
        changes.append((high, offset))
    return tuple(changes)


def _step(first: int, last: int) -> int:
    """Return how far apart the dates may be that are looked at."""
    return min(next(step for since, step in STEPS if ordinal >= since) for ordinal in (first, last))


class _Weeks:
    """The usual weeks of a calendar, in seconds from the midnight on which Monday begins."""

    def __init__(self, calendar: Calendar) -> None:
        usual = calendar.usual
        opens, closes = (
            [day * DAY + pair[side] for day in range(7) for pair in usual[day]] for side in (0, 1)
        )
        self.open_dates = bytearray(bool(parts) for parts in usual)
        last = [day * DAY + usual[day][-1][1] for day in range(7) if usual[day]]
        self._opens, self._closes = _Repeated(opens, WEEK), _Repeated(closes, WEEK)
        self._day_closes = _Repeated(last, WEEK)
        # Only what begins at midnight can touch the date before.
        self.touch = any(parts and parts[0][0] == 0 for parts in usual)
        self.is_single = last == closes
        # How many stretches, and how many dates with one, the first days of a week have.
        self._stretches = [sum(len(one) for one in usual[:day]) for day in range(8)]
        self._worked = [sum(self.open_dates[:day]) for day in range(8)]

    def between(
        self, begin: int, end: int, offset: int, without: Sequence[int], *, closings: bool
    ) -> Layout:
        """Return the dates from `begin` to before `end`, at one offset, without some of them.

        Without the last closings of dates, where `closings` does not ask for them.
        """
        monday = begin - (begin - 1) % 7
        midnight = (monday - EPOCH_ORDINAL) * DAY - offset
        in_week, worked = self._stretches, self._worked
        week, day = divmod(end - monday, 7)
        first, until = in_week[begin - monday], week * in_week[7] + in_week[day]
        first_day, until_day = worked[begin - monday], week * worked[7] + worked[day]
        opens = self._opens.between(midnight, first, until)
        closes = self._closes.between(midnight, first, until)
        last = self._day_closes.between(midnight, first_day, until_day) if closings else []
        for ordinal in reversed(without):
            week, day = divmod(ordinal - monday, 7)
            if self.open_dates[day]:
                place = week * in_week[7] + in_week[day] - first
                after = place + in_week[day + 1] - in_week[day]
                del opens[place:after], closes[place:after]
                if closings:
                    del last[week * worked[7] + worked[day] - first_day]
        return Layout(opens, closes, day_closes=last)


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
