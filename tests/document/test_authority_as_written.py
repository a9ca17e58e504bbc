"""Authority as policies, schemes of delegation and handbooks write it: who, up to where, with whom."""

# ruff: noqa: E501  (a sentence reads best unbroken)

import pytest

from goodword.document.understand import understand

Held = tuple[str | None, float | None, str | None]


def held(sentence: str, heading: str = "", lead_in: str = "") -> list[Held]:
    """Return role, limit and approver of each rule of authority."""
    said = understand(sentence, heading=heading, lead_in=lead_in)
    assert said["state"] == "live", said
    return [
        (one["role"], (one.get("limit") or {}).get("amount"), one["approver"])
        for one in said["clauses"]
        if one["kind"] == "authority"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Goodwill up to £80 may be agreed by the Duty Lead; the Area Manager signs off anything more.",
            ("duty_lead", 80, "area_manager"),
        ),
        (
            "Shift Leads: £120. Anything more, the Site Manager.",
            ("shift_lead", 120, "site_manager"),
        ),
        (
            "Agents may credit up to $20; the Director can approve more.",
            ("agent", 20, "director"),
        ),
        (
            "Refunds may be given by the Secretary up to £75, and by decision of the Committee beyond that.",
            ("secretary", 75, "committee"),
        ),
    ],
)
def test_who_decides_above_a_limit_stands_beside_it(sentence: str, expected: Held) -> None:
    assert held(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Adjustments up to $300 are approved by the Office Manager; above $300 and up to $1,500 by the Finance Director; above that by the Trustees.",
        "Adjustments up to $300 are approved by the Office Manager, from $300 to $1,500 by the Finance Director, and over $1,500 by the Trustees.",
        "Credits of $300 or less are handled by the Office Manager; credits between $300 and $1,500 by the Finance Director; credits over $1,500 by the Trustees.",
    ],
)
def test_each_step_of_a_ladder_holds_its_own_band(sentence: str) -> None:
    assert held(sentence) == [
        ("office_manager", 300, None),
        ("finance_director", 1500, None),
        (None, 1500, "trustee"),
    ]


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("Amounts from £101 to £600 need the approval of the Practice Manager.", 101),
        ("Claims of between £60 and £700 are authorised by the Practice Manager.", 60),
        ("Refunds over £40 must be approved by the Practice Manager.", 40),
    ],
)
def test_approval_is_needed_from_the_lower_end_of_a_band_on(sentence: str, amount: int) -> None:
    assert held(sentence) == [(None, amount, "practice_manager")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Night porters may not waive a late charge without a duty manager.",
            ("night_porter", None, "duty_manager"),
        ),
        (
            "A trainee cannot refund more than £30 unless a supervisor agrees.",
            ("trainee", 30, "supervisor"),
        ),
        (
            "The tutor may move a lesson only with the bursar's consent.",
            ("tutor", None, "bursar"),
        ),
    ],
)
def test_who_must_ask_is_named_beside_whom(sentence: str, expected: Held) -> None:
    assert held(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Billing Manager and/or designee is authorised to correct a bill.",
        "The Billing Manager or their named deputy may correct a bill.",
        "The Billing Manager, or a nominated representative, can correct a bill.",
    ],
)
def test_a_deputy_acts_for_the_role(sentence: str) -> None:
    assert held(sentence) == [("billing_manager", None, None)]


def test_either_of_two_roles_is_one_rule() -> None:
    said = understand("The Clinic Manager or a Senior Vet may extend the time limit.")
    assert [(one["role"], one["instead"]) for one in said["clauses"]] == [
        ("clinic_manager", ["senior_vet"])
    ]


def test_two_roles_that_must_ask_each_have_a_rule() -> None:
    sentence = "Stewards and ushers must get the approval of the House Manager before moving a guest's seat."
    assert held(sentence) == [
        ("steward", None, "house_manager"),
        ("usher", None, "house_manager"),
    ]


def test_a_body_decides_by_its_resolution() -> None:
    sentence = "Any amount over $3,000 has to go to a special meeting of the Council for approval."
    assert held(sentence) == [(None, 3000, "council")]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The priority of a repair is decided by the Repairs Supervisor.", "repairs_supervisor"),
        ("Priority is always assigned by the Duty Engineer.", "duty_engineer"),
        ("The size of the deposit is set by the Lettings Manager on the day.", "lettings_manager"),
        (
            "If the member was barred for a month, the Appeals Panel makes the final decision on the appeal.",
            "appeals_panel",
        ),
        ("The request goes to the Site Manager, who then says yes or no.", "site_manager"),
        ("As a team leader, you may refund up to £50.", "team_leader"),
        ("Up to departments to raise the number of places.", "department"),
        ("The Director may, in his absolute discretion, waive a fine.", "director"),
    ],
)
def test_who_decides_has_the_authority(sentence: str, role: str) -> None:
    assert [one[0] for one in held(sentence)] == [role]


@pytest.mark.parametrize(
    "sentence",
    [
        "Response times are determined by the severity of the issue.",
        "Your rent is set by the court.",
        "As a customer, you may cancel at any time.",
    ],
)
def test_what_others_decide_is_no_authority(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Only unlock an account after clearance by the Security Team.",
            (None, None, "security_team"),
        ),
        ("Only ship with the agreement of the Depot Manager.", (None, None, "depot_manager")),
        (
            "Fitters get sign-off from the Service Owner for any second visit.",
            ("fitter", None, "service_owner"),
        ),
        (
            "Reopening a closed case requires that the claims manager has said yes.",
            (None, None, "claims_manager"),
        ),
        (
            "Check with the Duty Manager whether you can offer a late check-out.",
            (None, None, "duty_manager"),
        ),
        (
            "For debts that prove bad the Head of School must seek approval for a write-off through a written request to Financial Services.",
            ("head_of_school", None, "financial_services"),
        ),
        (
            "For longer bans the Library Manager makes a recommendation to the Chief Executive, who decides.",
            ("library_manager", None, "chief_executive"),
        ),
    ],
)
def test_whose_agreement_is_needed_stands_in_many_orders(sentence: str, expected: Held) -> None:
    assert held(sentence) == [expected]


def test_nobody_need_be_asked_below_an_amount() -> None:
    assert held("You do not need approval for purchases under £60.") == [("anyone", 60, None)]
    assert held("Staff need not seek approval for taxis up to £20.") == [("anyone", 20, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Any debt due to the Charity may only be written off with the approval of the Trustees, except where a single debt is not more than £900, when authority may be given by the Treasurer.",
            [(None, None, "trustee"), ("treasurer", 900, None)],
        ),
        (
            "Any debt may only be written off with the approval of the Board, save that a debt of up to £900 may be written off by the Treasurer.",
            [(None, None, "board"), ("treasurer", 900, None)],
        ),
        (
            "Refunds must be approved by the Finance Director, except for refunds under £90, which may be approved by the Office Manager.",
            [(None, None, "finance_director"), ("office_manager", 90, None)],
        ),
        (
            "Ushers may give a replacement ticket without asking; anyone else must ring the Front Office first.",
            [("usher", None, None), (None, None, "front_office")],
        ),
    ],
)
def test_an_exception_is_a_rule_of_its_own(sentence: str, expected: list[Held]) -> None:
    assert held(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Once sold, passes may not be refunded, but exchanges may be made at the discretion of the Hall Manager.",
        "Passes cannot be refunded, but may be exchanged at the discretion of the Hall Manager.",
    ],
)
def test_a_ban_and_who_may_all_the_same_are_both_read(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["prohibition", "authority"]
    assert said["clauses"][1]["role"] == "hall_manager"


def test_two_parts_are_never_one_action() -> None:
    said = understand(
        "Deposits are not returned but may be moved to a later date by the Events Manager."
    )
    assert not any("not" in one.get("action", "").split("_") for one in said["clauses"])
