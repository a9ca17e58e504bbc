"""Working time counted step by step, minute by minute: slow, plain, and the tests' oracle."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from goodword.policy.hours import Closure, Hours, Interval, Week

MELBOURNE = "Australia/Melbourne"
NINE_TO_FIVE = (Interval(9 * 60, 17 * 60),)
WEEKDAYS: Week = (*(NINE_TO_FIVE,) * 5, (), ())


def hours(
    week: Week = WEEKDAYS, *, zone: str = MELBOURNE, closures: tuple[Closure, ...] = ()
) -> Hours:
    return Hours(zone=zone, week=week, closures=closures)


def every_day(*intervals: Interval) -> Week:
    return (intervals,) * 7


def only(weekday: int, *intervals: Interval) -> Week:
    days = [intervals if weekday == day else () for day in range(7)]
    return (days[0], days[1], days[2], days[3], days[4], days[5], days[6])


def at(text: str, zone: str = MELBOURNE) -> int:
    """Return the instant of a local time, `2026-09-04 16:30`."""
    return round(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


def shown(instant: int, zone: str = MELBOURNE) -> str:
    """Return local time with its offset, so that both sides of a clock change differ."""
    moment = datetime.fromtimestamp(instant, ZoneInfo(zone))
    return moment.isoformat(sep=" ", timespec="seconds").replace(":00+", "+").replace(":00-", "-")


class PlainOpenings:
    """Open minutes as a set, from the rules as they read, for some days around a date."""

    def __init__(self, hours: Hours, around: date, days: int) -> None:
        self.hours = hours
        self.zone = ZoneInfo(hours.zone)
        self.minutes: set[int] = set()
        dates = [around + timedelta(days=step) for step in range(-days, days + 1)]
        for day in dates:
            for start, end in self._intervals(day):
                self.minutes.update(range(start // 60, end // 60))
        for day in dates:
            for start, end in self._closed(day):
                self.minutes.difference_update(range(start // 60, end // 60))

    def _instant(self, day: date, minute: int) -> int:
        day, minute = day + timedelta(days=minute // 1440), minute % 1440
        moment = datetime.combine(day, time(minute // 60, minute % 60), self.zone)
        return round(moment.timestamp())

    def _intervals(self, day: date) -> Iterator[tuple[int, int]]:
        intervals = self.hours.week[day.weekday()]
        for own in self.hours.own_hours:
            if own.on == day:
                intervals = own.intervals
        if any((c.month, c.day) == (day.month, day.day) and c.end == 1440 for c in self._whole()):
            intervals = ()
        for interval in intervals:
            end = interval.end if interval.end > interval.start else interval.end + 1440
            yield self._instant(day, interval.start), self._instant(day, end)

    def _whole(self) -> list[Closure]:
        return [c for c in self.hours.closures if (c.start, c.end) == (0, 1440)]

    def _closed(self, day: date) -> Iterator[tuple[int, int]]:
        for closure in self.hours.closures:
            if (closure.month, closure.day) == (day.month, day.day):
                yield self._instant(day, closure.start), self._instant(day, closure.end)

    def elapsed(self, start: int, end: int) -> int:
        if end < start:
            return -self.elapsed(end, start)
        first, last = -(-start // 60), end // 60
        if first > last:
            return end - start if last in self.minutes else 0
        begun = 60 * first - start if first - 1 in self.minutes else 0
        running = end - 60 * last if last in self.minutes else 0
        return begun + 60 * len(self.minutes.intersection(range(first, last))) + running

    def add(self, start: int, seconds: int) -> int:
        here = start
        if seconds == 0:
            while here // 60 not in self.minutes:
                here += 60 - here % 60
        while seconds > 0:
            step = 60 - here % 60
            if here // 60 in self.minutes:
                step = min(step, seconds)
                seconds -= step
            here += step
        while seconds < 0:
            step = here % 60 or 60
            if (here - 1) // 60 in self.minutes:
                step = min(step, -seconds)
                seconds += step
            here -= step
        return here
