"""Opening hours as another program writes them in JSON, and no other way of writing them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from goodword.businesstime.zone import zone_of
from goodword.errors import GoodwordError
from goodword.policy.hours import (
    CLOSED_WEEK,
    Closure,
    ClosureToTheSecond,
    Hours,
    Interval,
    IntervalToTheSecond,
    OwnHours,
    Week,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?", re.ASCII)
_MIDNIGHT = 1440
_DAY = 86_400


class UnreadableHoursError(GoodwordError):
    """Opening hours in JSON hold something that they cannot."""

    code = "unreadable-hours"


def plain_hours(said: Mapping[str, Any]) -> Hours:
    """Return the hours of `{"timezone", "hours", "holidays"?, "overrides"?, "breaks"?}`.

    `hours` has openings by weekday (`{"mon": [["09:00", "17:00"]]}`; a day left out is closed),
    `holidays` closed dates, `overrides` dates with openings of their own (none is closed), `breaks`
    dates with closed parts. A time is HH:MM or HH:MM:SS, at most 24:00; an opening that ends at or
    before its start runs over midnight. An override is the more particular statement: its date is
    open then even where it is a holiday. Breaks are cut out of whatever else is said.
    Raises UnreadableHoursError, which names the place, and UnknownNameError for a zone.
    """
    zone = said.get("timezone")
    if not isinstance(zone, str):
        raise UnreadableHoursError(
            '"timezone" is missing.', hint='Write its IANA name, such as "Europe/Berlin".'
        )
    zone_of(zone)
    holidays = said.get("holidays") or []
    if not isinstance(holidays, list):
        raise _refusal('"holidays"', "is a list of dates", '["2026-12-25"]')
    overrides = _by_date(said.get("overrides"), "overrides")
    closures = [
        Closure(day.month, day.day, day.year)
        for day in (_date(one, "holidays") for one in holidays)
        if day not in overrides
    ]
    for day, parts in _by_date(said.get("breaks"), "breaks").items():
        closures.extend(_break(day, part) for one in parts for part in _pieces(one))
    own = tuple(OwnHours(day, parts) for day, parts in overrides.items())
    return _shared(Hours(zone, _week(said.get("hours")), (), tuple(closures), own))


@lru_cache(maxsize=256)
def _shared(hours: Hours) -> Hours:
    """Return the first of all equal hours, which compile once."""
    return hours


def _week(said: Any) -> Week:
    if said is None:
        return CLOSED_WEEK
    if not isinstance(said, Mapping):
        raise _refusal('"hours"', "is an object of weekdays", '{"mon": [["09:00", "17:00"]]}')
    days: dict[int, tuple[Interval, ...]] = {}
    for name, parts in said.items():
        low = str(name).strip().lower()
        number = next(
            (at for at in range(7) if low in {WEEKDAYS[at], FULL[at]}),
            None,
        )
        if number is None:
            raise UnreadableHoursError(
                f'"{name}" in "hours" is no weekday.', hint=f"Use {', '.join(WEEKDAYS)}."
            )
        if number in days:
            raise UnreadableHoursError(
                f'"{name}" stands twice in "hours".', hint="Write each weekday once."
            )
        days[number] = _openings(parts, f'"hours", {low}')
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        days.get(number, ()) for number in range(7)
    )
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def _by_date(said: Any, name: str) -> dict[date, tuple[Interval, ...]]:
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise _refusal(f'"{name}"', "is an object of dates", '{"2026-12-24": [["09:00", "12:00"]]}')
    found: dict[date, tuple[Interval, ...]] = {}
    for written, parts in said.items():
        day = _date(written, name)
        if day in found:
            raise UnreadableHoursError(
                f'{day} stands twice in "{name}".', hint="Write each date once."
            )
        found[day] = _openings(parts, f'"{name}", {written}')
    return found


def _date(said: Any, name: str) -> date:
    try:
        return date.fromisoformat(str(said).strip())
    except ValueError:
        raise UnreadableHoursError(
            f'"{said}" in "{name}" is no date.', hint="Write YYYY-MM-DD, such as 2026-12-25."
        ) from None


def _openings(said: Any, place: str) -> tuple[Interval, ...]:
    if said is None:
        return ()
    if not isinstance(said, list):
        raise _refusal(place, "is a list of [opening, closing]", '[["09:00", "17:00"]]')
    parts = []
    for one in said:
        if not isinstance(one, list | tuple) or len(one) != 2:
            raise _refusal(place, "is a list of [opening, closing]", '[["09:00", "17:00"]]')
        opening, closing = _second(one[0], place), _second(one[1], place) or _DAY
        if opening == _DAY:
            raise UnreadableHoursError(
                f"{place}: nothing opens at 24:00.", hint="Write 00:00 on the day after."
            )
        parts.append(_interval(opening, closing))
    return tuple(sorted(parts, key=lambda part: part.seconds))


def _interval(opening: int, closing: int) -> Interval:
    (start, start_second), (end, end_second) = divmod(opening, 60), divmod(closing, 60)
    if start_second or end_second:
        return IntervalToTheSecond(start, end, start_second, end_second)
    return Interval(start, end)


def _pieces(part: Interval) -> tuple[Interval, ...]:
    """Return a break in parts of a date: as a whole it would be a closed date, like a holiday."""
    if part.seconds == (0, _DAY):
        return (Interval(0, _MIDNIGHT // 2), Interval(_MIDNIGHT // 2, _MIDNIGHT))
    return (part,)


def _break(day: date, part: Interval) -> Closure:
    (start, start_second), (end, end_second) = (divmod(at, 60) for at in part.seconds)
    said = (day.month, day.day, day.year, "", start, end)
    if start_second or end_second:
        return ClosureToTheSecond(*said, start_second, end_second)
    return Closure(*said)


def _second(said: Any, place: str) -> int:
    found = _TIME.fullmatch(said.strip()) if isinstance(said, str) else None
    hour, minute, second = (int(part or 0) for part in found.groups()) if found else (99, 99, 99)
    at = (hour * 60 + minute) * 60 + second
    if minute > 59 or second > 59 or at > _DAY:
        raise UnreadableHoursError(
            f'{place}: "{said}" is no time of day.',
            hint="Write HH:MM, or HH:MM:SS, from 00:00 to 24:00.",
        )
    return at


def _refusal(place: str, what: str, example: str) -> UnreadableHoursError:
    return UnreadableHoursError(f"{place} {what}.", hint=f"Write, for example, {example}.")
