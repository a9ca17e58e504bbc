"""What must be known before a matter can be decided, and how to ask for it."""

from goodword.decision.evaluate import applies, measure, questions
from goodword.decision.formula import unknown_bases
from goodword.decision.matter import Matter
from goodword.decision.permission import (
    Standing,
    Weighed,
    approvals,
    forbids,
    foreign_amount,
    is_for,
    permissions,
    weigh,
)
from goodword.decision.table_limit import table_limit
from goodword.document.echo_amounts import listed
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
from goodword.policy.clause import Clause

Missing = tuple[tuple[str, str], ...]


def missing_facts(matter: Matter) -> tuple[Missing, tuple[Clause, ...]]:
    """Return the facts that would settle the matter, each with its question, and their clauses.

    What a prohibition hangs on is always asked; other facts only where nothing is granted yet.
    """
    asking: list[Clause] = [
        clause for clause in matter.of_kind(Prohibition) if may_forbid(clause, matter)
    ]
    only = tuple(clause for clause in matter.of_kind(Authority) if clause.only)
    if only and not any(
        applies(clause, matter.facts) is True and is_for(clause, matter) for clause in only
    ):
        asking += [clause for clause in only if applies(clause, matter.facts) is None]
    weighed = weigh(matter)
    granted = bool(weighed) and weighed[0].standing is Standing.GRANTS
    wants_amount = False
    bases: list[str] = []
    if not granted:
        opened = [one for one in weighed if one.standing is Standing.OPEN]
        bases = [name for one in opened for name in unknown_bases(one.clause, matter)]
        if opened:
            bases += [name for rule in approvals(matter) for name in unknown_bases(rule, matter)]
        asking += [one.clause for one in opened]
        asking += _blockers_in_doubt(weighed, matter)
        wants_amount = (
            matter.amount is None
            and matter.share is None
            and (
                any(_wants_amount(one, matter) for one in opened)
                or _ladder_wants_amount(matter, weighed)
            )
        )
    missing: dict[str, str] = {}
    if wants_amount:
        missing["amount"] = how_much()
    asked = {
        found.fact: found.question
        for one in permissions(matter)
        if (found := table_limit(one, matter.policy, matter.facts.values)) is not None
    }
    for name in bases:
        missing.setdefault(name, asked.get(name) or measure(name))
    for clause in asking:
        foreign = foreign_amount(clause, matter)
        if foreign is not None and foreign not in matter.facts.values:
            missing[foreign] = how_much(foreign)
    if _wants_goods(matter, weighed):
        missing["goods"] = which_goods(matter)
    for clause in asking:
        missing |= dict(questions(clause, matter.facts))
    return tuple(missing.items()), (*asking, *(one.clause for one in weighed))


def _wants_amount(weighed: Weighed, matter: Matter) -> bool:
    """Whether a permission waits for an amount of money: something of money bounds it."""
    clause = weighed.clause
    if weighed.amount is not None or isinstance(clause, ApprovalRule):
        return weighed.amount is None
    bounded = any(one.left is not None for one in weighed.bounds) or clause.share is not None
    ruled = clause.goods is None and any(
        rule.over is not None for rule in matter.of_kind(ApprovalRule)
    )
    in_time = clause.longest is not None and clause.limit is None
    return not in_time and (bounded or ruled or clause.each is not None)


def may_forbid(clause: Prohibition, matter: Matter) -> bool:
    """Whether it is not known if a prohibition holds for the asker."""
    return forbids(clause, matter) and applies(clause, matter.facts) is None


def _blockers_in_doubt(weighed: tuple[Weighed, ...], matter: Matter) -> list[Clause]:
    """Return restricting clauses that may not apply, where one of them alone stands in the way."""
    doubtful: list[Clause] = []
    for one in weighed:
        stops: list[Clause] = [one.band] if one.band is not None else []
        if one.passed is not None:
            stops.append(one.passed.clause)
        own_limit_passed = any(stop is one.clause for stop in stops)
        if stops and not own_limit_passed and all(_in_doubt(stop, matter) for stop in stops):
            doubtful += stops
    return doubtful


def _in_doubt(clause: Clause, matter: Matter) -> bool:
    return applies(clause, matter.facts) is None


def _ladder_wants_amount(matter: Matter, weighed: tuple[Weighed, ...]) -> bool:
    """Whether a role without a permission of its own must say how much before anybody is named."""
    if weighed:
        return False
    clauses = matter.of_kind(Authority)
    return any(clause.limit is not None for clause in clauses) or any(
        rule.over is not None for rule in matter.of_kind(ApprovalRule)
    )


def _wants_goods(matter: Matter, weighed: tuple[Weighed, ...]) -> bool:
    """Whether it depends on which of several goods is meant."""
    if matter.goods is not None:
        return False
    kinds = {clause.goods for clause in permissions(matter) if clause.goods is not None}
    return len(kinds) > 1 and len({one.standing for one in weighed}) > 1


def how_much(foreign: str | None = None) -> str:
    """Return the question for the amount; `foreign` is the fact for one in another currency."""
    if foreign is not None:
        return f"How much would it be in {foreign.removeprefix('amount_').upper()}?"
    return "How much would it be?"


def which_goods(matter: Matter) -> str:
    """Return the question for the goods."""
    goods = dict.fromkeys(one.goods for one in permissions(matter) if one.goods is not None)
    return f"What would you give: {listed(goods, 'or')}?"
