"""Opening hours as another program writes them in JSON, the week and what differs from it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from goodword.businesstime.zone import zone_of
from goodword.exchange.plain_openings import (
    UnreadableHoursError,
    breaks_of,
    openings_of,
    refusal,
)
from goodword.policy.hours import (
    CLOSED_WEEK,
    Closure,
    ClosureToTheSecond,
    Hours,
    Interval,
    OwnHours,
    Week,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Names that people shorten in more than one way.
_SHORT = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MIDNIGHT = 1440
_DAY = 86_400


def plain_hours(said: Mapping[str, Any]) -> Hours:
    """Return the hours of `{"timezone", "hours", "holidays"?, "overrides"?, "breaks"?}`.

    `hours` has openings by weekday (`{"mon": [["09:00", "17:00"]]}`; a day left out is closed),
    `holidays` closed dates, `overrides` dates with openings of their own (none is closed), `breaks`
    dates with closed parts. A time is HH:MM or HH:MM:SS, at most 24:00; an opening that ends at or
    before its start runs over midnight; `openings_of` has the other ways to write them. Holidays
    may be an object too, of dates with their names. An override is the more particular statement:
    its date is open then even where it is a holiday. Breaks are cut out of whatever else is said.
    Raises UnreadableHoursError, which names the place, and UnknownNameError for a zone.
    """
    zone = said.get("timezone")
    if not isinstance(zone, str):
        raise UnreadableHoursError(
            '"timezone" is missing.', hint='Write its IANA name, such as "Europe/Berlin".'
        )
    zone_of(zone)
    overrides = _by_date(said.get("overrides"), "overrides", openings_of)
    closures = [
        Closure(day.month, day.day, day.year)
        for day in _holidays(said.get("holidays"))
        if day not in overrides
    ]
    for day, parts in _by_date(said.get("breaks"), "breaks", breaks_of).items():
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
        raise refusal('"hours"', "is an object of weekdays", '{"mon": [["09:00", "17:00"]]}')
    days: dict[int, tuple[Interval, ...]] = {}
    for name, parts in said.items():
        low = str(name).strip().lower()
        number = _weekday(low)
        if number is None:
            raise UnreadableHoursError(
                f'"{name}" in "hours" is no weekday.', hint=f"Use {', '.join(WEEKDAYS)}."
            )
        if number in days:
            raise UnreadableHoursError(
                f'"{name}" stands twice in "hours".', hint="Write each weekday once."
            )
        days[number] = openings_of(parts, f'"hours", {low}')
    monday, tuesday, wednesday, thursday, friday, saturday, sunday = (
        days.get(number, ()) for number in range(7)
    )
    return monday, tuesday, wednesday, thursday, friday, saturday, sunday


def _weekday(name: str) -> int | None:
    """Return a weekday, Monday as 0; a number is none, since weeks begin on two days."""
    whole = next((at for at in range(7) if name in {WEEKDAYS[at], FULL[at]}), None)
    return _SHORT.get(name) if whole is None else whole


def _holidays(said: Any) -> list[date]:
    if isinstance(said, Mapping) and not any(isinstance(name, bool) for name in said.values()):
        said = list(said)
    if said is not None and not isinstance(said, list):
        raise refusal('"holidays"', "is a list of dates", '["2026-12-25"]')
    dates = (one.get("date") if isinstance(one, Mapping) else one for one in said or ())
    return [_date(one, "holidays") for one in dates]


def _by_date(
    said: Any, name: str, read: Callable[[Any, str], tuple[Interval, ...]]
) -> dict[date, tuple[Interval, ...]]:
    if said is None:
        return {}
    if not isinstance(said, Mapping):
        raise refusal(f'"{name}"', "is an object of dates", '{"2026-12-24": [["09:00", "12:00"]]}')
    found: dict[date, tuple[Interval, ...]] = {}
    for written, parts in said.items():
        day = _date(written, name)
        if day in found:
            raise UnreadableHoursError(
                f'{day} stands twice in "{name}".', hint="Write each date once."
            )
        found[day] = read(parts, f'"{name}", {written}')
    return found


def _date(said: Any, name: str) -> date:
    try:
        read = datetime.fromisoformat(str(said).strip())
    except ValueError:
        read = None
    # A midnight without an offset is how some programs write a date; of another zone it is none.
    if read is None or read.tzinfo or read.time() != time.min:
        weekly = _weekday(str(said).strip().lower()) is not None
        raise UnreadableHoursError(
            f'"{said}" in "{name}" is no date.',
            hint='What holds every week stands in "hours".'
            if weekly
            else "Write YYYY-MM-DD, such as 2026-12-25.",
        )
    return read.date()


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
