"""Numbers by themselves that count in the unit of a time before: "in 6 days, 12 in villages"."""

import pytest

from goodword.document.understand import understand


def promised(sentence: str) -> list[tuple[str, str]]:
    """Return the metric and the time of each promise of a sentence."""
    return [
        (one["metric"], one["within"] or one["anchor"])
        for one in understand(sentence)["clauses"]
        if one["kind"] == "promise"
    ]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("A plumber is at your door in four hours, six at a weekend.", ["PT4H", "PT6H"]),
        ("Books are back on the shelf within 30 hours (14 in term time).", ["PT30H", "PT14H"]),
        ("Queries are answered within eight days and twelve during audits.", ["P8D", "P12D"]),
        ("Orders leave the depot in three working days, five in December.", ["P3D", "P5D"]),
        ("Repairs take six weeks; where parts come from abroad, ten.", ["P6W", "P10W"]),
        ("Cases are acknowledged the same day, dealt with in four.", ["same_day", "P4D"]),
        (
            "Mails from tenants have a reply the next working day, rent queries by the sixth.",
            ["next_working_day", "P6D"],
        ),
        (
            "Claims are acknowledged within 20 days and a decision is given in the next 80.",
            ["P20D", "P80D"],
        ),
        (
            "Refunds are processed in 3 working days and show on your card in 4 to 6 more.",
            ["P3D", "P6D"],
        ),
        ("A fitter is with you in thirty minutes in town, an hour elsewhere.", ["PT30M", "PT1H"]),
        (
            "Works are started by the third working day and finished by the close of the ninth.",
            ["P3D", "P9D"],
        ),
        (
            "We acknowledge alarms within 5 minutes and find the cause by minute 20.",
            ["PT5M", "PT20M"],
        ),
        (
            "Where life is at risk an engineer is with you inside two hours, other jobs within 20.",
            ["PT2H", "PT20H"],
        ),
        ("Priority 1 in 4 working hours, priority 2 in 9.", ["PT4H", "PT9H"]),
    ],
)
def test_a_number_for_other_cases_is_a_promise_of_its_own(sentence: str, times: list[str]) -> None:
    assert [time for _, time in promised(sentence)] == times


def test_the_whole_done_is_no_other_case_of_a_visit() -> None:
    assert promised("First visit inside 30 hours, the whole course done by day 15.") == [
        ("first_response", "PT30H"),
        ("resolution", "P15D"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply within two days, seven days a week.",
        "We answer letters in 10 days, 5 of which are used to check.",
        "Chats are answered in 2 minutes and 3 agents are there.",
        "Calls are answered in 20 seconds, 7.30 to 4.",
        "Callers get a human answer inside the hour, eight to six.",
        "You get a note of receipt in one working day, with the date of a visit if there is one.",
        "Complaints are answered within 10 days by level 2, level 3 by the director.",
        "We answer within two minutes (excluding calls abandoned in the first ten seconds).",
    ],
)
def test_a_number_of_something_else_is_no_time(sentence: str) -> None:
    assert len(promised(sentence)) == 1
