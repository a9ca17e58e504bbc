"""Teams and places with hours of their own: their promises run on their cases, in their hours."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.arithmetic import is_open
from goodword.businesstime.openings import compile_openings, openings_for
from goodword.case.event import EventKind
from goodword.checks import check
from goodword.clock.run import run_clocks
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.write import write
from goodword.exchange.opening_hours import opening_hours
from goodword.policy.definition import PartHours
from goodword.policy.hours import CLOSED_WEEK, Hours, Interval, Week, intersected
from goodword.policy.promise import Promise
from goodword.problem import Severity
from tests.clock.clock_cases import at, case, event

HEAD = """# Ash Shop

All times are Melbourne time.
Public holidays are those of Victoria, Australia.

## Hours

We are open Monday to Friday, 9am to 5pm.
Our phone lines are open Monday to Saturday, 8am to 8pm.
The repairs team works Tuesday to Saturday, 10am to 6pm.
The Northgate branch is open Monday to Thursday, 8am to noon.

## Promises

"""
TEXT = f"""{HEAD}We acknowledge every email within 4 working hours.
The repairs team replies to every phone call within 4 working hours.
At the Northgate branch, we reply to every email within 2 working hours.
"""
POLICY = read(TEXT).policy


def due(channel: str, opened: str, **facts: str) -> dict[str, str]:
    assert POLICY.hours is not None
    first = event(opened, EventKind.OPENED, None, 0, **facts)
    openings = openings_for(POLICY.hours, at(opened))
    clocks = run_clocks(POLICY, openings, case(first, channel=channel), at=at(opened) + 60)
    return {
        str(clock.promise.metric): f"{datetime.fromtimestamp(clock.due or 0, UTC):%d %H:%M}"
        for clock in clocks
    }


def test_the_hours_of_a_place_are_not_those_of_the_house() -> None:
    assert POLICY.hours is not None
    assert POLICY.hours.week[5] == ()
    assert [one.part for one in POLICY.part_hours] == ["repairs_team", "northgate_branch"]


def test_a_promise_for_calls_to_a_team_counts_while_both_are_open() -> None:
    # Friday 4 September 2026, 16:00 in Melbourne: two hours are left; the team opens on Saturday
    # at ten, and a call of 08:30 that day waits for it although the lines are open.
    assert due("phone", "04 16:00", team="repairs") == {"callback": "05 02:00"}
    assert due("phone", "05 08:30", team="repairs team") == {"callback": "05 04:00"}


def test_a_promise_of_a_place_runs_on_its_cases_alone() -> None:
    assert set(due("email", "01 09:00", place="northgate")) == {"acknowledge", "first_response"}
    assert set(due("email", "01 09:00")) == {"acknowledge"}


def test_every_promise_counts_in_the_hours_of_the_place_whose_case_it_is() -> None:
    # Tuesday 1 September, 11:00: one hour is left at Northgate, six at the house.
    assert due("email", "01 11:00", place="northgate")["acknowledge"] == "02 01:00"
    assert due("email", "01 11:00")["acknowledge"] == "01 05:00"


@pytest.mark.parametrize("clause", POLICY.of_kind(Promise), ids=lambda one: str(one.id))
def test_a_promise_of_a_part_is_said_back(clause: Promise) -> None:
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


def test_the_policy_is_written_again_as_it_was() -> None:
    assert read(write(POLICY)).policy == POLICY


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Calls to the repairs team are returned within 2 working hours.", ("repairs_team",)),
        ("We answer emails to the Northgate branch within 1 day.", ("northgate_branch",)),
        ("Our repairs team answers every letter within 3 working days.", ("repairs_team",)),
        ("We answer every letter within 3 working days.", ()),
    ],
)
def test_a_sentence_names_the_team_or_the_place(sentence: str, parts: tuple[str, ...]) -> None:
    assert [one.parts for one in read_sentence(sentence, POLICY)] == [parts]  # type: ignore[attr-defined]


def test_an_escalation_that_names_a_place_says_that_it_holds_for_all() -> None:
    sentence = "If a case at the Northgate branch is not resolved in 2 days, tell the owner."
    found = read(f"{HEAD}{sentence}\n")
    assert "TX06" in [one.code for one in found.problems]


def errors(text: str) -> list[str]:
    return [
        one.message
        for one in check(read(text), at=at("01 09:00"))
        if one.code == "HR11" and one.severity is Severity.ERROR
    ]


def test_two_parts_that_are_never_open_together_are_an_error() -> None:
    text = HEAD.replace("Tuesday to Saturday, 10am to 6pm", "Sunday, 10am to 6pm")
    text += "The repairs team replies to every phone call within 4 working hours.\n"
    (message,) = errors(text)
    assert message.startswith("This counts while the phone lines and the repairs team are all open")


def test_parts_that_meet_are_no_error() -> None:
    assert errors(TEXT) == []


def test_search_engines_are_told_the_hours_of_channels_and_places() -> None:
    made = opening_hours(POLICY, date(2026, 9, 1), days=30)
    assert [one["name"] for one in made["department"]] == ["repairs team", "Northgate branch"]
    assert made["department"][1]["openingHoursSpecification"] == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday"],
            "opens": "08:00",
            "closes": "12:00",
        }
    ]
    (phone,) = made["contactPoint"]
    assert (phone["@type"], phone["name"]) == ("ContactPoint", "phone")
    assert phone["hoursAvailable"][0]["closes"] == "20:00"


def test_a_business_may_be_called_after_its_place() -> None:
    policy = read("Ashby Library is open Monday to Friday, 9am to 5pm.\n").policy
    assert policy.hours is not None
    assert policy.of_kind(PartHours) == ()


openings = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 1439), st.integers(0, 1439)), max_size=6
)


def _week(found: list[tuple[int, int, int]]) -> Week:
    days = [list[Interval]() for _ in range(7)]
    for day, start, end in found:
        days[day].append(Interval(start, end))
    return tuple(tuple(day) for day in days)  # type: ignore[return-value]


@settings(max_examples=60, deadline=None)
@given(openings, openings, st.lists(st.integers(0, 7 * 1440 - 1), min_size=1, max_size=20))
def test_two_hours_together_are_open_where_both_are(
    one: list[tuple[int, int, int]], other: list[tuple[int, int, int]], minutes: list[int]
) -> None:
    both = [Hours("UTC", _week(one)), Hours("UTC", _week(other))]
    start = 1_788_134_400  # Monday 31 August 2026, 00:00 UTC
    compiled = [
        compile_openings(hours, start - 14 * 86_400, start + 21 * 86_400)
        for hours in (*both, intersected(*both))
        if hours.week != CLOSED_WEEK
    ]
    if len(compiled) < 3:
        assert CLOSED_WEEK in {both[0].week, both[1].week} or len(compiled) == 2
        return
    for minute in minutes:
        moment = start + minute * 60
        first, second, together = (is_open(hours, moment) for hours in compiled)
        assert together == (first and second)
