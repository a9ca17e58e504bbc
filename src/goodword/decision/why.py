"""Why a ruling is as it is: what stands in the way, what is left, and what would change it."""

from dataclasses import replace
from decimal import Decimal

from goodword.decision.allowance import Bound
from goodword.decision.evaluate import evaluate
from goodword.decision.formula import ceiling, is_too_long, passes_share
from goodword.decision.ladder import Rung, next_up, owner_rung
from goodword.decision.matter import Matter
from goodword.decision.naming import slug
from goodword.decision.permission import Weighed, weigh
from goodword.decision.saying import cap_words, doing, money, money_words, per_words, role_words
from goodword.document.echo_amounts import capitalised, duration
from goodword.document.echo_authority import share_words
from goodword.document.echo_condition import condition as condition_words
from goodword.policy.authority import ApprovalRule, Authority, Precondition
from goodword.policy.clause import Clause
from goodword.policy.condition import Fact
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money


def firsts(matter: Matter) -> tuple[Precondition, ...]:
    """Return what comes before the action, less what the facts say is done."""
    return tuple(
        rule
        for rule in matter.of_kind(Precondition)
        if matter.concerns(rule.role)
        and matter.binds(rule)
        and evaluate(Fact(slug(rule.do)), matter.facts) is not True
    )


def why_beyond(matter: Matter, weighed: tuple[Weighed, ...]) -> str:
    """Return what stands in the asker's way, as it follows a colon."""
    policy = matter.policy
    if not weighed:
        who, what = role_words(matter.role, policy), doing(matter.action, policy)
        return f"the policy gives {who} no authority to {what}."
    best = weighed[0]
    if best.passed is not None:
        return _passed_words(best.passed, matter)
    if best.band is not None:
        who = role_words(best.band.approver, policy)
        return f"{_banded(best.band, policy)} needs {who}'s approval."
    if isinstance(best.clause, Authority) and (
        passes_share(best.clause, matter) or is_too_long(best.clause, matter)
    ):
        return f"your limit is {limit_words(best.clause, matter)}."
    return _own_limits(best, matter)


def _banded(band: ApprovalRule, policy: Policy) -> str:
    over = money(band.over, policy) if band.over is not None else ""
    if band.over_share is not None:
        over = share_words(band.over_share, band.share_of)
    if not over:
        return "an amount"
    return f"an amount of {over} or more" if band.at_least else f"an amount over {over}"


def _own_limits(best: Weighed, matter: Matter) -> str:
    policy = matter.policy
    if isinstance(best.clause, ApprovalRule) and best.clause.up_to is not None:
        return f"you may approve up to {money(best.clause.up_to, policy)}."
    condition = best.clause.condition or best.clause.exception
    if condition is not None:
        return f"your own authority has a condition that is not met ({condition_words(condition)})."
    return "it is beyond your own authority."


def _passed_words(bound: Bound, matter: Matter) -> str:
    policy, clause = matter.policy, bound.clause
    if bound.cap is not None and bound.times_left == 0:
        return f"the policy allows this {cap_words(bound.cap, policy)}, and that is used up."
    given = f", and {money_words(bound.used, policy)} is already given" if bound.used else ""
    if bound.cap is not None:
        return f"no more than {cap_words(bound.cap, policy)}{given}."
    assert isinstance(clause, Authority)
    return f"your limit is {limit_words(clause, matter)}{given}."


def limit_words(clause: Authority, matter: Matter) -> str:
    """Return a limit as it holds here: `$100 per case`, `10% of the price, which is $20`."""
    policy = matter.policy
    parts = []
    if clause.share is not None:
        parts.append(share_words(clause.share, clause.share_of))
    if clause.limit is not None:
        amount = money(clause.limit, policy)
        each = f" for each {clause.each}" if clause.each is not None else ""
        parts.append(f"less than {amount}{each}" if clause.below else f"{amount}{each}")
    if clause.longest is not None:
        parts.append(duration(clause.longest))
    per = f" {per_words(clause.per, policy)}" if clause.per is not None else ""
    most = ceiling(clause, matter)
    computed = clause.share is not None or clause.each is not None
    here = f", which is {money_words(most, policy)} here" if computed and most is not None else ""
    return f"{', at most '.join(parts)}{per}{here}"


def in_the_way(weighed: tuple[Weighed, ...], rung: Rung | None) -> tuple[Clause, ...]:
    """Return the clauses that decided: what the asker has, what stops it, who may."""
    found: list[Clause] = []
    for one in weighed[:1]:
        found.append(one.clause)
        if one.passed is not None:
            found.append(one.passed.clause)
        if one.band is not None:
            found.append(one.band)
    if rung is not None and rung.clause is not None:
        found.append(rung.clause)
    return tuple(found)


def above(weighed: Weighed, matter: Matter) -> tuple[str, ...]:
    """Return who decides above what is left."""
    left, policy = weighed.left, matter.policy
    if left is None:
        return ()
    beyond = replace(matter, amount=left + Decimal("0.01"))
    rung = next_up(beyond, weigh(beyond)) or owner_rung(beyond)
    whom = f"ask {role_words(rung.role, policy)}" if rung else "the policy names nobody who may"
    return (f"Above {money_words(left, policy)}, {whom}.",)


def changes_of(weighed: tuple[Weighed, ...], matter: Matter) -> tuple[str, ...]:
    """Return what would bring it within the asker's own authority."""
    changes = []
    best = weighed[0] if weighed else None
    if best is not None and best.left and best.passed is not None and best.passed.times_left != 0:
        changes.append(f"Up to {money_words(best.left, matter.policy)} you may decide yourself.")
    if best is not None and best.passed is not None and best.passed.frees_in:
        wait = best.passed.frees_in
        changes.append(f"You may again in {wait} {'day' if wait == 1 else 'days'}.")
    return tuple(changes)


def left_to_give(weighed: Weighed, matter: Matter) -> Money | None:
    """Return what the asker may still give here, None where no money bounds it."""
    left = weighed.left
    if left is None or any(one.times_left == 0 for one in weighed.bounds):
        return None if left is None else Money(Decimal(0), matter.policy.currency)
    return Money(left, matter.policy.currency)


def counted_before(bounds: tuple[Bound, ...], matter: Matter) -> tuple[str, ...]:
    """Return what was given before and counts."""
    used = max((one.used for one in bounds), default=Decimal(0))
    return (f"Given before and counted: {money_words(used, matter.policy)}.",) if used else ()


def stand_ins(matter: Matter) -> tuple[str, ...]:
    """Return for whom the asker stands in."""
    return tuple(
        f"{capitalised(role_words(hat, matter.policy))} is away, and you stand in."
        for hat in matter.hats[1:]
    )
