"""Arrays of every kind: moments as NumPy has them, nulls, many calendars in one call, threads."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.moments import UnreadableArrayError
from goodword.businesstime.openings import Openings, openings_for
from goodword.errors import NeverOpenError, OutsideCalendarError
from goodword.policy.hours import CLOSED_WEEK, Hours, Interval
from tests.businesstime.plain_openings import at, every_day, hours
from tests.businesstime.test_working_time_laws import calendars, instant_near

FRIDAY = at("2026-09-04 16:30")
OFFICE = openings_for(hours(), FRIDAY)
ODD = openings_for(hours(every_day(Interval(547, 601), Interval(602, 1039))), FRIDAY)
NIGHTS = openings_for(
    Hours("America/New_York", tuple((Interval(1320, 360),) for _ in range(7))),  # type: ignore[arg-type]
    FRIDAY,
)
CALENDARS = [OFFICE, ODD, NIGHTS]
PAIRS = [OFFICE, NIGHTS]
spans = st.integers(-4_000_000, 4_000_000)


@pytest.mark.parametrize("openings", CALENDARS, ids=["office", "odd", "nights"])
@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_datetimes_have_the_answers_of_seconds(openings: Openings, unit: str) -> None:
    starts = FRIDAY + np.arange(-900_000, 900_000, 777)
    ends = starts + np.arange(len(starts)) * 13 - 9_000
    amounts = np.arange(len(starts)) * 31 - 40_000
    moments = starts.astype("datetime64[s]").astype(f"datetime64[{unit}]")

    until = ends.astype("datetime64[s]").astype(f"datetime64[{unit}]")
    lengths = bulk.elapsed(openings, moments, until)
    later = bulk.add(openings, moments, amounts.astype("timedelta64[s]"))

    assert lengths.dtype == f"timedelta64[{unit}]"
    assert later.dtype == f"datetime64[{unit}]"
    seconds = bulk.elapsed(openings, starts, ends).tolist()
    assert lengths.astype("timedelta64[s]").astype(int).tolist() == seconds
    instants = bulk.add(openings, starts, amounts).tolist()
    assert later.astype("datetime64[s]").astype(int).tolist() == instants


@given(calendars(), st.integers(-90_000, 90_000), st.integers(0, 999_999), spans)
@settings(max_examples=60, deadline=None)
def test_parts_of_a_second_count_and_adding_undoes_them(
    calendar: tuple[Hours, date], minute: int, part: int, amount: int
) -> None:
    own, change = calendar
    openings = openings_for(own, instant_near(change, 0, 0))
    start = np.datetime64(instant_near(change, minute, 0) * 1_000_000 + part, "us")
    wanted = np.timedelta64(amount * 1_000_003, "us")

    due = bulk.add(openings, [start], [wanted])

    assert bulk.elapsed(openings, [start], due).tolist() == [wanted.item()]


def test_a_null_has_a_null_for_an_answer_and_spoils_no_other() -> None:
    starts = np.array(["2026-09-04T06:00", "NaT", "2026-09-04T06:00"], "datetime64[s]")
    ends = np.array(["2026-09-04T07:00", "2026-09-04T07:00", "NaT"], "datetime64[s]")

    lengths = bulk.elapsed(OFFICE, starts, ends)
    dues = bulk.add(OFFICE, starts, 3_600)

    assert np.isnat(lengths).tolist() == [False, True, True]
    assert lengths[0] == bulk.elapsed(OFFICE, starts[:1], ends[:1])[0]
    assert np.isnat(dues).tolist() == [False, True, False]
    assert np.isnat(bulk.elapsed(OFFICE, starts[1:2], ends[1:2])).all()
    assert bulk.is_open(OFFICE, starts).tolist() == [bulk.is_open(OFFICE, starts[0]), False, True]


@pytest.mark.parametrize("several", [CALENDARS, PAIRS], ids=["with odd minutes", "in slots"])
def test_each_row_has_the_calendar_of_its_code(several: list[Openings]) -> None:
    starts = FRIDAY + np.arange(-900_000, 900_000, 1_777)
    codes = np.arange(len(starts)) % len(several)
    ends = starts[::-1] + 60_000
    amounts = np.arange(len(starts)) * 131 - 60_000

    lengths = bulk.elapsed(several, starts, ends, codes=codes).tolist()
    dues = bulk.add(several, starts, amounts, codes=codes).tolist()

    rows = list(zip((several[code] for code in codes), starts, ends, amounts, strict=True))
    assert lengths == [arithmetic.elapsed(one, int(a), int(b)) for one, a, b, _ in rows]
    assert dues == [arithmetic.add(one, int(a), int(n)) for one, a, _, n in rows]


def test_several_calendars_grow_together() -> None:
    far = np.array([FRIDAY, FRIDAY + 400 * 86_400 * 30])
    amounts = np.array([86_400 * 900, -86_400 * 900])

    dues = bulk.add(PAIRS, far, amounts, codes=[0, 1]).tolist()

    assert dues == [
        arithmetic.add(one, int(start), int(amount))
        for one, start, amount in zip(PAIRS, far, amounts, strict=True)
    ]


@pytest.mark.parametrize("threads", [1, 2, 3, 7])
def test_threads_change_no_answer(threads: int) -> None:
    starts = FRIDAY + np.arange(0, 60_000_000, 60)[:900_001]
    expected = bulk.elapsed(OFFICE, starts, starts[::-1], threads=1)

    assert (bulk.elapsed(OFFICE, starts, starts[::-1], threads=threads) == expected).all()
    one = bulk.add(OFFICE, starts, 7_777, threads=1)
    assert (bulk.add(OFFICE, starts, 7_777, threads=threads) == one).all()


def test_one_value_and_arrays_of_any_shape_are_answered_in_their_shape() -> None:
    assert bulk.elapsed(OFFICE, FRIDAY, FRIDAY + 60).shape == ()
    assert bulk.add(OFFICE, np.zeros((2, 3), int) + FRIDAY, [[1], [2]]).shape == (2, 3)
    assert bulk.elapsed(OFFICE, [], []).tolist() == []
    assert bulk.elapsed(OFFICE, np.array([], "datetime64[ms]"), []).dtype == "timedelta64[ms]"


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: bulk.elapsed(OFFICE, [1.5], [2]), "float64"),
        (lambda: bulk.elapsed(OFFICE, ["2026-09-04"], [2]), "hold"),
        (lambda: bulk.elapsed(PAIRS, [1], [2]), "2 calendars"),
        (lambda: bulk.elapsed(PAIRS, [1], [2], codes=[2]), "from 2 to 2"),
        (lambda: bulk.elapsed(OFFICE, np.array([1], "datetime64[ps]"), [2]), "ps"),
    ],
    ids=["float", "text", "no codes", "codes beyond", "picoseconds"],
)
def test_what_is_no_moment_is_refused_by_name(call: object, words: str) -> None:
    with pytest.raises(UnreadableArrayError, match=words):
        call()  # type: ignore[operator]


def test_a_calendar_that_never_opens_is_refused_only_where_it_is_asked() -> None:
    never = openings_for(hours(CLOSED_WEEK), FRIDAY)

    assert bulk.add([OFFICE, never], [FRIDAY], [60], codes=[0]).tolist() == [FRIDAY + 60]
    with pytest.raises(NeverOpenError):
        bulk.add([OFFICE, never], [FRIDAY, FRIDAY], 60, codes=[0, 1])
    assert bulk.elapsed([OFFICE, never], FRIDAY, FRIDAY + 60, codes=1).tolist() == 0


def test_what_cannot_fit_before_the_calendar_ends_is_refused_and_what_fits_is_counted() -> None:
    late = at("9999-12-27 09:00")
    year = at("9990-01-01 00:00")

    assert arithmetic.add(openings_for(hours(), late), late, 3_600) > late
    assert arithmetic.add(openings_for(hours(), year), year, 9 * 50 * 5 * 8 * 3_600) < late
    with pytest.raises(OutsideCalendarError):
        arithmetic.add(openings_for(hours(), year), year, 11 * 52 * 5 * 8 * 3_600)
    with pytest.raises(OutsideCalendarError):
        arithmetic.add(OFFICE, FRIDAY, -(10**11))
