"""Who may give what, as delegation schedules, counters and staff handbooks say it."""

import pytest

from goodword.document.understand import understand

NOBODY = None
SAID = (
    (
        "",
        "",
        "The Parks and Recreation Director may refund up to $50.",
        [("parks_and_recreation_director", "refund", 50, NOBODY)],
    ),
    (
        "",
        "",
        "The Bursar may, in consultation with the Town Clerk, write off debts up to £500.",
        [("bursar", "write_off", 500, NOBODY)],
    ),
    (
        "",
        "",
        "Cashiers may refund up to £30. Anything more must be approved by the manager.",
        [("cashier", "refund", 30, "manager")],
    ),
    (
        "",
        "",
        "Cashiers may refund up to £30 but must get the manager's approval for anything more.",
        [("cashier", "refund", 30, "manager")],
    ),
    (
        "",
        "",
        (
            "Credits up to $20 are approved by tellers, credits up to $90 by the head teller, and "
            "larger ones by the owner."
        ),
        [
            ("teller", "credit", 20, NOBODY),
            ("head_teller", "credit", 90, NOBODY),
            (NOBODY, "credit", 90, "owner"),
        ],
    ),
    (
        "Matrix: Type | Amount | Approval",
        "",
        "Write-offs | Over $1,500 | City Manager",
        [(NOBODY, "write_off", 1500, "city_manager")],
    ),
    (
        "Role | Refund limit",
        "",
        "Supervisor | No more than £50",
        [("supervisor", "refund", 50, NOBODY)],
    ),
    (
        "Level 2: duty supervisor",
        "",
        "Goodwill payments: up to $75 per customer",
        [("duty_supervisor", "compensate", 75, NOBODY)],
    ),
    (
        "Needs the owner's approval",
        "",
        "Partial refunds over $75",
        [(NOBODY, "refund", 75, "owner")],
    ),
    (
        "Night auditor",
        "Has authority for:",
        "Discounts up to $1,000",
        [("night_auditor", "discount", 1000, NOBODY)],
    ),
    (
        "",
        "",
        "Debts over £30 may only be written off with the approval of the bursar.",
        [(NOBODY, "write_off", 30, "bursar")],
    ),
    (
        "",
        "",
        "Token gifts should only be accepted with the approval of the Home Manager.",
        [(NOBODY, "accept_gift", None, "home_manager")],
    ),
    (
        "",
        "",
        "Whether a fee is waived is for the club secretary to decide.",
        [("club_secretary", "waive_fee", None, NOBODY)],
    ),
    (
        "",
        "",
        "The Library Director, and only the Library Director, waives fees.",
        [("library_director", "waive_fee", None, NOBODY)],
    ),
    (
        "",
        "",
        "No approval is needed for tellers to reverse fees of up to $10.",
        [("teller", "waive_fee", 10, NOBODY)],
    ),
    (
        "",
        "",
        "Refunds above the $200 threshold require store manager approval.",
        [(NOBODY, "refund", 200, "store_manager")],
    ),
)


@pytest.mark.parametrize(
    ("heading", "lead_in", "sentence", "expected"), SAID, ids=[one[2][:40] for one in SAID]
)
def test_each_limit_has_its_role_and_each_amount_above_it_its_approver(
    heading: str,
    lead_in: str,
    sentence: str,
    expected: list[tuple[str | None, str, int | None, str | None]],
) -> None:
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)

    assert said["state"] == "live"
    assert [
        (one["role"], one["action"], (one["limit"] or {}).get("amount"), one["approver"])
        for one in said["clauses"]
    ] == expected


def test_a_row_that_names_nothing_given_is_for_no_refund() -> None:
    said = understand("Chief Executive | £50,000", heading="Delegations: Position | Limit")

    assert [one["action"] for one in said["clauses"]] == ["any"]


def test_who_is_consulted_and_does_not_decide_is_said_to_be_left_out() -> None:
    said = understand("The Bursar may, in consultation with the Town Clerk, refund up to £500.")

    assert "TX06" in {one["code"] for one in said["problems"]}
