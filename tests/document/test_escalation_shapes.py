"""Shapes in which people write who is told, and what only looks like one of them."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _one(sentence: str, lead_in: str | None = None, heading: str | None = None) -> dict[str, Any]:
    said: dict[str, Any]
    (said,) = understand(sentence, lead_in=lead_in, heading=heading)["clauses"]
    return said


@pytest.mark.parametrize(
    ("sentence", "event", "to"),
    [
        ("If a diner faints, signal to your Floor Manager at once.", "faints", "floor_manager"),
        (
            "Requests beyond these limits are put to the board.",
            "requests_beyond_these_limits",
            "board",
        ),
        (
            "A clerk who drops a parcel must log it and tell the depot manager.",
            "drops_parcel",
            "depot_manager",
        ),
        ("Every accident is declared to the safety officer.", "accident", "safety_officer"),
        (
            "The theft is then reported by staff to the most senior person on duty, and logged.",
            "theft",
            "most_senior_person_on_duty",
        ),
        ("If a tanker leaks,tell the site manager at once.", "tanker_leaks", "site_manager"),
        (
            "In a critical incident staff members must notify their campus manager.",
            "critical_incident",
            "campus_manager",
        ),
    ],
)
def test_who_is_told_at_what_happens(sentence: str, event: str, to: str) -> None:
    said = _one(sentence)
    assert (said["kind"], said["to"]) == ("escalation", to)
    assert said["event"] == event or event in said["event"]


@pytest.mark.parametrize(
    ("sentence", "after", "to"),
    [
        ("If a call waits more than 5 minutes, the shift lead gets a nudge.", "PT5M", "shift_lead"),
        (
            "Where a patient has been waiting 8 hours from arrival, the matron tells the director.",
            "PT8H",
            "director",
        ),
        (
            "If a ticket stays unassigned for 45 minutes, the lead technician is nudged.",
            "PT45M",
            "lead_technician",
        ),
        ("More than 2 days without a reply → team lead told", "P2D", "team_lead"),
    ],
)
def test_who_is_told_after_a_time(sentence: str, after: str, to: str) -> None:
    said = _one(sentence)
    assert (said["kind"], said["after"], said["to"]) == ("escalation", after, to)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Serious complaints are handed to the owner the same day.", "owner"),
        ("Tell the head of care the same day if a resident falls.", "head_of_care"),
        (
            "Letters from solicitors go to the practice manager on the day of receipt.",
            "practice_manager",
        ),
    ],
)
def test_who_is_told_the_same_day(sentence: str, to: str) -> None:
    said = _one(sentence)
    assert (said["to"], said["anchor"], said["after"]) == (to, "same_day", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Unresolved complaints are passed to the manager the same day.",
        "If it cannot be put right the same day, it is passed to the manager.",
        "Serious matters should be escalated to management at an early stage.",
        "Escalate to your manager early.",
        "Problems should be raised with the team lead in good time.",
        "If things do not improve, somebody senior is brought in.",
        "If this does not help, someone more senior takes over.",
    ],
)
def test_what_nobody_can_count_or_name_is_asked(sentence: str) -> None:
    said = understand(sentence)
    assert (said["state"], said["clauses"]) == ("almost", [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Once a year transport complaints will be reported to the Board.",
        "At least once a term, all incidents are reported to the governors.",
        "An annual summary of complaints is sent to the trustees.",
        "Every quarter the figures go to the committee.",
        "Where that cannot be done at once, a ticket is opened and given to a technician.",
        "Bids go up to the third round.",
        "If you are still not happy, you can take us to court.",
        "If you are unhappy, you can ask for a refund.",
    ],
)
def test_reports_and_shared_work_go_up_to_nobody(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "If you aren't happy with our reply, you have the right to go to NHS England.",
            "nhs_england",
        ),
        (
            "If no answer is received in 10 days, the customer can write to the Nodal Officer.",
            "nodal_officer",
        ),
        (
            "If the client still feels dissatisfied, he/she may approach the appellate authority.",
            "appellate_authority",
        ),
        (
            "A patient who is not satisfied may ask for a review by the Medical Director.",
            "medical_director",
        ),
        (
            "After both stages, if you are unhappy, you can take it to the Housing Ombudsman.",
            "housing_ombudsman",
        ),
        (
            "If you are not satisfied, you have six months to take it to the Energy Ombudsman.",
            "energy_ombudsman",
        ),
    ],
)
def test_an_unhappy_customers_way_whatever_they_are_called(sentence: str, to: str) -> None:
    said = _one(sentence)
    assert (said["kind"], said["to"], said["strength"]) == ("escalation", to, "may")


@pytest.mark.parametrize(
    ("heading", "lead_in", "sentence", "to"),
    [
        (
            "Level 3: Management",
            "Escalation criteria:",
            "A client threatens to leave",
            "management",
        ),
        ("", "When to fetch Petra:", "An injury or a worry about health", "petra"),
        ("", "When to call the manager:", "A guest refuses to pay", "manager"),
        (
            "Handling complaints",
            "WHAT IF: The shopper turns loud",
            "Escalate to: Shop Manager",
            "shop_manager",
        ),
        ("Upset guests", "", "Get your manager at once, don't panic", "manager"),
        (
            "You spill something on a guest",
            "",
            "Tell your manager, so that they can apologise",
            "manager",
        ),
        (
            "",
            "Trigger | Owner | Escalates To",
            "Data breach | IT | Chief Privacy Officer",
            "chief_privacy_officer",
        ),
    ],
)
def test_a_list_below_what_goes_up(heading: str, lead_in: str, sentence: str, to: str) -> None:
    said = _one(sentence, lead_in, heading)
    assert (said["kind"], said["to"], said["after"]) == ("escalation", to, None)


@pytest.mark.parametrize(
    ("heading", "lead_in", "sentence"),
    [
        ("Criteria for escalating by hand", "", "Customer asks outright for a manager"),
        ("", "Immediate escalation (within 20 minutes):", "Suspected data breach"),
        ("", "Escalation triggers", "No acknowledgement after 5 hours"),
    ],
)
def test_a_list_that_says_nobody_is_asked_to_whom(
    heading: str, lead_in: str, sentence: str
) -> None:
    said = understand(sentence, lead_in=lead_in, heading=heading)
    assert (said["state"], [one["code"] for one in said["problems"]]) == ("almost", ["ES05"])


@pytest.mark.parametrize(
    "sentence", ["These rules apply to all staff.", "We review these every quarter."]
)
def test_what_is_said_of_such_a_list_is_no_part_of_it(sentence: str) -> None:
    clauses = understand(sentence, heading="Escalation triggers")["clauses"]
    assert "escalation" not in {one["kind"] for one in clauses}


def test_an_incidents_clock_is_read_in_minutes_with_a_warning() -> None:
    said = understand(
        "T+60 | Escalation to the executive if there is no way out", heading="Time | Action"
    )
    assert [one["after"] for one in said["clauses"]] == ["PT60M"]
    assert [one["severity"] for one in said["problems"]] == ["warning"]


def test_a_condition_beside_a_time_is_said_aloud() -> None:
    said = understand("After 30 minutes, tell the manager if the customer is angry.")
    assert [one["code"] for one in said["problems"]] == ["TX06"]


def test_a_comma_without_a_space_parts_all_the_same() -> None:
    assert _one("When the owner is away,the receptionist takes over.")["deputy"] == "receptionist"


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "If a porter is told of a leak, he or she should inform the Duty Engineer.",
            "duty_engineer",
        ),
        ("If the manager is called, the director must be told.", "director"),
        ("If a tutor decides that a child is at risk, they must refer it to the DSL.", "dsl"),
    ],
)
def test_whoever_is_told_of_the_case_is_not_who_is_told_then(sentence: str, to: str) -> None:
    said = _one(sentence)
    assert (said["to"], said["also"]) == (to, [])


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Leaks are reported to the Gas and Water Safety Officer.", "gas_and_water_safety_officer"),
        ("Breaches go to the Equality & Access Lead.", "equality_access_lead"),
        ("If staff are unable to help, they tell the matron and report back.", "matron"),
        ("Shortages must be reported to the bursar upon discovery.", "bursar"),
    ],
)
def test_a_role_has_all_of_its_words_and_no_more(sentence: str, to: str) -> None:
    said = _one(sentence)
    assert (said["to"], said["also"]) == (to, [])


def test_two_roles_that_and_joins_are_two() -> None:
    said = _one("Theft is reported to the Duty Manager and Security Team.")
    assert (said["to"], said["also"]) == ("duty_manager", ["security_team"])


@pytest.mark.parametrize(
    "sentence",
    [
        "If it remains unresolved it will be passed to the warden.",
        "Should the matter remain unresolved, it is passed to the warden.",
        "If the fault is still not fixed, the warden is called.",
        "If no agreement is reached, the case goes to the warden.",
        "If the complaint cannot be settled, it goes to the warden.",
    ],
)
def test_what_did_not_help_is_a_moment_by_itself(sentence: str) -> None:
    said = _one(sentence)
    assert (said["to"], said["after"]) == ("warden", None)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("If that does not settle it, the next person to contact is the bursar.", "bursar"),
        ("If the clerk cannot settle it, ask for the Branch Champion.", "branch_champion"),
        ("The manager is told by phone of any accident.", "manager"),
        (
            "A carer reports any fall, however small, to the matron as soon as she is aware of it.",
            "matron",
        ),
    ],
)
def test_who_is_next_and_how_they_are_told(sentence: str, to: str) -> None:
    said = _one(sentence)
    assert (said["kind"], said["to"]) == ("escalation", to)
    assert said["event"] not in {"b", "she_is_aware_of_it"}


def test_whoever_is_told_as_well_is_kept() -> None:
    said = understand(
        "A theft will be referred to the Head of Risk and also reported to the bursar."
    )
    assert [one["to"] for one in said["clauses"]] == ["head_of_risk", "bursar"]
    assert said["problems"] == []
