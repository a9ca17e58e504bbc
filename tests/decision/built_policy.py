"""Policies for tests of decisions, built from clauses rather than read from a text."""

from decimal import Decimal

from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Given, Request, Value
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy, Role
from goodword.policy.quantity import Money
from goodword.policy.situation import Principle

NOON = 1_788_000_000  # a Saturday in August 2026


def dollars(amount: str) -> Money:
    return Money(Decimal(amount), "AUD")


ROLES = (
    Role("practice_owner", "practice owner", "practice_manager"),
    Role("practice_manager", "practice manager", "practice_owner"),
    Role("physiotherapist", "physiotherapist"),
    Role("receptionist", "receptionist"),
    Role("student", "student"),
)


def may_refund(role: str, limit: str | None, per: Per | None = Per.CASE) -> Authority:
    money = None if limit is None else dollars(limit)
    return Authority(id=f"{role}-refund", role=role, action="refund", limit=money, per=per)


LADDER: tuple[Clause, ...] = (
    may_refund("receptionist", "100"),
    may_refund("practice_manager", "300"),
    may_refund("practice_owner", "2000"),
    ApprovalRule(
        id="over-300",
        action="refund",
        over=dollars("300"),
        up_to=None,
        approver="practice_owner",
    ),
)
RIVERSIDE: tuple[Clause, ...] = (
    *LADDER,
    Authority(
        id="waive",
        role="receptionist",
        action="waive_fee",
        caps=(Cap(Per.CUSTOMER, 90, 1),),
    ),
    Authority(
        id="session",
        role="receptionist",
        action="give_goods",
        goods="a free follow-up session",
        goods_value=dollars("95"),
        caps=(Cap(Per.CUSTOMER, 90, 1),),
    ),
    CapRule(id="three-a-year", action="refund", caps=(Cap(Per.CUSTOMER, 365, 3),)),
    Precondition(id="check-first", action="refund", do="check the payment in the booking system"),
    Prohibition(id="student", role="student", action="refund", text="Students never refund."),
    Prohibition(id="cash", role="anyone", action="accept_cash", text="Never accept cash."),
    Authority(id="gifts", role="anyone", action="accept_gift", limit=dollars("50")),
    Principle(
        id="judgment",
        words="put a small thing right on the spot",
        guard_rails=("it is safe", "it is kind"),
        text="Use your judgment to put a small thing right on the spot.",
    ),
)


def policy_of(
    *clauses: Clause, roles: tuple[Role, ...] = ROLES, owner: str | None = "practice_owner"
) -> Policy:
    return Policy(
        title="Riverside",
        organisation="Riverside",
        serves="client",
        language="en",
        currency="AUD",
        hours=None,
        roles=roles,
        owner=owner,
        sections=(),
        clauses=clauses,
    )


def ruling_on(
    policy: Policy,
    role: str,
    action: str = "refund",
    amount: str | None = None,
    *given: Given,
    goods: str | None = None,
    at: int = NOON,
    **facts: Value,
) -> Decision:
    request = Request(role, action, None if amount is None else Decimal(amount), goods)
    return decide(policy, request, Facts(facts, given), at=at)


def gave(action: str, worth: str | None, days_ago: int, **how: bool) -> Given:
    return Given(action, None if worth is None else dollars(worth), days_ago, **how)


def ids(decision: Decision) -> tuple[str, ...]:
    return tuple(clause.id for clause in decision.clauses)
