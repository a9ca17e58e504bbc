"""An unhappy customer's own way to somebody who looks again."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("If you are still unhappy, you can write to the owner.", "owner"),
        (
            "You can take your complaint to the branch manager if we do not resolve it.",
            "branch_manager",
        ),
        (
            "If you disagree with the decision, ask for it to be reviewed by the head of service.",
            "head_of_service",
        ),
        (
            "If you remain dissatisfied, the practice manager will review your complaint.",
            "practice_manager",
        ),
    ],
)
def test_the_customers_way_leads_to_one_of_ours(sentence: str, to: str) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["to"]) == ("escalation", to)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ombudsman will usually decide within 90 days.",
        "If we cannot resolve the matter, you may take it to the county court.",
        "If you are not satisfied, you can ask for a refund.",
        "If your parcel is still missing, contact the carrier.",
    ],
)
def test_other_ways_are_the_customers_alone(sentence: str) -> None:
    assert "escalation" not in {one["kind"] for one in understand(sentence)["clauses"]}


def test_what_the_team_does_with_what_is_not_settled_is_no_way_of_the_customer() -> None:
    (said,) = understand("If not resolved within 2 hours, escalate to the owner.")["clauses"]
    assert (said["after"], said["to"], said["event"]) == ("PT2H", "owner", "not_resolved")


@pytest.mark.parametrize(
    ("sentence", "to", "after"),
    [
        ("If you are still unhappy, you may contact the Ombudsman.", "ombudsman", None),
        ("After 8 weeks you can go to the ombudsman.", "ombudsman", "P8W"),
        (
            "If we have not answered in 8 weeks, you may go to the Financial Ombudsman Service.",
            "financial_ombudsman_service",
            "P8W",
        ),
        (
            "Complaints still open after eight weeks may be taken to the Energy Ombudsman.",
            "energy_ombudsman",
            "P8W",
        ),
        (
            "If you remain unhappy you can take it to the housing ombudsman within six months.",
            "housing_ombudsman",
            None,
        ),
    ],
)
def test_the_customers_way_may_lead_to_a_body_outside(
    sentence: str, to: str, after: str | None
) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["to"], said["after"]) == ("escalation", to, after)
    assert said["strength"] == "may"


def test_a_way_to_one_of_ours_may_open_after_a_time() -> None:
    (said,) = understand(
        "If your complaint is still open after 5 working days you can ask for it to be reviewed by "
        "a Customer Relations Manager."
    )["clauses"]
    assert (said["to"], said["after"], said["unit"]) == (
        "customer_relations_manager",
        "P5D",
        "working",
    )
    assert said["strength"] == "may"


@pytest.mark.parametrize(
    "sentence",
    [
        "For burst pipes call the 24 hr line; everything else can wait till morning.",
        "Run a 24 hour telephone service besides, for emergency calls.",
    ],
)
def test_what_is_there_round_the_clock_is_no_time_to_wait_for(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
