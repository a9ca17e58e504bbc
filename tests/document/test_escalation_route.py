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
        "If you are still unhappy, you may contact the Ombudsman.",
        "If we cannot resolve the matter, you may take it to the county court.",
        "If you are not satisfied, you can ask for a refund.",
        "If your parcel is still missing, contact the carrier.",
    ],
)
def test_other_ways_are_the_customers_alone(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_what_the_team_does_with_what_is_not_settled_is_no_way_of_the_customer() -> None:
    (said,) = understand("If not resolved within 2 hours, escalate to the owner.")["clauses"]
    assert (said["after"], said["to"], said["event"]) == ("PT2H", "owner", "not_resolved")
