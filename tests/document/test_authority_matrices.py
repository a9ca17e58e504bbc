"""Matrices of delegation: roles in the header, bands of amounts, powers with who holds them."""

import pytest

from goodword.document.understand import understand

MATRIX = "Action | Cashier | Shift lead | Store manager"


def held(row: str, header: str) -> list[tuple[str | None, object, str | None]]:
    """Return of each clause who may, up to how much, and whose approval it takes."""
    read = understand(row, lead_in=header, heading="Authority levels")
    return [
        (one.get("role"), (one.get("limit") or {}).get("amount"), one.get("approver"))
        for one in read["clauses"]
    ]


def test_amounts_and_answers_stand_side_by_side() -> None:
    assert held("Price match | Up to $20 | Up to $100 | Unlimited", MATRIX) == [
        ("cashier", 20, None),
        ("shift_lead", 100, None),
        ("store_manager", None, None),
    ]


def test_who_has_a_no_may_not() -> None:
    assert held("Room upgrade | No | Yes", "Decision | Front desk | Duty manager") == [
        ("duty_manager", None, None)
    ]


def test_what_a_cell_says_besides_is_what_it_depends_on() -> None:
    header = "Decision | Adviser | Team leader | Head of service"
    read = understand(
        "Payment holiday | One month | Three months | Longer",
        lead_in=header,
        heading="Authority levels",
    )
    assert [one["role"] for one in read["clauses"]] == ["adviser", "team_leader", "head_of_service"]
    assert "one month" in read["clauses"][0]["condition"].lower()
    assert any(one["severity"] == "warning" for one in read["problems"])


@pytest.mark.parametrize(
    ("row", "header", "expected"),
    [
        ("£500 - £4,999 | Head of department", "Value | Authorised by", "head_of_department"),
        ("€1,000 to €4,999 | 3 written | Director", "Value | Quotes | Authorisation", "director"),
    ],
)
def test_a_band_is_held_by_whoever_stands_beside_it(row: str, header: str, expected: str) -> None:
    assert held(row, header) == [(expected, 4999, None)]


def test_what_needs_approval_begins_where_its_band_begins() -> None:
    assert held("$600 - $4,000 | Care Manager", "Amount | Approval required") == [
        (None, 600, "care_manager")
    ]


def test_a_band_from_nothing_on_needs_nobody() -> None:
    ((_, limit, approver),) = held("$0 - $50 | None", "Refund amount | Approval required")
    assert (limit, approver) == (50, None)


@pytest.mark.parametrize(
    ("row", "header", "expected"),
    [
        (
            "Grant leases of a year | Head of Property",
            "Power | Delegated to",
            [("head_of_property", None, None)],
        ),
        (
            "Settle claims | Director of Law in consultation with the Leader",
            "Power | Delegated to",
            [("director_of_law", None, None)],
        ),
        (
            "Approve refunds of fees | Manager Planning | Up to $1,000",
            "Description of delegation | Delegate | Conditions",
            [("manager_planning", 1000, None)],
        ),
        (
            "3 | General Manager | $100,000 | $250,000",
            "Level | Position | Opex | Capex",
            [("general_manager", 100000, None), ("general_manager", 250000, None)],
        ),
        (
            "Chief Executive | Unlimited within budget",
            "Delegate | Limit",
            [("chief_executive", None, None)],
        ),
    ],
)
def test_powers_stand_beside_who_holds_them(
    row: str, header: str, expected: list[tuple[str | None, object, str | None]]
) -> None:
    assert held(row, header) == expected


@pytest.mark.parametrize(
    ("row", "header", "heading"),
    [
        ("Monday | Yes | No", "Day | Manager | Receptionist", "Rota"),
        ("P1 | 15 minutes | 1 hour", "Priority | Service desk | Second line", "Service levels"),
        ("Take blood | No | Yes", "Task | Receptionist | Nurse", "Skills"),
    ],
)
def test_other_tables_with_roles_are_no_authority(row: str, header: str, heading: str) -> None:
    read = understand(row, lead_in=header, heading=heading)
    assert all(one["kind"] != "authority" for one in read["clauses"])
