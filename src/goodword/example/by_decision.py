"""Examples of clauses that say who may do what: each asks `decide`."""

from decimal import Decimal

from goodword.businesstime.openings import Openings
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Given, Request
from goodword.decision.find import find
from goodword.document.echo_amounts import (
    capitalised,
    listed,
    money,
    one_of,
    role,
)
from goodword.document.echo_authority import action, doing, per
from goodword.example.example import Example
from goodword.example.ruling import ruling_words
from goodword.language.en.echo_phrases import WITH_OF
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Cap,
    CapRule,
    Per,
    Precondition,
    Prohibition,
    actions_of,
    one_each,
)
from goodword.policy.definition import RoleClause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money
from goodword.policy.situation import EmergencyWords, Principle, Situation

# The smallest step above a limit in currencies with and without a minor unit.
_CENT = Decimal("0.01")
_WHOLE = Decimal(1)
_WITHOUT_MINOR_UNIT = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "XOF", "XAF"})
_SOME = Decimal(20)


def authority(clause: Authority, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what is ruled at the limit, just above it, and once the cap is used up."""
    del openings
    clause = one_each(clause)[0]
    request = Request(clause.role, clause.action, goods=clause.goods)
    wants = f"{_asker(clause.role, policy)} wants to {action(clause.action, clause.goods)}"
    told = []
    if clause.limit is not None:
        limit = clause.limit
        of = " of" if clause.action in WITH_OF else ""
        ruled = _ruled(policy, request, limit, at)
        told.append(f"{wants}{of} {money(limit, policy)}: {ruled}.")
        above = _just_above(limit)
        told.append(f"{money(above, policy)}: {_ruled(policy, request, above, at)}.")
    else:
        told.append(f"{wants}: {_ruled(policy, request, clause.goods_value, at)}.")
    for cap in clause.caps:
        if cap.count is not None:
            given = _given(clause.action, cap, clause.goods_value or _some(policy))
            again = _ruled(policy, request, clause.goods_value, at, given)
            told.append(f"Once more {_within(cap, policy)}: {again}.")
    return Example(clause.id, " ".join(told))


def approval(clause: ApprovalRule, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what is ruled just above the amount, for the highest role that has to ask."""
    del openings
    clause = one_each(clause)[0]
    asker = _next_below(clause, policy)
    if asker is None or clause.over is None:
        return None
    above = _just_above(clause.over)
    ruled = _ruled(policy, Request(asker, clause.action), above, at)
    told = (
        f"{_asker(asker, policy)} wants to {action(clause.action)} {money(above, policy)}: {ruled}."
    )
    return Example(clause.id, told)


def cap_rule(clause: CapRule, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what is ruled when the cap is used up."""
    del openings
    giver = next(
        (
            one
            for one in policy.of_kind(Authority)
            if clause.action in {None, *actions_of(one.action)}
        ),
        None,
    )
    if giver is None:
        return None
    amount = giver.goods_value or _some(policy)
    request = Request(giver.role, giver.action, goods=giver.goods)
    wants = f"{_asker(giver.role, policy)} wants to {action(giver.action, giver.goods)}"
    wants = f"{wants} {money(amount, policy)}" if giver.goods is None else wants
    told = []
    for cap in clause.caps:
        given = _given(giver.action, cap, amount)
        ruled = _ruled(policy, request, amount, at, given)
        used = f"after {cap.count}" if cap.count is not None else "with the whole sum given"
        told.append(f"{wants} {used} {_within(cap, policy)}: {ruled}.")
    return Example(clause.id, " ".join(told))


def precondition(
    clause: Precondition, policy: Policy, openings: Openings, at: int
) -> Example | None:
    """Return what has to be done first by somebody who may."""
    del openings
    giver = next(
        (
            one
            for one in policy.of_kind(Authority)
            if clause.action in actions_of(one.action) and clause.role in {"anyone", one.role}
        ),
        None,
    )
    if giver is None:
        return None
    amount = giver.limit or _some(policy)
    decision = decide(policy, Request(giver.role, giver.action, amount.amount), Facts(), at=at)
    first = f"; first {listed(decision.before)}" if decision.before else ""
    told = (
        f"{_asker(giver.role, policy)} wants to {action(giver.action)} {money(amount, policy)}: "
        f"{ruling_words(decision, policy)}{first}."
    )
    return Example(clause.id, told)


def prohibition(clause: Prohibition, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what is ruled when somebody whom it binds asks all the same."""
    del openings
    asker = clause.role
    if asker == "anyone":
        bound = (one.slug for one in policy.roles if one.slug not in clause.except_roles)
        asker = next(bound, "anyone")
    ruled = _ruled(policy, Request(asker, clause.action), None, at)
    told = f"{_asker(asker, policy)} asks about {doing(clause.action)}: {ruled}."
    return Example(clause.id, told)


def situation(clause: Situation, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return that words people say find the situation, and how many steps then help.

    None for a moment told with its one step in one sentence: it says all by itself.
    """
    del openings, at
    if not clause.phrases and len(clause.steps) == 1:
        return None
    for words in (*clause.phrases, clause.name):
        matches = find(policy, words)
        if matches and matches[0].situation == clause:
            steps = len(clause.steps)
            told = f"“{words}” finds this situation and its {steps} step{'s' * (steps != 1)}."
            return Example(clause.id, told)
    return None


def emergency(
    clause: EmergencyWords, policy: Policy, openings: Openings, at: int
) -> Example | None:
    """Return that the first of the words is found as an emergency, and what is done then."""
    del openings, at
    for words in clause.words:
        matches = find(policy, words)
        if matches and matches[0].situation.emergency:
            first = matches[0].situation.steps
            does = f" {first[0].words}" if first and first[0].words else ""
            return Example(clause.id, f"“{words}” is found as an emergency.{does}")
    return None


def stand_in(clause: RoleClause, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return who may give the away role's limit meanwhile."""
    del openings
    if clause.deputy is None:
        return None
    giver = next((one for one in policy.of_kind(Authority) if one.role == clause.role), None)
    if giver is None or giver.limit is None:
        return None
    away = Facts(values={f"away_{clause.role}": True})
    asked = Request(clause.deputy, giver.action, giver.limit.amount, giver.goods)
    ruled = ruling_words(decide(policy, asked, away, at=at), policy)
    told = (
        f"While {role(clause.role, policy)} is away, {role(clause.deputy, policy)} wants to "
        f"{action(giver.action, giver.goods)} {money(giver.limit, policy)}: {ruled}."
    )
    return Example(clause.id, told)


def principle(clause: Principle, policy: Policy, openings: Openings, at: int) -> Example | None:
    """Return what is ruled on the very thing that the principle speaks of."""
    del openings
    asker = policy.roles[-1].slug if policy.roles else "anyone"
    ruled = ruling_words(decide(policy, Request(asker, clause.words), Facts(), at=at), policy)
    return Example(
        clause.id,
        f"{capitalised(one_of(asker, policy))} wants to {clause.words}: {ruled}.",
    )


def _ruled(
    policy: Policy,
    request: Request,
    amount: Money | None,
    at: int,
    given: tuple[Given, ...] = (),
) -> str:
    asked = Request(
        request.role, request.action, None if amount is None else amount.amount, request.goods
    )
    return ruling_words(decide(policy, asked, Facts(given=given), at=at), policy)


def _asker(slug: str, policy: Policy) -> str:
    return capitalised(one_of(slug, policy))


def _just_above(limit: Money) -> Money:
    step = _WHOLE if limit.currency in _WITHOUT_MINOR_UNIT else _CENT
    return Money(limit.amount + step, limit.currency)


def _some(policy: Policy) -> Money:
    return Money(_SOME, policy.currency)


def _given(what: str, cap: Cap, worth: Money) -> tuple[Given, ...]:
    """Return what was given before so that the cap is just used up."""
    mine = cap.per is Per.PERSON
    in_case = cap.per is Per.CASE
    spent = cap.money or worth
    one = Given(what, spent, days_ago=0, same_case=in_case, by_same_person=mine)
    return (one,) * (cap.count or 1)


def _within(cap: Cap, policy: Policy) -> str:
    if cap.days is None:
        return f"for the same {per(cap.per, policy)}"
    return f"for the same {per(cap.per, policy)} within {cap.days} days"


def _next_below(clause: ApprovalRule, policy: Policy) -> str | None:
    """Return the role with the highest limit that still has to ask the approver."""
    rungs = [
        one
        for one in policy.of_kind(Authority)
        if clause.action in actions_of(one.action)
        and one.role != clause.approver
        and one.limit is not None
        and not one.only
    ]
    if not rungs:
        return None
    return max(rungs, key=lambda one: one.limit.amount if one.limit else Decimal(0)).role
