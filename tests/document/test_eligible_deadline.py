"""By when people have to ask, and what they have to show, is no promise of ours."""

import pytest

from goodword.document.understand import understand

THEIRS = {
    "complaint": ("", "", "A complaint must be made no later than 3 months after the event."),
    "challenge": (
        "",
        "",
        "A challenge can be made within 9 days of it and the fee is then held.",
    ),
    "dissatisfaction": ("", "", "Any dissatisfaction should be declared within 24 hours."),
    "objection": ("", "", "Objections shall be lodged within ten working days of the notice."),
    "line": ("Claims", "Time limits", "Breakage claims: within 20 days of delivery"),
    "between": ("", "Claim filing timeline", "Loss claims: within 45 days of posting"),
    "told to": ("Cancelled shows", "", "Email us no later than five days after the show's date."),
    "bare tier": ("Refund policy", "", "20 - 59 days before: 40%"),
    "needed": (
        "Bill adjustments",
        "To be eligible, customers must meet all of these:",
        "the pipe mended and the invoice sent to us within two months",
    ),
    "accepted": (
        "Refunds",
        "",
        "Promoters set their own rules; what we accept is no refunds within 24 hours of doors.",
    ),
}
OURS = {
    "then answered": "Complaints should be made to the head office and are answered in 5 days.",
    "answer": "Complaints must be answered within 3 days.",
    "reply": "Requests will be answered within 2 days.",
    "come back": "Each time you come back to us we answer within 4 working days.",
    "decide": "Claims are decided within 30 days of receipt.",
    "own time": "Appeals must be decided within 10 days.",
}


@pytest.mark.parametrize(("heading", "lead", "sentence"), THEIRS.values(), ids=THEIRS)
def test_what_people_have_to_keep_is_no_promise(heading: str, lead: str, sentence: str) -> None:
    said = understand(sentence, heading=heading or None, lead_in=lead or None)
    assert [one["kind"] for one in said["clauses"]] == ["eligibility"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize("sentence", OURS.values(), ids=OURS)
def test_what_we_keep_stays_a_promise(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["promise"]


def test_a_matter_that_goes_to_one_of_ours_is_no_deadline_of_theirs() -> None:
    said = understand("Complaints must be sent to the manager within 2 days.")
    assert [one["kind"] for one in said["clauses"]] == ["escalation"]


BANS = {
    "if": "No refunds are given if a tour is ended part way through.",
    "when": "No refund is given for unused days when the bike comes back early.",
    "once": "There are no refunds once the course has begun.",
    "any case": "The booking fee is not refundable in any case.",
    "circumstances": "Deposits are non-refundable under any circumstances.",
}


@pytest.mark.parametrize("sentence", BANS.values(), ids=BANS)
def test_no_refund_forbids(sentence: str) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert rule["kind"] == "prohibition"
    assert "case" not in rule["action"]


def test_what_is_refunded_in_a_case_says_who_gets_it() -> None:
    (rule,) = understand("If you fail to turn up, no refund will be given.")["clauses"]
    assert rule["kind"] == "eligibility"
