"""Whose leave is needed is read wherever it stands: behind a condition, before one, in a ban."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "approver", "condition"),
    [
        (
            "If the debt is old, the clerk may waive it only with the manager's approval.",
            "manager",
            "the debt is old",
        ),
        (
            "The clerk may waive the charge only with the manager's approval if the debt is old.",
            "manager",
            "the debt is old",
        ),
        (
            "In cases where it is a trip, staff may accept it only with the director's consent.",
            "director",
            "it is a trip",
        ),
        ("Desk agents may not waive a fee without a manager.", "manager", None),
        ("Never promise a date without the workshop manager.", "workshop_manager", None),
        ("Do not refund unless instructed by the owner.", "owner", None),
        (
            "Staff must not share figures unless authorised to do so by the director.",
            "director",
            None,
        ),
    ],
)
def test_leave_is_somebodys(sentence: str, approver: str, condition: str | None) -> None:
    said = understand(sentence)
    assert said["state"] == "live"
    assert [one["kind"] for one in said["clauses"]] == ["authority"]
    assert said["clauses"][0]["approver"] == approver
    assert said["clauses"][0]["condition"] == condition


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not refund without a receipt.",
        "Do not open the safe without a supervisor.",
        "Do not share details without the customer.",
        "Do not ask for identification unless told to by the customer.",
    ],
)
def test_what_no_role_gives_leave_for_stays_a_ban(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["prohibition"]
