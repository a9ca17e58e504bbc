from dataclasses import replace
from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Given, Request, Ruling
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Eligibility,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause
from goodword.policy.condition import AllOf, Condition, Fact, Not
from goodword.policy.policy import Policy
from tests.decision.built_policy import NOON, RIVERSIDE, dollars, may_refund, policy_of

ROLES = ("practice_owner", "practice_manager", "physiotherapist", "receptionist", "student")
# The harder to get, the higher. What needs facts may still turn out to be allowed.
DIFFICULTY = {
    Ruling.ALLOW: 0,
    Ruling.YOUR_CALL: 1,
    Ruling.NEED_FACTS: 2,
    Ruling.ASK: 3,
    Ruling.NO_RULE: 4,
    Ruling.REFUSE: 4,
}
amounts = st.decimals(min_value=0, max_value=5000, places=2, allow_nan=False)
limits = st.none() | st.sampled_from(["20", "50", "100", "300"]).map(dollars)
roles = st.sampled_from([*ROLES, "anyone"])
conditions: st.SearchStrategy[Condition | None] = st.sampled_from(
    [None, None, Fact("a"), Not(Fact("b")), AllOf((Fact("a"), Fact("b")))]
)
caps = st.lists(
    st.builds(
        Cap,
        per=st.sampled_from(Per),
        days=st.none() | st.sampled_from([30, 90]),
        count=st.none() | st.integers(0, 3),
        money=limits,
    ),
    max_size=2,
).map(tuple)
authorities = st.builds(
    Authority,
    role=roles,
    action=st.just("refund"),
    limit=limits,
    per=st.none() | st.sampled_from(Per),
    caps=caps,
    approver=st.none() | st.sampled_from(ROLES),
    only=st.sampled_from([False, False, False, True]),
    or_above=st.booleans(),
    share=st.sampled_from([None, None, Decimal("0.1"), Decimal("0.5")]),
    each=st.sampled_from([None, None, "bag"]),
    below=st.booleans(),
    condition=conditions,
    exception=conditions,
)
approvals = st.builds(
    ApprovalRule,
    action=st.just("refund"),
    over=limits,
    up_to=limits,
    approver=st.sampled_from(ROLES),
    role=st.sampled_from(["anyone", "anyone", "receptionist"]),
    at_least=st.booleans(),
    over_share=st.sampled_from([None, None, Decimal("0.2")]),
    people=st.sampled_from([1, 1, 1, 2]),
    also=st.sampled_from([(), (), ("practice_owner",)]),
    instead=st.sampled_from([(), (), ("practice_manager",)]),
    condition=conditions,
)
prohibitions = st.builds(
    Prohibition,
    role=roles,
    action=st.just("refund"),
    except_roles=st.lists(st.sampled_from(ROLES), max_size=2).map(tuple),
    condition=conditions,
    exception=conditions,
)
rules: st.SearchStrategy[Clause] = st.one_of(
    authorities,
    authorities,
    approvals,
    prohibitions,
    st.builds(CapRule, action=st.sampled_from(["refund", None]), caps=caps, role=roles),
    st.builds(Precondition, action=st.just("refund"), do=st.just("check it")),
    st.builds(Eligibility, action=st.just("refund"), only=st.booleans(), condition=conditions),
)
policies = st.lists(rules, max_size=6).map(
    lambda found: policy_of(
        *(replace(clause, id=f"c{number}") for number, clause in enumerate(found))
    )
)
gifts = st.lists(
    st.builds(
        Given,
        action=st.sampled_from(["refund", "give_goods", "waive_fee"]),
        worth=limits,
        days_ago=st.integers(0, 120),
        same_case=st.booleans(),
        same_customer=st.booleans(),
        by_same_person=st.booleans(),
    ),
    max_size=4,
).map(tuple)
known = st.dictionaries(
    st.sampled_from(["a", "b", *(f"away_{role}" for role in ROLES)]), st.booleans()
)
counted = st.fixed_dictionaries(
    {},
    optional={
        "price": st.sampled_from([Decimal(80), Decimal(600)]),
        "bags": st.sampled_from([Decimal(0), Decimal(3)]),
    },
)
facts = st.builds(
    lambda values, numbers, given: Facts({**values, **numbers}, given), known, counted, gifts
)


def ruled(policy: Policy, role: str, amount: Decimal | None, about: Facts) -> Decision:
    return decide(policy, Request(role, "refund", amount), about, at=NOON)


@settings(max_examples=100)
@given(policy=policies, role=roles, amount=st.none() | amounts, about=facts)
def test_every_request_gets_exactly_one_ruling_and_always_the_same(
    policy: Policy, role: str, amount: Decimal | None, about: Facts
) -> None:
    first = ruled(policy, role, amount, about)
    assert first == ruled(policy, role, amount, about)
    assert first.summary
    assert first.ruling is not Ruling.ASK or first.ask is not None
    assert (first.ruling is Ruling.NEED_FACTS) == bool(first.missing)
    assert all(any(clause is one for one in policy.clauses) for clause in first.clauses)


@settings(max_examples=100)
@given(
    role=st.text(max_size=30),
    action=st.text(max_size=30),
    amount=st.none() | st.decimals(),
    goods=st.none() | st.text(max_size=20),
    values=st.dictionaries(
        st.text(max_size=10), st.one_of(st.booleans(), st.decimals(), st.text(max_size=8))
    ),
    at=st.integers(-(10**12), 10**12),
)
@example("", "", Decimal("sNaN"), "", {}, 0)
@example("receptionist", "refund", Decimal("1E-999999"), None, {}, 0)
@example("receptionist", "refund", Decimal("-Infinity"), None, {}, 0)
def test_no_request_whatever_raises(
    role: str,
    action: str,
    amount: Decimal | None,
    goods: str | None,
    values: dict[str, bool | Decimal | str],
    at: int,
) -> None:
    policy = policy_of(*RIVERSIDE)
    decision = decide(policy, Request(role, action, amount, goods), Facts(values), at=at)
    assert decision.ruling in Ruling


@settings(max_examples=150)
@given(policy=policies, role=roles, one=amounts, other=amounts, about=facts)
def test_a_bigger_amount_is_never_easier(
    policy: Policy, role: str, one: Decimal, other: Decimal, about: Facts
) -> None:
    small = ruled(policy, role, min(one, other), about)
    big = ruled(policy, role, max(one, other), about)
    assert DIFFICULTY[small.ruling] <= DIFFICULTY[big.ruling]


@settings(max_examples=100)
@given(policy=policies, role=roles, amount=amounts, about=facts, more=known)
def test_what_is_allowed_stays_allowed_when_more_is_known(
    policy: Policy, role: str, amount: Decimal, about: Facts, more: dict[str, bool]
) -> None:
    before = ruled(policy, role, amount, about)
    if before.ruling is not Ruling.ALLOW:
        return
    learnt = {name: value for name, value in more.items() if not name.startswith("away_")}
    after = ruled(policy, role, amount, Facts({**learnt, **about.values}, about.given))
    assert after.ruling is Ruling.ALLOW


@given(
    amount=amounts,
    channel=st.sampled_from(["phone", "email", "in_person"]),
    asker=st.text(max_size=10),
)
def test_the_ruling_is_the_same_on_whatever_channel_and_whoever_asks(
    amount: Decimal, channel: str, asker: str
) -> None:
    policy = policy_of(*RIVERSIDE)
    plain = ruled(policy, "receptionist", amount, Facts())
    told = ruled(policy, "receptionist", amount, Facts({"channel": channel, "asker": asker}))
    assert plain == told


@given(limit=st.decimals(min_value="0.01", max_value=10_000, places=2))
def test_a_limit_holds_to_the_cent(limit: Decimal) -> None:
    policy = policy_of(may_refund("receptionist", str(limit)), may_refund("practice_owner", None))
    cent = Decimal("0.01")
    rulings = [
        ruled(policy, "receptionist", amount, Facts()).ruling
        for amount in (limit - cent, limit, limit + cent)
    ]
    assert rulings == [Ruling.ALLOW, Ruling.ALLOW, Ruling.ASK]


@settings(max_examples=100)
@given(policy=policies, role=roles, amount=amounts, about=facts)
def test_whoever_is_asked_by_a_clause_may_allow_it(
    policy: Policy, role: str, amount: Decimal, about: Facts
) -> None:
    present = Facts(
        {name: value for name, value in about.values.items() if not name.startswith("away_")},
        tuple(replace(one, by_same_person=False) for one in about.given),
    )
    decision = ruled(policy, role, amount, present)
    if decision.ruling is not Ruling.ASK or "names nobody" in decision.summary:
        return
    if any(
        isinstance(clause, Prohibition)
        or getattr(clause, "only", False)
        or getattr(clause, "people", 1) > 1
        or getattr(clause, "also", ())
        for clause in policy.clauses
    ):
        return
    assert decision.ask is not None
    theirs = ruled(policy, decision.ask, amount, present)
    assert theirs.ruling in {Ruling.ALLOW, Ruling.NEED_FACTS}
