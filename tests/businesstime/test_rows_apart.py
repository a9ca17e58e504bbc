"""A batch with a few rows centuries away: each has the answer it has alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.openings import openings_for
from goodword.policy.hours import Hours, Interval
from tests.businesstime.plain_openings import at, every_day, hours

START = at("2026-06-01")
NIGHTS = Hours("America/Santiago", every_day(Interval(1320, 367)))
CALENDARS = (openings_for(hours(), START), openings_for(NIGHTS, START))
YEAR = 365 * 86_400
usual = st.integers(START - 2 * YEAR, START + 2 * YEAR)
# As far as every unit tells: nanoseconds end in 2262.
anywhere = usual | st.integers(at("1700-01-01"), at("2250-01-01"))
units = pytest.mark.parametrize("unit", [None, "s", "us", "ns"])


def moments(values: list[int], unit: str | None, kind: str = "datetime64") -> np.ndarray:
    seconds = np.array(values, np.int64)
    return seconds if unit is None else seconds.view(f"{kind}[s]").astype(f"{kind}[{unit}]")


def seconds_of(found: np.ndarray, kind: str) -> list[int]:
    if found.dtype.kind in "mM":
        found = found.astype(f"{kind}[s]").view(np.int64)
    return [int(one) for one in found]


@units
@given(st.lists(st.tuples(anywhere, anywhere, st.integers(0, 1)), min_size=1, max_size=12))
@settings(max_examples=15, deadline=None)
def test_open_time_between_moments_near_and_far(
    unit: str | None, rows: list[tuple[int, int, int]]
) -> None:
    starts, ends, codes = (list(column) for column in zip(*rows, strict=True))
    found = bulk.elapsed(CALENDARS, moments(starts, unit), moments(ends, unit), codes=codes)
    alone = [arithmetic.elapsed(CALENDARS[code], a, b) for a, b, code in rows]
    assert seconds_of(found, "timedelta64") == alone


@units
@given(
    st.lists(
        st.tuples(anywhere, st.integers(-(10**6), 10**6), st.integers(0, 1)),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=15, deadline=None)
def test_due_times_of_moments_near_and_far(
    unit: str | None, rows: list[tuple[int, int, int]]
) -> None:
    starts, amounts, codes = (list(column) for column in zip(*rows, strict=True))
    more = moments(amounts, unit, "timedelta64")
    found = bulk.add(CALENDARS, moments(starts, unit), more, codes=codes)
    alone = [arithmetic.add(CALENDARS[code], start, amount) for start, amount, code in rows]
    assert seconds_of(found, "datetime64") == alone


def test_one_amount_of_centuries_among_many() -> None:
    starts = START + np.arange(5_000) * 977
    amounts = np.full(5_000, 7_200)
    amounts[[3, 4_000]] = (3 * 10**9, -(3 * 10**9))
    found = bulk.add(CALENDARS[0], starts, amounts)
    alone = [
        arithmetic.add(CALENDARS[0], int(start), int(amount))
        for start, amount in zip(starts, amounts, strict=True)
    ]
    assert found.tolist() == alone


def test_a_date_that_means_never_is_counted_beside_others_and_a_null() -> None:
    ends = (START + np.arange(1_000) * 3_600).view("datetime64[s]").astype("datetime64[us]")
    ends[7] = np.datetime64("9999-12-20T00:00:00")
    ends[8] = np.datetime64("NaT")
    found = bulk.elapsed(CALENDARS[0], np.datetime64(START, "s"), ends)

    assert np.isnat(found[8])
    assert int(found[7].astype("timedelta64[s]").astype(np.int64)) == arithmetic.elapsed(
        CALENDARS[0], START, at("9999-12-20 11:00")
    )
