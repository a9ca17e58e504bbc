"""What is not done within a time, who "approves up to", and what is given without an article."""

import pytest

from goodword.document.read import read
from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "We never charge for a re-check within 8 weeks of a sight test.",
        "We don't change your appointment within 24 hours of it.",
        "Emails are not answered within 24 hours at weekends.",
        "We will never ring before 8am.",
    ],
)
def test_what_is_not_done_by_a_time_is_no_promise(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["prohibition"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("We never take longer than 3 days to reply.", "P3D"),
        ("We will not fail to reply within 3 days.", "P3D"),
        ("We cannot always answer at once but we reply within 2 days.", "P2D"),
        ("You will not wait more than 10 minutes.", "PT10M"),
    ],
)
def test_a_bound_that_is_not_gone_beyond_is_a_promise(sentence: str, within: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["within"]) == ("promise", within)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The Head of Customer Success approves up to €5,000.", "head_of_customer_success"),
        ("Team Leaders authorise up to £75.", "team_leader"),
        ("The Head of Care Quality approves refunds up to £500.", "head_of_care_quality"),
        ("The Refunds Manager: up to £90", "refunds_manager"),
    ],
)
def test_what_a_role_does_is_no_part_of_its_name(sentence: str, role: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["role"]) == ("authority", role)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Your delivery fee is refunded if we are late.", "we give you your delivery fee."),
        ("Postage is refunded when the mistake was ours.", "we give you postage."),
        ("If we are late you get half your fare back.", "we give you half your fare back."),
    ],
)
def test_what_is_given_has_an_article_only_where_it_needs_one(sentence: str, said: str) -> None:
    (problem,) = understand(sentence)["problems"]
    assert said in problem["message"]
    again = understand(problem["fix"])["clauses"]
    assert again == understand(sentence)["clauses"]


def test_how_something_is_given_is_not_what_is_given() -> None:
    assert understand("If we lose your coat, we pay for it.")["clauses"] == []


COMPLAINTS = """# Policy

We are open Monday to Friday, 9am to 5pm.

## If something goes wrong

1. Tell whoever is with you. They listen, and put it right there and then if they can.
2. A written complaint is acknowledged within 3 working days and fully answered within 20.
3. Still unhappy? You can take it to the Optical Consumer Complaints Service.
"""


def test_numbered_lines_that_promise_something_are_no_steps_of_a_moment() -> None:
    kinds = [type(one).__name__ for one in read(COMPLAINTS).policy.clauses]
    assert kinds.count("Promise") == 2
    assert "Escalation" in kinds
    team = (
        COMPLAINTS.replace("A written complaint is acknowledged", "Acknowledge it")
        .replace(" and fully answered within 20.", ".")
        .replace("Still unhappy? You can take it to", "Name")
    )
    assert "Situation" in [type(one).__name__ for one in read(team).policy.clauses]
