"""Opening hours as OpenStreetMap writes them: out and in, beside a library that runs them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from opening_hours import OpeningHours

from goodword.businesstime.arithmetic import is_open
from goodword.businesstime.openings import compile_openings
from goodword.document.read import read
from goodword.exchange.hours_sentences import hours_sentences
from goodword.exchange.opening_hours import NoHoursError
from goodword.exchange.osm_hours import osm_hours
from goodword.exchange.osm_said import UnreadableHoursError, osm_said
from goodword.policy.hours import Hours

FIRST = date(2026, 11, 22)
ZONE = "Europe/London"
WRITTEN = [
    "Mo-Fr 09:00-17:00; Sa 10:00-13:00",
    "24/7",
    "Mo-Su 22:00-06:00",
    "Mo,We 08:00-12:00,13:00-17:30; Th 10:00-24:00",
    "Jun-Aug Mo-Fr 10:00-16:00; Sep-May Mo-Fr 09:00-17:00",
    "Mo-Fr 09:00-12:30,13:30-17:00; Dec 25 off; 2026 Dec 24 09:00-12:00",
    "Mo-Fr 09:00-17:00; Mo[1] 12:00-17:00; Fr[-1] off",
    "Mo-Fr 09:00-17:00; Jul 15-Aug 20 off",
    "Apr-Oct: Mo-Su 08:00-20:00",
    "Mo-Fr 08:00-20:00; 2027 off",
    "Mo-Fr 09:00-17:00; 2027 Jan 04-08 10:00-11:00",
    "Nov 15-Feb 10 Tu 09:00-10:00; Mo 09:00-17:00",
    "Mo-Fr 09:00-17:00; 2027 Mar 01-2028 May 01 Mo-Fr 10:00-12:00",
    "Mo-Fr 09:00-17:00; 2027 Mar 01-2028 May 01 off",
    "Mo-Fr 09:00-17:00; Feb 10-Mar 05 off",
]


def read_back(sentences: list[str]) -> Hours:
    text = "# Policy\n\nAll times are London time.\n\n" + "\n\n".join(sentences)
    hours = read(text).policy.hours
    assert hours is not None
    return hours


@pytest.mark.parametrize("written", WRITTEN, ids=range(len(WRITTEN)))
def test_hours_that_come_in_are_those_that_the_library_runs(written: str) -> None:
    hours = read_back(list(hours_sentences(osm_said(written, FIRST).clauses)))
    theirs = OpeningHours(written, timezone=ZoneInfo(ZONE))
    start = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
    ours = compile_openings(hours, start, start + 700 * 86_400)
    for step in range(0, 700 * 24 * 60, 97):
        at = datetime.fromtimestamp(start, UTC) + timedelta(minutes=step)
        said = theirs.is_open(at.astimezone(ZoneInfo(ZONE)))
        assert is_open(ours, int(at.timestamp())) is said, at


@pytest.mark.parametrize("written", WRITTEN, ids=range(len(WRITTEN)))
def test_hours_that_go_out_are_run_by_the_library_as_by_us(written: str) -> None:
    hours = read_back(list(hours_sentences(osm_said(written, FIRST).clauses)))
    theirs = OpeningHours(osm_hours(hours, FIRST), timezone=ZoneInfo(ZONE))
    start = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
    ours = compile_openings(hours, start, start + 360 * 86_400)
    for step in range(0, 360 * 24 * 60, 97):
        at = datetime.fromtimestamp(start, UTC) + timedelta(minutes=step)
        said = theirs.is_open(at.astimezone(ZoneInfo(ZONE)))
        assert is_open(ours, int(at.timestamp())) is said, at


def test_public_holidays_go_out_by_their_dates() -> None:
    text = (
        "# Policy\n\nAll times are London time. We are open every day, 22:00 to 06:00. "
        "Public holidays are those of England."
    )
    written = osm_hours(read(text).policy.hours, date(2026, 12, 20), 10)
    # The night before a closed date ends at midnight.
    assert written == (
        "Mo-Su 22:00-06:00; 2026 Dec 24 22:00-24:00; 2026 Dec 25-26 off; 2026 Dec 27 22:00-24:00; "
        "2026 Dec 28 off"
    )


def test_public_holidays_that_come_in_ask_whose_they_are() -> None:
    found = osm_said("Mo-Fr 09:00-17:00; PH off", FIRST)
    assert list(hours_sentences(found.clauses))[-1] == "We are closed on public holidays."
    assert found.notes[0].startswith("Say whose public holidays you keep")


def test_hours_of_public_holidays_come_in() -> None:
    found = osm_said('Mo-Fr 09:00-17:00; PH 10:00-12:00 "ring the bell"', FIRST)
    said = list(hours_sentences(found.clauses))
    assert said[-1] == "On public holidays we are open from 10am to 12pm."
    assert found.notes[-1] == "What stands in quotes is a remark, and nothing is counted for it."


@pytest.mark.parametrize("written", ["Mo-Fx 09:00", "nine to five", "", "Mo-Fr 09:00-17:00 foo"])
def test_what_cannot_be_read_is_named_with_a_sample(written: str) -> None:
    with pytest.raises(UnreadableHoursError) as refused:
        osm_said(written, FIRST)
    assert "Mo-Fr 09:00-17:00" in refused.value.hint


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(UnreadableHoursError, match="never open"):
        osm_said("2019 Mo-Fr 09:00-17:00", FIRST)


def test_a_policy_without_hours_has_none_to_write() -> None:
    with pytest.raises(NoHoursError):
        osm_hours(None, FIRST)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mo-Fr 9-17", "Mo-Fr 09:00-17:00"),
        ("Monday to Friday 9.30am - 5.30pm", "Mo-Fr 09:30-17:30"),
        ("mo-fr 9am-5pm", "Mo-Fr 09:00-17:00"),
        ("Mo–Fr 09:00–17:00", "Mo-Fr 09:00-17:00"),
        ("Mo-Fr 0900-1700", "Mo-Fr 09:00-17:00"),
        ("daily 10:00-22:00", "Mo-Su 10:00-22:00"),
        ("everyday 6am - midnight", "Mo-Su 06:00-24:00"),
        ("Mon-Fri: 9am-5pm, Sat: 10am-2pm, Sun: closed", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
        ("Weekdays 8am-noon and 1pm-5pm", "Mo-Fr 08:00-12:00,13:00-17:00"),
        ("Mo-Fr 9-5pm", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 12-5pm", "Mo-Fr 12:00-17:00"),
        ("Mo-Fr 09:00-17:00 Sa 09:00-12:00", "Mo-Fr 09:00-17:00; Sa 09:00-12:00"),
    ],
)
def test_hours_as_people_type_them_are_read_where_they_are_plain(typed: str, meant: str) -> None:
    found = osm_said(typed, FIRST)
    assert found.clauses == osm_said(meant, FIRST).clauses
    assert found.read_as is not None
    assert found.clauses == osm_said(found.read_as, FIRST).clauses
    assert osm_said(meant, FIRST).read_as is None


@pytest.mark.parametrize(
    "typed", ["Mo-Fr 9-5", "Mo-Fr 8-10pm", "Mo-Fr 9am-5", "Mon-Fri 9am-5pm, Fri 9am-3pm"]
)
def test_hours_that_may_mean_two_things_are_asked_about(typed: str) -> None:
    with pytest.raises(UnreadableHoursError, match="may mean two things") as refused:
        osm_said(typed, FIRST)
    assert "Mon-Fri 9am-5pm" in str(refused.value.hint)
