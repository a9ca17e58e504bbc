"""The way through counted days, working days and days of the calendar, and to named times."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from goodword.businesstime.calendar import add_calendar, add_to_date
from goodword.businesstime.due import came_late
from goodword.businesstime.openings import Openings
from goodword.businesstime.workdays import is_working_day, last_closing
from goodword.businesstime.zone import instant_of, local_date
from goodword.clock.clock import Pause
from goodword.clock.closed_names import ClosedNames
from goodword.clock.closed_steps import closures, noon
from goodword.clock.open_steps import paused
from goodword.clock.step import Slot, Step
from goodword.policy.quantity import Anchor, AnchorKind, Duration, Unit

_LONG = frozenset({Unit.MONTH, Unit.YEAR})
# So many days in a row that a pause leaves out are told one by one.
_FEW = 2
Instant = Callable[[date], int | None]


def working_day_steps(
    limit: Duration,
    openings: Openings,
    names: ClosedNames,
    start: int,
    until: int,
    pauses: Sequence[Pause],
) -> Iterator[Step]:
    """Yield each working day after the arrival: counted by its number, or why it is not."""
    day = local_date(start, openings.zone)
    if limit.unit in _LONG:
        end = add_to_date(day, limit.amount, limit.unit)
        yield from _clipped(day, end, start, limit)
        yield Step("limit", "working_month", start, start, slots={"day": end})
        day = end - timedelta(days=1)
    elif limit.unit is Unit.WEEK:
        days = sum(1 for intervals in openings.hours.week if intervals) or 1
        yield Step("limit", "week", start, start, slots={"count": days})
    numbered = limit.unit not in _LONG
    closing = _closing(openings)
    yield from _walk(openings, names, day, until, pauses, closing, numbered=numbered)
    yield from (paused(pause, start, until) for pause in pauses if pause.end is None)


def anchor_steps(
    anchor: Anchor,
    openings: Openings,
    names: ClosedNames,
    start: int,
    until: int,
    pauses: Sequence[Pause],
) -> Iterator[Step]:
    """Yield why the day of arrival counts or not, and which dates were passed over."""
    day = local_date(start, openings.zone)
    yield from _arrival(anchor, openings, start)
    closes = anchor.at is None
    instant = _closing(openings) if closes else _at_time(anchor, openings)
    # An arrival day whose time fell into a pause is passed over like any other.
    candidate = instant(day)
    if candidate is not None and start < candidate < until and _inside(candidate, pauses):
        pause = _pause_at(candidate, pauses)
        if pause.end is not None:
            yield from _left_out([(day, candidate)], pause, closes=closes)
    yield from _walk(openings, names, day, until, pauses, instant, numbered=False, closes=closes)
    yield from (paused(pause, start, until) for pause in pauses if pause.end is None)


def calendar_steps(
    limit: Duration, openings: Openings, start: int, until: int, pauses: Sequence[Pause]
) -> Iterator[Step]:
    """Yield that days of the calendar are counted, a clipped month, and pauses that moved them."""
    day = local_date(start, openings.zone)
    end = add_to_date(day, limit.amount, limit.unit)
    ended = not any(pause.end is None for pause in pauses)
    counted = (end - day).days if ended else 0
    yield Step("counted", "calendar", start, until, counted, {"limit": limit})
    yield from _clipped(day, end, start, limit)
    if not ended or until != add_calendar(openings.zone, start, limit.amount, limit.unit):
        yield from (paused(pause, start, until) for pause in pauses)


def _clipped(day: date, end: date, at: int, limit: Duration) -> Iterator[Step]:
    if limit.unit in _LONG and end.day != day.day:
        days = monthrange(end.year, end.month)[1]
        yield Step("limit", "clipped", at, at, slots={"month": end.replace(day=1), "count": days})


def _closing(openings: Openings) -> Instant:
    return lambda day: last_closing(openings, day)


def _at_time(anchor: Anchor, openings: Openings) -> Instant:
    at = anchor.at
    assert at is not None
    every_day = not openings.hours.ever_open

    def instant(day: date) -> int | None:
        open_then = every_day or is_working_day(openings, day)
        return instant_of(day, at, openings.zone) if open_then else None

    return instant


def _arrival(anchor: Anchor, openings: Openings, start: int) -> Iterator[Step]:
    """Yield what the hour of arrival meant, where it meant anything."""
    day, cutoff = local_date(start, openings.zone), anchor.cutoff
    closing = last_closing(openings, day) if openings.hours.ever_open else None
    following = anchor.kind is AnchorKind.NEXT_WORKING_DAY
    slots: dict[str, Slot] = {}
    if following and cutoff is None:
        return
    if openings.hours.ever_open and closing is None:
        phrase = "closed_that_day_next" if following else "closed_that_day"
    elif cutoff is not None and came_late(anchor, openings.zone, start):
        phrase = "after_cutoff_next" if following else "after_cutoff"
        slots["time"] = cutoff
    elif following:
        return
    elif anchor.kind is AnchorKind.SAME_DAY and closing is not None and closing <= start:
        phrase = "after_closing"
    elif anchor.at is not None and instant_of(day, anchor.at, openings.zone) <= start:
        phrase = "after_time" if openings.hours.ever_open else "after_time_any_day"
        slots["time"] = anchor.at
    elif cutoff is not None:
        phrase = "before_cutoff"
        slots["time"] = cutoff
    else:
        return
    yield Step("anchor", phrase, start, start, slots=slots)


def _walk(
    openings: Openings,
    names: ClosedNames,
    day: date,
    until: int,
    pauses: Sequence[Pause],
    instant: Instant,
    *,
    numbered: bool,
    closes: bool = True,
) -> Iterator[Step]:
    """Yield each date after `day`: counted, closed by name, or left out by a pause."""
    zone, number = openings.zone, 0
    last = local_date(until - 1, zone)
    first_closed: date | None = None
    left_out: list[tuple[date, int]] = []
    by: Pause | None = None
    while day < last:
        day += timedelta(days=1)
        ends = instant(day)
        if ends is None:
            first_closed = first_closed or day
            continue
        pause = _pause_at(ends, pauses) if _inside(ends, pauses) else None
        shut = () if first_closed is None else closures(openings, names, first_closed, day)
        named, first_closed = tuple(shut), None
        if left_out and by is not None and (pause is not by or named):
            yield from _left_out(left_out, by, closes=closes)
            left_out = []
        yield from named
        if pause is not None and pause.end is None:
            break
        if pause is not None:
            left_out, by = [*left_out, (day, ends)], pause
        elif numbered:
            number += 1
            slots: dict[str, Slot] = {"day": day, "number": number}
            yield Step("day", "day", min(noon(day, zone), ends), ends, 1, slots)
    if left_out and by is not None:
        yield from _left_out(left_out, by, closes=closes)


def _left_out(days: Sequence[tuple[date, int]], pause: Pause, *, closes: bool) -> Iterator[Step]:
    """Yield the days that a pause leaves out, each with its instant; a long row of them in one."""
    code = "reopened" if pause.reason == "resolved" else "paused"
    why: dict[str, Slot] = {"reason": pause.reason}
    if len(days) > _FEW:
        (first, start), (last, end) = days[0], days[-1]
        slots = {**why, "first": first, "last": last, "count": len(days)}
        yield Step(code, f"days_paused_{pause.reason}", start, end, slots=slots)
        return
    phrase = f"day_paused_{'' if closes else 'then_'}{pause.reason}"
    for day, ends in days:
        yield Step(code, phrase, ends, ends, slots={**why, "day": day})


def _inside(instant: int, pauses: Sequence[Pause]) -> bool:
    return any(
        pause.start < instant and (pause.end is None or instant < pause.end) for pause in pauses
    )


def _pause_at(instant: int, pauses: Sequence[Pause]) -> Pause:
    return next(
        pause
        for pause in pauses
        if pause.start < instant and (pause.end is None or instant < pause.end)
    )
