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
        "The Billing Manager, or a nominated representative, may correct a bill.",
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


SCHEME = "Decision | From | To"
MATRIX = "Request | Adviser | Supervisor | Manager"


@pytest.mark.parametrize(
    ("row", "head", "expected"),
    [
        ("Waiver of fines | Registrar | $800", "Function | Officer | Financial limit", ("registrar", 800, None)),
        ("Write off debt between £900 and £7,000 | Council | Finance Committee", SCHEME, ("finance_committee", 7000, None)),
        ("Write off debt above £7,000 | Council | Finance Committee", SCHEME, (None, 7000, "finance_committee")),
        ("Approval of payments by instalment | Council | Bursar", SCHEME, ("bursar", None, None)),
        ("Approval of write-offs of debts greater than $9,000 | Council", "Authority | Delegation holder", (None, 9000, "council")),
        ("£60-£250 | Shift manager", "Refund amount | Who may give it", ("shift_manager", 250, None)),
        ("£60-£250 | Shift manager", "Refund amount | Approval required", (None, 60, "shift_manager")),
        ("£250+ | Area manager", "Refund amount | Who can approve", (None, 250, "area_manager")),
        ("Price match | No | Up to $30 | >$30", MATRIX, ("supervisor", 30, "manager")),
        ("Broken on arrival | Refund | Yes if <= $90", "Case | Action | Auto-approve?", (None, 90, None)),
    ],
)  # fmt: skip
def test_a_row_of_a_matrix_names_who_and_up_to_where(row: str, head: str, expected: Held) -> None:
    assert held(row, lead_in=head) == [expected]


def test_a_column_for_each_role_is_a_ladder() -> None:
    assert held("Goodwill credit | $20 | $90 | >$90", lead_in=MATRIX) == [
        ("adviser", 20, None),
        ("supervisor", 90, None),
        (None, 90, "manager"),
    ]


def test_each_column_of_amounts_is_a_limit() -> None:
    said = held("Vice President | $90,000 | $4,000", lead_in="Title | Contracts | Refunds")
    assert said == [("vice_president", 90000, None), ("vice_president", 4000, None)]


def test_a_limit_below_a_role_is_that_roles() -> None:
    heading = "Empowerment levels: Desk Agents"
    sentence = "Total value up to €70 without manager approval."
    assert held(sentence, heading) == [("desk_agent", 70, "manager")]
    assert held("Up to £70 per guest without asking anybody.", "Supervisor authority") == [
        ("supervisor", 70, None)
    ]


def test_a_price_is_no_limit() -> None:
    assert held("Lost key – $15.00 (can only be waived by the Warden)") == [("warden", None, None)]


def test_a_chief_officer_is_one_role() -> None:
    sentence = "Debts of up to £6,000 shall be written off by the Chief Financial Officer."
    assert held(sentence) == [("chief_financial_officer", 6000, None)]


def test_a_team_decides_through_its_officers() -> None:
    sentence = "The decision to cancel is taken by officers of the Appeals Team; councillors play no part in it."
    assert held(sentence) == [("appeals_team", None, None)]


def test_who_decides_on_what_somebody_gets_is_no_condition_of_it() -> None:
    sentence = "The Bursary Officer decides whether a student is eligible for help."
    assert held(sentence) == [("bursary_officer", None, None)]


@pytest.mark.parametrize(
    ("sentence", "heading", "limit"),
    [
        ("Stationery up to £12.", "Using the company card", 12),
        ("Taxis up to £15 per trip.", "Expenses", 15),
        ("The most that may be claimed for one meal is £25.", "Petty cash", 25),
        ("We will reimburse home internet up to €30.", "Expenses", 30),
    ],
)
def test_what_staff_may_spend_is_said_back(sentence: str, heading: str, limit: int) -> None:
    said = understand(sentence, heading=heading)
    assert said["clauses"][0]["limit"]["amount"] == limit
    assert [one["severity"] for one in said["problems"]] == ["warning"]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [("Train tickets cost £40.", "Expenses"), ("Stationery up to £12.", "Our shop")],
)
def test_a_price_or_an_offer_is_no_spending_limit(sentence: str, heading: str) -> None:
    assert understand(sentence, heading=heading)["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("We reserve the right to cease contact with callers who threaten us.", None),
        ("The management reserves the right to turn away a guest.", "management"),
        ("Where goods come back used, we reserve the right to refuse a refund.", None),
    ],
)
def test_a_reserved_right_is_said_back(sentence: str, role: str | None) -> None:
    said = understand(sentence)
    assert [one["role"] for one in said["clauses"]] == [role]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(
    "sentence",
    [
        "We reserve the right to change our prices at any time.",
        "The club reserves the right to amend these terms.",
        "We reserve the right to monitor and record calls.",
    ],
)
def test_a_right_to_change_terms_is_prose(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


def test_without_an_amount_nobody_need_be_asked() -> None:
    sentence = (
        "The Duty Manager is authorised to move a guest without the Director's prior approval."
    )
    assert held(sentence) == [("duty_manager", None, None)]
    within = "The Duty Manager may refund up to £40 without the Director's approval."
    assert held(within) == [("duty_manager", 40, "director")]


@pytest.mark.parametrize(
    ("line", "lead_in", "expected"),
    [
        ("Trips abroad", "The following need the approval of the Head Teacher:", (None, None, "head_teacher")),
        ("Write-offs above £900", "The following require Director approval:", (None, 900, "director")),
        ("Refunds to another card", "These requests must be signed off by the Finance Manager:", (None, None, "finance_manager")),
        ("Free desserts", "The following may be approved by the Shift Lead:", ("shift_lead", None, None)),
    ],
)  # fmt: skip
def test_a_lead_in_says_whose_approval_its_lines_need(
    line: str, lead_in: str, expected: Held
) -> None:
    assert held(line, lead_in=lead_in) == [expected]


@pytest.mark.parametrize(
    ("line", "lead_in"),
    [
        ("Proof of purchase", "The following documents are needed:"),
        ("Changes of design", "The following must be approved by the customer:"),
    ],
)
def test_what_others_hand_in_or_approve_is_no_authority(line: str, lead_in: str) -> None:
    clauses = understand(line, lead_in=lead_in)["clauses"]
    assert "authority" not in {one["kind"] for one in clauses}


def test_nobody_else_may() -> None:
    said = understand("The head waiter may comp a room; no one else may.")
    assert [(one["role"], one["action"], one["only"]) for one in said["clauses"]] == [
        ("head_waiter", "comp_room", True)
    ]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The nurse has the final say on whether a patient is seen that day.", "nurse"),
        ("Whether a deposit is returned is decided by the Lettings Manager.", "lettings_manager"),
        ("Decisions on hardship are taken by the Benefits Team Leader.", "benefits_team_leader"),
    ],
)
def test_whoever_has_the_last_word_decides(sentence: str, role: str) -> None:
    assert [one[0] for one in held(sentence)] == [role]


def test_only_the_following_may() -> None:
    said = understand("Only the following may approve a waiver: Team Manager, Head of Service.")
    assert [(one["role"], one["instead"]) for one in said["clauses"]] == [
        ("team_manager", ["head_of_service"])
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Supervisor authority: waive fees up to $50.", ("supervisor", 50, None)),
        (
            "Team leaders can approve up to £90, and over £90 goes to the Area Manager.",
            ("team_leader", 90, "area_manager"),
        ),
        ("Requests under £400 are approved by the budget holder.", ("budget_holder", 400, None)),
        ("Servers cannot comp items; see a manager.", ("server", None, "manager")),
        ("No refunds without the salon manager.", (None, None, "salon_manager")),
        ("No cheques are taken without a manager's approval.", (None, None, "manager")),
        ("The final decision rests with the Head Teacher.", ("head_teacher", None, None)),
        ("The principal's decision is final.", ("principal", None, None)),
        (
            "Your request will be considered by the Head of Year, whose decision is final.",
            ("head_of_year", None, None),
        ),
    ],
)
def test_further_ways_to_say_who_decides(sentence: str, expected: Held) -> None:
    assert held(sentence) == [expected]


def test_only_in_exceptional_circumstances_is_a_condition() -> None:
    said = understand("Wardens can authorise absence only in exceptional circumstances.")
    assert said["clauses"][0]["action"] == "authorise_absence"
    assert said["clauses"][0]["condition"] == "there are exceptional circumstances"


def test_but_only_another_may_give_more() -> None:
    sentence = "Supervisors may approve overtime, but only the manager may approve a second week."
    assert [one[0] for one in held(sentence)] == ["supervisor", "manager"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Any two Trustees may authorise a payment of up to £3,000.",
        "Payments up to £3,000 may be authorised by any two Trustees.",
    ],
)
def test_two_people_decide_together(sentence: str) -> None:
    [clause] = understand(sentence)["clauses"]
    assert (clause["approver"], clause["people"]) == ("trustee", 2)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Lettings Officer decides the band of each repair.", ("lettings_officer", None, None)),
        (
            "Where there is no record, the supervisor must decide whether to accept the claim.",
            ("supervisor", None, None),
        ),
        (
            "Payments for loss of hot water are authorised by the Area Manager.",
            ("area_manager", None, None),
        ),
        (
            "With the county attorney's agreement the clerk may settle a claim.",
            ("clerk", None, "county_attorney"),
        ),
        (
            "Desk staff can refund up to ₦15,000; above this the Sales Manager must approve.",
            ("desk_staff", 15000, "sales_manager"),
        ),
    ],
)
def test_whoever_decides_in_a_case_holds_that_right(sentence: str, expected: Held) -> None:
    assert held(sentence) == [expected]


def test_a_column_may_say_above_the_one_before() -> None:
    head = "Decision | Agent authority | Team Leader authority | Operations Manager"
    assert held("Refund due | Up to £40 | Up to £200 | Above Team Leader limit", lead_in=head) == [
        ("agent", 40, None),
        ("team_leader", 200, None),
        (None, 200, "operations_manager"),
    ]


def test_a_lead_in_names_who_is_required() -> None:
    assert held("Media enquiries", lead_in="Area manager – approval required for:") == [
        (None, None, "area_manager")
    ]


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("Calls handled within four minutes | 85% | 64%", "Criteria | What we aim for | How we did"),
        ("Calls dropped before an adviser could answer | 6% or less | 4%", "Measure | Target | Last month"),
    ],
)  # fmt: skip
def test_a_row_of_figures_is_no_authority(row: str, head: str) -> None:
    said = understand(row, lead_in=head)
    assert not any(one["kind"] == "authority" for one in said["clauses"])
