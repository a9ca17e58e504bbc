"""Who is told and whom that person tells; whose the role is; on which day who is told."""

# ruff: noqa: E501  (a sentence reads best unbroken)

import pytest

from goodword.document.understand import understand


def _told(text: str) -> list[tuple[str, str | None]]:
    clauses = understand(text)["clauses"]
    return [(one["to"], one["after"]) for one in clauses if one["kind"] == "escalation"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Report any concern to the Club Welfare Officer, who will pass it on to the County Safeguarding Officer.",
            "club_welfare_officer",
            "county_safeguarding_officer",
        ),
        (
            "All staff must report an injury to the duty manager, who informs the safety officer.",
            "duty_manager",
            "safety_officer",
        ),
        (
            "If a child is hurt, tell the nurse, and she will notify the head teacher.",
            "nurse",
            "head_teacher",
        ),
        ("If you smell gas, tell the porter, who calls the engineer.", "porter", "engineer"),
        (
            "A data breach is reported to the DPO, who tells the regulator within 72 hours.",
            "dpo",
            "regulator",
        ),
    ],
)
def test_whoever_is_told_tells_another(text: str, first: str, second: str) -> None:
    assert _told(text) == [(first, None), (second, None)]


@pytest.mark.parametrize(
    "text",
    [
        "If a customer is unhappy, tell the manager, who tells the customer what happens next.",
        "When a guest complains, call the duty manager, who will discuss it with the guest.",
    ],
)
def test_what_customers_hear_is_nobody_of_ours(text: str) -> None:
    assert len(_told(text)) == 1


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        (
            "Major incidents: the service manager is told at once and at two hours the Head of IT is.",
            [("service_manager", None), ("head_of_it", "PT2H")],
        ),
        (
            "When a P1 is logged the shift lead is told at once, and after 4 hours the head of support.",
            [("shift_lead", None), ("head_of_support", "PT4H")],
        ),
        (
            "Faults open after 4 hours go to the Head of Operations and, after sixteen, to its Managing Director.",
            [("head_of_operations", "PT4H"), ("managing_director", "PT16H")],
        ),
        (
            "If a fault is not cured in 10 hours, the project manager is told, then after a further 14 the management board.",
            [("project_manager", "PT10H"), ("management_board", "PT14H")],
        ),
        (
            "Day 3: Matron; day 5: Head of Patient Flow; day 7: Chief Officer and the Director of Care",
            [
                ("matron", "P3D"),
                ("head_of_patient_flow", "P5D"),
                ("chief_officer", "P7D"),
                ("director_of_care", "P7D"),
            ],
        ),
        (
            "Working day 2: team leader; working day 4: service manager",
            [("team_leader", "P2D"), ("service_manager", "P4D")],
        ),
    ],
)
def test_who_is_told_later(text: str, rungs: list[tuple[str, str | None]]) -> None:
    assert _told(text) == rungs


def test_days_that_name_nobody_tell_nobody() -> None:
    assert _told("Day 5: reminder; day 10: final notice") == []


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "Faults open after 4 hours go to the Service Provider's Head of Operations.",
            "head_of_operations",
        ),
        (
            "Requests not answered within 2 days are passed to the Council's Waste Officer.",
            "waste_officer",
        ),
        (
            "If it is not settled in 20 days, it is referred to the Parties' Commercial Directors.",
            "commercial_director",
        ),
        ("After two hours the bank's Cash Manager is told.", "cash_manager"),
        ("Theft is reported to the children's services manager.", "children_services_manager"),
        ("Data breaches are reported to the firm's compliance team.", "firm_compliance_team"),
    ],
)
def test_whose_somebody_is_belongs_to_no_role(text: str, to: str) -> None:
    assert [one for one, _ in _told(text)] == [to]


@pytest.mark.parametrize(
    ("text", "to", "banned"),
    [
        ("Never argue with a drunk guest; call security.", "security", "argue_with_a_drunk_guest"),
        (
            "Never open a suspicious parcel: call the security manager.",
            "security_manager",
            "open_a_suspicious_parcel",
        ),
        (
            "Never move an injured guest; fetch the first aider.",
            "first_aider",
            "move_an_injured_guest",
        ),
    ],
)
def test_what_is_done_instead_is_no_part_of_a_ban(text: str, to: str, banned: str) -> None:
    clauses = understand(text)["clauses"]
    assert [(one["kind"], one.get("to") or one.get("action")) for one in clauses] == [
        ("escalation", to),
        ("prohibition", banned),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If redress is claimed for injury, the insurers are told before any answer is given.",
        "If legal action is threatened, insurers are advised immediately.",
    ],
)
def test_insurers_are_told_of_what_happened(text: str) -> None:
    assert _told(text) == [("insurer", None)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "If you are unhappy, speak to the supervisor; where the supervisor cannot assist, write to the Executive Director.",
            "supervisor",
            "executive_director",
        ),
        (
            "If something is wrong, please talk to the nurse in charge; if she cannot help, ask for the matron.",
            "nurse_in_charge",
            "matron",
        ),
        (
            "If you remain dissatisfied, you may refer the complaint to the Monetary Authority and, where money is in dispute, apply to the Dispute Resolution Centre.",
            "monetary_authority",
            "dispute_resolution_centre",
        ),
        (
            "If you are unhappy, contact the branch manager and, if that does not help, the area manager.",
            "branch_manager",
            "area_manager",
        ),
        (
            "Tell the coach first; if it is not settled, go to the Welfare Officer.",
            "coach",
            "welfare_officer",
        ),
    ],
)
def test_whoever_could_not_help_is_followed_by_another(text: str, first: str, second: str) -> None:
    assert _told(text) == [(first, None), (second, None)]
    assert [one["severity"] for one in understand(text)["problems"]] == ["warning"]


def test_who_is_told_where_no_answer_was_asked_for_is_one() -> None:
    assert (
        len(_told("If a child is hurt, call the nurse; if it is not urgent, write it down.")) <= 1
    )
