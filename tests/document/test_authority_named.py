"""Who may: staff in general, a house that names nobody, roles that headers and lead-ins name."""

import pytest

from goodword.document.understand import understand


def held(
    sentence: str, lead_in: str | None = None, heading: str | None = None
) -> list[tuple[str | None, float | None, str | None]]:
    """Return of each clause of authority who may, up to how much, and whose approval it takes."""
    read = understand(sentence, lead_in=lead_in, heading=heading)
    return [
        (one["role"], (one["limit"] or {}).get("amount"), one["approver"])
        for one in read["clauses"]
        if one["kind"] == "authority"
    ]


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Staff may refund up to $20.", None),
        ("Our people can spend up to $20 per guest.", None),
        ("Any employee may give a refund of up to $20.", None),
        ("Frontline staff can give $20.", None),
        ("You may accept gifts up to $20.", "Gifts: the code for employees"),
        ("We trust every colleague to spend up to $20 to put things right.", None),
    ],
)
def test_staff_in_general_are_anyone(sentence: str, heading: str | None) -> None:
    assert held(sentence, heading=heading) == [("anyone", 20, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We reserve the right to refuse a refund.",
        "The library reserves the right to end a loan.",
        "The Department may waive the late fee.",
        "The Company may waive the fee if you are ill.",
        "Refunds need no approval if they are under $20.",
    ],
)
def test_a_house_that_may_names_no_role(sentence: str) -> None:
    assert [role for role, _, _ in held(sentence)] == [None]


def test_a_department_that_is_named_is_a_role() -> None:
    assert held("Patient Relations may adjust a bill by up to $90.") == [
        ("patient_relations", 90, None)
    ]


DELEGATED = "Matter | Full Committee | Sub-Committee | Officers"
OVERRIDES = "Transaction | Assistant | Key holder | Branch manager"


@pytest.mark.parametrize(
    ("row", "header", "expected"),
    [
        ("Street permit, no objection | | | All cases", DELEGATED, [("officer", None, None)]),
        ("Statement of policy | All cases | |", DELEGATED, [("full_committee", None, None)]),
        (
            "Club certificate | | If somebody objects | If nobody objects",
            DELEGATED,
            [("sub_committee", None, None), ("officer", None, None)],
        ),
        (
            "Refund with receipt | up to $60 | up to $150 | over $150",
            OVERRIDES,
            [("assistant", 60, None), ("key_holder", 150, None), (None, 150, "branch_manager")],
        ),
        (
            "Refund without receipt | no | gift card up to $40 | gift card over $40",
            OVERRIDES,
            [("key_holder", 40, "branch_manager")],
        ),
        (
            "Price change | up to 5% | up to 15% | any",
            OVERRIDES,
            [("assistant", None, None), ("key_holder", None, None), ("branch_manager", None, None)],
        ),
    ],
)
def test_each_column_says_what_its_role_may(
    row: str, header: str, expected: list[tuple[str | None, float | None, str | None]]
) -> None:
    assert held(row, header, "Delegations and overrides") == expected


def test_what_a_cell_depends_on_is_a_condition() -> None:
    first, second = understand(
        "Club certificate | | If somebody objects | If nobody objects",
        lead_in=DELEGATED,
        heading="Delegations",
    )["clauses"]
    assert (first["condition"], second["condition"]) == ("somebody objects", "nobody objects")


@pytest.mark.parametrize(
    ("lead_in", "line", "expected"),
    [
        ("Level 2: shift supervisor", "Authority: comp up to $90 per incident", "shift_supervisor"),
        ("Tier 2 - Team leader", "Can approve: refunds up to $90", "team_leader"),
        ("Area manager", "Limit: $90", "area_manager"),
        ("Duty manager's authority", "Approval limit: $90", "duty_manager"),
    ],
)
def test_the_line_above_names_who_may(lead_in: str, line: str, expected: str) -> None:
    assert held(line, lead_in) == [(expected, 90, None)]


def test_what_else_stands_in_such_a_line_is_asked_about() -> None:
    read = understand(
        "Authority: comp up to $90 per incident, move the guest", lead_in="Level 2: night manager"
    )
    assert any(one["severity"] == "warning" for one in read["problems"])


@pytest.mark.parametrize(
    ("sentence", "role", "limit", "approver"),
    [
        (
            "Porters may give one free coffee; anything else is for the owner.",
            "porter",
            None,
            "owner",
        ),
        ("Clerks may waive one fee; a second waiver is for the dean.", "clerk", None, "dean"),
        ("Guides may swap a ticket; further swaps need the owner's OK.", "guide", None, "owner"),
        (
            "Fees up to $30 may be waived by the clerk; the dean decides on the rest.",
            "clerk",
            30,
            "dean",
        ),
        (
            "Staff may ban a guest for a day; only the owner may ban for longer.",
            "anyone",
            None,
            "owner",
        ),
        (
            "Refunds up to $80 are approved by the agent; refunds over $80 need review by a dean.",
            "agent",
            80,
            "dean",
        ),
    ],
)
def test_who_decides_beyond_it_is_one_rule_with_who_may(
    sentence: str, role: str, limit: int | None, approver: str
) -> None:
    assert held(sentence) == [(role, limit, approver)]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The final decision is the doctor's.", "doctor"),
        ("The Provincial Librarian's answer is final.", "provincial_librarian"),
        ("The Vice Dean's decision concludes the matter.", "vice_dean"),
        ("The Chair looks into it and gives a decision, which is final.", "chair"),
        ("Loans are the Registrar's to grant.", "registrar"),
        ("Exceptions are made by the event organiser, not by us.", "event_organiser"),
        ("We share it only where the Duty Manager judges that you are at risk.", "duty_manager"),
    ],
)
def test_who_decides_is_named(sentence: str, role: str) -> None:
    assert held(sentence) == [(role, None, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Letters may only be sent out once the head of legal has approved them.",
        "Letters may not be sent out until the head of legal has approved them.",
    ],
)
def test_what_waits_for_somebody_needs_their_approval(sentence: str) -> None:
    assert held(sentence) == [(None, None, "head_of_legal")]


@pytest.mark.parametrize(
    "sentence",
    ["The customer's decision is final.", "You may cancel once; a second time costs $5."],
)
def test_what_customers_decide_is_no_authority(sentence: str) -> None:
    assert held(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A late bus is escalated to the duty manager, who decides whether to send a taxi.",
        "An appeal may be made to the duty manager, whose answer is final.",
    ],
)
def test_where_a_matter_goes_and_who_decides_it_are_both_kept(sentence: str) -> None:
    kinds = [
        (one["kind"], one.get("to") or one.get("role")) for one in understand(sentence)["clauses"]
    ]
    assert kinds == [("escalation", "duty_manager"), ("authority", "duty_manager")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The school may end lessons without notice.",
        "We may refuse service to a guest who is abusive.",
        "If you do not pay, we may suspend your account.",
        "After a second warning, the club may expel the member.",
        "Where goods cannot be sold again, we may turn down a request.",
        "The gym can end your membership if you break the rules.",
        "Refunds are given at our discretion.",
        "Exchanges are at the shop's discretion.",
        "We pay overdrafts at our sole discretion.",
        "Visitors are at our discretion.",
    ],
)
def test_what_a_house_may_do_to_those_who_come_is_asked_about(sentence: str) -> None:
    read = understand(sentence)
    assert held(sentence) == [(None, None, None)]
    assert any(one["severity"] == "warning" for one in read["problems"])


@pytest.mark.parametrize(
    "sentence",
    [
        "We may withdraw these terms.",
        "We may close early in winter.",
        "We reserve the right to change our prices.",
        "You have the right to cancel.",
    ],
)
def test_what_concerns_no_case_is_no_power(sentence: str) -> None:
    assert held(sentence) == []
