"""Authority that leads nowhere, or that nobody was given."""

from collections.abc import Iterator
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import listed, role_name
from goodword.document.echo_authority import action as action_words
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, Per, Prohibition
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

LITTLE = Decimal(20)


def empty_hands(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint for the roles of which nothing says what they may give, or must not."""
    policy = reading.policy
    permits = policy.of_kind(Authority)
    named = {one.role for one in permits} | {one.role for one in policy.of_kind(Prohibition)}
    if not permits or "anyone" in {one.role for one in permits}:
        return
    roles = policy.of_kind(RoleClause)
    empty = tuple(dict.fromkeys(one.role for one in roles if one.role not in named))
    if not empty or len(empty) == len({one.role for one in roles}):
        return
    names = listed(f"the {role_name(slug, policy)}" for slug in empty)
    example = Authority(
        role=empty[0], action="refund", limit=Money(LITTLE, policy.currency), per=Per.CASE
    )
    yield Problem(
        code="AUT-01",
        severity=Severity.HINT,
        message=f"Nothing here says what {names} may give, not even that it is nothing. In the "
        "moment they must ask, or guess.",
        span=next(one.span for one in roles if one.role == empty[0]),
        fix=Fix("Give them a little", echo(example, policy)),
    )


def circles(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error for approvals that lead back to where they came from."""
    policy = reading.policy
    asks: dict[str, dict[str, Authority]] = {}
    for clause in policy.of_kind(Authority):
        if clause.approver is not None and clause.condition is None:
            asks.setdefault(clause.action, {})[clause.role] = clause
    for action, ladder in asks.items():
        found = _circle(ladder)
        if found:
            yield _round(found, action, ladder, policy)
    for rule in policy.of_kind(ApprovalRule):
        if _is_forbidden(rule, policy):
            yield Problem(
                code="AUT-02",
                severity=Severity.ERROR,
                message=f"This asks the {role_name(rule.approver, policy)}, who must never "
                f"{action_words(rule.action)}: nobody could say yes. Name somebody who may.",
                span=rule.span,
            )


def _circle(ladder: dict[str, Authority]) -> list[str]:
    for start in ladder:
        path = [start]
        while (clause := ladder.get(path[-1])) is not None and clause.approver is not None:
            if clause.approver in path:
                return path[path.index(clause.approver) :]
            path.append(clause.approver)
    return []


def _round(roles: list[str], action: str, ladder: dict[str, Authority], policy: Policy) -> Problem:
    names = [f"the {role_name(slug, policy)}" for slug in (*roles, roles[0])]
    clauses = sorted((ladder[slug] for slug in roles), key=lambda one: one.span)
    return Problem(
        code="AUT-02",
        severity=Severity.ERROR,
        message=f"To {action_words(action)} more, {' asks '.join(names)}: the question goes in a "
        "circle, and nobody decides. Let the last one decide alone, or name somebody above.",
        span=clauses[-1].span,
        related=tuple(one.span for one in clauses[:-1]),
    )


def _is_forbidden(rule: ApprovalRule, policy: Policy) -> bool:
    return any(
        one.role == rule.approver
        and one.action == rule.action
        and one.condition is None
        and one.exception is None
        for one in policy.of_kind(Prohibition)
    )
