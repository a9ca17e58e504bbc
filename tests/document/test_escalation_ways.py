"""The ways that unhappy people have to somebody, in the words that people write."""

# ruff: noqa: E501  (a sentence reads best unbroken)

import pytest

from goodword.document.understand import understand


def _way(text: str, lead_in: str | None = None) -> tuple[str, str | None, str] | None:
    read = understand(text, lead_in=lead_in)
    found = [one for one in read["clauses"] if one["kind"] == "escalation"]
    return (found[0]["to"], found[0]["after"], found[0]["strength"]) if len(found) == 1 else None


@pytest.mark.parametrize(
    ("text", "to", "after"),
    [
        (
            "You may also file with the Department of Insurance at any time.",
            "department_of_insurance",
            None,
        ),
        (
            "You can go to the Postal Adjudicator if 60 days have passed since you complained.",
            "postal_adjudicator",
            "P60D",
        ),
        (
            "Complaints can be made to the Commissioner at any time, told us first or not.",
            "commissioner",
            None,
        ),
        (
            "Individuals who feel unfairly treated have the right to take the matter to the County FA.",
            "county_fa",
            None,
        ),
        (
            "If your concern involves the warden, then please contact the Club Secretary.",
            "club_secretary",
            None,
        ),
        (
            "Nothing stops a complainant from approaching the State Ombudsman at any point.",
            "state_ombudsman",
            None,
        ),
        (
            "No solution in six weeks? You may go to the Consumer Code for arbitration.",
            "consumer_code",
            "P6W",
        ),
        (
            "Feel let down? Ask to speak to the Head of Visitor Services.",
            "head_of_visitor_services",
            None,
        ),
        ("A guest who feels badly served may ask to see the Consul.", "consul", None),
        (
            "A consumer whose query has not been settled in 12 days may address the Municipal Manager.",
            "municipal_manager",
            "P12D",
        ),
        (
            "The Energy Ombudsman may be asked to look at the case after seven weeks.",
            "energy_ombudsman",
            "P7W",
        ),
        (
            "Once you hold our final letter, the Motor Ombudsman is open to you.",
            "motor_ombudsman",
            None,
        ),
        (
            "Complaints not acted upon may be sent to the Anti-Litter Authority.",
            "anti_litter_authority",
            None,
        ),
        (
            "If we cannot agree, you can ask to have it reviewed by an internal ombudsman.",
            "internal_ombudsman",
            None,
        ),
        (
            "Where you and we can't agree, the Optical Complaints Service offers mediation.",
            "optical_complaints_service",
            None,
        ),
        (
            "You may complain directly to the Health and Disability Commissioner.",
            "health_and_disability_commissioner",
            None,
        ),
    ],
)
def test_to_whom_unhappy_people_may_go(text: str, to: str, after: str | None) -> None:
    assert _way(text) == (to, after, "may")


def test_a_line_goes_on_with_the_way_above_it() -> None:
    way = _way(
        "if fifteen working days have gone by without an answer",
        lead_in="You may go to the Information Commissioner:",
    )
    assert way == ("information_commissioner", "P15D", "may")


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("You can also go to the Energy Ombudsman at any time.", "energy_ombudsman"),
        ("After that you can go to the housing ombudsman.", "housing_ombudsman"),
        ("You may then complain to the Press Council.", "press_council"),
        (
            "After stage 2 you can take it to the water regulator, free of charge, within 6 months.",
            "water_regulator",
        ),
        (
            "You can refer your complaint to the ombudsman within six months of our final answer.",
            "ombudsman",
        ),
        (
            "For private work you can turn to the dental complaints scheme.",
            "dental_complaints_scheme",
        ),
    ],
)
def test_a_way_outside_said_plainly_asks_for_nothing(text: str, to: str) -> None:
    assert _way(text) == (to, None, "may")
    assert understand(text)["problems"] == []


def test_one_of_two_ways_is_taken_with_a_warning() -> None:
    read = understand("You can go to the ombudsman, or for dental work to the complaints service.")
    assert [one["to"] for one in read["clauses"]] == ["ombudsman"]
    assert [one["severity"] for one in read["problems"]] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Any complaints can be raised with the Trust.",
        "Students who need help to lodge a complaint should contact the Student Centre.",
        "If your order is wrong, please contact the Customer Services team.",
        "You can appeal to the County Court.",
        "Residents have a right to object to the accounts.",
        "Contact the Housing Ombudsman, PO Box 12, Newtown.",
        "Please contact the office if you cannot attend.",
        "You may cancel within 10 days by writing to the Sales Office.",
        "The manager may review the discount.",
    ],
)
def test_first_complaints_help_and_courts_are_no_such_way(text: str) -> None:
    assert _way(text) is None


@pytest.mark.parametrize(
    ("text", "to", "after"),
    [
        ("Week 8: no answer yet? The Ombudsman may be turned to.", "ombudsman", "P8W"),
        (
            "On no reply being received in 14 days, the customer may write to the Grievance Officer.",
            "grievance_officer",
            "P14D",
        ),
        (
            "Should we be stuck, you can call in the Furniture & Home Ombudsman.",
            "furniture_and_home_ombudsman",
            None,
        ),
        (
            "Thereafter, you can refer it to the Local Government and Social Care Ombudsman.",
            "local_government_and_social_care_ombudsman",
            None,
        ),
    ],
)
def test_silence_is_counted_and_long_names_are_whole(text: str, to: str, after: str | None) -> None:
    assert _way(text) == (to, after, "may")
