"""One question after another: the lists that are made after many give the answers of the search."""

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime import arithmetic
from goodword.businesstime.openings import Openings, compile_openings, openings_for
from goodword.policy.hours import (
    ALWAYS_OPEN_WEEK,
    CLOSED_WEEK,
    Hours,
    Interval,
    IntervalToTheSecond,
)
from tests.businesstime.plain_openings import at, every_day, hours
from tests.businesstime.test_working_time_laws import calendars, instant_near

FRIDAY = at("2026-09-04 16:30")
NIGHTS = every_day(Interval(1320, 360))
ODD = every_day(Interval(547, 743), Interval(799, 1057))


def answers(openings: Openings, starts: list[int], amount: int) -> list[int]:
    """Return the spans between the starts, and when so much open time has passed since each."""
    spans = [arithmetic.elapsed(openings, starts[0], start) for start in starts]
    return spans + [arithmetic.add(openings, start, amount) for start in starts]


@given(
    calendars(),
    st.lists(st.integers(-200_000, 200_000), min_size=1, max_size=30),
    st.integers(1, 900_000),
    st.integers(0, 59),
)
@settings(max_examples=25, deadline=None)
def test_answers_at_a_look_are_those_of_the_search(
    calendar: tuple[Hours, date], minutes: list[int], amount: int, odd: int
) -> None:
    own, change = calendar
    fresh = pickle.dumps(openings_for(own, instant_near(change, 0, 0)))
    searched, looked = pickle.loads(fresh), pickle.loads(fresh)  # noqa: S301 - our own value
    looked.look_ahead()
    starts = [instant_near(change, minute, odd) for minute in minutes]
    starts += [edge for edge in searched.edges if abs(edge - starts[0]) < 300_000]

    assert searched.looks is None
    assert answers(searched, starts, amount) == answers(looked, starts, amount)


@pytest.mark.parametrize("week", [NIGHTS, ODD, ALWAYS_OPEN_WEEK], ids=["night", "odd", "always"])
def test_no_answer_changes_when_a_thousand_questions_have_been_asked(
    week: tuple[tuple[Interval, ...], ...],
) -> None:
    openings = compile_openings(hours(week), FRIDAY, FRIDAY)  # type: ignore[arg-type]
    starts = [FRIDAY + step * 977 for step in range(90)]
    # Some of the answers lie beyond the horizon of three days, which grows for them.
    first = answers(openings, starts, 54_321)

    assert all(answers(openings, starts, 54_321) == first for _ in range(15))
    assert openings.looks is not None


@given(
    st.lists(st.integers(5, 1435), min_size=2, max_size=6, unique=True),
    st.lists(st.integers(0, 3_000 * 86_400), min_size=1, max_size=12),
    st.integers(1, 9_000_000),
)
@settings(max_examples=15, deadline=None)
def test_slots_that_hold_an_edge_are_looked_at_too(
    minutes: list[int], starts: list[int], amount: int
) -> None:
    minutes.sort()
    week = every_day(*(Interval(*pair) for pair in zip(minutes[::2], minutes[1::2], strict=False)))
    own = compile_openings(hours(week), FRIDAY, FRIDAY + 4_000 * 86_400)
    searched, looked = (pickle.loads(pickle.dumps(own)) for _ in range(2))  # noqa: S301 - our own
    looked.look_ahead()
    asked = sorted(FRIDAY + start for start in starts)
    asked += [edge + by for edge in own.edges[50:90] for by in (-1, 0, 1)]

    assert answers(searched, asked, amount) == answers(looked, asked, amount)


def test_odd_minutes_have_lists_of_slots_of_which_few_hold_an_edge() -> None:
    openings = compile_openings(hours(ODD), FRIDAY, FRIDAY + 3_650 * 86_400)
    openings.look_ahead()
    looks = openings.looks

    assert looks
    assert len(looks.values) <= 1 << 18
    assert 0 < looks.values.count(None) < len(looks.values) // 10


def test_hours_of_a_second_have_no_lists() -> None:
    second = (IntervalToTheSecond(540, 540, 0, 1),)
    openings = compile_openings(hours(every_day(*second)), FRIDAY, FRIDAY + 3_650 * 86_400)
    openings.look_ahead()

    assert openings.looks is False
    assert arithmetic.elapsed(openings, FRIDAY, FRIDAY + 86_400) == 1


def test_hours_that_never_open_have_no_lists_and_the_same_answers() -> None:
    openings = openings_for(hours(CLOSED_WEEK), FRIDAY)

    assert {arithmetic.elapsed(openings, FRIDAY, FRIDAY + 9) for _ in range(1_100)} == {0}
    assert openings.looks is False


def test_lists_do_not_travel_to_other_processes() -> None:
    openings = openings_for(hours(NIGHTS), FRIDAY)
    plain = len(pickle.dumps(openings))
    openings.look_ahead()

    assert openings.looks
    assert len(pickle.dumps(openings)) <= plain + 100
    assert pickle.loads(pickle.dumps(openings)).looks is None  # noqa: S301 - our own value
