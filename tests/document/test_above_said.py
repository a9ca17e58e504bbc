"""Who decides above "that": the amount of the sentence before it."""

import pytest

from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.authority import ApprovalRule

LISTED = """## Spending on repairs

* Branch manager – up to £500
* Above that: landlord's written consent
"""


@pytest.mark.parametrize(
    ("text", "approver", "amount"),
    [
        (
            (
                "The office may refund trips of up to twenty pounds. Refunds above that need the "
                "manager's approval."
            ),
            "manager",
            20,
        ),
        (
            "Refunds of £50 – £250: Treatment Co-ordinator. Above that: Practice Manager.",
            "practice_manager",
            250,
        ),
        (
            (
                "Clerks may refund up to fifty dollars. Amounts over that limit need the owner's "
                "approval."
            ),
            "owner",
            50,
        ),
    ],
)
def test_what_lies_above_that_is_what_lies_above_the_amount(
    text: str, approver: str, amount: int
) -> None:
    clause = understand(text)["clauses"][-1]
    assert (clause["approver"], clause["limit"]["amount"]) == (approver, amount)


def test_the_item_before_says_above_what() -> None:
    clause = read(LISTED).policy.clauses[-1]
    assert isinstance(clause, ApprovalRule)
    assert (clause.approver, clause.over is not None and clause.over.amount) == ("landlord", 500)


@pytest.mark.parametrize(
    "text",
    [
        "We refund £20. Over that time we wait.",
        "We are kind. Refunds above that need the manager's approval.",
        "We refund up to £20. The house above that shop is ours.",
    ],
)
def test_other_words_stay(text: str) -> None:
    said = understand(text)
    assert not any(
        (one.get("limit") or {}).get("amount") == 20 and one.get("approver")
        for one in said["clauses"]
    )
