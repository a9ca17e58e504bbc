"""Lengths of time that people promise: nobody says 6 hours and 17 minutes."""

from goodword.policy.quantity import Counting, Duration, Unit

_MINUTES = (5, 10, 15, 20, 30, 45)
_HOURS = (1, 2, 3, 4, 5, 6, 7, 8)
_CLOCK = (
    *((seconds, Unit.SECOND) for seconds in (10, 15, 20, 30, 45)),
    *((minutes, Unit.MINUTE) for minutes in (1, 2, 3, *_MINUTES)),
    *((hours, Unit.HOUR) for hours in (1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48)),
)
_WORKING = (
    *((minutes, Unit.MINUTE) for minutes in _MINUTES),
    *((hours, Unit.HOUR) for hours in _HOURS),
)
_DAYS = (
    *range(1, 11),
    *(12, 14, 15, 18, 20, 25, 28, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 120, 150, 180),
    *(200, 250, 300, 350, 400, 500, 600, 700, 800, 900, 1000, 1250, 1500, 2000, 2500, 3000),
)
_DAY = 86_400


def exact_rungs(counting: Counting, *, day: int) -> tuple[Duration, ...]:
    """Return the sayable lengths in seconds to hours, shortest first.

    Working time is said in hours where these are less than a `day` of open seconds.
    """
    if counting is Counting.CLOCK:
        return tuple(Duration(amount, unit, counting) for amount, unit in _CLOCK)
    rungs = (Duration(amount, unit, counting) for amount, unit in _WORKING)
    return tuple(rung for rung in rungs if rung.seconds < day)


def day_rungs(counting: Counting) -> tuple[Duration, ...]:
    """Return the sayable lengths in days, shortest first: working days, or days by the calendar."""
    by = Counting.WORKING if counting is Counting.WORKING else Counting.CALENDAR
    return tuple(Duration(days, Unit.DAY, by) for days in _DAYS)


def rough_days(seconds: float, counting: Counting, *, day: int) -> int:
    """Return the place among the rungs of days at which to look first for so many seconds."""
    length = day if counting is Counting.WORKING else _DAY
    wanted = seconds / max(length, 1)
    return next((place for place, days in enumerate(_DAYS) if days >= wanted), len(_DAYS) - 1)
