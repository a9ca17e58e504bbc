"""Moments at which it is interesting for something to arrive."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodword.businesstime.openings import Openings
from goodword.businesstime.workdays import is_working_day, last_closing
from goodword.businesstime.zone import local_date, minute_of

FORTNIGHT = 14
HALF_HOUR = 1_800
MIDDAY = 720


def arrivals(openings: Openings, at: int, *, days: int = FORTNIGHT) -> Iterator[int]:
    """Yield instants of the days after `at` (UTC seconds), in order.

    On open days they lie within the day, just before closing and just after it; on closed days at
    noon.
    """
    first = local_date(at, openings.zone) + timedelta(days=1)
    for number in range(days):
        day = first + timedelta(days=number)
        if is_working_day(openings, day):
            yield from _of_open_day(openings, day)
        else:
            yield minute_of(day, MIDDAY, openings.zone)


def _of_open_day(openings: Openings, day: date) -> Iterator[int]:
    closing = last_closing(openings, day)
    midday = minute_of(day, MIDDAY - 60, openings.zone)
    if closing is None:
        return
    if midday < closing - HALF_HOUR:
        yield midday
    yield closing - HALF_HOUR
    yield closing + HALF_HOUR
