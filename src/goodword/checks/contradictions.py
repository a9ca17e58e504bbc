"""Sentences that cannot both hold, each pair with a case that shows it."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from goodword.checks.dead_clauses import amount_above
from goodword.checks.evidence import Evidence
from goodword.checks.witness import Witness, of_authorities, of_promises
from goodword.document.echo_amounts import spoken
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, Prohibition
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
            found.setdefault(clause.action, ([], []))[0].append(clause)
        elif isinstance(clause, Prohibition | ApprovalRule):
            found.setdefault(clause.action, ([], []))[1].append(clause)
    # A second clause that is equal clashes with nothing that the first does not clash with.
    yield from (
        (list(dict.fromkeys(mine)), list(dict.fromkeys(yours))) for mine, yours in found.values()
    )


def _by_matter(policy: Policy) -> Iterator[list[Promise]]:
    found: dict[tuple[object, ...], list[Promise]] = {}
    for one in dict.fromkeys(policy.of_kind(Promise)):
        matter = (one.metric, one.subject, one.start, one.target, one.condition, one.exception)
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
    if not all(by_amount(clause) for clause in (one, other)):
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


def by_amount(clause: Authority | Prohibition | ApprovalRule) -> bool:
    """Whether a clause is bounded by amounts alone, so that two can be laid side by side.

    A share of a price, a sum for each of something and a length of time depend on the case.
    """
    if isinstance(clause, Authority):
        return clause.share is None and clause.each is None and clause.longest is None
    if isinstance(clause, ApprovalRule):
        return clause.over_share is None and clause.up_to_share is None
    return True


def _binds(other: Prohibition, one: Authority) -> bool:
    """Whether a prohibition speaks of the role that is permitted."""
    return other.role in {one.role, "anyone"} and one.role not in other.except_roles


def _differ(one: Authority, other: Authority) -> bool:
    if one.condition != other.condition or one.goods != other.goods:
        return False
    if one.only or other.only:
        return one.role != other.role or one.limit != other.limit
    return one.role == other.role and one.per == other.per and one.limit != other.limit


def _needs_leave(one: Authority, rule: ApprovalRule, policy: Policy) -> bool:
    """Whether the approver stands above the role, so that the role cannot decide alone."""
    if rule.role not in {one.role, "anyone"} or one.or_above:
        return False
    if one.role in {rule.approver, policy.owner} or one.goods or one.approver == rule.approver:
        return False
    own = [
        clause.limit
        for clause in policy.of_kind(Authority)
        if clause.role == rule.approver and clause.action == rule.action
    ]
    reach = max((limit.amount for limit in own if limit is not None), default=None)
    mine = one.limit.amount if one.limit is not None else Decimal("Infinity")
    return reach is None or None in own or reach >= mine


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
    lines = {
        clause.id: place_of(reading.text, clause.span.start).line for clause in (first, second)
    }
    early, late = lines[first.id], lines[second.id]
    says = {one.id: witness.one, other.id: witness.other}
    return Problem(
        code="DOC04",
        severity=Severity.ERROR,
        message=f"Two sentences answer one case differently. {witness.case}: "
        f"line {early} {says[first.id]}, line {late} {says[second.id]}.",
        span=second.span,
        related=(first.span,),
        ways_out=(
            f"Keep line {early} and take line {late} out.",
            f"Keep line {late} and take line {early} out.",
            f"Say when each holds: add {_when(second)} to line {late}.",
        ),
    )
