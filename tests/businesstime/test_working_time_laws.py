"""Laws of working time over zones and clock changes, with the plain count beside it."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.arithmetic import add, elapsed, is_open, next_open
from goodword.businesstime.openings import compile_openings, openings_for
from goodword.businesstime.workdays import add_working_days, working_days_between
from goodword.policy.hours import Closure, Hours, Interval
from tests.businesstime.plain_openings import PlainOpenings

# Each with the date of a clock change in 2026, by half an hour on Lord Howe Island.
CHANGES = (
    ("Australia/Melbourne", date(2026, 4, 5)),
    ("Australia/Melbourne", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("America/Havana", date(2026, 3, 8)),
    ("America/Santiago", date(2026, 9, 6)),
    ("Asia/Kathmandu", date(2026, 6, 1)),
)
DAYS = 12


@st.composite
def intervals_of_a_day(draw: st.DrawFn) -> tuple[Interval, ...]:
    """Return up to three intervals that neither touch nor overlap, the last perhaps overnight."""
    edges = sorted(draw(st.sets(st.integers(4, 95), max_size=6)))
    intervals = [Interval(15 * edges[i], 15 * edges[i + 1]) for i in range(0, len(edges) - 1, 2)]
    if len(edges) % 2:
        intervals.append(Interval(15 * edges[-1], draw(st.sampled_from((0, 15, 45)))))
    return tuple(intervals)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Hours, date]:
    zone, change = draw(st.sampled_from(CHANGES))
    days = [draw(intervals_of_a_day()) for _ in range(7)]
    if not any(days):
        days[0] = (Interval(540, 1020),)
    week = (days[0], days[1], days[2], days[3], days[4], days[5], days[6])
    steps = draw(st.lists(st.integers(-3, 3), max_size=2, unique=True))
    dates = [change + timedelta(days=step) for step in steps]
    closures = [Closure(day.month, day.day) for day in dates[:1]]
    closures += [Closure(day.month, day.day, None, "", 75, 165) for day in dates[1:]]
    return Hours(zone, week, closures=tuple(closures)), change


def instant_near(change: date, minutes: int, seconds: int) -> int:
    noon = datetime(change.year, change.month, change.day, 12, tzinfo=UTC)
    return int(noon.timestamp()) + 60 * minutes + seconds


nearby = st.integers(-3 * 1440, 3 * 1440)
seconds = st.integers(0, 59)


@given(calendars(), nearby, nearby, seconds)
@settings(max_examples=50, deadline=None)
def test_elapsed_agrees_with_counting_step_by_step(
    calendar: tuple[Hours, date], first: int, second: int, odd: int
) -> None:
    hours, change = calendar
    start, end = instant_near(change, first, odd), instant_near(change, second, 0)
    plain = PlainOpenings(hours, change, DAYS)
    assert plain.elapsed(start, end) == elapsed(openings_for(hours, start), start, end)


@given(calendars(), nearby, st.integers(-20 * 3600, 20 * 3600), seconds)
@settings(max_examples=50, deadline=None)
def test_add_agrees_with_counting_step_by_step(
    calendar: tuple[Hours, date], first: int, amount: int, odd: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, odd)
    plain = PlainOpenings(hours, change, 20)
    reach = plain.elapsed(start - 14 * 86_400, start), plain.elapsed(start, start + 14 * 86_400)
    if -reach[0] < amount < reach[1]:
        assert plain.add(start, amount) == add(openings_for(hours, start), start, amount)


@given(calendars(), nearby, st.integers(-10_000_000, 10_000_000), seconds)
@settings(max_examples=50, deadline=None)
def test_add_and_elapsed_are_inverses(
    calendar: tuple[Hours, date], first: int, amount: int, odd: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, odd)
    openings = openings_for(hours, start)
    assert amount == elapsed(openings, start, add(openings, start, amount))


@given(calendars(), nearby, st.integers(1, 500_000), st.integers(1, 500_000))
@settings(max_examples=50, deadline=None)
def test_adding_twice_is_adding_the_sum(
    calendar: tuple[Hours, date], first: int, one: int, other: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(hours, start)
    for sign in (1, -1):
        there = add(openings, start, sign * one)
        assert add(openings, start, sign * (one + other)) == add(openings, there, sign * other)


@given(calendars(), nearby, nearby, st.integers(-500_000, 500_000))
@settings(max_examples=50, deadline=None)
def test_add_is_monotone(
    calendar: tuple[Hours, date], first: int, second: int, amount: int
) -> None:
    hours, change = calendar
    early, late = sorted((first, second))
    openings = openings_for(hours, instant_near(change, early, 0))
    assert add(openings, instant_near(change, early, 0), amount) <= add(
        openings, instant_near(change, late, 0), amount
    )


@given(calendars(), nearby, nearby, nearby)
@settings(max_examples=50, deadline=None)
def test_elapsed_is_additive_and_mirrored(
    calendar: tuple[Hours, date], first: int, second: int, third: int
) -> None:
    hours, change = calendar
    a, b, c = (instant_near(change, minutes, 0) for minutes in (first, second, third))
    openings = openings_for(hours, a)
    assert elapsed(openings, a, c) == elapsed(openings, a, b) + elapsed(openings, b, c)
    assert elapsed(openings, a, b) == -elapsed(openings, b, a)


@given(calendars(), nearby)
@settings(max_examples=50, deadline=None)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    calendar: tuple[Hours, date], first: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(hours, start)
    opening = next_open(openings, start)
    assert is_open(openings, opening)
    assert elapsed(openings, start, opening) == 0


@given(calendars(), nearby, st.integers(1, 300))
@settings(max_examples=50, deadline=None)
def test_working_days_between_counts_what_was_added(
    calendar: tuple[Hours, date], first: int, days: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(hours, start)
    due = add_working_days(openings, start, days)
    # A second before its closing the day is the day itself, even when it closes at 24:00.
    assert days == working_days_between(openings, start, due - 1)


@given(calendars(), nearby, st.integers(-2_000_000, 2_000_000))
@settings(max_examples=60, deadline=None)
def test_a_horizon_of_one_day_answers_as_a_wide_one(
    calendar: tuple[Hours, date], first: int, amount: int
) -> None:
    hours, change = calendar
    start = instant_near(change, first, 0)
    narrow = compile_openings(hours, start, start)
    assert add(openings_for(hours, start), start, amount) == add(narrow, start, amount)
