"""The English of explanations: moments, lengths of time and limits, as people say them."""

from datetime import datetime

from goodword.businesstime.zone import local
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENGTHS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
_OPEN_LENGTHS = _LENGTHS[1:]


def clock_time(moment: datetime) -> str:
    """Return `16:40`, with seconds where there are any."""
    return f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"


def day_name(moment: datetime) -> str:
    """Return `Fri 4 Sep`."""
    return f"{WEEKDAYS[moment.weekday()]} {moment.day} {MONTHS[moment.month - 1]}"


def full(instant: int, zone: str) -> str:
    """Return `Fri 4 Sep 2026, 16:40` in the zone."""
    moment = local(instant, zone)
    return f"{day_name(moment)} {moment.year}, {clock_time(moment)}"


def plural(count: int, noun: str) -> str:
    """Return `1 hour`, `2 hours`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def length(seconds: int, *, working: bool = False) -> str:
    """Return a length of time in its two largest units; working time is never said in days."""
    left = abs(seconds)
    parts: list[tuple[int, str]] = []
    for noun, size in _OPEN_LENGTHS if working else _LENGTHS:
        count, left = divmod(left, size)
        if count or parts:
            parts.append((count, noun))
    said = [plural(count, noun) for count, noun in parts[:2] if count]
    return " ".join(said) or "no time"


def limit_words(limit: Limit) -> str:
    """Return `4 working hours`, `30 days`, `the same day`."""
    if isinstance(limit, Anchor):
        if limit.kind is AnchorKind.AT_TIME:
            return f"by {limit.at:%H:%M}"
        if limit.at is not None:
            return f"{limit.at:%H:%M} on the next working day"
        return "the same day" if limit.kind is AnchorKind.SAME_DAY else "the next working day"
    return duration_words(limit)


def duration_words(limit: Duration) -> str:
    """Return `4 working hours`, `24 hours round the clock`, `30 days`."""
    if limit.counting is Counting.WORKING:
        return plural(limit.amount, f"working {limit.unit}")
    words = plural(limit.amount, str(limit.unit))
    return f"{words} round the clock" if limit.unit is Unit.HOUR else words


class Moments:
    """Says moments one after the other, the date only where it is another one than before."""

    def __init__(self, zone: str) -> None:
        self._zone = zone
        self._said: datetime | None = None

    def say(self, instant: int) -> str:
        """Return `Fri 4 Sep, 16:40`, then `17:00`, then `Mon 7 Sep, 09:00`."""
        moment, before = local(instant, self._zone), self._said
        self._said = moment
        if before is not None and before.date() == moment.date():
            return clock_time(moment)
        year = f" {moment.year}" if before is not None and before.year != moment.year else ""
        return f"{day_name(moment)}{year}, {clock_time(moment)}"
