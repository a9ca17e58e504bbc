"""Sentences that cannot both hold, each pair with a case that shows it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from goodword.checks.evidence import Evidence
from goodword.checks.reach import amount_above, is_boundless
from goodword.checks.witness import Witness, of_authorities, of_promises
from goodword.document.echo_amounts import spoken
from goodword.document.reading import Reading
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Prohibition,
    actions_of,
    one_each,
)
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Problem, Severity
from goodword.span import Span, place_of


def contradictions(reading: Reading, at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error for each clause that answers one and the same case unlike another.

    Nothing is called a contradiction without a witness: a case, found by search over the
    boundary values, on which the two differ. A clause that is an exception to the other, or
    speaks of a narrower matter, does not contradict it. A clause that contradicts several is
    told of once, with the first witness and the places of all.
    """
    found: dict[Span | None, Problem] = {}
    for one, other, witness in _clashes(reading.policy, at):
        if one.span == other.span:
            continue  # two times in one sentence, of which the reader has told (PR07)
        problem = _contradiction(reading, one, other, witness)
        known = found.get(problem.span)
        if known is not None:
            problem = replace(known, related=(*known.related, *problem.related))
        found[problem.span] = problem
    yield from found.values()


def _clashes(policy: Policy, at: int) -> Iterator[tuple[Clause, Clause, Witness]]:
    """Yield each pair that clashes. Only clauses about one matter are laid side by side."""
    for permits, limits in _by_action(policy):
        for one, other in (*combinations(permits, 2), *((p, r) for p in permits for r in limits)):
            if _may_clash(one, other, policy):
                witness = of_authorities(one, other, policy)
                if witness is not None:
                    yield one, other, witness
    for promises in _by_matter(policy):
        for first, second in combinations(promises, 2):
            if _same_cases(first, second):
                witness = of_promises(first, second, policy, at)
                if witness is not None:
                    yield first, second, witness


def _by_action(
    policy: Policy,
) -> Iterator[tuple[list[Authority], list[Prohibition | ApprovalRule]]]:
    found: dict[str, tuple[list[Authority], list[Prohibition | ApprovalRule]]] = {}
    for clause in policy.clauses:
        if isinstance(clause, Authority):
            for mine in one_each(clause):
                found.setdefault(mine.action, ([], []))[0].append(mine)
        elif isinstance(clause, Prohibition | ApprovalRule):
            for yours in one_each(clause):
                found.setdefault(yours.action, ([], []))[1].append(yours)
    # A second clause that is equal clashes with nothing that the first does not clash with.
    yield from (
        (list(dict.fromkeys(mine)), list(dict.fromkeys(yours))) for mine, yours in found.values()
    )


def _by_matter(policy: Policy) -> Iterator[list[Promise]]:
    found: dict[tuple[object, ...], list[Promise]] = {}
    for one in dict.fromkeys(policy.of_kind(Promise)):
        about = (one.metric, one.subject, one.parts, one.start)
        matter = (*about, one.target, one.condition, one.exception)
        found.setdefault(matter, []).append(one)
    yield from found.values()


def _may_clash(  # noqa: PLR0911  (one line a reason)
    one: Authority, other: Clause, policy: Policy
) -> bool:
    """Whether neither clause is an exception to the other or speaks of a narrower matter."""
    if not isinstance(other, Authority | Prohibition | ApprovalRule):
        return False
    if one.action != other.action or other.exception is not None or one.exception is not None:
        return False
    if not _in_one_measure(one, other):
        return False
    if isinstance(other, Authority):
        return _differ(one, other)
    # "Nobody may refund over $2,000" speaks of the same amounts as "up to $5,000".
    bound = None if amount_above(other.condition) is not None else other.condition
    if bound not in {None, one.condition}:
        return False
    if isinstance(other, Prohibition):
        return _binds(other, one)
    return _needs_leave(one, other, policy)


def _binds(other: Prohibition, one: Authority) -> bool:
    """Whether a prohibition speaks of the role that is permitted."""
    return other.role in {one.role, "anyone"} and one.role not in other.except_roles


def _in_one_measure(one: Authority, other: Authority | Prohibition | ApprovalRule) -> bool:
    """Whether two clauses count in things that can be laid side by side.

    Shares of two different things, and sums for each of two things, need more than one number. A
    sum for each of something says nothing against a sum for the whole.
    """
    if isinstance(other, Prohibition):
        return True
    if isinstance(other, Authority):
        if (one.longest is None) != (other.longest is None) and not _either(one, other):
            return False
        if one.each != other.each and not _either(one, other):
            return False
    elif one.each is not None or one.longest is not None:
        return False
    shared = one.share is not None and _has_share(other)
    return not shared or one.share_of == other.share_of


def _either(one: Authority, other: Authority) -> bool:
    return is_boundless(one) or is_boundless(other)


def _has_share(other: Authority | ApprovalRule) -> bool:
    if isinstance(other, Authority):
        return other.share is not None
    return other.over_share is not None or other.up_to_share is not None


def _differ(one: Authority, other: Authority) -> bool:
    if one.condition != other.condition or one.goods != other.goods:
        return False
    if one.only or other.only:
        return one.role != other.role or _limit(one) != _limit(other)
    return one.role == other.role and one.per == other.per and _limit(one) != _limit(other)


def _limit(one: Authority) -> tuple[object, ...]:
    return (one.limit, one.below, one.share, one.share_of, one.each, one.longest)


def _needs_leave(one: Authority, rule: ApprovalRule, policy: Policy) -> bool:
    """Whether the approver stands above the role, so that the role cannot decide alone."""
    if rule.role not in {one.role, "anyone"} or one.goods or one.role == policy.owner:
        return False
    if rule.approver == "anyone":
        return False  # a second pair of eyes takes nothing from what a role may decide
    if rule.approver == one.approver and is_boundless(rule):
        return False  # it says once more whom to ask beyond the limit
    approvers = {rule.approver, *rule.instead}
    if one.role in approvers and not rule.also:
        return False
    return rule.only or rule.people > 1 or _reaches(rule, one, policy)


def _reaches(rule: ApprovalRule, one: Authority, policy: Policy) -> bool:
    """Whether the approver may give at least as much itself, as far as anything says."""
    own = [
        clause
        for clause in policy.of_kind(Authority)
        if clause.role == rule.approver and rule.action in actions_of(clause.action)
    ]
    if not own or any(is_boundless(clause) for clause in own):
        return True
    reach = max((clause.limit.amount for clause in own if clause.limit is not None), default=None)
    mine = one.limit.amount if one.limit is not None else None
    if reach is not None and mine is not None:
        return reach >= mine
    part = max((clause.share for clause in own if clause.share is not None), default=None)
    if part is not None and one.share is not None:
        return part >= one.share
    return False  # a sum and a share cannot be compared without a price


def _same_cases(one: Promise, other: Promise) -> bool:
    """Whether two promises about one matter speak of the same cases and differ in time."""
    mine, yours = set(one.channels), set(other.channels)
    # No channel means any: a promise for email is narrower than one for everything.
    narrower = mine < yours or yours < mine
    return one.limit != other.limit and (mine == yours or (bool(mine & yours) and not narrower))


def _when(clause: Clause) -> str:
    kind = clause.subject if isinstance(clause, Promise) else None
    about = f'"if the {spoken(kind)} is about …"' if kind else '"if …"'
    return f'{about}, "unless …" or "except …"'


def _contradiction(reading: Reading, one: Clause, other: Clause, witness: Witness) -> Problem:
    first, second = sorted((one, other), key=lambda clause: clause.span)
    early, late = _lines(reading, first, second)
    at, there = (early, late) if early != late else (f"the first of {early}", "the second")
    says = {one.id: witness.one, other.id: witness.other}
    early, late = (early, late) if early != late else ("the first", "the second")
    return Problem(
        code="DOC04",
        severity=Severity.ERROR,
        message=f"Two sentences answer one case differently. {witness.case}: "
        f"{at} {says[first.id]}, {there} {says[second.id]}.",
        span=second.span,
        related=(first.span,),
        ways_out=(
            f"Keep {early} and take {late} out.",
            f"Keep {late} and take {early} out.",
            f"Say when each holds: add {_when(second)} to {late}.",
        ),
    )


def _lines(reading: Reading, *clauses: Clause) -> tuple[str, ...]:
    places = (place_of(reading.text, clause.span.start) for clause in clauses)
    return tuple(f"line {place.line}" for place in places)
