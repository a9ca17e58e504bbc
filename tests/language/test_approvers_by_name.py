"""Two who may approve, either of them called by name."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "approver", "instead"),
    [
        (
            "Any single invoice over £1,000 is approved by Dominic Lyle or Sarah Harper.",
            "dominic_lyle",
            ["sarah_harper"],
        ),
        (
            "Discounts over £20 are approved by Priya or the duty manager.",
            "priya",
            ["duty_manager"],
        ),
        ("Refunds over £50 must be agreed by Priya or Sam.", "priya", ["sam"]),
        (
            "Refunds over £50 need Dominic Lyle's or Sarah Harper's approval.",
            "dominic_lyle",
            ["sarah_harper"],
        ),
        ("Above £1,000: Dominic Lyle or Sarah Harper.", "dominic_lyle", ["sarah_harper"]),
        (
            "Invoices over £1,000 are approved by the owner or the branch manager.",
            "owner",
            ["branch_manager"],
        ),
    ],
)
def test_either_of_two_may_approve(sentence: str, approver: str, instead: list[str]) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["approver"], clause["instead"]) == (approver, instead)


@pytest.mark.parametrize(
    ("sentence", "approver"),
    [
        (
            "Refunds over £500 are approved by the Head of Sales or Marketing.",
            "head_of_sales_or_marketing",
        ),
        ("Discounts over £20 are approved by the duty manager.", "duty_manager"),
    ],
)
def test_one_of_two_things_is_one_approver(sentence: str, approver: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["approver"], clause.get("instead") or []) == (approver, [])
