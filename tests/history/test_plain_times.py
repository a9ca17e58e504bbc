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
