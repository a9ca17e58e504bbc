"""Moments of a policy's own calendar: when an example begins, and how a moment is said."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.language.en.echo_phrases import MONTHS, WEEKDAYS
from goodword.policy.policy import Policy

# Late on a Friday is where working time and plain time part company.
FRIDAY = 4
LATE = time(16, 30)


def zone_of(policy: Policy) -> ZoneInfo:
    """Return the zone of the policy's hours; UTC where it names none that exists."""
    try:
        return ZoneInfo(policy.hours.zone if policy.hours is not None else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def late_on_friday(policy: Policy, at: int) -> int:
    """Return the first Friday 16:30 local time that is not before the day of `at`."""
    today = datetime.fromtimestamp(at, zone_of(policy)).date()
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    return int(datetime.combine(friday, LATE, zone_of(policy)).timestamp())


def said(at: int, policy: Policy) -> str:
    """Return a moment as people say it: `Friday 4 September 16:30`."""
    local = datetime.fromtimestamp(at, zone_of(policy))
    clock = f"{local:%H:%M}" if local.second == 0 else f"{local:%H:%M:%S}"
    return f"{said_day(at, policy)} {clock}"


def said_day(at: int, policy: Policy, *, year: bool = False) -> str:
    """Return the day of a moment: `Friday 4 September`."""
    local = datetime.fromtimestamp(at, zone_of(policy))
    day = f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    return f"{day} {local.year}" if year else day


def year_of(at: int, policy: Policy) -> int:
    """Return the year of a moment in the policy's own zone."""
    return datetime.fromtimestamp(at, zone_of(policy)).year
