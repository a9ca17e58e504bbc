"""Rows that answer whether approval is needed never take the answer for who gives it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("row", "lead_in", "approver", "amount"),
    [
        ("Refund over $50 | Yes", "Action | Manager approval?", "manager", 50),
        ("Credits above €30 | Yes", "Request | Supervisor sign-off required", "supervisor", 30),
        ("Refund under $50 | No", "Action | Manager approval?", None, 50),
        (
            "Parcel came back, amount <= $90 | Full or partial refund | Yes",
            "Condition | Action | Auto-approve?",
            None,
            90,
        ),
    ],
)
def test_an_answer_is_read_with_its_header(
    row: str, lead_in: str, approver: str | None, amount: int
) -> None:
    said = understand(row, lead_in=lead_in)
    assert [one["kind"] for one in said["clauses"]] == ["authority"]
    assert said["clauses"][0]["approver"] == approver
    assert said["clauses"][0]["limit"]["amount"] == amount


@pytest.mark.parametrize(
    ("row", "lead_in"),
    [
        ("Item comp over $15 | Yes", "Comp | Approval?"),
        ("Hotel abroad | $200/night | Always | > $250/night", "Kind | Limit | Receipt | Approval"),
        ("Order lost, amount > $90 | Refund | No", "Condition | Action | Auto-approve?"),
    ],
)
def test_who_approves_is_asked_where_no_header_names_anybody(row: str, lead_in: str) -> None:
    said = understand(row, lead_in=lead_in)
    assert said["state"] == "almost"
    assert said["clauses"] == []


@pytest.mark.parametrize(
    ("row", "lead_in", "kind"),
    [
        ("Email | 2 days | No", "Channel | Reply within | Approval?", "promise"),
        ("Agent | $50 | No", "Role | Limit | Approval required", "authority"),
    ],
)
def test_other_cells_of_such_a_row_stay(row: str, lead_in: str, kind: str) -> None:
    assert [one["kind"] for one in understand(row, lead_in=lead_in)["clauses"]] == [kind]
