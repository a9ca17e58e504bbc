"""Clauses that never change an answer."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.checks.reach import amount_above
from goodword.document.echo import echo
from goodword.document.echo_amounts import listed, money, role_name
from goodword.document.reading import Reading
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Per,
    Precondition,
    Prohibition,
    actions_of,
)
from goodword.policy.clause import Clause
from goodword.policy.definition import ChannelClause
from goodword.policy.duty import (
    Escalation,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span, place_of

# What may well be said once only.
_RULES = (
    Promise,
    Authority,
    ApprovalRule,
    CapRule,
    Precondition,
    Prohibition,
    Escalation,
    SurveyRule,
    TrainingRule,
    ReviewRule,
    RetentionRule,
)


def dead_clauses(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each clause that another makes idle, with both places. O(n)."""
    yield from _said_twice(reading)
    yield from _never_reached(reading)
    yield from _beyond_what_is_forbidden(reading)
    yield from _own_leave(reading)
    yield from _more_by_another_line(reading)
    yield from _told_already(reading)
    yield from _situations_of_one_name(reading)


def _dead(clause: Clause, other: Clause, message: str) -> Problem:
    return Problem("DOC03", Severity.WARNING, message, clause.span, related=(other.span,))


def _line(reading: Reading, span: Span) -> int:
    return place_of(reading.text, span.start).line


def _said_twice(reading: Reading) -> Iterator[Problem]:
    seen: dict[Clause, Clause] = {}
    for clause in reading.policy.clauses:
        if not isinstance(clause, _RULES):
            continue
        first = seen.setdefault(clause, clause)
        # Word for word the same is noticed as such (PUB-01).
        if first.span == clause.span or first.text.lower() == clause.text.lower():
            continue
        yield _dead(
            clause,
            first,
            f"In other words, line {_line(reading, first.span)} says the same. Keep one of the "
            "two, so that a change need not be made twice.",
        )


def _never_reached(reading: Reading) -> Iterator[Problem]:
    """Yield promises for any channel where each channel has a promise of its own."""
    policy = reading.policy
    channels = {one.channel for one in policy.of_kind(ChannelClause)}
    if not channels:
        return
    promises = policy.of_kind(Promise)
    for promise in promises:
        if promise.channels or promise.subject is not None:
            continue
        own: dict[str, Promise] = {}
        for other in promises:
            if other.metric is promise.metric and _always(other) and not other.parts:
                own.update(dict.fromkeys(other.channels, other))
        if channels <= set(own):
            names = listed(sorted(one.replace("_", " ") for one in channels))
            yield _dead(
                promise,
                next(iter(own.values())),
                f"This speaks of any channel, and each of yours ({names}) has a promise of its "
                "own, which counts instead. So this one never does. Take it out, or one of the "
                "others.",
            )


def _always(promise: Promise) -> bool:
    return promise.subject is None and promise.condition is None


def _beyond_what_is_forbidden(reading: Reading) -> Iterator[Problem]:
    """Yield rungs of a ladder that begin above the amount over which nobody may."""
    policy = reading.policy
    tops = _tops(policy)
    for rule in policy.of_kind(ApprovalRule):
        forbidden, top = tops.get(rule.action, (None, None))
        if forbidden is None or top is None or rule.over is None or rule.over.amount < top:
            continue
        yield _dead(
            rule,
            forbidden,
            f"Over {money(rule.over, policy)} nobody may do this at all (line "
            f"{_line(reading, forbidden.span)}), so the {role_name(rule.approver, policy)} is "
            "never asked. Take one of the two out, or let this one begin lower.",
        )


def _tops(policy: Policy) -> dict[str, tuple[Clause, Decimal]]:
    """Return the amount of each action above which nobody may, and the clause that says so."""
    found: dict[str, tuple[Clause, Decimal]] = {}
    for clause in policy.of_kind(Prohibition):
        top = amount_above(clause.condition)
        plain = clause.role == "anyone" and not clause.except_roles and clause.exception is None
        if plain and top is not None:
            for action in actions_of(clause.action):
                found.setdefault(action, (clause, top))
    for rule in policy.of_kind(CapRule):
        if rule.action is None or rule.role != "anyone" or rule.condition or rule.exception:
            continue
        for cap in rule.caps:
            if cap.per is Per.CASE and cap.money is not None:
                for action in actions_of(rule.action):
                    found.setdefault(action, (rule, cap.money.amount))
    return found


def _own_leave(reading: Reading) -> Iterator[Problem]:
    """Yield approvals that a role would give to itself."""
    policy = reading.policy
    for rule in policy.of_kind(ApprovalRule):
        if rule.role in {rule.approver, *rule.instead} and rule.people == 1 and not rule.also:
            name = role_name(rule.role, policy)
            yield Problem(
                "DOC03",
                Severity.WARNING,
                f"This asks the {name} for the {name}'s own approval, so it never stops anything. "
                "Name somebody else, or say that two people must agree.",
                rule.span,
            )


def _more_by_another_line(reading: Reading) -> Iterator[Problem]:
    """Yield limits of a role that has more by what a role below it "or above" may."""
    policy = reading.policy
    shared = [one for one in policy.of_kind(Authority) if one.or_above and one.limit is not None]
    if not shared:
        return
    for clause in policy.of_kind(Authority):
        for wider in shared:
            if _is_within(clause, wider) and clause.role in _above(wider.role, policy):
                yield _dead(
                    clause,
                    wider,
                    f"Line {_line(reading, wider.span)} lets everybody from the "
                    f"{role_name(wider.role, policy)} upwards give more than this, so this limit "
                    "never counts. Take it out, or raise it.",
                )


def _is_within(clause: Authority, wider: Authority) -> bool:
    """Whether a limit of money is lower than another one of the same kind."""
    if clause.limit is None or wider.limit is None or clause.role == wider.role:
        return False
    if clause.limit.currency != wider.limit.currency or clause.only:
        return False
    same = (clause.action, clause.condition, clause.goods, clause.each, clause.per) == (
        wider.action, wider.condition, wider.goods, wider.each, wider.per
    )  # fmt: skip
    return same and clause.limit.amount < wider.limit.amount


def _above(role: str, policy: Policy) -> frozenset[str]:
    """Return who stands above a role as far as its approvals say.

    Limits cannot say it here, since they are what is in question.
    """
    found = {policy.owner} if policy.owner is not None else set()
    for rule in policy.of_kind(ApprovalRule):
        if rule.role in {role, "anyone"} and rule.approver != role:
            found |= {rule.approver, *rule.instead}
    for clause in policy.of_kind(Authority):
        if clause.role == role and clause.approver is not None:
            found.add(clause.approver)
    return frozenset(found)


def _told_already(reading: Reading) -> Iterator[Problem]:
    """Yield later rungs that tell somebody who was told before."""
    policy = reading.policy
    told: dict[tuple[object, ...], Escalation] = {}
    for rule in policy.of_kind(Escalation):
        if rule.trigger is None or rule.condition is not None or rule.every is not None:
            continue
        key = (rule.trigger, rule.subject, rule.to, rule.deputy, rule.also, rule.strength)
        first = told.setdefault(key, rule)
        if first is rule or first == rule:
            continue
        dead = _dead(
            rule,
            first,
            f"The {role_name(rule.to, policy)} is told of this already by line "
            f"{_line(reading, first.span)}. Tell somebody else at this point, or say what is to "
            "happen now.",
        )
        owner = policy.owner
        if owner is not None and owner not in {rule.to, *rule.also, rule.deputy}:
            sentence = echo(replace(rule, to=owner), policy)
            dead = replace(dead, fix=Fix("Tell somebody above", sentence, rule.span))
        yield dead


def _situations_of_one_name(reading: Reading) -> Iterator[Problem]:
    seen: dict[str, Situation] = {}
    for clause in reading.policy.of_kind(Situation):
        first = seen.setdefault(clause.name.lower(), clause)
        if first is not clause:
            yield _dead(
                clause,
                first,
                f"Line {_line(reading, first.span)} speaks of the same moment. Put the steps in "
                "one place, so that nobody follows half of them.",
            )
