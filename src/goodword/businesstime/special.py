"""On which dates special hours hold, and what each date's openings are then."""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from functools import lru_cache

from goodword.policy.hours import Hours, Interval, Occasion, SpecialHours

# The rank of what is said of one date of the year.
DATE_RANK = 4


@lru_cache(maxsize=4_096)
def easter_sunday(year: int) -> date:
    """Return the Easter Sunday of the western churches."""
    # The reckoning of Butcher and Meeus, which holds for every year of this calendar.
    golden, century, of_century = year % 19, year // 100, year % 100
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarters, last = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarters - moon - last) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def holds(on: Occasion, day: date, holidays: Container[date]) -> bool:
    """Whether the date is one of those meant; `holidays` are the public holidays."""
    return (
        (not on.weekdays or day.weekday() in on.weekdays)
        and (not on.nth or _is_nth(on.nth, day))
        and _in_range(on, day)
        and (on.easter is None or _in_easter(on.easter, day))
        and (not on.public_holiday or day in holidays)
    )


def _is_nth(nth: tuple[int, ...], day: date) -> bool:
    from_start = (day.day - 1) // 7 + 1
    # A week later is in another month: the day is the last of its kind.
    is_last = day > date.max - timedelta(days=7) or (day + timedelta(days=7)).month != day.month
    return from_start in nth or (-1 in nth and is_last)


def _in_range(on: Occasion, day: date) -> bool:
    if on.first is None or on.last is None:
        return True
    turns = on.last < on.first
    if on.year is not None:
        first = (on.year, *on.first)
        last = (on.year + 1 if turns else on.year, *on.last)
        return first <= (day.year, day.month, day.day) <= last
    here = (day.month, day.day)
    return here >= on.first or here <= on.last if turns else on.first <= here <= on.last


def _in_easter(easter: tuple[int, int], day: date) -> bool:
    return easter[0] <= (day - easter_sunday(day.year)).days <= easter[1]


class SpecialDays:
    """The special hours of some hours, by date."""

    def __init__(self, hours: Hours, holidays: Container[date]) -> None:
        self._holidays = holidays
        # Stable: of two that are as particular, the one that is written later has the last word.
        self._special: Sequence[SpecialHours] = sorted(hours.special, key=lambda one: one.on.rank)

    def on(self, day: date) -> tuple[SpecialHours, ...]:
        """Return what holds on the date, the most particular last."""
        return tuple(one for one in self._special if holds(one.on, day, self._holidays))

    def keeps_holiday(self, day: date) -> bool:
        """Whether it is said what holds on public holidays, so that they do not simply close us."""
        return any(one.on.public_holiday for one in self.on(day))


def openings_by(
    rules: Sequence[SpecialHours], usual: tuple[Interval, ...], *, closed: bool
) -> tuple[Interval, ...]:
    """Return a date's openings by its rules; `closed` says that a holiday or a closure closes it.

    Then only what is said of this very date opens it again.
    """
    opened = () if closed else usual
    for one in rules:
        if not closed:
            opened = one.applied(opened)
        elif one.on.rank == DATE_RANK:
            opened = one.applied(usual if one.is_usual else opened)
    return opened
