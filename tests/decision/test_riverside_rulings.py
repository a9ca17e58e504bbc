"""Rulings under the Riverside policy as it is written, from its text to the answer."""

import time
from decimal import Decimal
from pathlib import Path

import pytest

from goodword.decision.ask import ask
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Given, Request, Ruling
from goodword.document.read import read
from tests.decision.built_policy import NOON, gave

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "examples/riverside/policy.md").read_text(encoding="utf-8")
POLICY = read(TEXT).policy


@pytest.mark.parametrize(
    ("role", "action", "amount", "ruling", "whom"),
    [
        ("receptionist", "refund", "80", Ruling.ALLOW, None),
        ("receptionist", "refund", "100", Ruling.ALLOW, None),
        ("receptionist", "refund", "100.01", Ruling.ASK, "practice_manager"),
        ("receptionist", "refund", "450", Ruling.ASK, "practice_owner"),
        ("physiotherapist", "refund", "100", Ruling.ALLOW, None),
        ("practice_manager", "refund", "300", Ruling.ALLOW, None),
        ("practice_manager", "refund", "300.01", Ruling.ASK, "practice_owner"),
        ("practice_owner", "refund", "2000", Ruling.ALLOW, None),
        ("practice_owner", "refund", "2000.01", Ruling.REFUSE, None),
        ("student", "refund", "20", Ruling.REFUSE, "physiotherapist"),
        ("receptionist", "waive_fee", None, Ruling.ALLOW, None),
        ("receptionist", "give_goods", None, Ruling.ALLOW, None),
        ("student", "accept_gift", "50", Ruling.ALLOW, None),
        ("student", "accept_gift", "50.01", Ruling.ASK, "practice_owner"),
        ("practice_owner", "accept_cash", "5", Ruling.REFUSE, None),
        ("receptionist", "give_clinical_advice", None, Ruling.REFUSE, None),
        ("receptionist", "book_a_holiday", None, Ruling.NO_RULE, "practice_owner"),
        ("receptionist", "put_a_small_thing_right", None, Ruling.YOUR_CALL, "practice_owner"),
    ],
)
def test_the_written_policy_rules(
    role: str, action: str, amount: str | None, ruling: Ruling, whom: str | None
) -> None:
    request = Request(role, action, None if amount is None else Decimal(amount))
    decision = decide(POLICY, request, Facts(), at=NOON)
    assert (decision.ruling, decision.ask) == (ruling, whom)


@pytest.mark.parametrize(
    ("action", "given"),
    [
        ("waive_fee", (gave("waive_fee", None, 89),)),
        ("give_goods", (gave("give_goods", "95", 89),)),
        ("refund", tuple(gave("refund", "5", days) for days in (1, 100, 364))),
    ],
)
def test_what_was_given_before_uses_the_written_caps_up(
    action: str, given: tuple[Given, ...]
) -> None:
    amount = Decimal(5) if action == "refund" else None
    fresh = decide(POLICY, Request("receptionist", action, amount), Facts(), at=NOON)
    used = decide(POLICY, Request("receptionist", action, amount), Facts({}, given), at=NOON)
    assert (fresh.ruling, used.ruling) == (Ruling.ALLOW, Ruling.ASK)


def test_a_question_is_answered_within_a_second_by_a_policy_of_five_hundred_clauses() -> None:
    extra = "\n".join(
        f"Anyone may refund up to ${number} per case if the order is number {number}."
        for number in range(1, 460)
    )
    policy = read(f"{TEXT}\n\n## More\n\n{extra}\n").policy
    assert len(policy.clauses) > 500
    words = "unhappy with last visit, wants $80 back"
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        answer = ask(policy, words, "receptionist", at=NOON)
        seconds.append(time.perf_counter() - start)
    assert min(seconds) < 1
    assert answer.rulings[0].decision.ruling is Ruling.ALLOW
    assert policy.clause(answer.clauses[0].id) is not None
