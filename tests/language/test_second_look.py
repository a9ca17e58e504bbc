"""Unhappy customers may ask for a second look where nobody is named; staff and first calls not."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "If you are unhappy with the outcome, you can ask us to look again.",
        "If you do not agree with our decision you can appeal in writing within 21 days.",
        "A guest may appeal against a ban within 10 working days of the letter.",
        "You have the right to escalate your complaint if you are not satisfied with it.",
        "Should you remain unhappy, you may take your complaint to Stage 2.",
        "Customers who are not satisfied with the answer may request a review.",
        "If the tenant disagrees with the decision, they can request an appeal.",
        "If you are dissatisfied with this reply, please get in touch to let us know.",
        "Where a matter cannot be settled informally, the pupil may lodge a formal complaint.",
        "If it cannot be settled there you can ask for it to go on to the next stage.",
        "If you are still not satisfied, you can write to us again.",
        "If you remain dissatisfied you may ask for our decision to be reviewed.",
    ],
)
def test_a_second_look_is_a_way_to_nobody_in_particular(sentence: str) -> None:
    (way,) = understand(sentence)["clauses"]
    assert (way["kind"], way["to"], way["strength"]) == ("escalation", None, "may")
    assert way["after"] is None


def test_a_lead_in_carries_who_is_unhappy() -> None:
    lead_in = "If you are not satisfied with our answer you can ask us to:"
    (way,) = understand("Look at your complaint again.", lead_in=lead_in)["clauses"]
    assert way["to"] is None
    assert way["event"] == "not_satisfied_with_answer"


def test_what_we_promise_of_the_second_look_is_kept_too() -> None:
    read = understand(
        "If you are unhappy with our decision you can ask for a review and we will reply within "
        "20 working days."
    )
    way, promise = read["clauses"]
    assert way["to"] is None
    assert (promise["metric"], promise["within"]) == ("first_response", "P20D")
    assert promise["condition"] == "you are unhappy with our decision"


@pytest.mark.parametrize(
    "sentence",
    [
        "If you are unhappy with our service, please contact us.",
        "If you wish to complain, you can write to us.",
        "We are happy to review your complaint.",
        "If the agent cannot resolve it they should escalate the case further.",
        "If it is still not resolved, escalate it.",
        "If you dispute the outcome you may lodge your complaint with Quarrels Unlimited.",
        "If you disagree with the charge, please tell us within 14 days.",
    ],
)
def test_a_first_call_and_what_staff_do_are_no_second_look(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_a_second_look_is_said_back_so_that_it_is_read_again() -> None:
    back = "If you are not satisfied with our answer, you can ask us to look again."
    (way,) = understand(back)["clauses"]
    assert (way["to"], way["event"]) == (None, "not_satisfied_with_answer")
