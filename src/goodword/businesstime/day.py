"""What the hours say of each date, and the instants that this means."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from goodword.businesstime.holiday import holidays_of
from goodword.businesstime.special import SpecialDays, holds, openings_by
from goodword.businesstime.zone import DAY, second_of
from goodword.policy.hours import Closure, Hours, Interval, OwnHours, SpecialHours

WHOLE_DAY = (0, DAY)
# Parts from local midnight.
Parts = tuple[tuple[int, int], ...]
Special = tuple[tuple[Interval, ...], str | None]


def close_names(hours: Hours, first: int, last: int) -> dict[date, str]:
    """Return the dates from ordinal `first` to `last` that the hours close, with the names.

    Public holidays, whole closures, and dates whose own or special hours are none. A date with
    hours of its own is not closed, whatever else is said of it: it is the more particular
    statement.
    """
    names = _shut(hours, first, last)
    for day, (openings, name) in special_openings(hours, first, last).items():
        if openings:
            names.pop(day, None)
        elif name is not None:
            names.setdefault(day, name)
    for own in hours.own_hours:
        names.pop(own.on, None)
        if not own.intervals:
            names[own.on] = own.name
    days = sorted(names)
    begin = bisect_left(days, date.fromordinal(first))
    end = bisect_right(days, date.fromordinal(last))
    return {day: names[day] for day in days[begin:end]}


@lru_cache(maxsize=64)
def special_openings(hours: Hours, first: int, last: int) -> Mapping[date, Special]:
    """Return the openings of each date on which special hours hold, and by what it is closed.

    The name is None on a date that nothing closes; its week may still have no opening there.
    """
    if not hours.special:
        return {}
    years = (date.fromordinal(first).year, date.fromordinal(last).year)
    shut = _shut(hours, first, last)
    special = SpecialDays(hours, _holiday_names(hours, *years))
    found: dict[date, Special] = {}
    for ordinal in range(first, last + 1):
        day = date.fromordinal(ordinal)
        rules = special.on(day)
        if rules:
            opened = openings_by(rules, hours.week[day.weekday()], closed=day in shut)
            closing = next((one.name for one in rules if one.intervals == ()), None)
            found[day] = (opened, shut.get(day, closing))
    return found


def first_date_of(hours: Hours, special: SpecialHours, first: int, last: int) -> date | None:
    """Return the first date, of ordinals `first` to `last`, on which special hours hold."""
    years = (date.fromordinal(first).year, date.fromordinal(last).year)
    holidays = _holiday_names(hours, *years) if special.on.public_holiday else {}
    days = (date.fromordinal(ordinal) for ordinal in range(first, last + 1))
    return next((day for day in days if holds(special.on, day, holidays)), None)


def _holiday_names(hours: Hours, first_year: int, last_year: int) -> dict[date, str]:
    names: dict[date, str] = {}
    # Where places keep the same date, it has the name of the first.
    for place in reversed(hours.holidays):
        names.update(holidays_of(place, first_year, last_year))
    return names


def _shut(hours: Hours, first: int, last: int) -> dict[date, str]:
    """Return the dates closed by public holidays and whole closures, of all years concerned."""
    years = (date.fromordinal(first).year, date.fromordinal(last).year)
    names = _holiday_names(hours, *years)
    if any(one.on.public_holiday for one in hours.special):
        special = SpecialDays(hours, dict(names))
        names = {day: name for day, name in names.items() if not special.keeps_holiday(day)}
    for closure in hours.closures:
        if _is_whole(closure):
            for day in _dates_of(closure, *years):
                if closure.name or day not in names:
                    names[day] = closure.name
    return names


def _is_whole(closure: Closure) -> bool:
    return closure.part.seconds == WHOLE_DAY


def _dates_of(closure: Closure, first_year: int, last_year: int) -> Iterator[date]:
    """Yield the dates of a closure; 29 February only where there is one."""
    years = range(first_year, last_year + 1) if closure.year is None else (closure.year,)
    for year in years:
        try:
            yield date(year, closure.month, closure.day)
        except ValueError:
            continue


def _split(intervals: Sequence[Interval]) -> tuple[Parts, Parts]:
    """Return the parts before and after the midnight that ends the day, in seconds of each."""
    today: list[tuple[int, int]] = []
    tomorrow: list[tuple[int, int]] = []
    for interval in intervals:
        opening, closing = interval.seconds
        if closing > opening:
            today.append((opening, closing))
        else:
            today.append((opening, DAY))
            if closing:
                tomorrow.append((0, closing))
    return tuple(today), tuple(tomorrow)


def _less(open_parts: Parts, closed: Parts) -> Parts:
    """Return the open parts without what is closed."""
    left = list(open_parts)
    for start, end in closed:
        cut: list[tuple[int, int]] = []
        for opening, closing in left:
            cut.extend(
                piece
                for piece in ((opening, min(closing, start)), (max(opening, end), closing))
                if piece[0] < piece[1]
            )
        left = cut
    return tuple(left)


class Calendar:
    """The hours, looked up by date, for the ordinals `first` to `last`.

    `usual` has the open parts of each week-day, where nothing is special; `closed` the names of the
    dates that the hours close.
    """

    def __init__(self, hours: Hours, first: int, last: int) -> None:
        self.zone = hours.zone
        self.first = first
        self.last = last
        years = (date.fromordinal(first).year - 1, date.fromordinal(last).year)
        self._week = tuple(_split(intervals) for intervals in hours.week)
        self.closed = close_names(hours, first - 1, last)
        self._closed = dict.fromkeys(map(date.toordinal, self.closed))
        # The night before the first date may run over into it.
        self.closed.pop(date.fromordinal(first - 1), None)
        self._own: dict[int, OwnHours] = {own.on.toordinal(): own for own in hours.own_hours}
        self._ruled = {
            day.toordinal(): openings
            for day, (openings, _) in special_openings(hours, first - 1, last).items()
        }
        self._parts: dict[int, list[tuple[int, int]]] = {}
        for closure in hours.closures:
            if not _is_whole(closure):
                today, tomorrow = _split((closure.part,))
                for day in _dates_of(closure, *years):
                    self._parts.setdefault(day.toordinal(), []).extend(today)
                    self._parts.setdefault(day.toordinal() + 1, []).extend(tomorrow)
        self.usual = tuple(
            _tidy(self._week[weekday - 1][1] + self._week[weekday][0]) for weekday in range(7)
        )

    def special_dates(self) -> dict[int, Parts]:
        """Return the open parts of each date that is not as usual, by its ordinal."""
        own = self._own.keys() | self._ruled.keys()
        special = own | self._parts.keys()
        # So is the date after one of these, if either has anything that runs over into it.
        if any(tomorrow for _, tomorrow in self._week):
            special |= {ordinal + 1 for ordinal in special | self._closed.keys()}
        else:
            special |= {ordinal + 1 for ordinal in own if self._halves(ordinal)[1]}
        found: dict[int, Parts] = dict.fromkeys(self._closed, ())
        found.update((ordinal, self.open_parts(ordinal)) for ordinal in special)
        for outside in [one for one in found if not self.first <= one <= self.last]:
            del found[outside]
        return found

    def stretches_on(self, ordinal: int) -> Parts:
        """Return a date's [open, close) stretches in UTC seconds, when the clock changes on it."""
        parts = self.open_parts(ordinal)
        if not parts:
            return ()
        day = date.fromordinal(ordinal)
        return _tidy((second_of(day, a, self.zone), second_of(day, b, self.zone)) for a, b in parts)

    def _halves(self, ordinal: int) -> tuple[Parts, Parts]:
        """Return what opens on the date, before and after the midnight that ends it."""
        if ordinal in self._closed:
            return (), ()
        own = self._own.get(ordinal)
        if own is not None:
            return _split(own.intervals)
        if ordinal in self._ruled:
            return _split(self._ruled[ordinal])
        return self._week[(ordinal - 1) % 7]

    def open_parts(self, ordinal: int) -> Parts:
        """Return the open parts of a date, with what runs over from the night before.

        A closed date is closed from 00:00 to 24:00: the night before is cut at midnight.
        """
        if ordinal in self._closed:
            return ()
        parts = self._halves(ordinal - 1)[1] + self._halves(ordinal)[0]
        if not parts:
            return ()
        return _tidy(_less(parts, tuple(self._parts.get(ordinal, ()))))


def _tidy(parts: Iterable[tuple[int, int]]) -> Parts:
    """Return the parts sorted, with those that touch or overlap joined."""
    joined: list[tuple[int, int]] = []
    for opening, closing in sorted(part for part in parts if part[0] < part[1]):
        if joined and opening <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closing))
        else:
            joined.append((opening, closing))
    return tuple(joined)
