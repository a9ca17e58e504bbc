"""Closed dates from a calendar feed: what an iCalendar file (RFC 5545) says of when we are away."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from goodword.businesstime.zone import zone_of
from goodword.errors import GoodwordError
from goodword.policy.hours import Closure

# Nothing that closes a house comes back by the hour; such a rule would fill years with entries.
_TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY"}
_MOST_DAYS = 3_700
_DAY = 1440
_LONGEST_NAME = 120


class UnreadableCalendarError(GoodwordError):
    """A calendar file cannot be read, or the program lacks what reads it."""

    code = "unreadable-calendar"


@dataclass(frozen=True, slots=True)
class ClosureFeed:
    """The closures of a calendar in order of date, and what was left out, each with its reason."""

    closures: tuple[Closure, ...] = ()
    left_out: tuple[str, ...] = ()


def closures_in(content: bytes, zone: str, first: date, last: date, path: str = "") -> ClosureFeed:
    """Return the closures that a calendar names between two dates, both included.

    An entry for whole days closes these dates; one with times closes that part of each day, in
    local time of the IANA `zone`, widened to whole minutes. Recurring entries are told one by one,
    with their exceptions. Entries that are cancelled or marked as free time are left out. Raises
    UnreadableCalendarError for what is no calendar, or more than ten years of one.
    """
    if not first <= last <= first + timedelta(days=_MOST_DAYS):
        raise UnreadableCalendarError(
            f"From {first} to {last} is no stretch of at most ten years.",
            hint="Give the first date, then the last: --from 2026-01-01 --until 2027-12-31.",
        )
    place = path or "This file"
    calendar, every = _opened(content, place)
    left_out = _left_out(calendar)
    found: set[Closure] = set()
    try:
        for event in every(calendar).between(first, last + timedelta(days=1)):
            parts = _parts(event, zone_of(zone))
            found.update(one for one in parts if first <= _date(one) <= last)
    except (ValueError, TypeError, AttributeError, OverflowError) as refused:
        raise UnreadableCalendarError(
            f"{place} has an entry whose dates I cannot read: {str(refused)[:200]}",
            hint="Open it in a calendar program, correct that entry, and export it again.",
        ) from refused
    return ClosureFeed(tuple(sorted(found, key=_order)), left_out)


def _opened(content: bytes, place: str) -> tuple[Any, Any]:
    """Return the calendar, and what finds the entries of one."""
    try:
        import recurring_ical_events  # noqa: PLC0415  (an extra; slow to load)
        from icalendar import Calendar  # noqa: PLC0415
    except ImportError:
        raise UnreadableCalendarError(
            "The packages that read calendars are not installed here.",
            hint="Install them with: pip install 'goodword[calendar]'",
        ) from None
    try:
        return Calendar.from_ical(content), recurring_ical_events.of
    except (ValueError, KeyError, IndexError) as refused:
        raise UnreadableCalendarError(
            f"{place} is no calendar that I can read: {str(refused)[:200]}",
            hint="A calendar begins with BEGIN:VCALENDAR; most programs export it as .ics.",
        ) from refused


def _left_out(calendar: Any) -> tuple[str, ...]:
    """Take from the calendar what closes nothing; return each reason once."""
    kept, why_not = [], []
    for part in calendar.subcomponents:
        why = _why_not(part) if part.name == "VEVENT" else None
        if why is None:
            kept.append(part)
        else:
            why_not.append(f'"{_name(part)}" is left out: {why}.')
    calendar.subcomponents[:] = kept
    return tuple(dict.fromkeys(why_not))


def _why_not(event: Any) -> str | None:
    if "DTSTART" not in event:
        return "it has no beginning"
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return "it was cancelled"
    if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
        return "it is marked as free time"
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if {str(one).upper() for one in rule.get("FREQ", [])} & _TOO_OFTEN:
            return "it comes back more than once a day"
    return None


def _parts(event: Any, zone: ZoneInfo) -> Iterator[Closure]:
    """Yield the part of each date that an entry closes."""
    start, end = event.start, event.end
    if not isinstance(start, datetime):
        last = max(end, start + timedelta(days=1))
        for offset in range((last - start).days):
            yield _closure(start + timedelta(days=offset), 0, _DAY, _name(event))
        return
    begin, until = _local(start, zone), _local(end, zone)
    if until.second or until.microsecond:
        until = until.replace(second=0, microsecond=0) + timedelta(minutes=1)
    day = begin.date()
    while day <= until.date():
        opens = begin.hour * 60 + begin.minute if day == begin.date() else 0
        closes = until.hour * 60 + until.minute if day == until.date() else _DAY
        if opens < closes:
            yield _closure(day, opens, closes, _name(event))
        day += timedelta(days=1)


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return the wall time in the zone; a time without a zone is meant as it stands."""
    return instant if instant.tzinfo is None else instant.astimezone(zone).replace(tzinfo=None)


def _closure(day: date, start: int, end: int, name: str) -> Closure:
    return Closure(day.month, day.day, day.year, name, start, end)


def _name(event: Any) -> str:
    return " ".join(str(event.get("SUMMARY", "")).split())[:_LONGEST_NAME]


def _date(one: Closure) -> date:
    return date(one.year or date.min.year, one.month, one.day)


def _order(one: Closure) -> tuple[datetime, int, str]:
    return datetime.combine(_date(one), time()) + timedelta(minutes=one.start), one.end, one.name
