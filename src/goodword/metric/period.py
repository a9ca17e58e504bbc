"""Calendar months, in which a share without a period is judged."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month of a zone, from `start` to `end` (exclusive), in UTC seconds."""

    start: int
    end: int
    name: str

    def is_closed(self, at: int) -> bool:
        """Whether the month is over at an instant; before that its numbers are "so far"."""
        return self.end <= at


def months_between(first: int, last: int, zone: str) -> tuple[Month, ...]:
    """Return the calendar months that touch `first` to `last`, in order."""
    local_zone = ZoneInfo(zone)
    begin = datetime.fromtimestamp(first, UTC).astimezone(local_zone)
    year, month = begin.year, begin.month
    months: list[Month] = []
    start = _first_instant(year, month, local_zone)
    while start <= last:
        following = (year + month // 12, month % 12 + 1)
        end = _first_instant(*following, local_zone)
        months.append(Month(start, end, f"{year:04}-{month:02}"))
        (year, month), start = following, end
    return tuple(months)


def month_at(months: tuple[Month, ...], instant: int) -> Month:
    """Return the month that holds an instant; `months` are in order and without gaps."""
    return months[bisect_right(months, instant, key=lambda month: month.start) - 1]


def month_named(name: str, zone: str) -> Month:
    """Return the calendar month of a zone by its name, as in 2026-09."""
    year, month = (int(part) for part in name.split("-"))
    local_zone = ZoneInfo(zone)
    following = (year + month // 12, month % 12 + 1)
    return Month(
        _first_instant(year, month, local_zone), _first_instant(*following, local_zone), name
    )


def _first_instant(year: int, month: int, zone: ZoneInfo) -> int:
    return int(datetime(year, month, 1, tzinfo=zone).timestamp())
