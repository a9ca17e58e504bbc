"""Why we are closed: for the night, the weekend, a break, a holiday, a closure of our own."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, time, timedelta

from goodword.businesstime.holiday import holidays_of
from goodword.businesstime.openings import Openings, covering
from goodword.businesstime.special import SpecialDays
from goodword.businesstime.workdays import is_working_day, last_closing
from goodword.businesstime.zone import instant_of, local, local_date
from goodword.clock.closed_names import ClosedNames
from goodword.clock.step import At, Slot, Step
from goodword.policy.hours import Hours

_WHOLE_DAY = (0, 1440)
_WEEKEND = frozenset({5, 6})
# A longer gap between two openings of a date is no break: a bar closes at 2 and opens at 18.
_LONGEST_BREAK = 5 * 3_600


def closed_steps(
    openings: Openings, names: ClosedNames, here: int, end: int, *, arrived: bool
) -> Iterator[Step]:
    """Yield each run of closed dates by name, and then until when we are closed.

    `arrived` says that the case came in while we were closed.
    """
    zone = openings.zone
    first, last = local_date(here, zone), local_date(end, zone)
    runs = tuple(closures(openings, names, first, last))
    yield from runs
    phrase, slots = "closed", {"end": At(end)}
    if runs:
        yield Step("closed", phrase, here, end, slots=slots)
        return
    between = [first + timedelta(days=days) for days in range((last - first).days + 1)]
    shut = [day for day in between if not is_working_day(openings, day)]
    if shut:
        if all(day.weekday() in _WEEKEND for day in shut):
            phrase = "closed_weekend"
        yield Step("closed", phrase, here, end, slots=slots)
        return
    yield _within_working_days(openings, here, end, arrived=arrived)


def _within_working_days(openings: Openings, here: int, end: int, *, arrived: bool) -> Step:
    """Return a gap with no closed date in it: a night, a break, a morning before we open."""
    zone = openings.zone
    slots: dict[str, Slot] = {"end": At(end)}
    day = local_date(here, zone)
    if day == local_date(end, zone):
        wide = covering(openings, here)
        index = bisect_right(wide.closes, here) - 1
        opened = index >= 0 and local_date(wide.closes[index] - 1, zone) == day
        name = _part_closure(openings, here, day)
        if name is not None:
            phrase = "closed_part" if name else "closed"
            return Step("closed", phrase, here, end, slots={**slots, "name": name})
        if opened and end - wide.closes[index] <= _LONGEST_BREAK:
            return Step("closed", "closed_break", here, end, slots=slots)
        if arrived and not opened:
            return Step("closed", "closed_early", here, end, slots=slots)
    return Step("closed", "closed", here, end, slots=slots)


def _part_closure(openings: Openings, here: int, day: date) -> str | None:
    """Return the name of the closure that shuts a part of the date here; None where none does."""
    moment = local(here, openings.zone)
    minute = moment.hour * 60 + moment.minute
    for one in openings.hours.closures:
        if (
            (one.start, one.end) != _WHOLE_DAY
            and (one.month, one.day) == (day.month, day.day)
            and one.year in {None, day.year}
            and one.start <= minute < one.end
        ):
            return one.name
    return None


def closures(openings: Openings, names: ClosedNames, first: date, last: date) -> Iterator[Step]:
    """Yield each run of closed dates, with their names, on which we would else open some day."""
    zone, week = openings.zone, openings.hours.week
    closed = _holding(openings, first, last).closed
    run: list[date] = []
    day = first
    while day <= last + timedelta(days=1):
        if day in closed and day <= last:
            run.append(day)
        elif run:
            if any(week[one.weekday()] for one in run):
                yield _run(zone, {one: names.said(one, closed[one]) for one in run})
            run = []
        day += timedelta(days=1)


def _run(zone: str, run: dict[date, tuple[str, bool]]) -> Step:
    first, last = min(run), max(run)
    said = [name for name, _ in run.values() if name]
    public = any(is_public for _, is_public in run.values())
    code = "holiday" if public else "closure"
    start, end = noon(first, zone), noon(last, zone)
    if first == last:
        phrase = code if said else "closure_unnamed"
        return Step(code, phrase, start, end, slots={"day": first, "name": "".join(said)})
    if len(said) > 1:
        # An observed day goes by its holiday's name.
        said = [name.removesuffix(" (observed)") for name in said]
    phrase = "closures" if said else "closures_unnamed"
    slots: dict[str, Slot] = {
        "first": first,
        "last": last,
        "names": tuple(dict.fromkeys(said)),
        "count": len(run),
    }
    return Step(code, phrase, start, end, slots=slots)


def other_hours(openings: Openings, closing: int) -> str | None:
    """Return the name of the hours that a date has other than its week's; None where it has none.

    The name is empty where nobody gave one. Only what moves the closing matters.
    """
    hours = openings.hours
    day = local_date(closing - 1, openings.zone)
    moment = local(closing, openings.zone)
    usual = [one.end % 1440 for one in hours.week[day.weekday()]]
    minute = moment.hour * 60 + moment.minute
    is_last = last_closing(openings, day) == closing
    if minute in (usual[-1:] if is_last else usual):
        return None
    for own in hours.own_hours:
        if own.on == day:
            return own.name
    parts = (one for one in hours.closures if (one.start, one.end) != _WHOLE_DAY)
    for part in parts:
        if (part.month, part.day) == (day.month, day.day) and part.year in {None, day.year}:
            # A closure in the midst of the day is told by itself, next.
            return part.name if is_last else None
    special = SpecialDays(hours, _PublicHolidays(hours)).on(day)
    return special[-1].name if special else None


class _PublicHolidays:
    """The dates of the public holidays of some hours; their calendars load when first asked."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and any(
            day in holidays_of(place, day.year, day.year) for place in self._hours.holidays
        )


def noon(day: date, zone: str) -> int:
    """Return noon of a date: an instant that is on that date whatever the clocks do."""
    return instant_of(day, time(12), zone)


def _holding(openings: Openings, first: date, last: date) -> Openings:
    wide = covering(openings, noon(first, openings.zone))
    return covering(wide, noon(last, openings.zone))
