"""Approvals that claim the same amounts, and approvers who cannot give them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from goodword.checks.evidence import Evidence
from goodword.checks.reach import ENDLESS, Band, Measure, doing, reaches
from goodword.document.echo import echo
from goodword.document.echo_amounts import listed, role_name
from goodword.document.reading import Reading
from goodword.policy.authority import ApprovalRule, Authority, actions_of, one_each
from goodword.policy.policy import Policy
from goodword.problem import Fix, Problem, Severity
from goodword.span import place_of

TEN = Decimal(10)
A_TENTH = Decimal("0.1")


def ladder_overlaps(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning where two approvals of different people claim the same amounts.

    One that lies wholly inside another ("over $200", "over $1,000") is the next rung, no overlap.
    """
    policy = reading.policy
    rules: dict[str, list[ApprovalRule]] = {}
    for rule in dict.fromkeys(policy.of_kind(ApprovalRule)):
        for one in one_each(rule):
            rules.setdefault(one.action, []).append(one)
    for same in rules.values():
        for earlier, rule in combinations(same, 2):
            for measure, shared in _shared(earlier, rule):
                yield _overlap(reading, earlier, rule, measure, shared)


def _shared(one: ApprovalRule, other: ApprovalRule) -> Iterator[tuple[Measure, Band]]:
    if (one.condition, one.exception, one.role) != (other.condition, other.exception, other.role):
        return
    if _can_both_be_kept(one, other):
        return
    yours = dict(reaches(other))
    for measure, mine in reaches(one):
        if measure not in yours:
            continue
        band = Band(max(mine.low, yours[measure].low), min(mine.high, yours[measure].high))
        nested = band in {mine, yours[measure]} and mine != yours[measure]
        if band.low < band.high and not nested:
            yield measure, band


def _can_both_be_kept(one: ApprovalRule, other: ApprovalRule) -> bool:
    """Whether one and the same person's yes is enough for both."""
    if one.also or other.also or one.people != other.people:
        return (one.approver, one.also, one.people) == (other.approver, other.also, other.people)
    return bool({one.approver, *one.instead} & {other.approver, *other.instead})


def _overlap(
    reading: Reading, one: ApprovalRule, other: ApprovalRule, measure: Measure, band: Band
) -> Problem:
    policy = reading.policy
    low, high = measure.words(band.low, policy), measure.words(band.high, policy)
    where = f"Over {low}" if band.high == ENDLESS else f"Over {low} and up to {high}"
    size = band.high if band.high < ENDLESS else _above(band.low, measure)
    asked = f"to {doing(other.action, measure.words(size, policy))}"
    joined = _joined(one, other)
    return Problem(
        code="AU04",
        severity=Severity.WARNING,
        message=f"{where}, two sentences decide: {asked}, one asks {_whom(one, policy)} and the "
        f"other {_whom(other, policy)}. Let one end where the other begins, or ask both in one "
        "sentence.",
        span=other.span,
        related=(one.span,),
        fix=_apart(one, other, policy)
        or (None if joined is None else Fix("Ask both", echo(joined, policy))),
    )


def _apart(one: ApprovalRule, other: ApprovalRule, policy: Policy) -> Fix | None:
    """Return the second sentence beginning where the first ends, where that leaves it something."""
    if one.up_to is None or other.over is None or other.up_to is None:
        return None
    if not other.over.amount < one.up_to.amount < other.up_to.amount:
        return None
    later = replace(other, over=one.up_to, at_least=False)
    return Fix("Begin where the other ends", echo(later, policy), other.span)


def _above(low: Decimal, measure: Measure) -> Decimal:
    return low + (A_TENTH if measure.share_of else TEN)


def _whom(rule: ApprovalRule, policy: Policy) -> str:
    if rule.people > 1:
        return f"{rule.people} people"
    names = listed((f"the {role_name(one, policy)}" for one in (rule.approver, *rule.also)), "and")
    return listed((names, *(f"the {role_name(one, policy)}" for one in rule.instead)), "or")


def _joined(one: ApprovalRule, other: ApprovalRule) -> ApprovalRule | None:
    """Return one rule that asks both, where the two differ in nothing but whom they ask."""
    if one.people > 1 or other.people > 1 or one.instead or other.instead:
        return None
    same = replace(one, approver=other.approver, also=other.also)
    if same != other:
        return None
    return replace(one, also=(*one.also, other.approver, *other.also))


def beyond_approvers(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each approval of somebody whose own limit ends below it."""
    policy = reading.policy
    for rule in policy.of_kind(ApprovalRule):
        if rule.people > 1 or rule.also or rule.instead or rule.approver == policy.owner:
            continue
        for measure, band in reaches(rule):
            own = _highest_own(rule, measure, policy)
            if own is None or own[0] > band.low:
                continue
            limit, clause = own
            who = role_name(rule.approver, policy)
            line = place_of(reading.text, clause.span.start).line
            raised = _raised(clause, rule)
            up_to = f"up to {measure.words(limit, policy)}"
            yield Problem(
                code="AU07",
                severity=Severity.WARNING,
                message=f"This asks the {who} for more than {measure.words(band.low, policy)}; by "
                f"line {line} the {who} may {doing(rule.action, up_to)}. So nobody can say yes. "
                "Raise that limit, or ask somebody else here.",
                span=rule.span,
                related=(clause.span,),
                fix=None
                if raised is None
                else Fix("Raise the limit", echo(raised, policy), clause.span),
            )


def _highest_own(
    rule: ApprovalRule, measure: Measure, policy: Policy
) -> tuple[Decimal, Authority] | None:
    found = [
        (band.high, clause)
        for clause in policy.of_kind(Authority)
        if clause.role == rule.approver
        and {*actions_of(clause.action)} & {*actions_of(rule.action)}
        and not clause.goods
        for own, band in reaches(clause)
        if own == measure
    ]
    return max(found, key=lambda pair: pair[0], default=None)


def _raised(clause: Authority, rule: ApprovalRule) -> Authority | None:
    """Return the approver's own limit raised to where the approval ends, where that is said."""
    if rule.up_to is not None and clause.limit is not None:
        return replace(clause, limit=rule.up_to)
    if rule.up_to_share is not None and clause.share is not None:
        return replace(clause, share=rule.up_to_share)
    return None
