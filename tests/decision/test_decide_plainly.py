"""Rulings beside the plainest reading of the same clauses, worked out the long way."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request, Ruling
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration, Money, Unit
from tests.decision.built_policy import NOON, dollars, policy_of

PRICE, BAGS = Decimal(400), Decimal(3)
FACTS = Facts({"price": PRICE, "bags": BAGS})
CENT = Decimal("0.01")
# Each bound that a policy here can come to, a cent below it and a cent above.
AMOUNTS = st.builds(
    lambda bound, cents: Decimal(bound) + cents * CENT,
    st.sampled_from([40, 50, 80, 100, 120, 150, 300, 900]),
    st.sampled_from([-1, 0, 1]),
)
SUMS = st.sampled_from(["40", "50", "100", "300"]).map(dollars)
grants = st.builds(
    Authority,
    role=st.sampled_from(["receptionist", "anyone", "physiotherapist"]),
    action=st.just("refund"),
    limit=st.none() | SUMS,
    share=st.sampled_from([None, None, Decimal("0.1"), Decimal("0.2")]),
    each=st.sampled_from([None, None, None, "bag"]),
    below=st.booleans(),
)
rules = st.builds(
    ApprovalRule,
    action=st.just("refund"),
    over=st.none() | SUMS,
    up_to=st.none(),
    approver=st.sampled_from(["practice_manager", "practice_owner"]),
    role=st.sampled_from(["anyone", "receptionist", "student"]),
    at_least=st.booleans(),
    over_share=st.sampled_from([None, None, Decimal("0.2")]),
    people=st.sampled_from([1, 1, 2]),
    also=st.sampled_from([(), ("practice_owner",)]),
    instead=st.sampled_from([(), ("practice_manager",)]),
    only=st.booleans(),
)


def written(*clauses: Clause) -> Policy:
    return policy_of(*(replace(one, id=f"c{number}") for number, one in enumerate(clauses)))


def fits(grant: Authority, amount: Decimal) -> bool:
    """Whether an amount lies within a grant, by nothing but sums."""
    most: list[Decimal] = []
    if grant.limit is not None:
        most.append(grant.limit.amount * (BAGS if grant.each else 1))
    if grant.share is not None:
        most.append(grant.share * PRICE)
    if not most:
        return True
    return amount < min(most) if grant.below else amount <= min(most)


def asks(rule: ApprovalRule, amount: Decimal) -> bool:
    """Whether an amount lies beyond where a rule begins."""
    starts = [one.amount for one in (rule.over,) if one is not None]
    if rule.over_share is not None:
        starts.append(rule.over_share * PRICE)
    if not starts:
        return True
    return amount >= min(starts) if rule.at_least else amount > min(starts)


@settings(max_examples=400)
@given(
    given_by=st.lists(grants, max_size=3),
    asked_for=st.lists(rules, max_size=3),
    amount=AMOUNTS,
)
def test_who_approves_nothing_may_what_fits_and_needs_no_approval(
    given_by: list[Authority], asked_for: list[ApprovalRule], amount: Decimal
) -> None:
    policy = written(*given_by, *asked_for)
    mine = [one for one in given_by if one.role in {"receptionist", "anyone"}]
    binding = [one for one in asked_for if one.role in {"receptionist", "anyone"}]
    plainly = any(fits(one, amount) for one in mine) and not any(
        asks(one, amount) for one in binding
    )

    decision = decide(policy, Request("receptionist", "refund", amount), FACTS, at=NOON)

    assert plainly == (decision.ruling is Ruling.ALLOW)


@settings(max_examples=200)
@given(
    low=st.sampled_from(["40", "50"]).map(dollars),
    high=st.sampled_from(["100", "300"]).map(dollars),
    at_least=st.booleans(),
    amount=AMOUNTS,
)
def test_of_two_bands_each_approver_may_up_to_the_end_of_its_own(
    low: Money, high: Money, *, at_least: bool, amount: Decimal
) -> None:
    band = ApprovalRule(
        action="refund", over=low, up_to=high, approver="practice_manager", at_least=at_least
    )
    top = ApprovalRule(action="refund", over=high, up_to=None, approver="physiotherapist")
    policy = written(band, top)

    def may(role: str) -> bool:
        asked = decide(policy, Request(role, "refund", amount), FACTS, at=NOON)
        return asked.ruling is Ruling.ALLOW

    assert (amount <= high.amount) == may("practice_manager")
    assert may("physiotherapist")
    assert not may("student")


@settings(max_examples=200)
@given(grants=st.lists(grants, min_size=1, max_size=3), amount=AMOUNTS)
def test_those_above_may_what_a_role_or_above_may(grants: list[Authority], amount: Decimal) -> None:
    # Whoever approves what receptionists give stands above them.
    shared = [replace(one, role="receptionist", or_above=True) for one in grants]
    above = ApprovalRule(
        action="refund", over=dollars("900"), up_to=None, approver="practice_manager"
    )
    policy = written(*shared, above)

    lower = decide(policy, Request("receptionist", "refund", amount), FACTS, at=NOON)
    higher = decide(policy, Request("practice_manager", "refund", amount), FACTS, at=NOON)
    beside = decide(policy, Request("student", "refund", amount), FACTS, at=NOON)

    plainly = any(fits(one, amount) for one in shared) and not asks(above, amount)
    assert plainly == (lower.ruling is Ruling.ALLOW)
    assert lower.ruling is not Ruling.ALLOW or higher.ruling is Ruling.ALLOW
    assert beside.ruling is not Ruling.ALLOW


@pytest.mark.parametrize(
    ("days", "ruling"),
    [(None, Ruling.NEED_FACTS), (13, Ruling.ALLOW), (14, Ruling.ALLOW), (15, Ruling.ASK)],
)
def test_what_is_given_in_time_is_bounded_in_time(days: int | None, ruling: Ruling) -> None:
    fortnight = Duration(14, Unit.DAY, Counting.CALENDAR)
    month = Duration(28, Unit.DAY, Counting.CALENDAR)
    policy = written(
        Authority(role="receptionist", action="extend", longest=fortnight),
        Authority(role="practice_manager", action="extend", longest=month),
    )
    known = Facts({} if days is None else {"length_in_days": Decimal(days)})

    decision = decide(policy, Request("receptionist", "extend"), known, at=NOON)

    assert ruling is decision.ruling
    if days is None:
        assert decision.missing == (("length_in_days", "How many days would it be?"),)
    if ruling is Ruling.ASK:
        assert decision.ask == "practice_manager"
        assert "14" in decision.summary
