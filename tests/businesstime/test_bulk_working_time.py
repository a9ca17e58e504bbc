"""In bulk = one by one, on every calendar and shape."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.openings import compile_openings, openings_for
from goodword.businesstime.tables import BLOCK, tables_of
from goodword.errors import NeverOpenError, OutsideCalendarError
from goodword.policy.hours import ALWAYS_OPEN_WEEK, CLOSED_WEEK, Hours, Interval
from tests.businesstime.plain_openings import at, every_day, hours
from tests.businesstime.test_working_time_laws import calendars, instant_near

FRIDAY = at("2026-09-04 16:30")
OPENINGS = openings_for(hours(), FRIDAY)
minutes = st.lists(st.integers(-200_000, 200_000), min_size=1, max_size=40)
amounts = st.integers(-400_000, 400_000)


@given(calendars(), minutes, st.integers(-200_000, 200_000), st.integers(0, 59))
@settings(max_examples=25, deadline=None)
def test_elapsed_in_bulk_is_elapsed_one_by_one(
    calendar: tuple[Hours, date], starts: list[int], end: int, odd: int
) -> None:
    hours, change = calendar
    openings = openings_for(hours, instant_near(change, 0, 0))
    begins = [instant_near(change, minute, odd) for minute in starts]
    ends = [instant_near(change, end - minute // 3, 0) for minute in starts]
    expected = [arithmetic.elapsed(openings, *pair) for pair in zip(begins, ends, strict=True)]
    assert expected == bulk.elapsed(openings, begins, ends).tolist()


@given(calendars(), minutes, amounts, st.integers(0, 59))
@settings(max_examples=25, deadline=None)
def test_add_in_bulk_is_add_one_by_one(
    calendar: tuple[Hours, date], starts: list[int], amount: int, odd: int
) -> None:
    hours, change = calendar
    openings = openings_for(hours, instant_near(change, 0, 0))
    begins = [instant_near(change, minute, odd) for minute in starts]
    seconds = [amount // (index + 1) * (-1) ** index for index in range(len(begins))]
    expected = [arithmetic.add(openings, *pair) for pair in zip(begins, seconds, strict=True)]
    assert expected == bulk.add(openings, begins, seconds).tolist()


def test_adding_nothing_in_bulk_is_the_next_opening() -> None:
    at_closing, open_then = at("2026-09-04 17:00"), FRIDAY
    assert [at("2026-09-07 09:00"), FRIDAY] == bulk.next_open(
        OPENINGS, [at_closing, open_then]
    ).tolist()
    assert bulk.is_open(OPENINGS, [at_closing, open_then]).tolist() == [False, True]


def test_odd_edges_are_counted_exactly() -> None:
    odd = hours(every_day(Interval(547, 601), Interval(602, 1039)))
    openings = openings_for(odd, FRIDAY)
    starts = np.arange(FRIDAY, FRIDAY + 86_400, 53)
    expected = [arithmetic.add(openings, int(start), 4567) for start in starts]
    assert expected == bulk.add(openings, starts, 4567).tolist()


def test_openings_too_fine_for_tables_are_searched_with_the_same_answers() -> None:
    fine = every_day(*(Interval(minute, minute + 1) for minute in range(0, 1440, 2)))
    openings = openings_for(hours(fine), FRIDAY)
    tables = tables_of((openings,), 1)
    assert tables is not None
    starts = np.arange(FRIDAY, FRIDAY + 86_400, 997)
    expected = [arithmetic.add(openings, int(start), 1234) for start in starts]
    assert expected == bulk.add(openings, starts, 1234).tolist()
    spans = [arithmetic.elapsed(openings, FRIDAY, int(start)) for start in starts]
    assert spans == bulk.elapsed(openings, FRIDAY, starts).tolist()


def test_arrays_of_any_shape_are_broadcast() -> None:
    starts = np.full((3, 1, 2), FRIDAY)
    ends = FRIDAY + np.arange(4).reshape(4, 1) * 3600
    spans = bulk.elapsed(OPENINGS, starts, ends)
    assert spans.shape == (3, 4, 2)
    assert spans[2, :, 1].tolist() == [0, 1800, 1800, 1800]
    assert bulk.add(OPENINGS, np.int64(FRIDAY), 3600).shape == ()
    assert bulk.add(OPENINGS, np.empty((0, 2), np.int64), 3600).shape == (0, 2)


def test_more_rows_than_one_block() -> None:
    starts = FRIDAY + np.arange(3 * BLOCK + 7)
    one_end = FRIDAY + 10**6
    spans = bulk.elapsed(OPENINGS, starts, one_end)
    assert spans[-1] == arithmetic.elapsed(OPENINGS, int(starts[-1]), one_end)
    dues = bulk.add(OPENINGS, starts, 3600)
    assert dues[-1] == arithmetic.add(OPENINGS, int(starts[-1]), 3600)


def test_the_horizon_grows_for_a_whole_batch() -> None:
    narrow = compile_openings(hours(), FRIDAY, FRIDAY)
    starts = [at("1999-03-01 10:00"), FRIDAY, at("2044-03-01 10:00")]
    for amount in (10**8, -(10**8)):
        expected = [arithmetic.add(OPENINGS, start, amount) for start in starts]
        assert expected == bulk.add(narrow, starts, amount).tolist()


def test_round_the_clock_is_plain_addition() -> None:
    openings = openings_for(hours(ALWAYS_OPEN_WEEK), FRIDAY)
    starts = FRIDAY + np.arange(5) * 86_400
    assert (starts + 12_345).tolist() == bulk.add(openings, starts, 12_345).tolist()
    assert (starts - 12_345).tolist() == bulk.add(openings, starts, -12_345).tolist()


def test_what_is_refused_one_by_one_is_refused_in_bulk() -> None:
    never = openings_for(hours(CLOSED_WEEK), FRIDAY)
    with pytest.raises(NeverOpenError):
        bulk.add(never, [FRIDAY], 1)
    assert bulk.elapsed(never, [FRIDAY], FRIDAY + 10**6).tolist() == [0]
    with pytest.raises(OutsideCalendarError):
        bulk.elapsed(OPENINGS, [FRIDAY], 10**13)
    with pytest.raises(OutsideCalendarError):
        bulk.add(OPENINGS, [FRIDAY], 10**13)
