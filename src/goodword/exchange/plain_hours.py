"""Opening hours as another program writes them in JSON, and no other way of writing them."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from goodword.businesstime.zone import zone_of
from goodword.errors import GoodwordError
from goodword.policy.hours import CLOSED_WEEK, Closure, Hours, Interval, OwnHours, Week

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::00(?:\.0+)?)?", re.ASCII)
_MIDNIGHT = 1440


class UnreadableHoursError(GoodwordError):
    """Opening hours in JSON hold something that they cannot."""

    code = "unreadable-hours"


def plain_hours(said: Mapping[str, Any]) -> Hours:
    """Return the hours of `{"timezone", "hours", "holidays"?, "overrides"?, "breaks"?}`.

    `hours` has openings by weekday (`{"mon": [["09:00", "17:00"]]}`; a day left out is closed),
    `holidays` closed dates, `overrides` dates with openings of their own (none is closed), `breaks`
    dates with closed parts. A time is HH:MM, at most 24:00; an opening that ends at or before its
    start runs over midnight. A date with an override keeps it, whatever else is said of the date.
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
        closures.extend(
            Closure(day.month, day.day, day.year, start=part.start, end=part.end) for part in parts
        )
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
    return {_date(day, name): _openings(parts, f'"{name}", {day}') for day, parts in said.items()}


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
        start, end = _minute(one[0], place), _minute(one[1], place)
        if start == _MIDNIGHT:
            raise UnreadableHoursError(
                f"{place}: nothing opens at 24:00.", hint="Write 00:00 on the day after."
            )
        parts.append(Interval(start, end or _MIDNIGHT))
    return tuple(sorted(parts))


def _minute(said: Any, place: str) -> int:
    found = _TIME.fullmatch(said.strip()) if isinstance(said, str) else None
    hour, minute = (int(found[1]), int(found[2])) if found else (99, 99)
    if minute > 59 or hour * 60 + minute > _MIDNIGHT:
        raise UnreadableHoursError(
            f'{place}: "{said}" is no time of day in whole minutes.',
            hint="Write HH:MM from 00:00 to 24:00.",
        )
    return hour * 60 + minute


def _refusal(place: str, what: str, example: str) -> UnreadableHoursError:
    return UnreadableHoursError(f"{place} {what}.", hint=f"Write, for example, {example}.")
