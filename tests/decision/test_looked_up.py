"""Tables answer questions, give limits, and settle conditions."""

from decimal import Decimal

import pytest

from goodword.case.case import Case
from goodword.case.event import Event, EventKind
from goodword.case.holds import Value
from goodword.clock.run import run_clocks
from goodword.decision.ask import ask
from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Request, Ruling
from goodword.document.read import read
from tests.decision.built_policy import NOON

TEXT = """# Hill Parcels

We are Hill Parcels, and we call the people we serve customers.
The owner looks after this policy.
Our team has two roles: the owner and receptionists.
All amounts are in US dollars.

## Postage

| Weight | Postage band | Price |
|---|---|---|
| Up to 1 kg | A | $4.50 |
| Over 1 kg up to 5 kg | B | $7 |
| Over 7 kg up to 20 kg | C | $12 |

## Who looks after which county

| County | Looked after by |
|---|---|
| Kent | Sam Patel |
| Surrey | Lee Wong |

## What you may give

| Tier | Refund limit |
|---|---|
| Silver | $50 |
| Gold | $100 |

Receptionists may refund up to the limit of the tier.
Anyone may give a free bag if the postage band is C.

If the postage band is C, we answer within 2 clock hours.
"""
POLICY = read(TEXT).policy


def answered(words: str) -> str:
    return ask(POLICY, words, at=NOON).summary


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("what is the postage band for 2 kg", "Postage band: B"),
        ("what is the postage band for a parcel of 500 g?", "Postage band: A"),
        ("how much is it to send 800g", "Postage band: A; Price: $4.50"),
        ("who looks after Kent?", "Looked after by: Sam Patel"),
        ("what's the refund limit for a gold customer", "Refund limit: $100"),
        ("what are the postage bands", "Postage band by weight: Up to 1 kg: A;"),
    ],
)
def test_a_question_is_answered_with_the_row(words: str, line: str) -> None:
    assert answered(words).startswith(line)


def test_the_row_itself_is_quoted() -> None:
    found = ask(POLICY, "who looks after Surrey?", at=NOON)
    assert [one.text for one in found.clauses] == ["Surrey: Lee Wong"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("what is the postage band for 6 kg", 'The table "Postage" has no row for "6 kg".'),
        ("who looks after Devon", 'no row for "Devon". It has rows for "Kent" and "Surrey".'),
    ],
)
def test_what_has_no_row_is_no_rule_and_the_rows_there_are(words: str, line: str) -> None:
    found = ask(POLICY, words, at=NOON)
    assert line in found.summary
    assert (found.is_covered, found.ask) == (False, "owner")


@pytest.mark.parametrize("words", ["a gold customer is angry", "do you look after pets"])
def test_words_that_ask_no_table_are_not_answered_by_one(words: str) -> None:
    assert "row" not in answered(words)


def refund(amount: int | None, **facts: Value) -> Decision:
    asked = Request("receptionist", "refund", None if amount is None else Decimal(amount))
    return decide(POLICY, asked, Facts(values=facts), at=NOON)


@pytest.mark.parametrize(
    ("tier", "amount", "ruling"),
    [
        ("gold", 100, Ruling.ALLOW),
        ("gold", 101, Ruling.ASK),
        ("Silver", 50, Ruling.ALLOW),
        ("Silver", 51, Ruling.ASK),
        ("platinum", 1, Ruling.NO_RULE),
    ],
)
def test_the_limit_of_the_tier_counts(tier: str, amount: int, ruling: Ruling) -> None:
    assert refund(amount, tier=tier).ruling is ruling


def test_without_the_tier_it_is_asked_for_with_the_rows_there_are() -> None:
    decision = refund(20)
    assert decision.ruling is Ruling.NEED_FACTS
    assert decision.missing == (("tier", "What is the tier: Silver or Gold?"),)


def test_the_clause_and_its_row_are_quoted_as_written() -> None:
    assert [one.text for one in refund(20, tier="gold").clauses] == [
        "Receptionists may refund up to the limit of the tier.",
        "Gold: $100",
    ]


def test_a_tier_without_a_row_names_the_rows_there_are() -> None:
    assert refund(20, tier="platinum").summary.startswith(
        'The table "What you may give" has no row for "platinum". It has Silver or Gold.'
    )


def test_asking_in_plain_words_finds_the_tier_in_them() -> None:
    words = "may a receptionist refund 80 dollars to a gold customer"
    assert answered(words) == "Yes: you may refund $80."


@pytest.mark.parametrize(
    ("weight", "ruling"),
    [(Decimal(8), Ruling.ALLOW), (Decimal(2), Ruling.ASK), (None, Ruling.NEED_FACTS)],
)
def test_a_condition_on_a_column_is_settled_by_the_row(
    weight: Decimal | None, ruling: Ruling
) -> None:
    facts = Facts(values={} if weight is None else {"weight": weight})
    asked = Request("receptionist", "give_goods", goods="a free bag")
    assert decide(POLICY, asked, facts, at=NOON).ruling is ruling


@pytest.mark.parametrize(("weight", "clocks"), [("8", 1), ("8 kg", 1), ("2", 0)])
def test_a_promise_runs_where_the_row_says_so(weight: str, clocks: int) -> None:
    opened = Event(NOON, 1, EventKind.OPENED, facts={"channel": "email", "weight": weight})
    case = Case("1", (opened,), channel="email")
    assert len(run_clocks(POLICY, None, case, at=NOON + 60)) == clocks
