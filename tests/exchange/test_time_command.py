"""`goodword time`: one answer for one line, right or with a reason."""

import json
import subprocess
import sys
from typing import Any

import pytest

from goodword.exchange.time_question import answered

NINE_TO_FIVE = {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
ASKED: dict[str, Any] = {
    "timezone": "Europe/Berlin",
    "hours": NINE_TO_FIVE,
    "op": "add",
    "start": "2026-03-27T16:40:00+01:00",
    "amount_seconds": 3600,
}


def result(**changes: Any) -> Any:
    return answered(ASKED | changes)["result"]


def refusal(**changes: Any) -> tuple[str, str]:
    error = answered(ASKED | changes)["error"]
    return error["code"], error["message"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2026-03-30T09:40:00+02:00"),
        ({"amount_seconds": 1200}, "2026-03-27T17:00:00+01:00"),
        ({"amount_seconds": -28800}, "2026-03-26T16:40:00+01:00"),
        ({"amount_seconds": 0, "start": "2026-03-28T12:00:00"}, "2026-03-30T09:00:00+02:00"),
        ({"holidays": ["2026-03-30"]}, "2026-03-31T09:40:00+02:00"),
        ({"overrides": {"2026-03-28": [["10:00", "12:00"]]}}, "2026-03-28T10:40:00+01:00"),
        (
            {"holidays": ["2026-03-30"], "overrides": {"2026-03-30": [["12:00", "13:00"]]}},
            "2026-03-30T12:40:00+02:00",
        ),
        ({"overrides": {"2026-03-30": []}}, "2026-03-31T09:40:00+02:00"),
        ({"breaks": {"2026-03-30": [["09:00", "12:00"]]}}, "2026-03-30T12:40:00+02:00"),
        ({"op": "add_working_days", "n": 3}, "2026-04-01T17:00:00+02:00"),
        ({"op": "add_working_days", "n": 0}, "2026-03-27T17:00:00+01:00"),
        ({"op": "next_open", "start": "2026-03-28T00:00:00Z"}, "2026-03-30T09:00:00+02:00"),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_an_instant_is_answered_with_its_offset(changes: dict[str, Any], expected: str) -> None:
    assert result(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"op": "elapsed", "end": "2026-03-30T09:40:00+02:00"}, 3600),
        ({"op": "elapsed", "end": "2026-03-27T16:10:00+01:00"}, -1800),
        ({"op": "working_days_between", "end": "2026-04-01T00:00:00"}, 3),
        ({"op": "is_open"}, True),
        ({"op": "is_open", "start": "2026-03-27T17:00:00"}, False),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_a_length_is_answered_in_seconds_and_days_as_a_count(
    changes: dict[str, Any], expected: object
) -> None:
    assert result(**changes) == expected


@pytest.mark.parametrize(
    "mondays",
    [
        [["09:00", "12:00"], ["13:00", "17:00"]],
        ["09:00", "12:00", "13:00", "17:00"],
        ["09:00-12:00", "13:00–17:00"],
        [{"start": "9:00", "end": "12:00"}, {"start": "13:00:00", "end": "17:00"}],
        [{"from": "09:00", "to": "12:00"}, {"open": "13:00", "close": "17:00"}],
        {"09:00": "12:00", "13:00": "17:00"},
        [["13:00", "17:00"], {"opens": "09:00", "closes": "12:00", "note": "mornings"}],
        [["13:00", "17:00"], ["09:00", "11:00"], ["10:00", "12:00"], {}],
    ],
    ids=str,
)
def test_openings_may_be_written_in_the_ways_of_other_programs(mondays: Any) -> None:
    week = {"hours": {"mon": mondays}, "op": "elapsed", "start": "2026-03-30"}

    assert result(**week, end="2026-03-31") == 7 * 3600


@pytest.mark.parametrize(
    "holidays",
    [
        ["2026-03-30"],
        {"2026-03-30": "Founders' day"},
        [{"date": "2026-03-30", "name": "Founders' day"}],
        ["2026-03-30T00:00:00"],
    ],
    ids=str,
)
def test_holidays_may_have_names(holidays: Any) -> None:
    assert result(holidays=holidays) == "2026-03-31T09:40:00+02:00"


@pytest.mark.parametrize("pause", [["12:00", "12:00"], ["00:00", "00:00"]], ids=str)
def test_a_break_that_ends_as_it_begins_closes_nothing(pause: list[str]) -> None:
    monday = {"op": "elapsed", "start": "2026-03-30", "end": "2026-03-31"}

    assert result(**monday, breaks={"2026-03-30": [pause]}) == 8 * 3600


def test_an_opening_that_ends_as_it_begins_is_round_the_clock() -> None:
    week = {"hours": {"mon": [["09:00", "09:00"]]}, "op": "elapsed", "start": "2026-03-30"}

    assert result(**week, end="2026-04-01") == 24 * 3600


def test_a_day_of_the_clock_change_has_its_own_length() -> None:
    always = {"hours": {"sun": [["00:00", "24:00"]]}, "op": "elapsed", "start": "2026-03-29"}

    assert result(**always, end="2026-03-30") == 23 * 3600


def test_a_night_is_one_opening() -> None:
    nights = {"hours": {"mon": [["22:00", "06:00"]]}, "op": "elapsed"}

    assert result(**nights, start="2026-03-30T21:00", end="2026-03-31T07:00") == 8 * 3600


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"timezone": "Mars/Olympus"}, "unknown-name", "Mars/Olympus"),
        ({"timezone": None}, "unreadable-hours", "timezone"),
        ({"hours": {}}, "never-open", "never open"),
        ({"hours": {"funday": []}}, "unreadable-hours", "funday"),
        ({"hours": {"mon": [["9", "17:00"]]}}, "unreadable-hours", '"9"'),
        ({"hours": {"mon": [["09:00"]]}}, "unreadable-hours", "mon"),
        ({"hours": {"mon": [["24:00", "02:00"]]}}, "unreadable-hours", "24:00"),
        ({"hours": {"mon": [], "Monday": []}}, "unreadable-hours", "twice"),
        ({"hours": [["09:00", "17:00"]]}, "unreadable-hours", "weekdays"),
        ({"holidays": ["2026-02-30"]}, "unreadable-hours", "2026-02-30"),
        ({"holidays": "2026-02-20"}, "unreadable-hours", "list of dates"),
        ({"overrides": ["2026-02-20"]}, "unreadable-hours", "object of dates"),
        ({"breaks": {"2026-02-20": "all"}}, "unreadable-hours", "2026-02-20"),
        (
            {"breaks": {"mon": [["12:00", "13:00"]]}},
            "unreadable-hours",
            'every week stands in "hours"',
        ),
        ({"holidays": ["2026-02-20T00:00:00Z"]}, "unreadable-hours", "is no date"),
        ({"holidays": {"2026-02-20": False}}, "unreadable-hours", "list of dates"),
        ({"hours": {"mon": ["09:00", "12:00", "13:00"]}}, "unreadable-hours", "mon"),
        ({"hours": {"mon": ["13:00", "17:00", "09:00", "12:00"]}}, "unreadable-hours", "mon"),
        ({"hours": {"mon": {"active": True, "times": []}}}, "unreadable-hours", "active"),
        ({"hours": {"1": [["09:00", "17:00"]]}}, "unreadable-hours", "no weekday"),
        ({"hours": {"mon": [["09:00", "23:59:59.999"]]}}, "unreadable-hours", "24:00"),
        ({"op": "subtract"}, "unreadable-question", "subtract"),
        ({"op": None}, "unreadable-question", "missing"),
        ({"start": None}, "unreadable-question", "start"),
        ({"start": "yesterday"}, "unreadable-question", "yesterday"),
        ({"start": "2026-03-27T16:40:00.0000005Z"}, "unreadable-question", "millionth"),
        ({"amount_seconds": "3"}, "unreadable-question", "amount_seconds"),
        ({"amount_seconds": None}, "unreadable-question", "amount_seconds"),
        ({"amount_seconds": float("nan")}, "unreadable-question", "whole number"),
        ({"amount_seconds": 1e300}, "outside-calendar", "calendar"),
        ({"hours": {"mon": [["09:00:60", "17:00"]]}}, "unreadable-hours", "09:00:60"),
        ({"overrides": {"2026-03-30": [], "20260330": []}}, "unreadable-hours", "twice"),
        ({"amount_seconds": True}, "unreadable-question", "whole number"),
        ({"amount_seconds": 10**15}, "outside-calendar", "calendar"),
        ({"amount_seconds": 10**11}, "outside-calendar", "calendar"),
        ({"start": "9999-12-31T23:00:00+01:00"}, "outside-calendar", "calendar"),
        ({"op": "elapsed", "end": "0001-01-01T00:00:00"}, "outside-calendar", "calendar"),
        ({"op": "add_working_days", "n": 2.5}, "unreadable-question", '"n"'),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_answered_is_named(changes: dict[str, Any], code: str, words: str) -> None:
    got, message = refusal(**changes)

    assert got == code
    assert words in message


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"hours": {"fri": [["16:00", "16:50:30"]]}, "amount_seconds": 630}, "16:50:30"),
        ({"hours": {"fri": [["16:45:15", "17:00"]]}, "amount_seconds": 0}, "16:45:15"),
        ({"hours": {"fri": [["16:45:15", "16:45:45"]]}, "amount_seconds": 30}, "16:45:45"),
        ({"breaks": {"2026-03-27": [["16:45:10", "16:45:40"]]}, "amount_seconds": 600}, "16:50:30"),
        ({"start": "2026-03-27T16:40:00.25+01:00", "amount_seconds": 60}, "16:41:00.250000"),
        ({"start": "2026-03-27T16:40:00.25+01:00", "amount_seconds": 1199.75}, "17:00:00"),
        ({"amount_seconds": 0.4}, "16:40:00.400000"),
        ({"amount_seconds": -0.4}, "16:39:59.600000"),
        ({"start": "2026-03-27T16:40:00.25+01:00", "amount_seconds": -0.25}, "16:40:00"),
        ({"start": "2026-03-27T16:40:00.25+01:00", "amount_seconds": 0}, "16:40:00.250000"),
        ({"start": "2026-03-27T08:59:59.75+01:00", "amount_seconds": 0.5}, "09:00:00.500000"),
        ({"start": "2026-03-27T17:00:00.75+01:00", "amount_seconds": -0.5}, "16:59:59.500000"),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_seconds_and_parts_of_them_count(changes: dict[str, Any], expected: str) -> None:
    assert result(**changes) == f"2026-03-27T{expected}+01:00"


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-27T16:40",
        "2026-03-27t15:40:00z",
        "2026-03-27 16:40:00.000000",
        "2026-03-27T15:40:00+00:00",
        "20260327T154000Z",
        " 2026-03-27T16:40:00+0100 ",
        "2026-W13-5T16:40",
        "2026-03-27T16:40:00+01:00[Europe/Berlin]",
        "2026-03-27T15:40Z[UTC]",
        "2026-03-27 15:40:00 UTC",
    ],
)
def test_a_moment_may_be_written_in_every_way_of_iso_8601_and_some_more(written: str) -> None:
    assert result(start=written) == "2026-03-30T09:40:00+02:00"


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2026-03-27T24:00", "2026-03-28T00:00:00"),
        ("2026-03-27 24:00:00", "2026-03-28T00:00:00"),
        ("2026-03-28T24:00:00.0", "2026-03-29T00:00:00"),
        ("2026-03-27T24:00:00+01:00", "2026-03-28T00:00:00+01:00"),
        ("2026-03-27T24:00Z", "2026-03-28T00:00:00Z"),
        ("2026-03-27", "2026-03-27T00:00:00"),
        ("2026-03-27 9:05", "2026-03-27T09:05:00"),
    ],
)
def test_24_00_ends_a_date_and_a_date_alone_is_its_beginning(written: str, same: str) -> None:
    asked = {"op": "elapsed", "start": "2026-03-20T00:00:00"}
    assert result(**asked, end=written) == result(**asked, end=same)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("hollidays", "holidays"),
        ("Holidays", "holidays"),
        ("override", "overrides"),
        ("break", "breaks"),
        ("time_zone", "timezone"),
        ("amount_second", "amount_seconds"),
    ],
)
def test_a_slip_in_a_name_is_not_left_aside(name: str, meant: str) -> None:
    code, words = refusal(**{name: []})
    assert (code, words) == (
        "unreadable-question",
        f'I do not know "{name}". Did you mean "{meant}"?',
    )


def test_what_a_program_adds_of_its_own_is_left_aside() -> None:
    added = {"id": 7, "note": "late", "expected": 1, "source": "x", "name": "y", "ends_at": None}
    assert result(**added) == result()


def test_parts_of_a_second_are_kept_in_an_elapsed_time() -> None:
    moments = {"op": "elapsed", "start": "2026-03-27T16:59:59.75", "end": "2026-03-30T09:00:00.5"}

    assert result(**moments) == 0.75
    assert result(op="elapsed", start=moments["end"], end=moments["start"]) == -0.75


def test_a_break_of_a_whole_date_closes_even_a_date_with_an_override() -> None:
    said = {"overrides": {"2026-03-28": [["10:00", "12:00"]]}}
    whole = {"breaks": {"2026-03-28": [["00:00", "24:00"]]}}

    assert result(**said) == "2026-03-28T10:40:00+01:00"
    assert result(**said, **whole) == "2026-03-30T09:40:00+02:00"


def test_lines_that_share_their_hours_grow_one_horizon() -> None:
    years = [
        result(start=f"{year}-06-01T10:00:00Z", amount_seconds=60) for year in range(1995, 2040)
    ]

    assert [year[:4] for year in years] == [str(year) for year in range(1995, 2040)]


def test_there_is_one_line_for_one_whatever_stands_in_it() -> None:
    lines = [json.dumps(ASKED), "nonsense", "[]", "\ufeff" + json.dumps(ASKED), "", '{"a":']
    done = subprocess.run(
        [sys.executable, "-m", "goodword", "time"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 1
    assert ["result" in answer for answer in answers] == [True, False, False, True, False, False]
