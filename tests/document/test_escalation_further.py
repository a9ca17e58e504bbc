"""To whom unhappy people may go, and to whom else: "to the board or the ombudsman"."""

# ruff: noqa: E501  (a sentence reads best unbroken)

import pytest

from goodword.document.understand import understand


def _ways(text: str) -> list[str]:
    read = understand(text)
    return [one["to"] for one in read["clauses"] if one["kind"] == "escalation"]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        (
            "If you are unhappy with our answer you may go to the Housing Ombudsman or the Appeals Service.",
            ["housing_ombudsman", "appeals_service"],
        ),
        (
            "Patients who remain dissatisfied may turn to the Trust Board (hospital care), the Eye Care Service (private care) or the Health Ombudsman.",
            ["trust_board", "eye_care_service", "health_ombudsman"],
        ),
        (
            "If you are aggrieved by a charge you may object to the Commissioner and, from him, to the Appeal Panel.",
            ["commissioner", "appeal_panel"],
        ),
        (
            "If you are still not satisfied you can contact the Area Manager, and after that the Managing Director.",
            ["area_manager", "managing_director"],
        ),
        (
            "Claims which have been refused may be put to the Ferry Council or, outside the islands, to Coastal Travellers United.",
            ["ferry_council", "coastal_travellers_united"],
        ),
        (
            "If we cannot agree, you may ask the Builders Society or the Homes Ombudsman to look at it.",
            ["builders_society", "homes_ombudsman"],
        ),
        (
            "You can ask for yours to be looked at by a Team Manager and, after that, by our Customer Relations Office.",
            ["team_manager", "customer_relations_office"],
        ),
        (
            "If you remain dissatisfied you can take the matter to the Regional Manager; failing that, to the Chief Executive.",
            ["regional_manager", "chief_executive"],
        ),
        # An address behind a name, and what else one may do, are nobody to go to.
        ("If you are unhappy you may write to the Chair, The Old Mill, Weir Lane.", ["chair"]),
        (
            "If you are not satisfied with our response, you can complain to the Ombudsman and ask for a review.",
            ["ombudsman"],
        ),
        ("Unhappy? You can write to the Store Manager or call our helpline.", ["store_manager"]),
        (
            "If you are not happy with the reply, you can take it to the Head of Service and our Customer Relations team will see to the rest.",
            ["head_of_service"],
        ),
        # One body with an "and" in its name.
        (
            "If you do not accept our answer you may go to the Ombudsman for Pensions and Savings.",
            ["ombudsman_for_pensions_and_savings"],
        ),
    ],
)
def test_each_further_way_is_a_way_of_its_own(text: str, to: list[str]) -> None:
    assert _ways(text) == to


def test_a_later_way_opens_where_the_one_before_settles_nothing() -> None:
    read = understand(
        "If you are still not satisfied you can contact the Area Manager, and after that the Managing Director."
    )
    assert [one["event"] for one in read["clauses"]] == [
        "still_not_satisfied",
        "area_manager_cannot_settle_it",
    ]
    assert {one["strength"] for one in read["clauses"]} == {"may"}


@pytest.mark.parametrize(
    ("text", "to", "after"),
    [
        (
            "If you remain unhappy you may complain to the Charities Regulator within two months of our final response.",
            "charities_regulator",
            None,
        ),
        (
            "A resident who is still dissatisfied may request a hearing before the Hearing Officer.",
            "hearing_officer",
            None,
        ),
        (
            "A member who disputes a fine may ask, in writing, for a hearing before the Hearing Officer.",
            "hearing_officer",
            None,
        ),
        (
            "The tenant then has 6 months in which to complain to the Housing Adjudicator.",
            "housing_adjudicator",
            None,
        ),
        (
            "If the matter isn't settled in 30 days you may write to the Superintendent of Harbours.",
            "superintendent_of_harbours",
            "P30D",
        ),
        (
            "If 20 working days have gone by and it is still not resolved, you can go to Water Disputes free of charge.",
            "water_disputes",
            "P20D",
        ),
        (
            "If you are unhappy you may go to the Ombudsman for Jersey for help.",
            "ombudsman_for_jersey",
            None,
        ),
        ("If you are unhappy you may ask the Ombudsman for a review.", "ombudsman", None),
        (
            "Disputes may be lodged with the Commissioner's Office after mediation has been attempted.",
            "commissioners_office",
            None,
        ),
    ],
)
def test_ways_that_were_no_ways(text: str, to: str, after: str | None) -> None:
    (clause,) = understand(text)["clauses"]
    assert (clause["kind"], clause["to"], clause["after"]) == ("escalation", to, after)
    assert clause["strength"] == "may"
