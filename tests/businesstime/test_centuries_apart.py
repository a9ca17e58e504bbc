"""Spans over centuries: reckoned century by century, as by one long horizon."""

import subprocess
import sys
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.arithmetic import add, elapsed, is_open, next_open
from goodword.businesstime.offsets import offsets
from goodword.businesstime.openings import FAR, Openings, compile_openings, openings_for
from goodword.businesstime.workdays import add_working_days, last_closing, working_days_between
from goodword.businesstime.zone import offset_at
from goodword.errors import NeverOpenError, OutsideCalendarError
from goodword.policy.hours import (
    CLOSED_WEEK,
    Closure,
    HolidayPlace,
    Hours,
    Interval,
    Occasion,
    OwnHours,
    SpecialHours,
)
from tests.businesstime.plain_openings import WEEKDAYS, at, every_day, hours

YEAR = 365 * 86_400
NIGHTS = every_day(Interval(1320, 360))
CALENDARS = {
    "office hours": hours(),
    "nights": Hours("America/Santiago", NIGHTS, closures=(Closure(1, 1), Closure(2, 29))),
    "dated": Hours(
        "America/New_York",
        WEEKDAYS,
        closures=(Closure(12, 31, 2199), Closure(7, 4)),
        own_hours=(
            OwnHours(date(2150, 1, 1), (Interval(0, 1440),)),
            OwnHours(date(1820, 5, 3), ()),
        ),
    ),
}


@lru_cache
def long(name: str) -> Openings:
    """Return one horizon of more than five centuries."""
    return compile_openings(CALENDARS[name], at("1790-01-01"), at("2320-01-01"))


def short(name: str) -> Openings:
    return openings_for(CALENDARS[name], at("2026-06-01"))


instants = st.integers(at("1795-01-01"), at("2315-01-01"))
each = pytest.mark.parametrize("name", CALENDARS)


@each
@given(instants, instants)
@settings(max_examples=15, deadline=None)
def test_spans_are_those_of_a_long_horizon(name: str, start: int, end: int) -> None:
    assert elapsed(short(name), start, end) == elapsed(long(name), start, end)
    days = working_days_between(short(name), start, end)
    assert days == working_days_between(long(name), start, end)


@each
@given(instants, st.integers(-300 * YEAR, 300 * YEAR))
@settings(max_examples=15, deadline=None)
def test_due_times_are_those_of_a_long_horizon(name: str, start: int, amount: int) -> None:
    whole = long(name)
    # Only what the long horizon holds; at the least a fifth of all time is open.
    if amount == 0 or not 0 < whole.worked(start) + amount <= whole.total:
        return
    due = add(whole, start, amount)
    assert add(short(name), start, amount) == due
    assert elapsed(short(name), start, due) == amount


@each
@given(instants, st.integers(-90_000, 90_000))
@settings(max_examples=15, deadline=None)
def test_working_days_are_those_of_a_long_horizon(name: str, start: int, days: int) -> None:
    if not at("1795-01-01") < start + days * 86_400 * 8 // 5 < at("2310-01-01"):
        return
    assert add_working_days(short(name), start, days) == add_working_days(long(name), start, days)


@each
@given(instants)
@settings(max_examples=15, deadline=None)
def test_a_moment_far_away_is_open_when_it_is_in_a_long_horizon(name: str, instant: int) -> None:
    assert is_open(short(name), instant) == is_open(long(name), instant)
    assert next_open(short(name), instant) == next_open(long(name), instant)


@pytest.mark.parametrize(
    "own",
    [
        Hours("Europe/Vienna", WEEKDAYS, (HolidayPlace("AT"),)),
        Hours("Europe/Berlin", WEEKDAYS, special=(SpecialHours(Occasion(easter=(-2, 1)), ()),)),
    ],
    ids=["holidays", "Easter"],
)
def test_what_comes_by_the_year_counts_in_each_century(own: Hours) -> None:
    start, end = at("2195-06-01"), at("2405-06-01")
    whole = compile_openings(own, start, end + 86_400)

    assert elapsed(openings_for(own, start), start, end) == elapsed(whole, start, end)


def test_a_span_of_eight_thousand_years_takes_little_memory() -> None:
    code = (
        "import resource;from goodword.exchange.time_question import answered;"
        # A horizon of all these years would take more.
        "resource.setrlimit(resource.RLIMIT_AS, (400_000_000, -1));"
        "print(answered({'timezone': 'Europe/Rome', 'op': 'elapsed', 'start': '2026-01-01',"
        "'end': '9990-01-01', 'hours': {day: [['09:00', '17:00']] for day in"
        "('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')}})['result'])"
    )
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    days = (date(9990, 1, 1) - date(2026, 1, 1)).days
    assert int(asked.stdout) == days * 8 * 3_600


@pytest.mark.parametrize(
    ("start", "amount"),
    [
        ("2026-06-01", 10**11),
        ("2026-06-01", -(10**11)),
        ("9999-12-20", 10**8),
        ("0001-01-10", -(10**8)),
    ],
)
def test_the_ends_of_the_calendar_are_told(start: str, amount: int) -> None:
    openings = openings_for(hours(), at("2026-06-01"))
    with pytest.raises(OutsideCalendarError, match="from the year 1 to the year 9999"):
        add(openings, at(start), amount)
    with pytest.raises(OutsideCalendarError, match="from the year 1 to the year 9999"):
        add_working_days(openings, at(start), amount // 10_000)


def test_hours_that_never_open_are_refused_for_long_spans_too() -> None:
    openings = openings_for(hours(CLOSED_WEEK), at("2026-06-01"))

    assert elapsed(openings, at("2026-01-01"), at("8000-01-01")) == 0
    assert last_closing(openings, date(8000, 1, 1)) is None
    with pytest.raises(NeverOpenError):
        add(openings, at("2026-01-01"), 10**10)


def test_from_2100_on_every_zone_has_the_same_offsets_400_years_later() -> None:
    first, last = date(2100, 1, 1).toordinal(), date(2103, 12, 31).toordinal()
    for zone in sorted(available_timezones()):
        moved = [
            (day - 146_097, offset)
            for day, offset in offsets(zone, first + 146_097, last + 146_097)
        ]
        assert offsets(zone, first, last) == moved, zone


def test_until_1800_no_zone_ever_changed() -> None:
    days = [datetime.fromordinal(day) for day in range(3, date(1800, 1, 1).toordinal(), 36_500)]
    for zone in sorted(available_timezones()):
        assert len({offset_at(day, zone) for day in days}) == 1, zone


def test_what_is_far_is_more_than_two_centuries() -> None:
    assert FAR // YEAR == 200
