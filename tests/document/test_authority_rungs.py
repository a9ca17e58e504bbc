"""Sentences that grant several roles something each: amounts, numbers, and deeds of their own."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _held(sentence: str, heading: str = "Refunds") -> list[tuple[Any, Any, Any, Any]]:
    said = understand(sentence, heading=heading)
    return [
        (
            one.get("role"),
            (one.get("limit") or {}).get("amount"),
            one.get("approver"),
            one.get("action"),
        )
        for one in said["clauses"]
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            (
                "Rent arrears can be written off by the Housing Officer up to £200, by "
                "the Area Manager up to £2,000."
            ),
            [("housing_officer", 200), ("area_manager", 2000)],
        ),
        (
            (
                "Rent arrears may be written off by the Housing Officer up to £200 and "
                "the Area Manager up to £2,000."
            ),
            [("housing_officer", 200), ("area_manager", 2000)],
        ),
        (
            (
                "Fees up to $30 may be waived by the cashier, up to $100 by the shift "
                "manager and up to $500 by the store manager."
            ),
            [("cashier", 30), ("shift_manager", 100), ("store_manager", 500)],
        ),
        (
            (
                "Charges for water up to $300 are reduced by the watermaster, to $2,000 "
                "by the General Manager."
            ),
            [("watermaster", 300), ("general_manager", 2000)],
        ),
        ("A clerk may forgive $5; a supervisor, $20.", [("clerk", 5), ("supervisor", 20)]),
        (
            "Cashiers can waive up to £30, shift managers up to £100, store managers any amount.",
            [("cashier", 30), ("shift_manager", 100), ("store_manager", None)],
        ),
        (
            (
                "Trust officers may pay out up to $2,000 for one purpose; a senior "
                "trust officer to $15,000."
            ),
            [("trust_officer", 2000), ("senior_trust_officer", 15000)],
        ),
    ],
)
def test_each_role_has_the_amount_that_is_said_of_it(
    sentence: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [(role, limit) for role, limit, _, _ in _held(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Agents may credit one month; team leaders, three.",
            [("agent", "credit_one_month"), ("team_leader", "credit_three_months")],
        ),
        (
            "Desk staff can comp a drink, supervisors a meal and managers a room.",
            [("desk_staff", "comp_drink"), ("supervisor", "comp_meal"), ("manager", "comp_room")],
        ),
        (
            "The porter may hold a bag for an hour, the concierge for a day.",
            [("porter", "hold_bag_for_hour"), ("concierge", "hold_bag_for_day")],
        ),
        (
            "Pupils may be warned by the tutor, and expelled by the Principal only.",
            [("tutor", "warn_pupils"), ("principal", "expel_pupils")],
        ),
        (
            "Rooms can be comped by the front desk manager; suites by the general manager only.",
            [("front_desk_manager", "comp_rooms"), ("general_manager", "comp_suites")],
        ),
        (
            "The driver may refuse a passenger and the controller may cancel the trip.",
            [("driver", "refuse_passenger"), ("controller", "cancel_trip")],
        ),
        (
            (
                "A guest may be put out for one night by the warden; exclusion from the "
                "hostel belongs to the Committee."
            ),
            [
                ("warden", "put_out_guest_for_one_night"),
                ("committee", "decide_on_exclusion_from_the_hostel"),
            ],
        ),
        (
            (
                "Suspension of an account is decided by the Branch Manager and closure "
                "by the Regional Director."
            ),
            [
                ("branch_manager", "decide_on_suspension_of_account"),
                ("regional_director", "decide_on_closure"),
            ],
        ),
    ],
)
def test_each_role_has_the_deed_that_is_said_of_it(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert [(role, action) for role, _, _, action in _held(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Agents may refund up to £50; larger amounts are a matter for the manager.",
        "Agents may refund up to £50; over £50 the manager approves.",
        "Agents may refund up to £50, anything more needs the manager.",
    ],
)
def test_who_decides_above_is_no_step_of_its_own(sentence: str) -> None:
    assert [one[:3] for one in _held(sentence)] == [("agent", 50, "manager")]


def test_who_only_does_a_thing_holds_no_authority() -> None:
    said = understand("The letter is written by the officer and signed by the Chief Executive.")
    assert all(one["kind"] != "authority" for one in said["clauses"])


def test_a_band_that_needs_somebody_is_his_to_approve() -> None:
    said = _held("Clerks may reverse up to ₹500; ₹500 to ₹5,000 require the Head of Accounts.")
    assert [one[:3] for one in said] == [("clerk", 500, None), (None, 500, "head_of_accounts")]


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        ("F$1,500", "FJD"),
        ("TT$60", "TTD"),
        ("2,500 baht", "THB"),
        ("100,000 RWF", "RWF"),
        ("PKR 4,000", "PKR"),
        ("RM500", "MYR"),
        ("R$200", "BRL"),
    ],
)
def test_money_of_many_countries_is_known(amount: str, currency: str) -> None:
    said = understand(f"The manager may refund up to {amount}.")
    assert said["clauses"][0]["limit"]["currency"] == currency
