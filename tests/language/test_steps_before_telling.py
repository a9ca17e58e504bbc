"""What is done before somebody is told is a step, and no part of what happened."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "When a parcel is lost, we open a trace, tell the customer and inform the manager.",
        "If a member is hurt, we stop work, give first aid and call the manager.",
        (
            "If we think a member is being defrauded, we pause the payment, take them to a private "
            "room and call the Fraud Desk."
        ),
    ],
)
def test_a_step_is_no_part_of_what_happened(sentence: str) -> None:
    said = understand(sentence)
    event = str(said["clauses"][0].get("event") or said["clauses"][0].get("name"))
    assert "we_" not in event
    assert ", we" not in event
    loud = any(one["severity"] == "warning" for one in said["problems"])
    assert loud or said["clauses"][0]["kind"] == "situation"


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("If a child is lost, we tell the manager at once.", "child_is_lost"),
        ("When a customer is hurt, tell the owner.", "is_hurt"),
    ],
)
def test_whom_we_tell_straight_away_is_told(sentence: str, event: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["event"]) == ("escalation", event)
