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

    @property
    def seconds(self) -> tuple[int, int]:
        """Both ends in seconds from midnight."""
        return 60 * self.start, 60 * self.end


@dataclass(frozen=True, slots=True, order=True)
class IntervalToTheSecond(Interval):
    """An interval whose ends lie some seconds past their minutes, as other programs may say it."""

    start_second: int = 0
    end_second: int = 0

    @property
    def seconds(self) -> tuple[int, int]:
        """Both ends in seconds from midnight."""
        return 60 * self.start + self.start_second, 60 * self.end + self.end_second


Week = tuple[
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
    tuple[Interval, ...],
]
_DAY = 1440
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

    @property
    def part(self) -> Interval:
        """The part of the date that is closed."""
        return Interval(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ClosureToTheSecond(Closure):
    """A closure whose ends lie some seconds past their minutes."""

    start_second: int = 0
    end_second: int = 0

    @property
    def part(self) -> Interval:
        """The part of the date that is closed."""
        return IntervalToTheSecond(self.start, self.end, self.start_second, self.end_second)


@dataclass(frozen=True, slots=True)
class OwnHours:
    """A date with hours of its own, which replace the week's. No intervals means closed."""

    on: date
    intervals: tuple[Interval, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """The dates of which all holds that is said here; nothing said means every date.

    `weekdays` counts Monday as 0. With `nth` they are the first (1), second, … or last (-1) of
    their kind in a month. `first` and `last` are (month, day), both included; a range may pass the
    turn of the year, and is of each year where `year`, the year of `first`, is None. `easter` is
    the first and the last date, in days from Easter Sunday.
    """

    weekdays: tuple[int, ...] = ()
    nth: tuple[int, ...] = ()
    first: tuple[int, int] | None = None
    last: tuple[int, int] | None = None
    year: int | None = None
    easter: tuple[int, int] | None = None
    public_holiday: bool = False

    @property
    def rank(self) -> int:
        """How particular it is: what is more particular comes later, and so has the last word.

        0 days of the week, 1 a stretch of dates, 2 an n-th day of the month, 3 public holidays,
        4 one date of the year.
        """
        if self.easter is not None or (self.first is not None and self.first == self.last):
            return 4
        if self.public_holiday:
            return 3
        if self.nth:
            return 2
        return 1 if self.first is not None else 0


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Other hours on some dates: `intervals` in place of the usual, where they are not None.

    Then the first opening moves to `opens`, the last closing to `closes`, and `breaks` are cut out.
    A date without openings stays closed when its edges move. With nothing said the usual hours
    hold, as in "open on public holidays".
    """

    on: Occasion
    intervals: tuple[Interval, ...] | None = None
    opens: int | None = None
    closes: int | None = None
    breaks: tuple[Interval, ...] = ()
    name: str = field(default="", compare=False)

    @property
    def is_usual(self) -> bool:
        """Whether the usual hours hold: "open on Good Friday", without a time."""
        return (self.intervals, self.opens, self.closes, self.breaks) == (None, None, None, ())

    def applied(self, usual: tuple[Interval, ...]) -> tuple[Interval, ...]:
        """Return the openings of a date whose openings would else be the `usual` ones."""
        openings = tuple(sorted(usual if self.intervals is None else self.intervals))
        if openings and self.opens is not None:
            openings = _opened_at(openings, self.opens)
        if openings and self.closes is not None:
            openings = _closed_at(openings, self.closes)
        for pause in self.breaks:
            openings = tuple(part for one in openings for part in _without(one, pause))
        return openings


def _opened_at(openings: tuple[Interval, ...], minute: int) -> tuple[Interval, ...]:
    left = tuple(one for one in openings if one.end <= one.start or one.end > minute)
    if not left:
        return ()
    first, *others = left
    return (Interval(minute, first.end), *others)


def _closed_at(openings: tuple[Interval, ...], minute: int) -> tuple[Interval, ...]:
    """Return the openings with the last closing moved; what would open later falls away."""
    last = openings[-1]
    if last.start < minute or (last.end <= last.start and minute <= openings[0].start):
        # A closing before the day's first opening is one after midnight.
        return (*openings[:-1], Interval(last.start, minute))
    left = tuple(one for one in openings if one.start < minute)
    return tuple(Interval(one.start, min(one.end, minute)) for one in left)


def _without(one: Interval, pause: Interval) -> tuple[Interval, ...]:
    """Return what a pause leaves of an opening; a pause is of one day, an opening may run over."""
    end = one.end if one.end > one.start else one.end + 1440
    pieces = ((one.start, min(end, pause.start)), (max(one.start, pause.end), end))
    return tuple(
        Interval(start, until - 1440 if until > 1440 else until)
        for start, until in pieces
        if start < min(until, 1440)
    )


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
    special: tuple[SpecialHours, ...] = ()

    @property
    def ever_open(self) -> bool:
        """Whether any week-day or date has an opening at all."""
        return (
            any(self.week)
            or any(own.intervals for own in self.own_hours)
            or any(one.intervals for one in self.special)
        )


@dataclass(frozen=True, slots=True)
class NamedHours:
    """The hours of a team or a place (`repairs_team`), where it has some of its own."""

    part: str
    hours: Hours


@dataclass(frozen=True, slots=True)
class ChannelHours:
    """The hours of one channel (`phone`, `chat`), where they are not those of the house."""

    channel: str
    hours: Hours


def intersected(one: Hours, other: Hours) -> Hours:
    """Return the hours in which both are open: what closes either of them closes both.

    The zone is that of the first. What is open around the clock leaves the other as it is.
    """
    if one.week == ALWAYS_OPEN_WEEK and not one.closures:
        return other
    if other.week == ALWAYS_OPEN_WEEK and not other.closures:
        return one
    return Hours(
        zone=one.zone,
        week=_both(one.week, other.week),
        holidays=tuple(dict.fromkeys((*one.holidays, *other.holidays))),
        closures=tuple(dict.fromkeys((*one.closures, *other.closures))),
        own_hours=tuple(own for own in (*one.own_hours, *other.own_hours) if not own.intervals),
        special=tuple(
            dict.fromkeys(
                special for special in (*one.special, *other.special) if special.intervals == ()
            )
        ),
    )


def _both(one: Week, other: Week) -> Week:
    met: list[list[Interval]] = [[] for _ in range(7)]
    for start, end in _stretches(one):
        for begin, until in _stretches(other):
            first, last = max(start, begin), min(end, until)
            if first < last:
                day = first // _DAY
                met[day].append(Interval(first - day * _DAY, last - day * _DAY))
    return tuple(tuple(sorted(set(day))) for day in met)  # type: ignore[return-value]


def _stretches(week: Week) -> list[tuple[int, int]]:
    """Return the openings of a week in minutes from its beginning, cut at each midnight."""
    found: list[tuple[int, int]] = []
    for day, openings in enumerate(week):
        for one in openings:
            start = day * _DAY + one.start
            if one.end > one.start:
                found.append((start, day * _DAY + one.end))
                continue
            found.append((start, (day + 1) * _DAY))
            if one.end:
                after = (day + 1) % 7 * _DAY
                found.append((after, after + one.end))
    return found
