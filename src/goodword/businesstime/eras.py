"""Centuries apart: working time over spans for which no horizon is worth compiling.

Each century is compiled for itself, and of those between only their sums are kept. Where hours ask
for no public holidays, and beyond their own dates, the calendar and the rules of every zone come
again after 400 years: such a century is another one, moved.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from goodword.businesstime.openings import FAR, Openings, compiled_dates, need_inside
from goodword.businesstime.zone import (
    DAY,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    local_date,
    outside_calendar,
)
from goodword.policy.hours import Hours

# In so many centuries the dates fall on the same days of the week again.
_CYCLE = 4
_CYCLE_DAYS = 146_097
# From the first of these centuries back and from the second on, no zone has changes of its own;
# tests hold it to that.
_EARLY, _LATE = 17, 21
_LAST_CENTURY = date.max.year // 100


def is_far(openings: Openings, start: int, end: int) -> bool:
    """Whether a horizon that holds both instants too would be longer than is worth compiling."""
    return max(openings.end, end) - min(openings.start, start) > FAR


def elapsed_far(hours: Hours, start: int, end: int) -> int:
    """Return the open seconds from `start` to a later `end`."""
    first, last = _century(start, hours), _century(end, hours)
    since, shift = _era(hours, first)
    worked = -since.worked(start - shift)
    until, shift = _era(hours, last)
    between = sum(_sums(hours, century)[0] for century in range(first, last))
    return worked + between + until.worked(end - shift)


def add_far(hours: Hours, start: int, seconds: int) -> int:
    """Return when so much open time, not 0, has passed since `start`, as `arithmetic.add` does."""
    century = _century(start, hours)
    openings, shift = _era(hours, century)
    left = openings.worked(start - shift) + seconds
    if seconds > 0:
        while left > (total := _sums(hours, century)[0]):
            left -= total
            century = _next(century, 1)
        openings, shift = _era(hours, century)
        index = bisect_left(openings.before, left) - 1
    else:
        while left < 0:
            century = _next(century, -1)
            left += _sums(hours, century)[0]
        openings, shift = _era(hours, century)
        index = bisect_right(openings.before, left) - 1
    found = openings.opens[index] + left - openings.before[index] + shift
    need_inside(found)
    return found


def add_working_days_far(hours: Hours, arrival: date, days: int) -> int:
    """Return the last closing of the working day so many, not 0, after a date."""
    century = arrival.year // 100
    openings, shift = _era(hours, century)
    ordinal = arrival.toordinal() - shift // DAY
    if days > 0:
        index = bisect_right(openings.days, ordinal) + days - 1
        while index >= (count := _sums(hours, century)[1]):
            index -= count
            century = _next(century, 1)
    else:
        index = bisect_right(openings.days, ordinal - 1) + days
        while index < 0:
            century = _next(century, -1)
            index += _sums(hours, century)[1]
    openings, shift = _era(hours, century)
    found = openings.day_closes[index] + shift
    need_inside(found)
    return found


def working_days_far(hours: Hours, first: date, last: date) -> int:
    """Return how many working days come after a date, up to a later one."""
    counted = 0
    for day, sign in ((first, -1), (last, 1)):
        openings, shift = _era(hours, day.year // 100)
        counted += sign * bisect_right(openings.days, day.toordinal() - shift // DAY)
    centuries = range(first.year // 100, last.year // 100)
    return counted + sum(_sums(hours, century)[1] for century in centuries)


def _century(instant: int, hours: Hours) -> int:
    need_inside(instant)
    return local_date(instant, hours.zone).year // 100


def _next(century: int, way: int) -> int:
    if not 0 <= century + way <= _LAST_CENTURY:
        raise outside_calendar("The time asked for")
    return century + way


def _era(hours: Hours, century: int) -> tuple[Openings, int]:
    """Return the openings of a century, or of one like it, and by how much they are moved."""
    like = _like(hours, century)
    return _compiled(hours, like), (century - like) // _CYCLE * _CYCLE_DAYS * DAY


def _sums(hours: Hours, century: int) -> tuple[int, int]:
    """Return the open seconds of a century, and its working days."""
    return _sums_of(hours, _like(hours, century))


@lru_cache(maxsize=1_024)
def _sums_of(hours: Hours, century: int) -> tuple[int, int]:
    openings = _compiled(hours, century)
    return openings.total, len(openings.days)


@lru_cache(maxsize=12)
def _compiled(hours: Hours, century: int) -> Openings:
    first = date(max(100 * century, 1), 1, 1).toordinal()
    last = date(100 * century + 99, 12, 31).toordinal()
    return compiled_dates(hours, max(first, FIRST_ORDINAL), min(last, LAST_ORDINAL - 1))


@lru_cache(maxsize=4_096)
def _like(hours: Hours, century: int) -> int:
    """Return the century nearest to our own that is this one, moved by a multiple of 400 years."""
    if hours.holidays or any(
        one.on.public_holiday or one.on.easter is not None for one in hours.special
    ):
        return century
    years = list(_own_years(hours))
    # A night may run over into the next year, and a season into it.
    late = max(_LATE, *((year + 2) // 100 + 1 for year in years))
    early = min(_EARLY, *((year - 2) // 100 - 1 for year in years))
    if century >= late:
        return late + (century - late) % _CYCLE
    # The first century of the calendar is not whole.
    if century <= early and early >= _CYCLE:
        return early - (early - century) % _CYCLE
    return century


def _own_years(hours: Hours) -> Iterator[int]:
    """Yield the years of which something is said, and one of our own."""
    yield 2000
    yield from (one.on.year for one in hours.own_hours)
    yield from (one.year for one in hours.closures if one.year is not None)
    yield from (one.on.year for one in hours.special if one.on.year is not None)
