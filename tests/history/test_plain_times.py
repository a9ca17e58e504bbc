"""Read at once or one by one: the same instants."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.case.columns import NOTHING
from goodword.history.history import History
from goodword.history.instants import InstantReader
from goodword.history.load import load
from goodword.history.plain_times import PlainTimes

ZONES = ("America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia", "UTC")
CHANGES = ("2026-03-08 0", "2026-11-01 0", "2026-04-05 0", "2026-10-04 0")

ordinary = st.datetimes(datetime(1905, 1, 1), datetime(2190, 1, 1))  # noqa: DTZ001 - local
texts = st.one_of(
    st.just(""),
    ordinary.map(lambda moment: moment.strftime("%Y-%m-%d %H:%M:%S").rjust(19, "0")),
    st.builds(
        lambda day, hour, minute: f"{day}{hour}:{minute:02}:00",
        st.sampled_from(CHANGES),
        st.integers(0, 4),
        st.integers(0, 59),
    ),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(texts, min_size=1, max_size=20), st.sampled_from(ZONES))
def test_columns_read_the_same_instants_as_single_values(written: list[str], zone: str) -> None:
    single = InstantReader(("iso",), ZoneInfo(zone))
    expected = [NOTHING if not text else single.read(text) for text in written]
    whole = PlainTimes(ZoneInfo(zone), frozenset({""}))
    found = whole.read(written)
    assert found is not None
    assert expected == found.tolist()
    assert (single.skipped, single.twice) == (whole.skipped, whole.twice)


@pytest.mark.parametrize(
    "odd",
    [
        "2026-02-30 10:00:00",
        "2026-09-04 25:00:00",
        "2026-09-04T16:30+10:",
        "2026-09-04T16:30+10",
        "2026-09-04",
        "0001-01-01 00:00:00",
        "9999-12-31 00:00:00",
        "now",
        "nineteen characters",
    ],
)
def test_what_is_not_plain_is_left_to_the_careful_reader(odd: str) -> None:
    whole = PlainTimes(ZoneInfo("UTC"), frozenset({""}))
    assert whole.read(["2026-09-04 16:30:00", odd]) is None


def test_missing_markers_are_nothing() -> None:
    found = PlainTimes(ZoneInfo("UTC"), frozenset({"", "?"})).read(["?", "", "1970-01-01 00:00:01"])
    assert found is not None
    assert found.tolist() == [NOTHING, NOTHING, 1]


def export(path: Path, rows: list[str]) -> History:
    path.write_text("\n".join(["case,opened,resolved,due,channel", *rows]))
    return load(path, None, zone="America/New_York")


def test_one_odd_row_changes_nothing_about_the_others(tmp_path: Path) -> None:
    plain = [
        f"{n},2026-10-{n % 31 + 1:02} 10:00:0{n % 9},2026-11-01 01:{n % 60:02}:00,,email"
        for n in range(5000)
    ]
    whole = export(tmp_path / "plain.csv", plain)
    broken = export(tmp_path / "odd.csv", [*plain, "x,2026-10-01 10:00:00,soon,,phone"])
    assert whole.columns is not None
    assert broken.columns is not None
    assert whole.columns.opened == broken.columns.opened[:-1]
    assert whole.columns.instants["resolved"] == broken.columns.instants["resolved"][:-1]
    assert list(whole.columns.channel.codes) == list(broken.columns.channel.codes)[:-1]
    assert (len(whole), len(broken)) == (5000, 5001)
    assert [(problem.line, problem.code) for problem in broken.problems if problem.line] == [
        (5002, "unreadable-date")
    ]
    assert whole.last_event == broken.last_event


FORMS = {
    "days first": ("%d/%m/%Y %H:%M", "{0.day:02}/{0.month:02}/{0.year:04} {0:%H:%M}"),
    "days first and short": ("%d/%m/%Y %H:%M", "{0.day}/{0.month}/{0.year:04} {0.hour}:{0:%M}"),
    "months first, half days": ("%m/%d/%Y %I:%M:%S %p", "{0:%m/%d}/{0.year:04} {0:%I:%M:%S %p}"),
    "years of two digits": ("%d.%m.%y %H:%M", "{0:%d.%m.%y %H:%M}"),
    "names of months": ("%d-%b-%Y %H:%M", "{0:%d-%b}-{0.year:04} {0:%H:%M}"),
    "dates alone": ("%d/%m/%Y", "{0:%d/%m}/{0.year:04}"),
    "digits alone": ("%Y%m%d%H%M%S", "{0.year:04}{0:%m%d%H%M%S}"),
    "milliseconds": ("iso", "{0.year:04}-{0:%m-%dT%H:%M:%S}.000"),
    "minutes": ("iso", "{0.year:04}-{0:%m-%d %H:%M}"),
    "UTC": ("iso", "{0.year:04}-{0:%m-%dT%H:%M:%S}Z"),
}


@settings(max_examples=5, deadline=None)
@given(
    moments=st.lists(
        st.datetimes(datetime(1970, 1, 1), datetime(2038, 1, 1)),  # noqa: DTZ001 - local
        min_size=1,
        max_size=8,
    ),
    zone=st.sampled_from(ZONES),
    end_of_day=st.booleans(),
)
@pytest.mark.parametrize("name", FORMS)
def test_dates_of_every_shape_are_the_same_at_once_and_one_by_one(
    name: str,
    moments: list[datetime],
    zone: str,
    end_of_day: bool,  # noqa: FBT001 - given by name
) -> None:
    form, text = FORMS[name]
    written = ["", *(text.format(moment) for moment in moments)]
    single = InstantReader((form,), ZoneInfo(zone))
    expected = [single.read(one, end_of_day=end_of_day) if one else NOTHING for one in written]
    whole = PlainTimes(ZoneInfo(zone), frozenset({""}), (form,))
    found = whole.read(written, end_of_day=end_of_day)
    assert found is not None
    assert expected == found.tolist()
    assert (single.skipped, single.twice) == (whole.skipped, whole.twice)
    assert whole.has_time == (not single.without_time)


@pytest.mark.parametrize(
    ("form", "odd"),
    [
        ("%d/%m/%Y %H:%M", "31/02/2026 10:00"),
        ("%d/%m/%Y %H:%M", "12/31/2026 10:00"),
        ("%m/%d/%Y %I:%M:%S %p", "12/31/2026 13:00:00 PM"),
        ("%d-%b-%Y %H:%M", "04-Xyz-2026 10:00"),
        ("%d/%m/%Y %H:%M", "04/09/2026-10:00"),
    ],
    ids=["no such day", "months first", "no such half", "no month", "another mark"],
)
def test_what_is_no_date_in_a_format_is_left_to_the_careful_reader(form: str, odd: str) -> None:
    whole = PlainTimes(ZoneInfo("UTC"), frozenset({""}), (form,))
    assert whole.read([odd]) is None


def test_odd_rows_first_last_and_together_are_each_read_once(tmp_path: Path) -> None:
    rows = [f"{n},2026-10-01 10:00:00,2026-10-02 10:00:00,,email" for n in range(200)]
    for n in (0, 1, 70, 199):
        rows[n] = f"{n},2026-10-01 10:00:00,2026-09-02 10:00:00,,email"
    history = export(tmp_path / "odd.csv", rows)
    assert history.columns is not None
    assert [*history.columns.ids] == [str(n) for n in range(200)]
    assert (history.rows, history.counts["ends-before-start"]) == (200, 4)
