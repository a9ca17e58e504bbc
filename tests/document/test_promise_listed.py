"""Lines of cases and their times, and sentences whose promises have their times at both ends."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Potholes: dangerous ones 24 hours, others 28 days.", ["PT24H", "P28D"]),
        ("Power cuts: cities and towns 5 hours, villages 10 hours", ["PT5H", "PT10H"]),
        ("1 business day for general questions; 3 for billing.", ["P1D", "P3D"]),
        ("Blocked drains: homes 4 hours, shops 8 hours, schools 2 hours", ["PT4H", "PT8H", "PT2H"]),
    ],
)
def test_each_case_of_a_line_has_its_time_and_the_line_is_said_back(
    text: str, within: list[str]
) -> None:
    said = understand(text)

    assert [one["within"] for one in said["clauses"]] == within
    assert "RD01" in [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    "text",
    [
        "Loans: books 3 weeks, films 1 week",
        "The course: 3 weeks of theory, 2 weeks of practice",
        "Room hire: half a day £20, two days £50",
        "Blocked drains: homes 4 hours away, shops 8 hours away",
        "Training: first part 2 days, second part 1 day",
    ],
)
def test_lengths_of_other_things_are_no_promises(text: str) -> None:
    assert understand(text)["clauses"] == []


def test_a_time_ahead_and_a_time_behind_have_a_deed_each() -> None:
    said = understand(
        "On the day it arrives your letter is acknowledged, and a full answer comes in ten days."
    )

    assert [(one["metric"], one["within"] or one["anchor"]) for one in said["clauses"]] == [
        ("acknowledge", "same_day"),
        ("resolution", "P10D"),
    ]


def test_one_time_ahead_may_still_be_for_two_deeds() -> None:
    said = understand("Within two days we reply and resolve it.")["clauses"]

    assert [one["metric"] for one in said] == ["first_response", "resolution"]


@pytest.mark.parametrize(
    "text",
    [
        "We try to answer e-mails on the day we get them.",
        "E-mails are answered on the day they reach us.",
    ],
)
def test_the_day_we_get_it_is_the_same_day(text: str) -> None:
    assert [one["anchor"] for one in understand(text)["clauses"]] == ["same_day"]


def test_a_workaround_is_no_rough_time() -> None:
    said = understand("Severity 2: workaround in 1 business day")["clauses"]

    assert [(one["within"], one["strength"]) for one in said] == [("P1D", "must")]


def test_a_slot_is_as_long_as_it_is_and_no_deadline() -> None:
    said = understand("Deliveries arrive in the two-hour slot you chose.")["clauses"]

    assert [one for one in said if one["kind"] == "promise"] == []
