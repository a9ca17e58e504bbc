"""Ways that the unhappy may go at any time."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Customers may ask for the Duty Manager at any point.",
        "You may always ask to speak to the duty manager at any stage.",
        "You can ask for the Duty Manager at any time by writing ESCALATE in the subject line.",
    ],
)
def test_a_way_that_is_always_open_goes_to_who_is_named(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["to"], clause["strength"]) == (
        "escalation",
        "duty_manager",
        "may",
    )


def test_nobody_asks_to_whom_where_somebody_is_named() -> None:
    said = understand("Plus customers can reach the on-call engineer at any hour for Severity 1.")
    assert "ES05" not in [one["code"] for one in said["problems"]]


def test_a_body_outside_that_people_may_go_to_is_not_told_by_us_in_silence() -> None:
    said = understand(
        "If that doesn't settle it you can use the council's complaints procedure (stage 2: reply "
        "within 20 working days) and, finally, the Local Government and Social Care Ombudsman."
    )
    assert said["problems"]
