"""When the business is open: what the text says, before it is compiled to openings."""

from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Open from `start` to `end` local time, on one day. `end` not after `start` runs overnight.

    Both are minutes from midnight, 0 to 1440; 1440 is the midnight that ends the day.
    """

    start: int
    end: int

    @classmethod
    def between(cls, start: time, end: time) -> "Interval":
        """Return the interval between two local times; an end of 00:00 means 24:00."""
        closing = end.hour * 60 + end.minute
        return cls(start.hour * 60 + start.minute, closing or 1440)


Week = tuple[
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
]
CLOSED_WEEK: Week = ((), (), (), (), (), (), ())
ALWAYS_OPEN_WEEK: Week = (
    (Interval(0, 1440),),
    (Interval(0, 1440),),
    (Interval(0, 1440),),
    (Interval(0, 1440),),
    (Interval(0, 1440),),
    (Interval(0, 1440),),
    (Interval(0, 1440),),
)


@dataclass(frozen=True, slots=True)
class Closure:
    """Closed on a date (each year where `year` is None), from minute `start` to minute `end`."""

    month: int
    day: int
    year: int | None = None
    name: str = ""
    start: int = 0
    end: int = 1440


@dataclass(frozen=True, slots=True)
class OwnHours:
    """A date with hours of its own, which replace the week's. No intervals means closed."""

    on: date
    intervals: tuple[Interval, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class HolidayPlace:
    """Whose public holidays close us: ISO 3166 codes (`AU`, `VIC`) and the name as written."""

    country: str
    subdivision: str | None = None
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Hours:
    """The opening hours of a policy. `week[0]` is Monday; `zone` is an IANA name.

    A closed date is closed from 00:00 to 24:00: an overnight opening is cut at midnight there.
    """

    zone: str
    week: Week = CLOSED_WEEK
    holidays: tuple[HolidayPlace, ...] = ()
    closures: tuple[Closure, ...] = ()
    own_hours: tuple[OwnHours, ...] = ()

    @property
    def ever_open(self) -> bool:
        """Whether any week-day or date has an opening at all."""
        return any(self.week) or any(own.intervals for own in self.own_hours)
