"""Stretches of the year with another week: found in the openings of single dates."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from goodword.policy.hours import Interval

# From so many days on it is a season; what is shorter are single dates.
SHORTEST = 15
Day = tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """From `first` to `last`, both included, the days of `week` have these openings.

    `year` is that of `first`, or None for a season of every year.
    """

    first: date
    last: date
    week: tuple[tuple[int, Day], ...]
    year: int | None = None

    @property
    def dates(self) -> tuple[date, ...]:
        """Every date of it."""
        length = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=offset) for offset in range(length))

    def has(self, on: date) -> bool:
        """Whether a date lies in it; the year counts where it has one."""
        if self.year is not None:
            return self.first <= on <= self.last
        here, first, last = ((day.month, day.day) for day in (on, self.first, self.last))
        return first <= here <= last if first <= last else here >= first or here <= last


def seasons_of(days: Mapping[date, Day], usual: list[Day]) -> Iterator[Season]:
    """Yield the stretches, of a year at most, on which another week than the usual one holds."""
    dates = sorted(days)
    place = 0
    while place < len(dates):
        on = dates[place]
        if days[on] == usual[on.weekday()]:
            place += 1
            continue
        other = {each.weekday(): days[each] for each in dates[place : place + 7]}
        end = place
        # Within a year its first and last day, without their years, name each date once.
        year_later = (on.year + 1, on.month, on.day)
        while (
            end < len(dates)
            and days[dates[end]] == other.get(dates[end].weekday())
            and (dates[end].year, dates[end].month, dates[end].day) < year_later
        ):
            end += 1
        last = end - 1
        while last > place and days[dates[last]] == usual[dates[last].weekday()]:
            last -= 1
        if last - place + 1 < SHORTEST:
            place += 1
            continue
        week = tuple((day, what) for day, what in sorted(other.items()) if what != usual[day])
        yield Season(on, dates[last], week, on.year)
        place = last + 1


def yearly(
    seasons: Iterable[Season], days: Mapping[date, Day], usual: list[Day]
) -> Iterator[Season]:
    """Yield each season once: of every year where it holds in all of them, else with its year."""
    seasons = tuple(seasons)
    begin, end = min(days), max(days)
    recurring: list[Season] = []
    for one in seasons:
        if begin < one.first and one.last < end and not _is_told(one, recurring):
            each_year = replace(one, year=None)
            if all(
                what == _on(each_year, on, usual) for on, what in days.items() if each_year.has(on)
            ):
                recurring.append(each_year)
    yield from recurring
    yield from (one for one in seasons if not _is_told(one, recurring))


def _is_told(one: Season, recurring: Iterable[Season]) -> bool:
    """Whether a season that comes each year says all that this one does."""
    return any(
        other.week == one.week and all(other.has(on) for on in one.dates) for other in recurring
    )


def _on(season: Season, on: date, usual: list[Day]) -> Day:
    return dict(season.week).get(on.weekday(), usual[on.weekday()])
