"""The dates of a stretch of the year, each closed."""

from datetime import date, timedelta

from goodword.policy.hours import Closure, Occasion


def closed_on(on: Occasion) -> tuple[Closure, ...]:
    """Return every date of a stretch as a closure, with 29 February where it is of each year."""
    if on.first is None or on.last is None:
        return ()
    turns = on.last < on.first
    year = on.year or (2027 if turns and on.first > (2, 29) else 2028)
    month, of_month = on.first
    # February of a year that is meant may be shorter than that of each year.
    day = date(year, month, 1) + timedelta(days=of_month - 1)
    end = (year + turns, *on.last)
    days = []
    while (day.year, day.month, day.day) <= end:
        days.append(day)
        day += timedelta(days=1)
    return tuple(Closure(one.month, one.day, one.year if on.year else None) for one in days)
