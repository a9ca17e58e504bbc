"""A later time for all other cases, and times that each have a case of their own behind them."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _cases(sentence: str, **around: str) -> list[tuple[Any, Any, Any]]:
    """Return for each promise of a sentence its kind of case, its condition and its time."""
    said = understand(sentence, **around)
    return [
        (one.get("subject"), one.get("condition"), one.get("within") or one.get("anchor"))
        for one in said["clauses"]
        if one["kind"] == "promise"
    ]


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("Urgent repairs are done in 1 day, all others in 7.", (None, None, "P7D")),
        (
            "Emergencies within 2 hours; everything else within 5 working days.",
            (None, None, "P5D"),
        ),
        (
            "We answer complaints within 10 days and everything else within 3.",
            (None, None, "P3D"),
        ),
        (
            "Priority 1 faults are fixed in 4 hours, other faults in 2 days.",
            (None, None, "P2D"),
        ),
        (
            "Calls are answered in 20 seconds for gold members and in 60 for all others.",
            (None, None, "PT60S"),
        ),
        (
            "We attend within four hours for intruder alarms and within eight for all others.",
            (None, None, "PT8H"),
        ),
        (
            "Letters of a simple kind are answered in 4 days, everything else in 9 days.",
            (None, None, "P9D"),
        ),
        (
            "An adviser takes your call within four minutes at busy times, one minute otherwise.",
            (None, None, "PT1M"),
        ),
    ],
)
def test_a_time_for_all_others_is_not_narrowed_as_the_first(
    sentence: str, second: tuple[Any, Any, Any]
) -> None:
    assert _cases(sentence)[1] == second


def test_the_rest_of_one_kind_is_of_that_kind() -> None:
    said = _cases(
        "Applications on a plain matter are decided in four working days, others in eight."
    )
    assert said[1] == ("application", None, "P8D")


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints are acknowledged within 2 days and otherwise dealt with within 10.",
        "We acknowledge complaints within 2 days and resolve them within 20 days.",
    ],
)
def test_the_same_cases_keep_their_kind(sentence: str) -> None:
    assert [one[0] for one in _cases(sentence)] == ["complaint", "complaint"]


@pytest.mark.parametrize(
    ("sentence", "conditions"),
    [
        (
            "We reply within 2 hours on Enterprise and 4 hours on Business.",
            ["it is on Enterprise", "it is on Business"],
        ),
        (
            "Pizzas arrive within 30 minutes in the city and 50 minutes in the villages.",
            ["it is in the city", "it is in the villages"],
        ),
        (
            "A nurse rings you within an hour for chest pain and within a day for a rash.",
            ["it is for chest pain", "it is for a rash"],
        ),
        (
            "We answer within 1 day in term and 3 days in vacation.",
            ["it is in term", "it is in vacation"],
        ),
        (
            "Guards come within 10 minutes in the old town and 25 minutes in the hills.",
            ["it is in the old town", "it is in the hills"],
        ),
    ],
)
def test_what_stands_behind_each_time_is_its_own(sentence: str, conditions: list[str]) -> None:
    assert [one[1] for one in _cases(sentence)] == conditions


def test_a_day_behind_a_second_time_is_no_case_of_its_own() -> None:
    said = _cases("We answer within a day on Enterprise and 4 days on average.")
    assert "it is on average" not in [one[1] for one in said]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Lost cards – we send a new one within 5 days.", "it is about lost cards"),
        ("Blood results – we phone you the same day.", "it is about blood results"),
        ("Broken boilers – an engineer comes the same day.", "it is about broken boilers"),
        ("Smear results: we write to you within a week.", "it is about smear results"),
        ("Missed bins – we come back within 2 working days.", "it is about missed bins"),
        (
            "You'll have a routine appointment within 2 working days.",
            "it is for a routine appointment",
        ),
        (
            "Patients get an urgent appointment with a nurse within 4 hours.",
            "it is for an urgent appointment with a nurse",
        ),
        (
            "Orders from overseas take 10 to 14 days.",
            "it is from overseas",
        ),
    ],
)
def test_a_label_or_an_appointment_narrows_a_promise(sentence: str, condition: str) -> None:
    assert [one[1] for one in _cases(sentence)] == [condition]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our promise – we reply to every message within 2 days.",
        "Final results – we write to you within a week.",
        "You will have an appointment within 2 working days.",
    ],
)
def test_what_names_no_sort_of_case_narrows_nothing(sentence: str) -> None:
    assert [one[1] for one in _cases(sentence)] == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Payment plans are available over three, six or nine months.",
        "Interest-free credit is available over 10, 24 or 48 months.",
        "We offer instalments over 3, 6 or 12 months.",
        "The fee may be paid over ten months.",
        "You can spread the cost over six or twelve months.",
        "Finance is offered over 36 months.",
    ],
)
def test_how_long_somebody_pays_is_no_promise(sentence: str) -> None:
    assert _cases(sentence) == []


def test_what_is_paid_out_by_a_time_is_promised() -> None:
    assert _cases("Refunds over £50 are paid within 10 days.")[0][2] == "P10D"
