"""Properties of working time beyond the laws of its map: pauses, and zones that do not matter."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.arithmetic import add, elapsed
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import openings_for
from goodword.businesstime.workdays import add_working_days
from goodword.exchange.time_question import answered
from goodword.policy.hours import Hours
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from goodword.replay.dues import dues
from tests.businesstime.plain_openings import every_day
from tests.businesstime.test_working_time_laws import (
    calendars,
    instant_near,
    intervals_of_a_day,
    nearby,
)

ELSEWHERE = ("Pacific/Kiritimati", "Asia/Kathmandu", "Europe/Lisbon", "America/St_Johns", "UTC")


@st.composite
def pauses_near(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Return up to four pauses in minutes from a start, sorted and apart."""
    edges = sorted(draw(st.sets(st.integers(0, 4 * 1440), min_size=2, max_size=8)))
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges) - 1, 2)]


@given(calendars(), nearby, st.integers(1, 40), pauses_near())
@settings(max_examples=30, deadline=None)
def test_what_is_worked_outside_the_pauses_adds_up_to_the_limit(
    calendar: tuple[Hours, date], first: int, hours: int, minutes: list[tuple[int, int]]
) -> None:
    own, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(own, start)
    pauses = [(start + 60 * begin, start + 60 * end) for begin, end in minutes]
    limit = Duration(hours, Unit.HOUR, Counting.WORKING)

    due = due_time(limit, openings, start, pauses)

    paused = sum(elapsed(openings, min(a, due), min(b, due)) for a, b in pauses)
    assert elapsed(openings, start, due) - paused == hours * 3_600


@given(calendars(), nearby, st.integers(1, 40), pauses_near())
@settings(max_examples=30, deadline=None)
def test_a_pause_in_two_parts_that_touch_is_one_pause(
    calendar: tuple[Hours, date], first: int, hours: int, minutes: list[tuple[int, int]]
) -> None:
    own, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(own, start)
    limit = Duration(hours, Unit.HOUR, Counting.WORKING)
    whole = [(start + 60 * begin, start + 60 * end) for begin, end in minutes]
    halves = [part for a, b in whole for part in ((a, (a + b) // 2), ((a + b) // 2, b))]

    assert due_time(limit, openings, start, whole) == due_time(limit, openings, start, halves)


clock_times = st.sampled_from((None, *(time(hour, 30) for hour in range(1, 24, 3)), time(23, 59)))


@given(
    calendars(),
    st.builds(Anchor, st.sampled_from(AnchorKind), clock_times, clock_times),
    st.lists(nearby, min_size=2, max_size=12),
)
@settings(max_examples=60, deadline=None)
def test_a_later_arrival_is_never_due_before_an_earlier_one(
    calendar: tuple[Hours, date], anchor: Anchor, minutes: list[int]
) -> None:
    own, change = calendar
    starts = sorted(instant_near(change, minute, 0) for minute in minutes)
    openings = openings_for(own, starts[0])

    due = [due_time(anchor, openings, start) for start in starts]

    assert due == sorted(due)
    assert dues(anchor, openings, np.array(starts)).tolist() == due


@given(
    st.lists(intervals_of_a_day(), min_size=1, max_size=1),
    st.integers(-12, 12),
    nearby,
    st.integers(-400_000, 400_000),
)
@settings(max_examples=30, deadline=None)
def test_where_no_clock_changes_a_zone_only_shifts_the_answer(
    days: list[tuple[object, ...]], shift: int, first: int, amount: int
) -> None:
    week = every_day(*days[0])  # type: ignore[arg-type]
    if not days[0]:
        return
    start = instant_near(date(2026, 6, 10), first, 0)
    # The names of these zones have their signs the other way round.
    there, here = Hours(f"Etc/GMT{-shift:+d}" if shift else "Etc/GMT", week), Hours("UTC", week)
    offset = shift * 3_600

    due = add(openings_for(there, start), start, amount)

    assert due + offset == add(openings_for(here, start), start + offset, amount)
    days_due = add_working_days(openings_for(there, start), start, 3)
    assert days_due + offset == add_working_days(openings_for(here, start), start + offset, 3)


@given(st.sampled_from(ELSEWHERE), nearby, st.integers(-100_000, 100_000), st.integers(0, 59))
@settings(max_examples=30, deadline=None)
def test_it_does_not_matter_in_which_zone_a_moment_is_written(
    zone: str, first: int, amount: int, odd: int
) -> None:
    moment = datetime.fromtimestamp(instant_near(date(2026, 4, 5), first, odd), UTC)
    question = {
        "timezone": "Australia/Melbourne",
        "hours": {day: [["08:30", "12:00"], ["13:00", "17:15"]] for day in ("mon", "wed", "sun")},
        "op": "add",
        "amount_seconds": amount,
    }

    written = moment.astimezone(ZoneInfo(zone)).isoformat()

    assert answered(question | {"start": written}) == answered(
        question | {"start": moment.isoformat()}
    )


@given(calendars(), nearby, nearby, st.integers(0, 600))
@settings(max_examples=30, deadline=None)
def test_elapsed_never_falls_and_never_outruns_the_clock(
    calendar: tuple[Hours, date], first: int, second: int, more: int
) -> None:
    own, change = calendar
    start, end = instant_near(change, first, 0), instant_near(change, second, 0)
    openings = openings_for(own, start)

    longer = elapsed(openings, start, end + more) - elapsed(openings, start, end)

    assert 0 <= longer <= more


@given(calendars(), nearby, st.integers(1, 300_000))
@settings(max_examples=30, deadline=None)
def test_a_result_is_the_first_forwards_and_the_last_backwards(
    calendar: tuple[Hours, date], first: int, amount: int
) -> None:
    own, change = calendar
    start = instant_near(change, first, 0)
    openings = openings_for(own, start)

    later, earlier = add(openings, start, amount), add(openings, start, -amount)

    assert elapsed(openings, start, later - 1) == amount - 1
    assert elapsed(openings, start, earlier + 1) == 1 - amount


def test_the_zones_written_in_are_apart() -> None:
    offsets = {datetime(2026, 4, 5, tzinfo=ZoneInfo(zone)).utcoffset() for zone in ELSEWHERE}
    assert len(offsets) == len(ELSEWHERE)
    assert max(offset for offset in offsets if offset) == timedelta(hours=14)
