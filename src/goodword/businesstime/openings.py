"""Hours as a map between wall time and working time."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate, islice
from operator import sub
from typing import Literal

from goodword.businesstime.day import Calendar
from goodword.businesstime.holiday import holiday_data_version
from goodword.businesstime.layout import Layout, joined
from goodword.businesstime.looks import Looks, looks_of
from goodword.businesstime.zone import (
    DAY,
    EPOCH_ORDINAL,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    midnight_of,
    outside_calendar,
    zone_data_version,
    zone_of,
)
from goodword.errors import NeverOpenError
from goodword.policy.hours import Hours

# Where no opening comes in so many days, none ever comes: 28 years hold every pairing of dates and
# week-days, and one more cycle the century years that have no leap day.
NEVER_DAYS = 366 * 56
# A horizon of two centuries takes some megabytes; longer ones are not worth compiling.
FAR = 73_050 * DAY
# The lists cost as much as some thousand questions gain by them.
_WORTH_LOOKS = 1_000


@dataclass(frozen=True, slots=True)
class Openings:
    """When we are open from `start` to `end`: sorted [open, close) stretches in UTC seconds.

    `before[i]` is the open time from `start` to `opens[i]`; so working time is one map, and every
    question is a search in it. `closed` names the dates that the hours close, for people.
    Two openings are equal when hours, zone data, holiday data and horizon are.
    """

    fingerprint: str
    start: int
    end: int
    hours: Hours = field(compare=False, repr=False)
    opens: tuple[int, ...] = field(compare=False, repr=False)
    closes: tuple[int, ...] = field(compare=False, repr=False)
    closed: Mapping[date, str] = field(compare=False, repr=False)
    layout: Layout = field(compare=False, repr=False)
    # The sums of `before`, None until they are asked for: a table is made without them.
    sums: tuple[int, ...] | None = field(default=None, init=False, compare=False, repr=False)
    # What `look_ahead` makes, None before; False where the lists would be too long.
    looks: Looks | Literal[False] | None = field(
        default=None, init=False, compare=False, repr=False
    )
    # Runs out when so many questions were asked that the lists are worth making.
    waits: Iterator[int] = field(
        default_factory=lambda: iter(range(_WORTH_LOOKS)), init=False, compare=False, repr=False
    )

    def __getstate__(self) -> list[object]:
        """Return what travels to another process: all but the lists, which are made again there."""
        fresh: dict[str, object] = {"sums": None, "looks": None, "waits": iter(range(_WORTH_LOOKS))}
        return [fresh.get(one.name, getattr(self, one.name)) for one in fields(self)]

    def look_ahead(self) -> None:
        """Make the lists that answer a question at a look."""
        found = looks_of(self.start, self.end, self.opens, self.closes, self.before)
        object.__setattr__(self, "looks", False if found is None else found)

    @property
    def zone(self) -> str:
        """The IANA name of the zone in which the hours are meant."""
        return self.hours.zone

    @property
    def before(self) -> tuple[int, ...]:
        """The open seconds from `start` to each opening."""
        if self.sums is None:
            lengths = map(sub, self.closes, self.opens)
            sums = islice(accumulate(lengths, initial=0), len(self.opens))
            object.__setattr__(self, "sums", tuple(sums))
        assert self.sums is not None
        return self.sums

    @property
    def days(self) -> tuple[int, ...]:
        """The ordinals of the local dates on which we open at all."""
        return self.layout.working_days[0]

    @property
    def day_closes(self) -> tuple[int, ...]:
        """The last closings of these dates."""
        return self.layout.working_days[1]

    @property
    def total(self) -> int:
        """The open seconds from `start` to `end`."""
        return self.before[-1] + self.closes[-1] - self.opens[-1] if self.opens else 0

    @property
    def edges(self) -> tuple[int, ...]:
        """Opening and closing instants by turns: the canonical, printable form."""
        return tuple(edge for pair in zip(self.opens, self.closes, strict=True) for edge in pair)

    def worked(self, instant: int) -> int:
        """Return the open seconds from `start` to an instant inside the horizon. O(log n)."""
        index = bisect_right(self.opens, instant) - 1
        if index < 0:
            return 0
        return self.before[index] + min(instant, self.closes[index]) - self.opens[index]


@lru_cache(maxsize=256)
def fingerprint_of(hours: Hours) -> str:
    """Return a short hash of the hours and of the zone and holiday data they are read with.

    Raises UnknownNameError for a zone without data.
    """
    zone_of(hours.zone)
    parts = [repr(hours), zone_data_version(hours.zone)]
    if hours.holidays:
        parts.append(holiday_data_version())
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def compile_openings(hours: Hours, start: int, end: int) -> Openings:
    """Return the openings of all local dates that touch `start` to `end` (UTC seconds).

    Hours that never open compile to no openings; questions about working time then raise
    NeverOpenError. Raises UnknownNameError for a zone or a place of holidays without data, and
    OutsideCalendarError beyond the years 1 to 9999. O(days).
    """
    zone_of(hours.zone)
    first = start // DAY + EPOCH_ORDINAL - 1
    last = max(start, end) // DAY + EPOCH_ORDINAL + 1
    if first < FIRST_ORDINAL or last > LAST_ORDINAL - 1:
        raise outside_calendar("The time asked for")
    return _compile(hours, first, last)


@lru_cache(maxsize=64)
def _compile(hours: Hours, first: int, last: int) -> Openings:
    return compiled_dates(hours, first, last)


def compiled_dates(hours: Hours, first: int, last: int) -> Openings:
    """Return the openings of the dates with ordinals `first` to `last`, and do not keep them."""
    calendar = Calendar(hours, first, last)
    layout = Layout(calendar)
    edges = layout.edges()
    if layout.may_touch:
        edges = joined(edges)
    return Openings(
        fingerprint=fingerprint_of(hours),
        start=midnight_of(first, hours.zone),
        end=midnight_of(last + 1, hours.zone),
        hours=hours,
        opens=tuple(edges[::2]),
        closes=tuple(edges[1::2]),
        closed=calendar.closed,
        layout=layout,
    )


def openings_for(hours: Hours, around: int) -> Openings:
    """Return openings whose horizon holds `around` with a year or two on each side.

    Cached: the same hours and the same year give the same value. It grows by itself when a
    question asks for more.
    """
    if not (FIRST_ORDINAL - EPOCH_ORDINAL) * DAY <= around <= (LAST_ORDINAL - EPOCH_ORDINAL) * DAY:
        raise outside_calendar(f"The instant {around}")
    zone_of(hours.zone)
    year = date.fromordinal(around // DAY + EPOCH_ORDINAL).year
    first = date(max(year - 1, 1), 1, 1).toordinal()
    last = date(min(year + 2, 9999), 12, 31).toordinal()
    return _compile(hours, max(first, FIRST_ORDINAL), min(last, LAST_ORDINAL - 1))


def _dates_of(openings: Openings) -> tuple[int, int]:
    """Return the ordinals of the first and the last date of the horizon."""
    # Noon is far enough from midnight for every offset to stay on its own date.
    first = (openings.start + DAY // 2) // DAY + EPOCH_ORDINAL
    last = (openings.end - DAY // 2) // DAY + EPOCH_ORDINAL
    return first, last


def covering(openings: Openings, instant: int) -> Openings:
    """Return openings whose horizon holds the instant: the same, or grown far enough.

    Raises OutsideCalendarError beyond the years 1 to 9999.
    """
    if openings.start <= instant < openings.end:
        return openings
    if instant >= openings.end:
        return later(openings, until=instant)
    return earlier(openings, until=instant)


def near(openings: Openings, instant: int) -> Openings:
    """Return openings whose horizon holds the instant, grown or, where it is far away, others.

    Raises as `covering` does.
    """
    if max(openings.end, instant) - min(openings.start, instant) > FAR:
        need_inside(instant)
        openings = openings_for(openings.hours, instant)
    return covering(openings, instant)


def need_inside(instant: int) -> None:
    """Refuse an instant for which no horizon can be compiled."""
    if not _instant(FIRST_ORDINAL + 2) <= instant <= _instant(LAST_ORDINAL - 2):
        raise outside_calendar("The time asked for")


def later(openings: Openings, *, until: int | None = None) -> Openings:
    """Return openings whose horizon reaches at least twice as far, and past `until`.

    Raises NeverOpenError where no opening comes any more, and OutsideCalendarError at the end of
    the calendar.
    """
    first, last = _dates_of(openings)
    if last >= LAST_ORDINAL - 1 or (until is not None and until > _instant(LAST_ORDINAL - 2)):
        raise outside_calendar("The time asked for")
    if until is None and last - _last_open(openings, first) > NEVER_DAYS:
        raise never_open(openings.hours)
    goal = last + 1 if until is None else until // DAY + EPOCH_ORDINAL + 2
    # By doubling, so that a thousand questions beyond the horizon share a few compiled ones.
    while last < goal:
        last += last - first + 1
    return _grown(openings, first, min(last, LAST_ORDINAL - 1))


def earlier(openings: Openings, *, until: int | None = None) -> Openings:
    """Return openings whose horizon reaches back at least twice as far, and before `until`.

    Raises as `later` does.
    """
    first, last = _dates_of(openings)
    if first <= FIRST_ORDINAL or (until is not None and until < _instant(FIRST_ORDINAL + 2)):
        raise outside_calendar("The time asked for")
    if until is None and (openings.days[0] if openings.days else last) - first > NEVER_DAYS:
        raise never_open(openings.hours)
    goal = first - 1 if until is None else until // DAY + EPOCH_ORDINAL - 2
    while first > goal:
        first -= last - first + 1
    return _grown(openings, max(first, FIRST_ORDINAL), last)


@lru_cache(maxsize=64)
def _grown(openings: Openings, first: int, last: int) -> Openings:
    """Return the same hours on more dates; found by fingerprint, which is quick to compare."""
    return _compile(openings.hours, first, last)


def _last_open(openings: Openings, first: int) -> int:
    return openings.days[-1] if openings.days else first


def _instant(ordinal: int) -> int:
    return (ordinal - EPOCH_ORDINAL) * DAY


def never_open(hours: Hours) -> NeverOpenError:
    """Return the refusal for hours without an opening where one is needed."""
    if hours.ever_open:
        return NeverOpenError(
            "The opening hours have no opening there: everything is closed.",
            hint="Check the closures, and add opening hours of the week.",
        )
    return NeverOpenError(
        "Working time cannot be counted, because the opening hours never open.",
        hint='Write, for example, "Our opening hours are Monday to Friday, 9am to 5pm."',
    )
