"""Special hours, decided date by date and minute by minute from the rules as people say them."""

import calendar
from datetime import date, timedelta

from dateutil.easter import easter

from goodword.policy.hours import Hours, Interval, Occasion, SpecialHours


def is_meant(on: Occasion, day: date, holidays: set[date]) -> bool:
    if on.weekdays and day.weekday() not in on.weekdays:
        return False
    if on.nth:
        month = calendar.Calendar().itermonthdates(day.year, day.month)
        alike = [one for one in month if one.month == day.month and one.weekday() == day.weekday()]
        if not any(
            alike[nth - 1 if nth > 0 else nth] == day for nth in on.nth if nth <= len(alike)
        ):
            return False
    if on.first is not None and day not in dates_of(on, day.year):
        return False
    if on.easter is not None:
        sunday = easter(day.year)
        here = [sunday + timedelta(days=step) for step in range(on.easter[0], on.easter[1] + 1)]
        if day not in here:
            return False
    return not on.public_holiday or day in holidays


def dates_of(on: Occasion, year: int) -> set[date]:
    """Return the dates of a range that begin in the year, or in the year before."""
    assert on.first is not None
    assert on.last is not None
    found = set()
    for begin in (year - 1, year) if on.year is None else (on.year,):
        day = date(begin, *on.first)
        while True:
            found.add(day)
            if (day.month, day.day) == on.last:
                break
            day += timedelta(days=1)
    return found


def minutes_of(openings: tuple[Interval, ...]) -> set[int]:
    """Return the open minutes, those past midnight counted on from 1440."""
    return {
        minute
        for one in openings
        for minute in range(one.start, one.end if one.end > one.start else one.end + 1440)
    }


def special_minutes(hours: Hours, day: date, holidays: set[date], *, shut: bool) -> set[int]:
    """Return the open minutes of a date on which nothing runs over midnight."""
    rules = [one for one in hours.special if is_meant(one.on, day, holidays)]
    rules.sort(key=lambda one: one.on.rank)
    if day in holidays and not any(one.on.public_holiday for one in rules):
        shut = True
    minutes = set() if shut else minutes_of(hours.week[day.weekday()])
    for rule in rules:
        if shut and rule.on.rank < 4:
            continue
        minutes = changed(minutes, rule)
    return minutes


def changed(minutes: set[int], rule: SpecialHours) -> set[int]:
    if rule.intervals is not None:
        minutes = minutes_of(rule.intervals)
    if minutes and rule.opens is not None:
        minutes = _opened(minutes, rule.opens)
    if minutes and rule.closes is not None:
        minutes = _closed(minutes, rule.closes)
    return minutes - minutes_of(rule.breaks)


def _opened(minutes: set[int], opens: int) -> set[int]:
    left = {minute for minute in minutes if minute >= opens}
    first = min(left, default=None)
    return left | set(range(opens, first)) if first is not None else set()


def _closed(minutes: set[int], closes: int) -> set[int]:
    left = {minute for minute in minutes if minute < closes}
    is_last = left and max(minutes) + 1 <= closes
    return left | set(range(max(minutes) + 1, closes)) if is_last else left
