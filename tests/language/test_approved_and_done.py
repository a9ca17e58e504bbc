"""What is done besides an approval, and when a policy itself was approved."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "approver", "left"),
    [
        (
            "Anything over £2,500 must be approved by the director and reported to the board.",
            "director",
            "reported to the board",
        ),
        ("Refunds over £100 must be approved by the manager and logged.", "manager", "logged"),
    ],
)
def test_what_is_done_besides_names_nobody_more(sentence: str, approver: str, left: str) -> None:
    said = understand(sentence)
    (clause,) = said["clauses"]
    assert (clause["approver"], clause.get("also") or []) == (approver, [])
    assert any(f'"{left}"' in one["message"] for one in said["problems"])


def test_two_who_approve_are_two() -> None:
    said = understand("Refunds over £100 must be approved by the manager and the owner.")
    (clause,) = said["clauses"]
    assert (clause["approver"], clause["also"]) == ("manager", ["owner"])


def test_when_a_policy_was_approved_asks_for_no_limit() -> None:
    said = understand("Approved by the Board 14 January 2026.")
    assert all(one["severity"] != "error" for one in said["problems"])
