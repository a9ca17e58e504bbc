"""Arrays of every kind: moments as NumPy has them, nulls, many calendars in one call, threads."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

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


@pytest.mark.parametrize("kind", ["numbers", "moments"])
def test_answers_are_written_into_the_array_that_is_given(kind: str) -> None:
    starts = FRIDAY + np.arange(0, 900_000, 777)
    amounts = np.arange(len(starts)) * 13 - 9_000
    if kind == "moments":
        starts, amounts = starts.astype("datetime64[s]"), amounts.astype("timedelta64[s]")
    ends = starts + amounts
    spans, dues = np.empty_like(amounts), np.empty_like(starts)

    assert bulk.elapsed(OFFICE, starts, ends, out=spans) is spans
    assert bulk.add(OFFICE, starts, amounts, out=dues) is dues

    assert (spans == bulk.elapsed(OFFICE, starts, ends)).all()
    assert (dues == bulk.add(OFFICE, starts, amounts)).all()


@pytest.mark.parametrize("place", ["starts", "amounts", "shifted", "every other"])
def test_the_array_given_may_be_one_of_those_asked_about_or_have_gaps(place: str) -> None:
    starts = FRIDAY + np.arange(0, 90_000_000, 777)
    amounts = np.arange(len(starts)) * 13 - 900_000
    # The horizon grows in between, so that the question is asked of the same rows again.
    amounts[-1] = 86_400 * 9_000
    expected = bulk.add(OFFICE, starts, amounts)
    room = np.append(starts, 0)
    outs = {
        "starts": (starts, starts),
        "amounts": (starts, amounts),
        "shifted": (room[:-1], room[1:]),
        "every other": (starts, np.empty(2 * len(starts), np.int64)[::2]),
    }
    asked, out = outs[place]

    assert bulk.add(OFFICE, asked, amounts, out=out) is out
    assert (out == expected).all()


@pytest.mark.parametrize(
    ("out", "words"),
    [
        (np.empty(3, np.int64), r"shape \(3,\).*shape \(2,\)"),
        (np.empty((2, 1), np.int64), r"shape \(2, 1\)"),
        (np.empty(2, np.int32), "int32.*of int64"),
        (np.empty(2, "datetime64[s]"), "datetime64.*of int64"),
    ],
    ids=["too long", "upright", "too narrow", "of moments"],
)
def test_an_array_that_cannot_hold_the_answers_is_refused_with_its_shape_and_type(
    out: NDArray[Any], words: str
) -> None:
    with pytest.raises(UnreadableArrayError, match=words) as refused:
        bulk.elapsed(OFFICE, [FRIDAY, FRIDAY], FRIDAY + 60, out=out)

    assert refused.value.hint == "Make it with np.empty((2,), 'int64'), or leave it out."


def test_an_array_that_may_not_be_written_is_refused() -> None:
    out = np.zeros(1, np.int64)
    out.flags.writeable = False

    with pytest.raises(UnreadableArrayError, match="may not be written"):
        bulk.elapsed(OFFICE, [FRIDAY], FRIDAY + 60, out=out)


@pytest.mark.parametrize("width", [np.int8, np.uint8, np.int32, np.uint64])
def test_codes_may_be_of_any_width(width: type) -> None:
    starts = FRIDAY + np.arange(0, 900_000, 777)
    codes = np.arange(len(starts)) % 3

    found = bulk.add(CALENDARS, starts, 60, codes=codes.astype(width))

    assert (found == bulk.add(CALENDARS, starts, 60, codes=codes)).all()


def test_horizons_longer_than_nanoseconds_can_tell_are_counted_all_the_same() -> None:
    moments = np.array(["1700-03-01T10:00", "2026-09-04T16:30", "NaT", "2250-01-05"], "M8[s]")
    amounts = np.array([90_000, -30_000, 60, 0], "m8[s]")
    exact = bulk.add(OFFICE, moments, amounts)

    dues = bulk.add(OFFICE, moments.astype("M8[ns]"), amounts.astype("m8[ns]"))
    fine = bulk.add(OFFICE, moments.astype("M8[ns]"), amounts.astype("m8[ns]") + 1)
    spans = bulk.elapsed(OFFICE, moments[:2].astype("M8[ns]"), dues[:2])
    few = np.array(["2026-09-04T16:30", "1750-09-04T16:30"], "M8[ns]")

    assert (dues.astype("M8[s]")[[0, 1, 3]] == exact[[0, 1, 3]]).all()
    assert np.isnat(dues).tolist() == [False, False, True, False]
    assert (fine - dues)[[0, 1]].astype(int).tolist() == [1, 1]
    assert (spans == amounts[:2]).all()
    assert bulk.elapsed(OFFICE, few[1], few[0]) == bulk.elapsed(
        OFFICE, few[1].astype("M8[s]"), few[0].astype("M8[s]")
    )


def test_what_a_unit_cannot_tell_is_refused_and_never_wrapped() -> None:
    with pytest.raises(UnreadableArrayError, match="too far away to be told in ns"):
        bulk.elapsed(OFFICE, np.array(["2600-01-01"], "M8[s]"), np.array(["2026-01-01"], "M8[ns]"))
    with pytest.raises(OutsideCalendarError):
        bulk.add(OFFICE, np.array(["2262-01-01"], "M8[ns]"), np.timedelta64(9_000_000, "s"))
    last = np.array([2**63 - 1], "M8[ns]")
    spans = bulk.elapsed(NIGHTS, last, np.array([0], "M8[ns]"))
    seconds = bulk.elapsed(NIGHTS, last.astype("M8[s]"), np.array([0], "M8[s]"))
    assert spans.astype("m8[s]").tolist() == seconds.tolist()


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
