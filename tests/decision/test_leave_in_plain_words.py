"""May I? Forty questions as people at work type them."""

from functools import cache
from pathlib import Path

import pytest

from goodword.decision.ask import Answer, ask
from goodword.document.read import read
from goodword.policy.policy import Policy
from tests.decision.built_policy import NOON

ROOT = Path(__file__).parents[2]
STARTERS = ROOT / "src/goodword/starters"
OTHERS = Path(__file__).parent / "policies"


@cache
def policy(name: str) -> Policy:
    files = {"riverside": ROOT / "examples/riverside/policy.md"}
    file = files.get(name, STARTERS / f"{name}.md")
    file = file if file.exists() else OTHERS / f"{name}.md"
    return read(file.read_text(encoding="utf-8")).policy


def asked(name: str, words: str, role: str) -> Answer:
    return ask(policy(name), words, role or None, at=NOON)


@pytest.mark.parametrize(
    ("name", "words", "role", "ruling", "whom"),
    [
        ("riverside", "may I refund $80?", "receptionist", "allow", None),
        ("riverside", "can I give back 80 dollars", "receptionist", "allow", None),
        ("riverside", "may I refund eighty dollars", "receptionist", "allow", None),
        ("riverside", "am I allowed to refund 150", "receptionist", "ask", "practice_manager"),
        ("riverside", "is it ok to refund $300", "practice manager", "allow", None),
        ("riverside", "she wants 450 back, ok?", "receptionist", "ask", "practice_owner"),
        ("riverside", "can a student refund $20", "", "refuse", "physiotherapist"),
        ("riverside", "can a student refund $20", "receptionist", "refuse", "physiotherapist"),
        ("riverside", "can I waive the late fee", "receptionist", "allow", None),
        ("riverside", "can I let him off the late fee", "receptionist", "allow", None),
        ("riverside", "can I give a free follow-up", "receptionist", "allow", None),
        ("riverside", "can I take cash", "receptionist", "refuse", None),
        ("riverside", "client wants to pay cash, ok?", "receptionist", "refuse", None),
        ("riverside", "am I allowed to accept a gift of $40", "receptionist", "allow", None),
        ("riverside", "a bottle of wine worth $60, can I keep it", "receptionist", "ask",
         "practice_owner"),
        ("riverside", "can I promise the treatment will work", "physiotherapist", "refuse", None),
        ("riverside", "my boss is not here, can I refund $200", "receptionist", "ask",
         "practice_owner"),
        ("riverside", "manager on holiday, may I refund $200", "receptionist", "ask",
         "practice_owner"),
        ("courses", "can I give 15% off", "support staff", "allow", None),
        ("courses", "can I give 20% off", "support staff", "ask", "head_of_learning"),
        ("courses", "may I give a 10 percent discount", "support staff", "allow", None),
        ("courses", "can I change a grade", "tutor", "refuse", None),
        ("hotel", "am I allowed to accept a gift of $40", "host", "allow", None),
        ("hotel", "can I give her a free breakfast", "housekeeper", "allow", None),
        ("hotel", "may I tell him the room number of his wife", "host", "refuse", None),
        ("council", "may I accept a gift of £5", "officer", "refuse", None),
        ("council", "can I pay £60 compensation", "officer", "ask", "service_manager"),
        ("council", "can I promise compensation", "contact adviser", "refuse", None),
        ("shop", "can I give €10 goodwill", "adviser", "allow", None),
        ("shop", "can I refund €80", "adviser", "ask", "service_lead"),
        ("shop", "service lead is off sick, who approves a €200 refund", "adviser", "ask",
         "owner"),
        ("shop", "may the chat assistant refund 5 euros", "", "refuse", "adviser"),
        ("bank", "can I send flowers to a widow", "member adviser", "allow", None),
        ("bank", "can I advise him to buy shares", "member adviser", "refuse", None),
        ("software", "can I give a credit of $50", "support engineer", "allow", None),
        ("software", "can I promise a date", "assistant", "refuse", None),
        ("solo", "can I refund 700 euros", "owner", "refuse", None),
        ("gym", "may I give thirty pounds back", "front desk", "allow", None),
        ("letting", "could I accept a gift of £10", "negotiator", "refuse", None),
        ("broadband", "am I allowed to credit £30", "adviser", "ask", "team_lead"),
    ],
    ids=lambda value: None if value is None else str(value).replace(" ", "-"),
)  # fmt: skip
def test_a_question_for_leave_gets_its_ruling(
    name: str, words: str, role: str, ruling: str, whom: str | None
) -> None:
    decisions = [one.decision for one in asked(name, words, role).rulings]
    assert [(one.ruling.value, one.ask) for one in decisions] == [(ruling, whom)]


@pytest.mark.parametrize("words", ["may I refund", "can I refund her", "how much can I refund"])
def test_a_missing_amount_is_asked_for_beside_the_limit(words: str) -> None:
    summary = asked("riverside", words, "receptionist").summary
    assert summary.startswith("You may refund up to $100 per case")
    assert summary.endswith("How much would it be?")


def test_other_money_is_asked_for_in_the_money_of_the_policy() -> None:
    assert asked("riverside", "refund £80 ok?", "receptionist").summary.endswith(
        "How much is £80 in $?"
    )


def test_an_unknown_role_is_asked_for() -> None:
    assert "Its roles are" in asked("software", "may I refund 80", "janitor").summary


@pytest.mark.parametrize("words", ["can I give 15% off", "can I bring my dog to work"])
def test_leave_that_no_clause_gives_is_no_rule(words: str) -> None:
    answer = asked("riverside", words, "receptionist")
    assert (answer.is_covered, answer.clauses, answer.ask) == (False, (), "practice_owner")


def test_where_only_the_moment_is_covered_its_steps_are_shown() -> None:
    answer = asked("riverside", "can I ban him", "receptionist")
    assert answer.clauses[0].id == "situation-behaviour-becomes-hard-to-bear"


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("what if the manager is away", "practice_owner"),
        ("who decides when the practice owner is on holiday", "practice_manager"),
        ("practice manager is off sick, who do I ask", "practice_owner"),
    ],
)
def test_who_takes_over_is_answered_with_the_sentence_that_says_so(words: str, whom: str) -> None:
    answer = asked("riverside", words, "receptionist")
    assert answer.ask == whom
    assert "takes over" in answer.clauses[0].text


def test_where_nobody_takes_over_the_answer_says_so() -> None:
    answer = asked("gym", "what if the duty supervisor is away", "coach")
    assert answer.summary.startswith("The policy names nobody who takes over")
    assert (answer.is_covered, answer.ask) == (False, "club_manager")
