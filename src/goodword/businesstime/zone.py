"""Local dates and times of a zone as instants, by the rule of RFC 5545 3.3.5.

A local time that does not exist (the clock was put forward over it) is read with the offset from
before the change; one that happens twice is its first occurrence. Python's `fold=0` is that rule.
"""

import zoneinfo
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.errors import OutsideCalendarError, UnknownNameError

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
DAY = 86_400
# The first and last day of Python's calendar are kept free, so that any zone's offset fits.
FIRST_ORDINAL = date.min.toordinal() + 2
LAST_ORDINAL = date.max.toordinal() - 2
FIRST_INSTANT = (FIRST_ORDINAL - EPOCH_ORDINAL) * DAY
LAST_INSTANT = (LAST_ORDINAL - EPOCH_ORDINAL) * DAY


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; raises UnknownNameError for any other name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownNameError(
            f'I don\'t know the time zone "{name}".',
            hint='Write its name in the IANA list, such as "Australia/Melbourne".',
        ) from error


@lru_cache(maxsize=256)
def zone_data_version(zone: str) -> str:
    """Return the version of the zone data that `zoneinfo` reads for a zone.

    The system's, where that has the zone, else that of the package tzdata. Where the system does
    not say which version it has, a hash of what it has of the zone.
    """
    for folder in zoneinfo.TZPATH:
        file = Path(folder, zone)
        if not file.is_file():
            continue
        for name in ("tzdata.zi", "+VERSION"):
            with suppress(FileNotFoundError), Path(folder, name).open("rb") as lines:
                first = lines.readline().decode("ascii", "replace")
                return first.removeprefix("# version").strip()
        return sha256(file.read_bytes()).hexdigest()
    return str(import_module("tzdata").IANA_VERSION)


def outside_calendar(what: str) -> OutsideCalendarError:
    """Return the refusal for an instant or a length that no calendar date can hold."""
    return OutsideCalendarError(
        f"{what} lies outside the calendar, which runs from the year 1 to the year 9999.",
        hint="Check the date and the length of time.",
    )


def local(instant: int, zone: str) -> datetime:
    """Return the local date and time of an instant; raises OutsideCalendarError far away."""
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise outside_calendar(f"The instant {instant}")
    return datetime.fromtimestamp(instant, UTC).astimezone(zone_of(zone))


def local_date(instant: int, zone: str) -> date:
    """Return the calendar date of an instant in its zone.

    A date begins at its first midnight. Where the clock goes back over midnight, as it did in
    Newfoundland at 00:01, the date does not go back with it: a later instant has no earlier date.
    """
    moment = local(instant, zone)
    ordinal = moment.toordinal()
    begun = moment.fold and ordinal < LAST_ORDINAL and midnight_of(ordinal + 1, zone) <= instant
    return date.fromordinal(ordinal + 1) if begun else moment.date()


def instant_of(day: date, at: time, zone: str) -> int:
    """Return the instant of a local time, in UTC seconds, by RFC 5545 3.3.5."""
    second = at.hour * 3_600 + at.minute * 60 + at.second
    # What is counted is whole seconds; half a second and more is the next.
    return second_of(day, second + (at.microsecond >= 500_000), zone)


def midnight_of(ordinal: int, zone: str) -> int:
    """Return the instant at which the date of an ordinal begins, by RFC 5545 3.3.5."""
    return _instant(ordinal, 0, zone)


def minute_of(day: date, minute: int, zone: str) -> int:
    """Return the instant of a minute counted from local midnight; 1440 is the next midnight."""
    return second_of(day, 60 * minute, zone)


def second_of(day: date, second: int, zone: str) -> int:
    """Return the instant of a second counted from local midnight; 86,400 is the next midnight."""
    ordinal = day.toordinal() + second // DAY
    if not FIRST_ORDINAL <= ordinal <= LAST_ORDINAL:
        raise outside_calendar(f"The date {day.isoformat()}")
    return _instant(ordinal, second % DAY, zone)


def offset_at(local_time: datetime, zone: str) -> int:
    """Return the seconds by which a local time, without its zone, is before UTC's."""
    offset = zone_of(zone).utcoffset(local_time)
    assert offset is not None
    return offset.days * DAY + offset.seconds


def _instant(ordinal: int, second: int, zone: str) -> int:
    local_time = datetime.fromordinal(ordinal) + timedelta(seconds=second)
    return (ordinal - EPOCH_ORDINAL) * DAY + second - offset_at(local_time, zone)
