from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.history.instants import InstantReader, looks_like_a_date

MELBOURNE = ZoneInfo("Australia/Melbourne")
NEW_YORK = ZoneInfo("America/New_York")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("iso", "2026-09-04 16:30:00"),
        ("iso", "2026-09-04T16:30"),
        ("iso", "2026-09-04T06:30:00Z"),
        ("iso", "2026-09-04T16:30:00.750+10:00"),
        ("%Y-%m-%d %H:%M:%S", "2026-09-04 16:30:00"),
        ("%d/%m/%Y %H:%M", "4/9/2026 16:30"),
        ("%m/%d/%Y %H:%M", "09/04/2026 16:30"),
        ("%Y%m%d %H:%M:%S", "20260904 16:30:00.123"),
        ("%d %B %Y, %I:%M %p", "4 September 2026, 04:30 PM"),
        ("unix", "1788503400"),
        ("unix_ms", "1788503400999"),
    ],
)
def test_each_format_reads_the_same_instant(form: str, text: str) -> None:
    expected = at("2026-09-04T16:30:00+10:00")
    assert expected == InstantReader((form,), MELBOURNE).read(text)


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30 10:00:00", "2026-13-01", "4/9/2026"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert InstantReader(("iso", "%Y-%m-%d %H:%M:%S"), MELBOURNE).read(text) is None


def test_formats_are_tried_in_order() -> None:
    reader = InstantReader(("%d/%m/%Y", "%m/%d/%Y"), MELBOURNE)
    assert at("2026-09-04T00:00+10:00") == reader.read("04/09/2026")
    assert at("2026-09-24T00:00+10:00") == reader.read("09/24/2026")


def test_a_date_alone_is_its_first_second_and_as_a_due_date_its_last() -> None:
    reader = InstantReader(("iso",), MELBOURNE)
    assert at("2026-09-04T00:00:00+10:00") == reader.read("2026-09-04")
    assert at("2026-09-04T23:59:59+10:00") == reader.read("2026-09-04", end_of_day=True)
    assert (reader.without_time, reader.with_time) == (2, 0)


def test_the_last_second_of_a_day_of_23_hours_is_still_its_last() -> None:
    reader = InstantReader(("iso",), NEW_YORK)
    expected = at("2026-03-08T23:59:59-04:00")
    assert expected == reader.read("2026-03-08", end_of_day=True)


def test_a_skipped_time_is_read_with_the_offset_before_the_change() -> None:
    reader = InstantReader(("iso",), NEW_YORK)
    assert at("2026-03-08T03:30:00-04:00") == reader.read("2026-03-08 02:30:00")
    assert (reader.skipped, reader.twice) == (1, 0)


def test_a_repeated_time_is_its_first_occurrence() -> None:
    reader = InstantReader(("iso",), NEW_YORK)
    first = reader.read("2026-11-01 01:30:00")
    assert at("2026-11-01T01:30:00-04:00") == first
    assert first is not None
    assert at("2026-11-01T01:30:00-05:00") == reader.second_occurrence(first)
    assert (reader.skipped, reader.twice) == (0, 1)


def test_an_ordinary_time_has_no_second_occurrence() -> None:
    reader = InstantReader(("iso",), NEW_YORK)
    assert reader.second_occurrence(at("2026-11-01T03:30:00-05:00")) is None
    assert reader.second_occurrence(at("2026-11-01T01:30:00-05:00")) is None


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2037, 1, 1)).map(  # noqa: DTZ001 - local
        lambda moment: moment.replace(microsecond=0, fold=0)
    ),
    st.sampled_from(["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"]),
)
def test_every_format_agrees_with_the_standard_library(moment: datetime, zone: str) -> None:
    expected = int(moment.replace(tzinfo=ZoneInfo(zone)).timestamp())
    for form in ("%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M:%S", "iso"):
        text = str(moment) if form == "iso" else moment.strftime(form)
        assert expected == InstantReader((form,), ZoneInfo(zone)).read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("30/02/2026 09:00", True), ("2026-02-30", True), ("soon", False), ("12.50", False)],
)
def test_what_looks_like_a_date_is_told_from_what_does_not(text: str, *, expected: bool) -> None:
    assert expected == looks_like_a_date(text)
