"""Whether a role may, by itself: every permission it has, weighed against the matter."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from goodword.decision.allowance import Bound, bounds_of, standing_bounds
from goodword.decision.evaluate import applies, evaluate
from goodword.decision.formula import (
    ceiling,
    is_over,
    is_too_long,
    passes_share,
    start_of,
    unknown_bases,
)
from goodword.decision.matter import Matter, countable
from goodword.decision.rank import stands_above
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause, Strength
from goodword.policy.condition import Fact


class Standing(IntEnum):
    """How a permission stands to a matter, the better the higher."""

    OUT_OF_PLACE = 0  # its condition is false
    BEYOND = 1  # a limit or a cap is passed, or somebody's approval is needed
    OPEN = 2  # facts or the amount are missing
    GRANTS = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """One permission as it stands: the clause, its bounds, and the one that was passed."""

    clause: Authority | ApprovalRule
    standing: Standing
    amount: Decimal | None = None
    bounds: tuple[Bound, ...] = ()
    passed: Bound | None = None
    band: ApprovalRule | None = None

    @property
    def left(self) -> Decimal | None:
        """The least money left under any bound, None where none is about money."""
        return min((one.left for one in self.bounds if one.left is not None), default=None)


def is_for(clause: Authority, matter: Matter) -> bool:
    """Whether a permission is one for the asker, or for a role below it "or above"."""
    return matter.concerns(clause.role) or (
        clause.or_above and any(stands_above(hat, clause.role, matter) for hat in matter.hats)
    )


def permissions(matter: Matter) -> tuple[Authority, ...]:
    """Return the asker's permissions for the action, in document order, whatever their limits."""
    return tuple(
        clause
        for clause in matter.of_kind(Authority)
        if clause.strength is not Strength.MUST_NOT and is_for(clause, matter)
    )


def weigh(matter: Matter) -> tuple[Weighed, ...]:
    """Return every permission of the asker, the best first.

    A role that must approve what others give may give it too, as far as its own limits allow.
    What anyone may is a floor for it and no limit of its own.
    """
    return matter.once(_weigh)


def _weigh(matter: Matter) -> tuple[Weighed, ...]:
    own = permissions(matter)
    standing = matter.once(standing_bounds)
    rules = approvals(matter)
    asks_amount = any(rule.over is not None for rule in matter.of_kind(ApprovalRule))
    weighed = [
        _weigh_own(clause, matter, standing, rules, asks_amount=asks_amount) for clause in own
    ]
    if not any(clause.limit is not None and clause.role in matter.hats for clause in own):
        weighed += _as_approver(matter)
    return tuple(sorted(weighed, key=_rank, reverse=True))


def _rank(weighed: Weighed) -> tuple[int, Decimal]:
    unbounded = Decimal("Infinity")
    return (weighed.standing, unbounded if weighed.left is None else weighed.left)


def _weigh_own(
    clause: Authority,
    matter: Matter,
    standing: tuple[Bound, ...],
    rules: tuple[ApprovalRule, ...],
    *,
    asks_amount: bool,
) -> Weighed:
    amount = amount_under(clause, matter)
    bounds = (*bounds_of(clause, matter), *standing)
    holds = applies(clause, matter.facts)
    if holds is False:
        return Weighed(clause, Standing.OUT_OF_PLACE, amount, bounds)
    passed = next((bound for bound in bounds if not bound.holds(amount)), None)
    band = needed_approval(rules, amount, matter)
    too_much = passes_share(clause, matter) or is_too_long(clause, matter)
    if passed is not None or band is not None or too_much:
        return Weighed(clause, Standing.BEYOND, amount, bounds, passed, band)
    waits = unknown_bases(clause, matter) or any(unknown_bases(rule, matter) for rule in rules)
    asks_amount = asks_amount and matter.share is None
    if (
        holds is None
        or waits
        or (amount is None and _needs_amount(clause, bounds, rules_ask=asks_amount))
    ):
        return Weighed(clause, Standing.OPEN, amount, bounds)
    return Weighed(clause, Standing.GRANTS, amount, bounds)


def amount_under(clause: Authority, matter: Matter) -> Decimal | None:
    """Return what the request comes to: its amount, else the worth of the clause's goods.

    A limit in another currency is compared with the amount in that currency, a fact of its own.
    """
    fact = foreign_amount(clause, matter)
    if fact is not None:
        known = matter.facts.values.get(fact)
        return countable(known) if isinstance(known, Decimal) else None
    if matter.amount is not None or clause.goods_value is None:
        return matter.amount
    return clause.goods_value.amount


def foreign_amount(clause: Clause, matter: Matter) -> str | None:
    """Return the fact that a limit in another currency than the policy's asks for."""
    limit = clause.limit if isinstance(clause, Authority) else None
    if limit is None or limit.currency == matter.policy.currency:
        return None
    return f"amount_{limit.currency.casefold()}"


def _needs_amount(clause: Authority, bounds: tuple[Bound, ...], *, rules_ask: bool) -> bool:
    """Whether nothing can be said without knowing how much."""
    return any(bound.left is not None for bound in bounds) or (clause.goods is None and rules_ask)


def approvals(matter: Matter) -> tuple[ApprovalRule, ...]:
    """Return the rules by which the asker may need an approval that it cannot give itself."""
    return matter.once(_approvals)


def _approvals(matter: Matter) -> tuple[ApprovalRule, ...]:
    return tuple(
        rule
        for rule in matter.of_kind(ApprovalRule)
        if matter.binds(rule)
        and matter.concerns(rule.role)
        and not is_agreed(rule, matter)
        and not _stands_above(rule, matter)
    )


def is_agreed(rule: ApprovalRule, matter: Matter) -> bool:
    """Whether it is known that as many people agree as the rule asks for."""
    return rule.people > 1 and evaluate(Fact(agreement(rule)), matter.facts) is True


def agreement(rule: ApprovalRule) -> str:
    """Return the fact that says so: `2_people_agree`."""
    return f"{rule.people}_people_agree"


def needed_approval(
    rules: tuple[ApprovalRule, ...], amount: Decimal | None, matter: Matter
) -> ApprovalRule | None:
    """Return the rule whose approval this amount needs.

    Of several bands the highest counts. Above a band's end its approval is the least needed, so
    that a bigger amount is never easier.
    """
    return max(
        (rule for rule in rules if is_over(rule, matter, amount)),
        key=lambda rule: start_of(rule, matter),
        default=None,
    )


def _stands_above(rule: ApprovalRule, matter: Matter) -> bool:
    if rule.people > 1:
        return False
    if rule.also and not {rule.approver, *rule.also} <= set(matter.hats):
        return matter.policy.owner in matter.hats
    if {rule.approver, *rule.instead} & set(matter.hats) or matter.policy.owner in matter.hats:
        return True
    if any(
        {other.approver, *other.instead} & set(matter.hats)
        and not other.also
        and (other.over_share is None) == (rule.over_share is None)
        and start_of(other, matter) > start_of(rule, matter)
        for other in matter.of_kind(ApprovalRule)
    ):
        return True  # whoever approves more approves less
    theirs = own_limit(rule.approver, matter)
    ours = max((own_limit(hat, matter) for hat in matter.hats), default=Decimal(-1))
    return theirs >= 0 and ours > theirs


def own_limit(role: str, matter: Matter) -> Decimal:
    """Return the highest limit a role has for the action; -1 where it has no clause of its own."""
    limits = [
        Decimal("Infinity")
        if clause.limit is None and clause.share is None
        else _height(clause, matter)
        for clause in matter.of_kind(Authority)
        if clause.role == role
    ]
    return max(limits, default=Decimal(-1))


def _height(clause: Authority, matter: Matter) -> Decimal:
    """Return how far a limit reaches; a share of an unknown price is its share."""
    most = ceiling(clause, matter)
    return most if most is not None else clause.share or Decimal(0)


def _as_approver(matter: Matter) -> list[Weighed]:
    found: list[Weighed] = []
    standing = matter.once(standing_bounds)
    passed = next((bound for bound in standing if not bound.holds(matter.amount)), None)
    for rule in matter.of_kind(ApprovalRule):
        if not {rule.approver, *rule.instead} & set(matter.hats) or rule.people > 1:
            continue
        beyond = (
            matter.amount is not None
            and rule.up_to is not None
            and matter.amount > rule.up_to.amount
        )
        found.append(_weigh_rule(rule, matter, standing, passed, beyond=beyond))
    found.extend(
        _weigh_rule(clause, matter, standing, passed, beyond=False)
        for clause in matter.of_kind(Authority)
        if clause.approver in matter.hats
    )
    return found


def _weigh_rule(
    rule: ApprovalRule | Authority,
    matter: Matter,
    bounds: tuple[Bound, ...],
    passed: Bound | None,
    *,
    beyond: bool,
) -> Weighed:
    band = needed_approval(approvals(matter), matter.amount, matter)
    holds = applies(rule, matter.facts)
    if holds is False:
        standing = Standing.OUT_OF_PLACE
    elif beyond or passed is not None or band is not None:
        standing = Standing.BEYOND
    elif holds is None or (matter.amount is None and matter.share is None):
        standing = Standing.OPEN
    else:
        standing = Standing.GRANTS
    return Weighed(rule, standing, matter.amount, bounds, passed, band)


def forbids(clause: Prohibition, matter: Matter) -> bool:
    """Whether a prohibition is meant for the asker, whatever its condition says."""
    if clause.strength in {Strength.SHOULD, Strength.AIM}:
        return False
    return matter.concerns(clause.role) and not set(clause.except_roles) & set(matter.hats)
