"""Amounts that clauses speak of: lengths of time, points in a day, money."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """The units that people promise in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Counting(StrEnum):
    """How time is counted: while open, by the calendar's dates, or round the clock."""

    WORKING = "working"
    CALENDAR = "calendar"
    CLOCK = "clock"


SECONDS_IN = {Unit.SECOND: 1, Unit.MINUTE: 60, Unit.HOUR: 3600}
_ISO = {
    Unit.SECOND: "PT{}S",
    Unit.MINUTE: "PT{}M",
    Unit.HOUR: "PT{}H",
    Unit.DAY: "P{}D",
    Unit.WEEK: "P{}W",
    Unit.MONTH: "P{}M",
    Unit.YEAR: "P{}Y",
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A positive length of time as it was promised: `4 working hours`, `30 days`.

    Hours and shorter are WORKING (open seconds) or CLOCK (round the clock); days and longer are
    WORKING (days on which we open) or CALENDAR (dates).
    """

    amount: int
    unit: Unit
    counting: Counting

    @property
    def is_exact(self) -> bool:
        """Whether this is a number of seconds, not of days."""
        return self.unit in SECONDS_IN

    @property
    def counts_open_time(self) -> bool:
        """Whether it is counted in open seconds."""
        return self.is_exact and self.counting is Counting.WORKING

    @property
    def seconds(self) -> int:
        """The length in seconds; raises KeyError for days and longer."""
        return self.amount * SECONDS_IN[self.unit]

    @property
    def iso(self) -> str:
        """The ISO 8601 form, without the counting: `PT4H`, `P30D`."""
        return _ISO[self.unit].format(self.amount)


class AnchorKind(StrEnum):
    """Points in time that people promise by name."""

    SAME_DAY = "same_day"
    NEXT_WORKING_DAY = "next_working_day"
    AT_TIME = "at_time"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A promised point in time: `the same day`, `the next working day`, `by 5pm`.

    SAME_DAY and NEXT_WORKING_DAY fall at that day's last closing, AT_TIME at that local time;
    NEXT_WORKING_DAY with `at` falls at that local time of the day ("by 10am the next working day").
    `cutoff` is the local time until which the arrival day counts ("if you tell us before 2pm");
    a later arrival moves the anchor to the next working day.
    """

    kind: AnchorKind
    at: time | None = None
    cutoff: time | None = None

    @property
    def counts_open_time(self) -> bool:
        """Whether it is counted in open seconds: a point in time never is."""
        return False


Limit = Duration | Anchor


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, by its ISO 4217 code."""

    amount: Decimal
    currency: str
