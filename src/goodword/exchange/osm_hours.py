"""Opening hours as OpenStreetMap writes them: `Mo-Fr 09:00-17:00; 2026 Dec 24 off`."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from goodword.exchange.opening_hours import DAYS_AHEAD, hours_that_open, special_days
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Hours, Interval

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MIDNIGHT = 1440


def osm_hours(hours: Hours | None, first: date, days: int = DAYS_AHEAD) -> str:
    """Return hours as the value of the key `opening_hours`.

    The usual week comes first, then each date of so many `days` from `first` on that differs from
    it, by its year: public holidays as well, since who reads the map may know others. An opening
    past midnight is written as one, 22:00-06:00. Raises NoHoursError where nothing ever opens.
    """
    hours = hours_that_open(hours)
    rules = ["24/7"] if hours.week == ALWAYS_OPEN_WEEK else list(_week(hours.week))
    special = [(day, intervals) for day, (_, intervals) in special_days(hours, first, days)]
    rules.extend(_dates(special, hours))
    return "; ".join(rules)


def _week(week: Iterable[tuple[Interval, ...]]) -> Iterator[str]:
    """Yield a rule for each run of days that are alike; days without openings are not said."""
    runs: list[tuple[int, int, tuple[Interval, ...]]] = []
    for day, intervals in enumerate(week):
        if runs and runs[-1][2] == intervals:
            runs[-1] = (runs[-1][0], day, intervals)
        else:
            runs.append((day, day, intervals))
    said: dict[tuple[Interval, ...], list[str]] = {}
    for begin, end, intervals in runs:
        if intervals:
            said.setdefault(intervals, []).append(_from_to(DAYS[begin], DAYS[end], end - begin))
    for intervals, names in said.items():
        yield f"{','.join(names)} {_times(intervals)}"


def _dates(special: Iterable[tuple[date, tuple[Interval, ...]]], hours: Hours) -> Iterator[str]:
    """Yield a rule for each run of dates in one month that are alike."""
    runs: list[tuple[date, date, tuple[Interval, ...]]] = []
    for day, intervals in special:
        if runs and runs[-1][2] == intervals and runs[-1][0].month == day.month:
            begin, end, _ = runs[-1]
            between = (end + timedelta(days=each) for each in range(1, (day - end).days))
            # Days that are closed anyway part nothing that is closed.
            if not any(intervals or hours.week[each.weekday()] for each in between):
                runs[-1] = (begin, day, intervals)
                continue
        runs.append((day, day, intervals))
    for begin, end, intervals in runs:
        days = _from_to(f"{begin.day:02}", f"{end.day:02}", (end - begin).days)
        times = _times(intervals) if intervals else "off"
        yield f"{begin.year} {MONTHS[begin.month - 1]} {days} {times}"


def _from_to(first: str, last: str, apart: int) -> str:
    if not apart:
        return first
    return f"{first},{last}" if apart == 1 and first.isalpha() else f"{first}-{last}"


def _times(intervals: Iterable[Interval]) -> str:
    return ",".join(f"{_clock(one.start)}-{_clock(one.end)}" for one in sorted(intervals))


def _clock(minute: int) -> str:
    return "24:00" if minute == _MIDNIGHT else f"{minute // 60:02}:{minute % 60:02}"
