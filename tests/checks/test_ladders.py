"""Who decides how much: holes, overlaps and clashes in sums, shares and sums for each of something.

Each pair stands for one way in which a ladder goes wrong, beside the same ladder in order.
"""

from datetime import UTC, datetime

import pytest

from goodword.checks import check
from goodword.document.read import read
from goodword.problem import Problem

AT = int(datetime(2026, 9, 3, tzinfo=UTC).timestamp())
SHOP = """# Harbour Shop

We are Harbour Shop, and we call the people we serve customers.
Our team has four roles: the manager, the team lead, receptionists and students.
When the manager is away, the team lead takes over.
When the team lead is away, the manager takes over.

We are open Monday to Friday, 9am to 5pm.
All times are Chicago time.

## What you may give

This section is for our team only.
"""


def found(code: str, *lines: str) -> list[Problem]:
    text = SHOP + "\n".join(lines) + "\n"
    return [one for one in check(read(text), at=AT) if one.code == code]


LADDERS = {
    "a share that ends below everything": (
        "AU02",
        ("Receptionists may give a discount of up to 10%.",),
        (
            "Receptionists may give a discount of up to 10%.",
            "Discounts over 10% need the manager's approval.",
        ),
    ),
    "a hole between two shares": (
        "AU02",
        (
            "Receptionists may give a discount of up to 10%.",
            "Discounts over 20% need the manager's approval.",
        ),
        (
            "Receptionists may give a discount of up to 10%.",
            "Discounts between 10% and 20% need the team lead's approval.",
            "Discounts over 20% need the manager's approval.",
        ),
    ),
    "a sum for each of something that ends": (
        "AU02",
        ("Receptionists may refund up to $30 for each bag.",),
        (
            "Receptionists may refund up to $30 for each bag.",
            "Refunds over $100 need the manager's approval.",
        ),
    ),
    "the one amount that neither side names": (
        "AU02",
        (
            "Receptionists may refund less than $50.",
            "Refunds over $50 need the manager's approval.",
        ),
        (
            "Receptionists may refund less than $50.",
            "Refunds of $50 or more need the manager's approval.",
        ),
    ),
    "an approver whose own limit ends": (
        "AU02",
        (
            "Receptionists may refund up to $50.",
            "The team lead may refund up to $200.",
            "Refunds over $50 need the team lead's approval.",
        ),
        (
            "Receptionists may refund up to $50.",
            "The team lead may refund up to $200.",
            "Refunds over $50 need the team lead's approval.",
            "Refunds over $200 need the manager's approval.",
        ),
    ),
    "an approver who may give less": (
        "AU07",
        (
            "The team lead may refund up to $20.",
            "Refunds between $50 and $200 need the team lead's approval.",
        ),
        (
            "The team lead may refund up to $200.",
            "Refunds between $50 and $200 need the team lead's approval.",
        ),
    ),
    "two approvers of all that is over one sum": (
        "AU04",
        (
            "Refunds over $500 need the manager's approval.",
            "Refunds over $500 need the team lead's approval.",
        ),
        ("Refunds over $500 need the manager's and the team lead's approval.",),
    ),
    "two approvers of one stretch of shares": (
        "AU04",
        (
            "Discounts between 10% and 20% need the team lead's approval.",
            "Discounts between 15% and 30% need the manager's approval.",
        ),
        (
            "Discounts between 10% and 20% need the team lead's approval.",
            "Discounts between 20% and 30% need the manager's approval.",
        ),
    ),
    "two limits in one share": (
        "DOC04",
        (
            "Receptionists may give a discount of up to 10%.",
            "Receptionists may give a discount of up to 20%.",
        ),
        (
            "Receptionists may give a discount of up to 10%.",
            "The team lead may give a discount of up to 20%.",
        ),
    ),
    "two sums for each of one thing": (
        "DOC04",
        (
            "Receptionists may refund up to $30 for each bag.",
            "Receptionists may refund up to $50 for each bag.",
        ),
        (
            "Receptionists may refund up to $30 for each bag.",
            "Receptionists may refund up to $50 per case.",
        ),
    ),
    "two lengths of time": (
        "DOC04",
        (
            "Receptionists may extend a loan by up to 2 weeks.",
            "Receptionists may extend a loan by up to 1 week.",
        ),
        (
            "Receptionists may extend a loan by up to 2 weeks.",
            "The team lead may extend a loan by up to 4 weeks.",
        ),
    ),
    "a share beside a share that needs approval": (
        "DOC04",
        (
            "Receptionists may give a discount of up to 20%.",
            "Discounts over 10% need the manager's approval.",
        ),
        (
            "Receptionists may give a discount of up to 10%.",
            "Discounts over 10% need the manager's approval.",
        ),
    ),
    "less than a sum, and up to it": (
        "DOC04",
        ("Receptionists may refund less than $50.", "Receptionists may refund up to $50."),
        ("Receptionists may refund less than $50.",),
    ),
    "what one alone may do, and another does": (
        "DOC04",
        (
            "Only the manager may refund over $500.",
            "The team lead may refund up to $1,000.",
        ),
        (
            "Only the manager may refund over $500.",
            "The team lead may refund up to $500.",
        ),
    ),
    "one's own approval": (
        "DOC03",
        ("Refunds by the team lead over $50 need the team lead's approval.",),
        ("Refunds by the team lead over $50 need the manager's approval.",),
    ),
    "a rung above what a case may cost at all": (
        "DOC03",
        (
            "Refunds are capped at $500 per case.",
            "Refunds over $600 need the manager's approval.",
        ),
        (
            "Refunds are capped at $500 per case.",
            "Refunds over $300 need the manager's approval.",
        ),
    ),
    "a limit that somebody has more than by another line": (
        "DOC03",
        (
            "The team lead or above may refund up to $300.",
            "Refunds by the team lead over $300 need the manager's approval.",
            "The manager may refund up to $100.",
        ),
        (
            "The team lead or above may refund up to $300.",
            "Refunds by the team lead over $300 need the manager's approval.",
            "The manager may refund up to $1,000.",
        ),
    ),
    "two who send each other on": (
        "AUT-02",
        (
            "Refunds by receptionists over $50 need the team lead's approval.",
            "Refunds by the team lead over $50 need the receptionist's approval.",
        ),
        (
            "Refunds by receptionists over $50 need the team lead's approval.",
            "Refunds by the team lead over $50 need the manager's approval.",
        ),
    ),
    "one of two who must agree and never may": (
        "AUT-02",
        (
            "Students must never refund.",
            "Refunds over $50 need the manager's and the student's approval.",
        ),
        (
            "Students must never refund.",
            "Refunds over $50 need the manager's or the student's approval.",
        ),
    ),
    "an approver in another's place whom nobody lists": (
        "ES02",
        ("Refunds over $50 need the manager's or the bursar's approval.",),
        ("Refunds over $50 need the manager's or the team lead's approval.",),
    ),
}


@pytest.mark.parametrize("name", LADDERS)
def test_a_ladder_that_goes_wrong_is_told(name: str) -> None:
    code, bad, _ = LADDERS[name]
    assert len(found(code, *bad)) == 1


@pytest.mark.parametrize("name", LADDERS)
def test_the_same_ladder_in_order_is_not(name: str) -> None:
    code, _, good = LADDERS[name]
    assert found(code, *good) == []


@pytest.mark.parametrize("name", LADDERS)
def test_a_sentence_that_is_offered_mends_the_ladder(name: str) -> None:
    code, bad, _ = LADDERS[name]
    text = SHOP + "\n".join(bad) + "\n"
    (problem,) = (one for one in check(read(text), at=AT) if one.code == code)
    if problem.fix is None:
        return
    span = problem.fix.span
    if span is None:
        mended = f"{text}{problem.fix.replacement}\n"
    else:
        mended = f"{text[: span.start]}{problem.fix.replacement}{text[span.end :]}"
    left = [one for one in check(read(mended), at=AT) if one.code == code]
    # What asks two in one sentence stands in place of the two.
    assert left == [] or code == "AU04"


def test_a_clash_of_shares_is_shown_on_a_price() -> None:
    (problem,) = found("DOC04", *LADDERS["two limits in one share"][1])
    assert "wants to give a discount of $20 where the price is $100" in problem.message


def test_a_clash_of_lengths_is_shown_in_days() -> None:
    (problem,) = found("DOC04", *LADDERS["two lengths of time"][1])
    assert "by 8 days" in problem.message


def test_a_share_and_a_sum_clash_where_the_price_makes_them_differ() -> None:
    (problem,) = found(
        "DOC04",
        "Receptionists may give a discount of up to 10%.",
        "Receptionists may give a discount of up to $50.",
    )
    assert "where the price is" in problem.message


def test_whole_amounts_that_follow_each_other_leave_no_hole() -> None:
    lines = (
        "Receptionists may refund up to $50.",
        "Refunds between $51 and $200 need the team lead's approval.",
        "Refunds over $200 need the manager's approval.",
    )
    assert found("AU02", *lines) == []


def test_a_second_pair_of_eyes_takes_nothing_from_what_a_role_may_decide() -> None:
    lines = (
        "The manager may refund up to $1,000.",
        "Refunds over $500 must be approved by two people.",
    )
    assert found("DOC04", *lines) == []


def test_rules_for_the_giving_of_two_roles_do_not_overlap() -> None:
    lines = (
        "Refunds by receptionists over $50 need the team lead's approval.",
        "Refunds by the team lead over $50 need the manager's approval.",
    )
    assert found("AU04", *lines) == []


def test_one_who_may_stand_in_for_the_other_is_no_overlap() -> None:
    lines = (
        "Refunds over $500 need the manager's or the team lead's approval.",
        "Refunds over $500 need the manager's approval.",
    )
    assert found("AU04", *lines) == []
