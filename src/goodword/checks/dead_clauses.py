"""Clauses that never change an answer."""

from collections.abc import Iterator
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import listed, money, role_name
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, CapRule, Precondition, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.condition import Compare, Condition, Operator
from goodword.policy.definition import ChannelClause
from goodword.policy.duty import (
    Escalation,
    RetentionRule,
    ReviewRule,
    SurveyRule,
    TrainingRule,
)
from goodword.policy.promise import Promise
from goodword.policy.situation import Situation
from goodword.problem import Problem, Severity
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
_ABOVE = frozenset({Operator.MORE, Operator.AT_LEAST})


def dead_clauses(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each clause that another makes idle, with both places. O(n)."""
    yield from _said_twice(reading)
    yield from _never_reached(reading)
    yield from _beyond_what_is_forbidden(reading)
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
            if other.metric is promise.metric and _always(other):
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
    tops = {
        clause.action: (clause, top)
        for clause in policy.of_kind(Prohibition)
        if clause.role == "anyone"
        and not clause.except_roles
        and clause.exception is None
        and (top := amount_above(clause.condition)) is not None
    }
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


def amount_above(condition: Condition | None) -> Decimal | None:
    """Return the amount above which a condition holds, where that is all it says."""
    if (
        isinstance(condition, Compare)
        and condition.name == "amount"
        and condition.operator in _ABOVE
        and isinstance(condition.value, Decimal)
    ):
        return condition.value
    return None


def _told_already(reading: Reading) -> Iterator[Problem]:
    """Yield later rungs that tell somebody who was told before."""
    policy = reading.policy
    told: dict[tuple[object, ...], Escalation] = {}
    for rule in policy.of_kind(Escalation):
        if rule.trigger is None or rule.condition is not None or rule.every is not None:
            continue
        key = (rule.trigger, rule.subject, rule.to, rule.deputy, rule.also)
        first = told.setdefault(key, rule)
        if first is rule or first == rule:
            continue
        yield _dead(
            rule,
            first,
            f"The {role_name(rule.to, policy)} is told of this already by line "
            f"{_line(reading, first.span)}. Tell somebody else at this point, or say what is to "
            "happen now.",
        )


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
