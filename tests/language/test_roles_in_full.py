"""Who is told is named as people name them: without the house, with the whole of their title."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        # The house that a role belongs to, and whose it is, are no part of its name.
        (
            "If you are unhappy, you may write to the Managing Director of the company.",
            "managing_director",
        ),
        (
            "If it is not settled, the customer may take it to the Nodal Officer of the Circle.",
            "nodal_officer",
        ),
        ("If an employee is injured, inform the employee's line manager.", "line_manager"),
        ("If a guest threatens to leave, tell the guest's account manager.", "account_manager"),
        # What makes the name is kept.
        ("Complaints about staff go to the head of department.", "head_of_department"),
        ("Serious incidents are reported to the Director of Nursing.", "director_of_nursing"),
        ("If the lift is out of order, tell the lift firm's director.", "lift_firm_director"),
        ("Letters from councillors are passed to the Mayor's office.", "mayors_office"),
        ("Group bookings over 20 people are passed to Reservations.", "reservations"),
        ("If the yeast dies, tell the Head Brewer and hold the batch.", "head_brewer"),
        ("Any concern about fraud is passed to another senior person.", "senior_person"),
        ("Thefts are reported to a body, i.e. the Board of Trustees.", "board_of_trustees"),
        ("Staff have a duty to report to the Registrar any matter of concern.", "registrar"),
        ("Faults that cannot be fixed by Tier 2 are escalated to Tier 3.", "tier_3"),
        ("Any slur must be reported to your line manager straight after the call.", "line_manager"),
    ],
)
def test_who_is_told_has_their_own_name(sentence: str, to: str) -> None:
    (told,) = understand(sentence)["clauses"]
    assert (told["kind"], told["to"]) == ("escalation", to)


def test_two_are_told_where_each_has_a_to_of_its_own() -> None:
    (told,) = understand("Report any loss of a card to the Finance Lead and to the bank.")[
        "clauses"
    ]
    assert (told["to"], told["also"]) == ("finance_lead", ["bank"])
    assert "loss_of_card" in told["event"]


def test_by_when_it_is_written_down_is_not_when_somebody_is_told() -> None:
    sentence = (
        "Accidents are reported to the line manager at once and entered in the book by the end "
        "of the shift."
    )
    read = understand(sentence)
    assert (read["state"], read["clauses"][0]["within"]) == ("live", None)
    late = understand("Accidents are reported to the line manager by the end of the shift.")
    assert late["state"] == "almost"


def test_a_way_out_opens_when_a_time_has_gone_by() -> None:
    (way,) = understand(
        "If eight weeks have gone by, you can take your complaint to the Legal Ombudsman."
    )["clauses"]
    assert (way["to"], way["after"], way["strength"]) == ("legal_ombudsman", "P8W", "may")


def test_a_ban_and_who_is_told_stand_in_one_sentence() -> None:
    read = understand("Staff never speak to the press; all enquiries go to the Press Officer.")
    assert [one["kind"] for one in read["clauses"]] == ["prohibition", "escalation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Major incidents: inform the crisis team within 15 minutes; the board within 4 hours.",
        "Servers can comp a dessert; anything more needs the floor manager's approval.",
    ],
)
def test_a_half_that_leans_on_the_other_is_read_with_it(sentence: str) -> None:
    kinds = {one["kind"] for one in understand(sentence)["clauses"]}
    assert len(kinds) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "If a guest complains on Sunday, tell April.",
        "If a caller is from France, refer them to French.",
        "The yearly figures are passed to the board each month.",
    ],
)
def test_days_months_and_nations_are_nobody_and_news_goes_up_to_nobody(sentence: str) -> None:
    told = [one.get("to") for one in understand(sentence)["clauses"]]
    assert not {"april", "french", "board_month"} & set(told)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        (
            "Cases beyond these powers are referred to the General Manager (Operations).",
            "general_manager_operations",
        ),
        (
            "Should the coordinator not reply, contact the Associate Director, User Support.",
            "associate_director_user_support",
        ),
        (
            "Complaints that are not settled are passed to the Director – Housing.",
            "director_housing",
        ),
        (
            "Talk of self-harm is passed to the Trust and Safety on-call immediately.",
            "trust_and_safety_on_call",
        ),
        (
            "Escalate to the Chief Executive Officer (CEO) if it is not resolved in 5 days.",
            "chief_executive_officer",
        ),
        ("If a fire starts, tell the Manager, Staff and Visitors leave by the rear.", "manager"),
        ("Any theft is reported to the Manager (see page 4).", "manager"),
        (
            "Parents who are not satisfied should write to the district's transport office.",
            "transport_office",
        ),
        ("If you are not satisfied you may write to the city's ombudsman.", "ombudsman"),
    ],
)
def test_the_office_behind_a_title_belongs_to_it_and_its_house_does_not(
    sentence: str, to: str
) -> None:
    assert [one["to"] for one in understand(sentence)["clauses"]] == [to]
