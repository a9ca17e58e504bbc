"""Who answers is nobody for whom a promise is made."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Emails are answered by a trained volunteer within 24 hours.",
        "Letters are acknowledged by a named volunteer within 2 days.",
        "Calls are returned by our older volunteers within 2 hours.",
        "Emails are answered by a volunteer within 24 hours.",
    ],
)
def test_who_does_it_narrows_nothing(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert not clause.get("condition")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Emails from new volunteers are answered within 24 hours.", "new volunteers"),
        ("We answer new patients within 2 days.", "new patients"),
        ("Requests made by new members are answered within 2 days.", "new members"),
    ],
)
def test_for_whom_it_is_done_still_does(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert condition in (clause.get("condition") or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "You will get a call from a manager within 2 hours.",
        "You'll have a letter from the director within 5 days.",
        "You receive a reply from one of our nurses within 4 hours.",
        "Every complaint gets a call from Dale within 24 hours.",
        "A team member answers calls within 20 seconds.",
        "A board member replies within 5 days.",
        "Messages that we receive from you are answered within 2 hours.",
    ],
)
def test_what_comes_from_one_of_us_depends_on_nothing(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "promise"
    assert not clause.get("condition")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("We answer complaints from councillors within 3 days.", "it is from councillors"),
        ("We reply to emails from the press within an hour.", "it is from the press"),
        (
            "Reports that somebody is being harmed are answered the same day.",
            "somebody is being harmed",
        ),
        (
            "Reports that a child may be at risk are answered within 1 hour.",
            "a child may be at risk",
        ),
        (
            "Orders that you place before noon are sent the same day.",
            "you place them before noon",
        ),
        ("A parcel that we lose is replaced within five working days.", "we lose it"),
        ("Calls that we miss are returned within 1 hour.", "we miss them"),
        ("We answer emails that mention a lawyer within 1 day.", "they mention a lawyer"),
    ],
)
def test_what_came_to_us_keeps_what_is_said_of_it(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] == condition


@pytest.mark.parametrize(
    ("heading", "lead_in", "sentence"),
    [
        ("Making a complaint", None, "A manager rings you within 24 hours."),
        ("Complaints", None, "You will be rung within 24 hours."),
        (None, "When you complain:", "A manager phones you within 24 hours."),
        (None, "If a customer complains:", "Reply within 5 days."),
    ],
)
def test_whoever_is_rung_about_a_complaint_has_complained(
    heading: str | None, lead_in: str | None, sentence: str
) -> None:
    (clause,) = understand(sentence, heading=heading, lead_in=lead_in)["clauses"]
    assert clause["subject"] == "complaint"


def test_calls_returned_below_a_heading_of_complaints_are_all_calls() -> None:
    (clause,) = understand("We return calls within 24 hours.", heading="Complaints")["clauses"]
    assert not clause.get("subject")


@pytest.mark.parametrize(
    ("lead_in", "sentence", "channels"),
    [
        (
            "When you write to us:",
            "Letters and emails get a reply within 10 working days.",
            ["letter", "email"],
        ),
        (
            "When you write to us:",
            "Messages on social media are answered within four working hours.",
            ["social"],
        ),
        ("When you ring us:", "Somebody answers within 20 seconds.", ["phone"]),
        ("When you visit us:", "No one waits more than 10 minutes.", ["in_person"]),
    ],
)
def test_a_lead_in_that_says_all_of_a_case_is_no_part_of_the_sentence(
    lead_in: str, sentence: str, channels: list[str]
) -> None:
    (clause,) = understand(sentence, lead_in=lead_in)["clauses"]
    assert clause["channels"] == channels
    assert not clause.get("condition")
