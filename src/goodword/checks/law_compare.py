"""Whether a promise keeps within the time that a law pack leaves, told by the calendar."""

from dataclasses import dataclass, replace
from enum import StrEnum

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.zone import DAY, local, minute_of
from goodword.checks.arrivals import arrivals
from goodword.policy.hours import Hours, Interval, Week
from goodword.policy.quantity import Counting, Duration, Limit

WHOLE_DAY = (Interval(0, 1440),)
LAW_WEEK: Week = (WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, (), ())
MIDNIGHT = 1440


class Standing(StrEnum):
    """How a promised time lies to the one that a pack leaves."""

    WITHIN = "within"
    LOOSER = "looser"
    SOMETIMES = "sometimes"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two limits lie to each other, with the first arrival (UTC seconds) that shows it."""

    standing: Standing
    arrival: int | None = None
    promised: int | None = None
    allowed: int | None = None


def compared(promised: Limit, allowed: Duration, hours: Hours | None, at: int) -> Comparison:
    """Return whether `promised` ends within `allowed`, for what arrives in the next two weeks.

    A pack's working days are Monday to Friday, less the dates on which the policy's own hours are
    closed; its days end at midnight. What needs opening hours and finds none is unclear, unless
    both are counted in the same unit.
    """
    if isinstance(promised, Duration) and (promised.unit, promised.counting) == (
        allowed.unit,
        allowed.counting,
    ):
        five_days = hours is None or all(hours.week[:5])
        if promised.amount <= allowed.amount and (
            promised.counting is not Counting.WORKING or five_days
        ):
            return Comparison(Standing.WITHIN)
        if hours is None:
            return Comparison(Standing.LOOSER)
    needs_hours = not isinstance(promised, Duration) or promised.counting is Counting.WORKING
    if needs_hours and (hours is None or not hours.ever_open):
        return Comparison(Standing.UNCLEAR)
    own = hours or Hours("UTC", LAW_WEEK)
    law = openings_for(replace(own, week=LAW_WEEK, own_hours=(), special=()), at)
    mine = openings_for(own, at)
    return _by_calendar(promised, allowed, mine, law, at)


def _by_calendar(
    promised: Limit, allowed: Duration, mine: Openings, law: Openings, at: int
) -> Comparison:
    later: Comparison | None = None
    seen = late = 0
    for arrival in arrivals(law, at):
        seen += 1
        due, last = due_time(promised, mine, arrival), _end(allowed, law, arrival)
        if due > last:
            late += 1
            later = later or Comparison(Standing.LOOSER, arrival, due, last)
    if later is None:
        return Comparison(Standing.WITHIN)
    if late * 2 >= seen:
        return later
    return replace(later, standing=Standing.SOMETIMES)


def _end(allowed: Duration, law: Openings, arrival: int) -> int:
    """Return the last moment that a pack leaves: days and longer run to midnight."""
    due = due_time(allowed, law, arrival)
    if allowed.is_exact:
        return due
    day = local(due - 1, law.zone).date()
    return max(due, minute_of(day, MIDNIGHT, law.zone))


def added(one: Duration, other: Duration) -> Duration | None:
    """Return the two lengths in one, where they are counted alike."""
    if (one.unit, one.counting) == (other.unit, other.counting):
        return replace(one, amount=one.amount + other.amount)
    return None


def rough_days(length: Duration) -> float:
    """Return about how many days of the calendar a length takes."""
    if length.is_exact:
        return length.seconds / DAY
    days = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}[str(length.unit)]
    working = length.counting is Counting.WORKING and length.unit == "day"
    return length.amount * days * (1.4 if working else 1.0)
