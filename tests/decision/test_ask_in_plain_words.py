from decimal import Decimal
from pathlib import Path

import pytest

from goodword.decision.ask import Answer, ask
from goodword.decision.decision import Request, Ruling
from goodword.decision.limits import allowances, said
from goodword.decision.record import answer_record
from goodword.decision.sum_asked import amount_in
from goodword.document.read import read
from goodword.policy.clause import Clause
from tests.decision.built_policy import NOON, RIVERSIDE, policy_of

ROOT = Path(__file__).parents[2]
POLICY = read((ROOT / "examples/riverside/policy.md").read_text(encoding="utf-8")).policy


def asked(words: str, role: str | None = None) -> Answer:
    return ask(POLICY, words, role, at=NOON)


def texts(clauses: tuple[Clause, ...]) -> list[str]:
    return [clause.text for clause in clauses]


def test_the_founding_question_gets_situation_steps_limits_and_whom_to_ask() -> None:
    answer = asked("unhappy with last visit, wants money back", "receptionist")
    assert answer.situation is not None
    assert answer.situation.name == "a client is unhappy with a visit"
    assert answer.steps[0].words.startswith("Listen to the end")
    assert {one.action for one in answer.allowances} >= {"refund", "give_goods"}
    assert answer.ask == "practice_manager"
    assert answer.summary.startswith("You may refund up to $100 per case")


def test_may_i_refund_eighty_is_ruled_by_decide() -> None:
    answer = asked("may I refund $80?", "receptionist")
    assert answer.request == Request("receptionist", "refund", Decimal(80))
    assert [one.decision.ruling for one in answer.rulings] == [Ruling.ALLOW]
    assert "Receptionists may refund up to $100 per case without approval." in texts(answer.clauses)


def test_without_a_role_each_role_gets_its_ruling() -> None:
    answer = asked("may I refund $80?")
    rulings = {one.role: one.decision.ruling for one in answer.rulings}
    assert rulings["receptionist"] is Ruling.ALLOW
    assert rulings["student"] is Ruling.REFUSE
    assert "not for the student" in answer.summary


def test_beyond_the_limit_the_answer_names_whom_to_ask() -> None:
    answer = asked("client wants a refund of $450", "receptionist")
    assert (answer.rulings[0].decision.ruling, answer.ask) == (Ruling.ASK, "practice_owner")


def test_an_emergency_comes_before_any_ruling() -> None:
    answer = asked("chest pain, and wants a refund", "receptionist")
    assert "000" in answer.summary
    assert answer.situation is not None
    assert answer.situation.emergency


def test_what_no_clause_covers_gets_no_rule_principles_and_whom_to_ask() -> None:
    answer = asked("where can I park my car", "receptionist")
    assert (answer.is_covered, answer.clauses, answer.ask) == (False, (), "practice_owner")
    assert answer.summary.startswith("No clause of the policy covers this.")
    assert [one.text[:18] for one in answer.principles] == ["Use your judgment "]


def test_an_unknown_role_is_asked_which_was_meant() -> None:
    answer = asked("wants a refund", "recepcionist")
    assert "Did you mean the receptionist?" in answer.summary


def test_an_unknown_role_still_hears_of_an_emergency() -> None:
    answer = asked("chest pain", "visitor from space")
    assert answer.situation is not None
    assert answer.situation.emergency


def test_a_prohibition_is_answered_in_plain_words() -> None:
    answer = asked("can I take cash?", "receptionist")
    assert answer.rulings[0].decision.ruling is Ruling.REFUSE
    assert answer.summary == "No: Never accept cash."


def test_a_clause_that_says_nearly_all_the_words_is_quoted() -> None:
    answer = asked("when do we send a survey after a visit")
    assert any("survey" in text for text in texts(answer.clauses))


def test_the_same_words_get_the_same_answer() -> None:
    assert asked("may I refund $80?", "receptionist") == asked("may I refund $80?", "receptionist")


def test_an_answer_becomes_plain_values() -> None:
    record = answer_record(asked("unhappy, wants $50 back", "receptionist"), POLICY)
    assert record["request"] == {"action": "refund", "amount": "50", "goods": None}


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("refund $80", "80"),
        ("refund 80 dollars", "80"),
        ("refund 80", "80"),
        ("refund $1,200.50 please", "1200.50"),
        ("refund of 2,000", "2000"),
        ("refund after 10 days", None),
        ("3 refunds this year", None),
        ("refund at 10:30", None),
        ("refund 50%", None),
        ("refund $80 or $90", None),
        ("refund €80", None),
        ("refund", None),
    ],
)
def test_the_amount_is_taken_from_the_words(words: str, amount: str | None) -> None:
    assert amount_in(POLICY, words) == (None if amount is None else Decimal(amount))


def test_the_table_of_authority_is_said_in_sentences() -> None:
    policy = policy_of(*RIVERSIDE)
    table = allowances(policy, ("refund",), ("student", "receptionist", "practice_owner"))
    cap = "at most 3 times per client in 1 year"
    above = "above that, ask the practice manager"
    assert [said(one, policy) for one in table] == [
        "the student must never refund",
        f"the receptionist may refund up to $100 per case, {cap}; {above}",
        f"the practice owner may refund up to $2,000 per case, {cap}",
    ]


@pytest.mark.parametrize("words", ["", "\0", "😀" * 500, "a " * 5000, "$" * 300, "''''", "7" * 400])
def test_no_words_whatever_raise(words: str) -> None:
    assert asked(words, "receptionist").summary


@pytest.mark.parametrize(
    ("limits", "words", "role", "summary"),
    [
        ("Supervisors may refund up to $200.", "may I refund $150?", None, "Allowed for"),
        ("Supervisors may refund up to $200.", "may I refund $350?", None, "Not for the"),
        ("Supervisors may refund up to $200.", "may I refund?", None, "The supervisor may"),
        ("Supervisors may refund up to $200.", "may I refund $150?", "supervisor", "Yes: you may"),
        ("I may refund up to $200.", "may I refund $150?", None, "Yes: you may"),
        ("We may refund up to $200.", "may I refund $150?", None, "Yes: you may"),
    ],
)
def test_you_is_only_who_says_so_or_who_can_be_nobody_else(
    limits: str, words: str, role: str | None, summary: str
) -> None:
    policy = read(f"# Bright Vet\n\nCurrency: USD\n\n{limits}\n").policy
    answer = ask(policy, words, role, at=NOON)
    assert answer.summary.startswith(summary)
    assert (answer.ruling is not None) is (summary == "Yes: you may")
