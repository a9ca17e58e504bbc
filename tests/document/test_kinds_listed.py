"""A promise for several kinds of case is kept for each of them."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("We reply within 4 hours for Sev 1 and Sev 2.", ["severity_1", "severity_2"]),
        ("We reply to Sev 1 and Sev 2 tickets within 4 hours.", ["severity_1", "severity_2"]),
        ("Priority 1 and 2 tickets are answered within 1 hour.", ["priority_1", "priority_2"]),
        ("P1/P2: 1 hour.", ["priority_1", "priority_2"]),
        (
            "We respond within 1 hour for P1 and P2 and within 1 day for P3 and P4.",
            ["priority_1", "priority_2", "priority_3", "priority_4"],
        ),
        ("We acknowledge complaints and compliments within 2 days.", ["complaint", "compliment"]),
        ("We reply within 1 day for repairs and refunds.", ["repair", "refund"]),
        ("Complaints or appeals are answered within 5 days.", ["complaint", "appeal"]),
        (
            "We acknowledge a complaint within 2 days and an appeal within 5 days.",
            ["complaint", "appeal"],
        ),
    ],
)
def test_each_kind_in_a_list_has_the_promise(sentence: str, kinds: list[str]) -> None:
    said = understand(sentence)
    assert [one["subject"] for one in said["clauses"]] == kinds
    assert not any(one.get("condition") for one in said["clauses"])


@pytest.mark.parametrize(
    "sentence",
    [
        "We acknowledge enquiries and complaints within one working day.",
        "We answer comments, complaints and queries within 4 working days.",
        "Complaints, questions and requests are answered the same day.",
    ],
)
def test_kinds_that_together_are_all_there_is_are_every_case(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert not clause.get("subject")


@pytest.mark.parametrize(
    "sentence",
    [
        "We answer every complaint within 2 days and log a report.",
        "The tank is emptied inside 7 days of the order, emergencies the same day.",
        "We reply within 2 days for everything else.",
        "We reply within 2 days for all else.",
    ],
)
def test_what_is_no_list_stays_as_it_is(sentence: str) -> None:
    clauses = understand(sentence)["clauses"]
    assert not any("else" in (one.get("condition") or "") for one in clauses)
    assert len({one.get("subject") for one in clauses}) == len(clauses)
