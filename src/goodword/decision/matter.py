"""The matter to be decided: a request with everything in it made plain and safe to count with."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.case.holds import number_of
from goodword.decision.decision import Facts, Given, Request
from goodword.decision.evaluate import applies
from goodword.decision.naming import same_action, same_thing
from goodword.decision.once import once_for_policy
from goodword.decision.table_limit import with_limit
from goodword.policy.authority import (
    PRICE,
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Precondition,
    Prohibition,
)
from goodword.policy.clause import Clause
from goodword.policy.lookup import facts_from_tables
from goodword.policy.policy import Policy

# Larger than any limit that a service policy names, and small enough to add up exactly.
LARGEST = Decimal(10) ** 15
R = TypeVar("R", bound=Clause)
T = TypeVar("T")
_RULED = (Authority, ApprovalRule, CapRule, Eligibility, Precondition, Prohibition)
Ruled = Authority | ApprovalRule | CapRule | Eligibility | Precondition | Prohibition


@dataclass(frozen=True, slots=True)
class Matter:
    """A request about one action, under one policy.

    `rules` are the clauses that speak of the action, and of these goods where it names goods.
    `amount` is None where none was said, or none that can be counted (negative, not a number).
    `hats` are the asker's role and those it stands in for while they are away. `share` is what is
    asked for as a part of the price. `month_day` is
    the day of the month, in the policy's zone, on which it is asked.
    """

    policy: Policy
    role: str
    hats: tuple[str, ...]
    action: str
    amount: Decimal | None
    goods: str | None
    facts: Facts
    month_day: int
    rules: tuple[Ruled, ...]
    share: Decimal | None = None
    # The rules of each kind that was asked for, and what was worked out of the matter.
    _kinds: dict[type[Clause], tuple[Clause, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _known: dict[Callable[["Matter"], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def of_kind(self, kind: type[R]) -> tuple[R, ...]:
        """Return the rules of one kind, in document order."""
        found = self._kinds.get(kind)
        if found is None:
            found = tuple([rule for rule in self.rules if isinstance(rule, kind)])
            self._kinds[kind] = found
        return cast("tuple[R, ...]", found)

    def once(self, function: Callable[["Matter"], T]) -> T:
        """Return what a pure function says of this matter, worked out when it is first asked."""
        if function not in self._known:
            self._known[function] = function(self)
        return cast("T", self._known[function])

    def as_asked_by(self, role: str) -> "Matter":
        """Return the same matter in the hands of another role, which gave nothing itself yet."""
        given = tuple(replace(one, by_same_person=False) for one in self.facts.given)
        return replace(
            self, role=role, hats=(role,), facts=Facts(values=self.facts.values, given=given)
        )

    def binds(self, clause: Ruled) -> bool:
        """Whether a clause that restricts does so: what may hold restricts until it is settled."""
        return applies(clause, self.facts) is not False

    def concerns(self, role: str) -> bool:
        """Whether a clause for `role` is one for the asker."""
        return role == "anyone" or role in self.hats


def matter_of(
    policy: Policy, request: Request, facts: Facts, *, role: str, hats: tuple[str, ...], at: int
) -> Matter:
    """Return the matter that a request brings; `role` and `hats` are slugs of the policy."""
    values = {"role": role, "action": request.action, **facts.values}
    amount = countable(request.amount)
    share = countable(request.share)
    if share is not None:
        values.setdefault("share", share * 100)
        price = number_of(facts.values.get(PRICE))
        amount = countable(share * price) if amount is None and price is not None else amount
    if amount is not None:
        values.setdefault("amount", amount)
    values = facts_from_tables(policy, values)
    rules = rules_about(policy, request.action, request.goods)
    return Matter(
        policy=policy,
        role=role,
        hats=hats,
        action=request.action,
        amount=amount,
        goods=request.goods,
        facts=Facts(values=values, given=tuple(facts.given)),
        month_day=_local_day(policy, at),
        rules=tuple(with_limit(rule, policy, values) for rule in rules),
        share=share,
    )


def rules_about(policy: Policy, action: str, goods: str | None = None) -> tuple[Ruled, ...]:
    """Return the clauses that speak of an action, in document order."""
    return tuple(
        clause
        for clause in _ruled(policy)
        if (clause.action is None or same_action(clause.action, action))
        and not (
            goods
            and isinstance(clause, Authority)
            and clause.goods
            and not same_thing(clause.goods, goods)
        )
    )


@once_for_policy
def _ruled(policy: Policy) -> tuple[Ruled, ...]:
    """Return the clauses that speak of any action, in document order."""
    return tuple(clause for clause in policy.clauses if isinstance(clause, _RULED))


def countable(amount: Decimal | None) -> Decimal | None:
    """Return an amount that can be compared and added, None for what is no amount at all."""
    if amount is None or amount.is_nan() or amount < 0:
        return None
    return min(amount, LARGEST)


def worth(given: Given) -> Decimal:
    """Return what an earlier gift cost; nothing where nobody wrote down its worth."""
    if given.worth is None:
        return Decimal(0)
    return countable(given.worth.amount) or Decimal(0)


def _local_day(policy: Policy, at: int) -> int:
    zone = policy.hours.zone if policy.hours is not None else "UTC"
    try:
        return datetime.fromtimestamp(at, ZoneInfo(zone)).day
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        # `check` reports an unknown zone; a ruling is owed all the same.
        return datetime.fromtimestamp(max(0, min(at, 4_102_444_800)), UTC).day
