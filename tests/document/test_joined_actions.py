"""Several actions in one sentence: one clause for what shares a limit, two where each has one."""

from decimal import Decimal

import pytest

from goodword.checks import check
from goodword.decision.ask import ask
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request, Ruling
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.authority import actions_of, joined_actions

POLICY = """# Corner shop

Roles: supervisor, manager, owner.

## Who may decide

{}
"""


def _actions(sentence: str) -> list[str]:
    return [one["action"] for one in understand(sentence)["clauses"]]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Supervisors may approve refunds and credits up to $200.", "refund_or_credit"),
        (
            "Supervisors may issue refunds, credits or replacements up to $200.",
            "refund_or_credit_or_replace",
        ),
        ("Managers can offer a refund or replacement up to £30.", "refund_or_replace"),
        (
            "Managers may refund, discount or waive fees up to £40.",
            "refund_or_discount_or_waive_fee",
        ),
        ("Discounts and refunds over £50 need the owner's approval.", "discount_or_refund"),
        ("Refunds or credits up to £50 may be given by supervisors.", "refund_or_credit"),
        ("Managers may approve and pay refunds up to £20.", "refund"),
        ("Stylists can give up to £30 back without asking.", "refund"),
        ("Stylists may hand up to £30 back to customers.", "refund"),
    ],
)
def test_what_shares_a_limit_is_one_clause(sentence: str, action: str) -> None:
    said = understand(sentence)
    assert [one["action"] for one in said["clauses"]] == [action]
    assert not [one for one in said["problems"] if one["severity"] in {"warning", "error"}]


def test_a_limit_of_its_own_makes_a_clause_of_its_own() -> None:
    said = understand("Managers may refund up to £50 or offer a voucher of up to £80.")
    told = [(one["action"], one["limit"]["amount"]) for one in said["clauses"]]
    assert told == [("refund", 50), ("give_goods", 80)]
    assert _actions("Managers may refund up to £50 and waive late fees.") == [
        "refund",
        "waive_fee",
    ]


def test_a_limit_behind_a_gift_and_a_refund_is_asked_about() -> None:
    said = understand("Managers may give a free wash or refund up to £50.")
    assert [one["limit"]["amount"] for one in said["clauses"]] == [50, 50]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


def test_each_of_the_actions_is_decided() -> None:
    policy = read(POLICY.format("Supervisors may approve refunds and credits up to $200.")).policy
    for action in ("refund", "credit"):
        asked = Request("supervisor", action, Decimal(150))
        assert decide(policy, asked, Facts(), at=0).ruling is Ruling.ALLOW
        above = Request("supervisor", action, Decimal(201))
        assert decide(policy, above, Facts(), at=0).ruling is not Ruling.ALLOW
    assert decide(
        policy, Request("supervisor", "discount", Decimal(5)), Facts(), at=0
    ).ruling is not (Ruling.ALLOW)
    assert "may refund $150" in ask(policy, "can a supervisor refund $150?", at=0).summary


def test_they_read_back_as_they_were_written() -> None:
    text = POLICY.format(
        "Supervisors may refund, discount or waive fees up to $200.\n\n"
        "Discounts and refunds over $200 need the owner's approval.\n"
    )
    policy = read(text).policy
    assert read(write(policy)).policy == policy


def test_two_sentences_on_one_of_the_actions_are_laid_side_by_side() -> None:
    text = POLICY.format(
        "Managers may refund or discount up to $400.\n\nManagers may refund up to $10.\n"
    )
    assert "DOC04" in {one.code for one in check(read(text), at=0)}


def test_a_name_of_one_action_is_that_action() -> None:
    assert actions_of("waive_fee") == ("waive_fee",)
    assert actions_of(joined_actions(["refund", "credit", "refund"])) == ("refund", "credit")


def test_words_of_manner_are_no_goods() -> None:
    said = understand(
        "Managers can give up to $40 back or send a replacement without thinking twice."
    )
    assert [one.get("goods") for one in said["clauses"]] == [None, "a replacement"]
    assert not [one for one in said["problems"] if one["severity"] == "warning"]
