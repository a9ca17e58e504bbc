"""Rows of authority: who may give what, columns of roles, and by when it is decided."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _row(row: str, lead: str, heading: str = "Who decides") -> list[dict[str, Any]]:
    clauses: list[dict[str, Any]] = understand(row, lead_in=lead, heading=heading)["clauses"]
    return clauses


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        ("Post-void | no | yes | yes", ["shift_lead", "store_manager"]),
        ("Price change | Full powers | Full powers | Full powers", None),
        ("Opening the safe | NIL | NIL | Full powers", ["store_manager"]),
        ("No-receipt return | ✗ | ✓ | ✓", ["shift_lead", "store_manager"]),
        ("No-receipt return | - | x | x", ["shift_lead", "store_manager"]),
    ],
)
def test_each_column_that_says_yes_is_a_rule_of_its_own(row: str, roles: list[str] | None) -> None:
    lead = "Override | Cashier | Shift lead | Store manager"
    held = [one["role"] for one in _row(row, lead, "Overrides: who can do what")]
    assert held == (roles or ["cashier", "shift_lead", "store_manager"])


@pytest.mark.parametrize(
    ("row", "head", "within"),
    [
        ("up to £1,000 | Grants Officer | 10 working days", "You hear within", "P10D"),
        ("up to £1,000 | Grants Officer | 4 hours", "Turnaround", "PT4H"),
        ("up to £1,000 | Grants Officer | 3 months", "Time to decide", "P3M"),
    ],
)
def test_a_column_of_times_says_by_when_it_is_decided(row: str, head: str, within: str) -> None:
    rule, promise = _row(row, f"Amount | Decided by | {head}")
    assert (rule["role"], rule["limit"]["amount"]) == ("grants_officer", 1000)
    assert (promise["metric"], promise["within"]) == ("resolution", within)


def test_a_column_of_other_times_promises_nothing() -> None:
    clauses = _row("up to £500 | Officer | 3 months", "Amount | Decided by | Valid for")
    assert [one["kind"] for one in clauses] == ["authority"]


@pytest.mark.parametrize(
    ("lead", "row", "role", "action"),
    [
        ("Who can give what", "Supervisor | a free breakfast", "supervisor", "give_goods"),
        ("What each of us may offer", "Concierge | late departure", "concierge", "give_goods"),
        ("Who can give what", "General Manager | everything else", "general_manager", "any"),
        (
            "Position | May approve",
            "Supervisor | Returns without a receipt",
            "supervisor",
            "approve_returns_without_receipt",
        ),
    ],
)
def test_what_stands_beside_a_role_it_may_give(lead: str, row: str, role: str, action: str) -> None:
    [rule] = _row(row, lead, "Goodwill")
    assert (rule["role"], rule["action"]) == (role, action)


def test_what_a_role_is_responsible_for_it_need_not_give() -> None:
    assert not _row("Supervisor | the morning rota", "Role | Responsibilities", "Team")


def test_two_roles_with_and_between_them_agree_together() -> None:
    [rule] = _row("up to $750,000 | Escrow Officer and Branch Manager", "Amount | Who may release")
    assert (rule["role"], rule["limit"]["amount"], rule["approver"]) == (
        "escrow_officer",
        750000,
        "branch_manager",
    )
