"""Moments as people type them at the command line."""

import calendar
import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from goodword.businesstime.zone import FIRST_INSTANT, LAST_INSTANT
from goodword.errors import GoodwordError

_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.*))?\Z")
# The zone in brackets after an offset says again where it is.
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*((?:Z|[+-]\d{2}(?::?\d{2})?)(?:\[[^\[\]]+\])?|UTC|GMT)?\Z",
    re.IGNORECASE,
)

_UNIVERSAL = re.compile("Z|UTC|GMT")


class UnreadableMomentError(GoodwordError):
    """A date or a time was given that cannot be read, or that does not exist."""

    code = "unreadable-moment"


def moment(text: str, zone: str, *, what: str = "--at") -> int:
    """Return the instant, in UTC seconds, of `2026-09-04 16:30`.

    Without an offset it is local time in `zone`. Raises UnreadableMomentError, naming `what`, for
    dates and times that do not exist.
    """
    found = _DATE.match(text.strip())
    if found is None:
        raise _refusal(f'I cannot read "{text}" as a date and a time.', what)
    year, month, day = (int(part) for part in found.groups()[:3])
    _need_date(text, year, month, day, what)
    if not found.group(4):
        raise _refusal(f'"{text}" has a date but no time of day.', what)
    at = _TIME.match(found.group(4).strip())
    hour, minute, second = (int(part or 0) for part in at.groups()[:3]) if at else (24, 0, 0)
    days_end = (hour, minute, second) == (24, 0, 0)
    if at is None or (hour > 23 and not days_end) or minute > 59 or second > 59:
        raise _refusal(f'"{found.group(4)}" is no time of day.', what)
    hour = 0 if days_end else hour
    offset = _UNIVERSAL.sub("+00:00", (at.group(4) or "").partition("[")[0].upper())
    local = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{offset}"
    try:
        read = datetime.fromisoformat(local) + timedelta(days=days_end)
        instant = (read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))).timestamp()
    except (ValueError, OverflowError) as error:
        raise _refusal(f'"{text}" is no moment that I can place.', what) from error
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        raise _refusal(f'"{text}" lies too far from today.', what)
    return int(instant)


def instant(text: str, zone: str, *, what: str = "--at") -> int:
    """Return the instant, in UTC seconds, of an ISO 8601 date or moment.

    A date alone is its first second. Without an offset it is local time in `zone`.
    Raises UnreadableMomentError, naming `what`.
    """
    try:
        read = datetime.fromisoformat(text.strip())
        placed = read if read.tzinfo else read.replace(tzinfo=ZoneInfo(zone))
        seconds = placed.timestamp()
    except (ValueError, OverflowError):
        raise UnreadableMomentError(
            f'{what} "{text[:60]}" is not a date that exists.',
            hint="Write it as 2026-09-01 or 2026-09-01T09:00+10:00.",
        ) from None
    if not FIRST_INSTANT <= seconds <= LAST_INSTANT:
        raise UnreadableMomentError(
            f'{what} "{text[:60]}" lies too far from today.',
            hint="Give a date between the years 2 and 9998.",
        )
    return int(seconds // 1)


def _need_date(text: str, year: int, month: int, day: int, what: str) -> None:
    if not 1 <= month <= 12:
        raise _refusal(f'"{text}": there is no month {month}.', what)
    try:
        date(year, month, day)
    except ValueError as error:
        if year < 1:
            raise _refusal(f'"{text}": the calendar begins with the year 1.', what) from error
        last = calendar.monthrange(year, month)[1]
        name = f"{calendar.month_name[month]} {year}"
        raise _refusal(f'"{text}": {name} has only {last} days.', what) from error


def _refusal(message: str, what: str) -> UnreadableMomentError:
    return UnreadableMomentError(
        f"{what}: {message}",
        hint='Write it like "2026-09-04 16:30", or with an offset, "2026-09-04T16:30+10:00".',
    )
