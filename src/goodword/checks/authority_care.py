"""Authority that leads nowhere, or that nobody was given."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import listed, role_name
from goodword.document.echo_authority import action as action_words
from goodword.document.reading import Reading
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Prohibition,
    actions_of,
)
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.problem import Fix, Problem, Severity

LITTLE = Decimal(20)
# What is given to customers, and not spent, signed or accepted.
_GIVEN = frozenset({"refund", "discount", "credit", "compensate", "waive_fee", "any"})
Step = Authority | ApprovalRule


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


def endless_giving(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint where money may be given each time, and nothing says how often."""
    policy = reading.policy
    permits = [
        one
        for one in policy.of_kind(Authority)
        if _GIVEN.intersection(actions_of(one.action))
        and (one.limit is not None or one.share is not None)
    ]
    if not permits or policy.of_kind(CapRule) or any(one.caps for one in policy.of_kind(Authority)):
        return
    often = Cap(per=Per.CUSTOMER, days=365, count=3)
    yield Problem(
        code="AUT-05",
        severity=Severity.HINT,
        message=f"One {policy.serves} may have this again and again: nothing says how often. Most "
        "people never ask twice; a number keeps it fair to them.",
        span=permits[0].span,
        fix=Fix("Say how often", echo(CapRule(action=permits[0].action, caps=(often,)), policy)),
    )


def circles(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error for approvals that lead back to where they came from."""
    policy = reading.policy
    for action, ladder in _asks(policy).items():
        found = _circle(ladder)
        if found:
            yield _round(found, action, ladder, policy)
    for rule in policy.of_kind(ApprovalRule):
        barred = _barred(rule, policy)
        if barred is not None:
            yield Problem(
                code="AUT-02",
                severity=Severity.ERROR,
                message=f"This asks the {role_name(barred, policy)}, who must never "
                f"{action_words(rule.action)}: nobody could say yes. Name somebody who may.",
                span=rule.span,
                fix=_by_owner(rule, policy),
            )
        elif rule.people > 1 and [one.slug for one in policy.roles] == [policy.owner]:
            yield Problem(
                code="AUT-02",
                severity=Severity.WARNING,
                message=f"This asks {rule.people} people, and the policy knows only the "
                f"{role_name(rule.approver if policy.owner is None else policy.owner, policy)}. "
                "Say who else can agree, such as an accountant or a friend in the trade.",
                span=rule.span,
            )


def _by_owner(rule: ApprovalRule, policy: Policy) -> Fix | None:
    """Return the sentence with the policy's owner in the place of who cannot say yes."""
    if policy.owner is None or policy.owner == rule.approver:
        return None
    if _barred(replace(rule, approver=policy.owner), policy) is not None:
        return None
    owners = replace(rule, approver=policy.owner)
    return Fix(f"Ask the {role_name(policy.owner, policy)}", echo(owners, policy), rule.span)


def _asks(policy: Policy) -> dict[str, dict[str, Step]]:
    """Return whom each role asks for more of each action, where that is one person alone."""
    asks: dict[str, dict[str, Step]] = {}
    for clause in policy.clauses:
        if not isinstance(clause, Authority | ApprovalRule) or clause.condition is not None:
            continue
        if isinstance(clause, ApprovalRule) and (clause.instead or clause.people > 1):
            continue
        if clause.approver is not None and "anyone" not in {clause.role, clause.approver}:
            for action in actions_of(clause.action):
                asks.setdefault(action, {}).setdefault(clause.role, clause)
    return asks


def _circle(ladder: dict[str, Step]) -> list[str]:
    for start in ladder:
        path = [start]
        while (clause := ladder.get(path[-1])) is not None and clause.approver is not None:
            if clause.approver in path:
                return path[path.index(clause.approver) :]
            path.append(clause.approver)
    return []


def _round(roles: list[str], action: str, ladder: dict[str, Step], policy: Policy) -> Problem:
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


def _barred(rule: ApprovalRule, policy: Policy) -> str | None:
    """Return an approver who must never do it, where no other can say yes in their place."""
    barred = {
        one.role
        for one in policy.of_kind(Prohibition)
        if {*actions_of(one.action)} & {*actions_of(rule.action)}
        and one.condition is None
        and one.exception is None
    }
    needed = next((one for one in rule.also if one in barred), None)
    if needed is not None:
        return needed
    return rule.approver if {rule.approver, *rule.instead} <= barred else None
