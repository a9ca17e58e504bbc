"""Lines as people lay them out: numbers, ranks, labels of items and lists of cases."""

import pytest

from goodword.checks import check
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.promise import Promise

REPAIRS = """# Policy

We are open Monday to Friday, 9am to 5pm.

## Repairs

- **Emergency** – danger to people or the building. We'll complete the repair within 24 hours.
- **Urgent** – no heating. Within 3 working days.
- **Routine** – everything else. Within 28 calendar days.
"""

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


@pytest.mark.parametrize(
    ("head", "cell", "subject"),
    [
        ("Severity | Meaning | First response", "1 | Production down | 30 minutes", "severity_1"),
        ("Priority | Response", "2 | 2 hours", "priority_2"),
        ("Class | Definition | Response", "A | Total failure | 1 hour", "class_a"),
        ("Severity | Meaning | First response", "4 | Question | 2 days", "severity_4"),
    ],
)
def test_a_bare_rank_is_named_by_the_word_above_it(head: str, cell: str, subject: str) -> None:
    (clause,) = understand(cell, heading=head)["clauses"]
    assert clause["subject"] == subject


def test_short_forms_keep_their_capitals_and_how_often_is_no_part_of_a_case() -> None:
    policy = read(
        "# Policy\n\nComplaints about staff always go to the HR Director.\n\n"
        "Agents may give credits up to $50; above that, ask the CFO.\n"
    ).policy
    assert {one.name for one in policy.roles} >= {"HR director", "CFO"}
    assert any(
        getattr(one, "event_words", "").lower() == "complaints about staff"
        for one in policy.clauses
    )


def test_the_kind_of_case_that_opens_an_item_holds_for_its_other_sentences() -> None:
    reading = read(REPAIRS)
    promises = reading.policy.of_kind(Promise)
    assert [one.subject for one in promises] == ["emergency", "urgent", "routine"]
    assert [REPAIRS[one.span.start : one.span.end] for one in promises][1:] == [
        "Within 3 working days.",
        "Within 28 calendar days.",
    ]
    assert "DOC04" not in [one.code for one in check(reading, at=1_790_000_000)]


def test_a_first_sentence_that_promises_or_is_no_kind_of_case_is_no_label() -> None:
    text = REPAIRS.replace("**Urgent** – no heating.", "**Please note** – we are a small team.")
    subjects = [getattr(one, "subject", None) for one in read(text).policy.clauses]
    assert "urgent" not in subjects


def test_a_list_of_ways_is_no_kind_of_message() -> None:
    (clause,) = understand("We'll reply to emails, letters and app messages within 5 days.")[
        "clauses"
    ]
    assert (clause["channels"], clause["condition"]) == (["email", "letter", "web_form"], None)
    (clause,) = understand(
        "Patients in reception | Greet with eye contact | Within 30 seconds",
        heading="Contact | What we do | How soon",
    )["clauses"]
    assert clause["condition"] is None


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "Leaks, floods or loss of power: we come within 4 hours.",
            "it is about leaks or floods or loss of power",
        ),
        (
            "Flashes, sudden loss of vision or a painful red eye: you are seen the same day.",
            "it is about flashes or sudden loss of vision or a painful red eye",
        ),
    ],
)
def test_each_case_of_a_list_before_a_colon_is_kept(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] == condition
