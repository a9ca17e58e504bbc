"""Questions on who may give what: each key is what `decide` rules."""

from collections.abc import Iterator
from decimal import Decimal

from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request, Ruling
from goodword.document.echo_amounts import capitalised, money, role, role_name, with_article
from goodword.document.echo_authority import action, doing, per
from goodword.lesson.lesson import Lesson, LessonKind
from goodword.lesson.making import made
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    Per,
    Prohibition,
    actions_of,
    one_each,
)
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

CENT = Decimal("0.01")
YES = "Yes, on their own"
NO = "No, this is not allowed"
# A longer slug does not read as a sentence any more.
MOST_WORDS = 4


def limits(clause: Authority, policy: Policy, at: int) -> Iterator[Lesson | None]:
    """Yield what is ruled just below a limit, at it and just above it, and who decides there."""
    clause = one_each(clause)[0]
    if clause.limit is None or clause.goods is not None or clause.condition is not None:
        return
    for about, step in (("below", -CENT), ("at", Decimal(0)), ("above", CENT)):
        amount = Money(clause.limit.amount + step, clause.limit.currency)
        if amount.amount > 0:
            yield _may_they(clause, policy, amount, about, at)
    yield _who_decides(clause, policy, at)
    yield _how_much(clause, policy, at)


def permissions(clause: Authority, policy: Policy, at: int) -> Iterator[Lesson | None]:
    """Yield whether a role may give what has no limit, and which roles never may."""
    if clause.goods is None and clause.limit is not None:
        return
    clause = one_each(clause)[0]
    for one in policy.roles:
        worth = clause.goods_value.amount if clause.goods_value else None
        request = Request(one.slug, clause.action, worth, clause.goods)
        answer = ruled(request, policy, at)
        # Whom another role would ask says more about the ladder than about this clause.
        if answer is None or (answer != NO and one.slug != clause.role):
            continue
        what = action(clause.action, clause.goods)
        yield made(
            clause,
            LessonKind.BOUNDARY,
            f"{capitalised(with_article(role_name(one.slug, policy)))} wants to {what}, for the "
            "first time in this case. May they?",
            answer,
            rulings(policy, clause.action),
            about=one.slug,
            order=rulings(policy, clause.action),
            depends_on=answer,
        )


def prohibitions(clause: Prohibition, policy: Policy, at: int) -> Iterator[Lesson | None]:
    """Yield what is ruled for somebody whom a prohibition binds."""
    if clause.condition is not None or len(clause.action.split("_")) > MOST_WORDS:
        return
    asker = clause.role
    if asker == "anyone":
        spared = {*clause.except_roles, policy.owner}
        asker = next((one.slug for one in policy.roles if one.slug not in spared), asker)
    answer = ruled(Request(asker, clause.action), policy, at)
    if answer is None:
        return
    yield made(
        clause,
        LessonKind.NEVER,
        f"{capitalised(with_article(role_name(asker, policy)))} thinks of "
        f"{doing(clause.action)}. May they?",
        answer,
        rulings(policy, clause.action),
        order=rulings(policy, clause.action),
        depends_on=answer,
    )


def ruled(request: Request, policy: Policy, at: int) -> str | None:
    """Return the ruling as a choice, None where the answer is no plain one."""
    decision = decide(policy, request, Facts(), at=at)
    if decision.ruling is Ruling.ALLOW:
        return YES
    if decision.ruling is Ruling.REFUSE:
        return NO
    if decision.ruling is Ruling.ASK and decision.ask:
        return asks(decision.ask, policy)
    return None


def asks(slug: str, policy: Policy) -> str:
    """Return the choice that somebody is asked first."""
    return f"They ask {role(slug, policy)} first"


def rulings(policy: Policy, action_slug: str) -> tuple[str, ...]:
    """Return every answer that somebody might give: yes, ask one who decides, no."""
    approvers: dict[str, None] = {}
    for clause in policy.clauses:
        if isinstance(clause, ApprovalRule) and action_slug in actions_of(clause.action):
            approvers[clause.approver] = None
    for clause in _rungs(policy, action_slug):
        approvers[clause.role] = None
    if policy.owner:
        approvers[policy.owner] = None
    return (YES, *(asks(slug, policy) for slug in approvers if slug != "anyone"), NO)


def _rungs(policy: Policy, action_slug: str) -> tuple[Authority, ...]:
    found = [
        one
        for one in policy.of_kind(Authority)
        if action_slug in actions_of(one.action) and one.limit
    ]
    return tuple(sorted(found, key=lambda one: one.limit.amount if one.limit else 0, reverse=True))


def _asker(clause: Authority, policy: Policy) -> str:
    if clause.role == "anyone":
        return "a team member"
    return with_article(role_name(clause.role, policy))


def _may_they(
    clause: Authority, policy: Policy, amount: Money, about: str, at: int
) -> Lesson | None:
    answer = ruled(Request(clause.role, clause.action, amount.amount), policy, at)
    if answer is None:
        return None
    choices = tuple(
        one for one in rulings(policy, clause.action) if one != asks(clause.role, policy)
    )
    best = [asks(one.role, policy) for one in reversed(_rungs(policy, clause.action))]
    return made(
        clause,
        LessonKind.BOUNDARY,
        f"{capitalised(_asker(clause, policy))} wants to {_giving(clause, amount, policy)}. "
        "May they?",
        answer,
        (YES, NO, *(one for one in best if one in choices), *choices),
        about=about,
        order=choices,
        depends_on=answer,
    )


def _who_decides(clause: Authority, policy: Policy, at: int) -> Lesson | None:
    assert clause.limit is not None
    above = Money(clause.limit.amount + CENT, clause.limit.currency)
    decision = decide(policy, Request(clause.role, clause.action, above.amount), Facts(), at=at)
    if decision.ruling is not Ruling.ASK or decision.ask is None:
        return None
    names = [capitalised(role(one.slug, policy)) for one in policy.roles]
    return made(
        clause,
        LessonKind.ASK,
        f"{capitalised(_asker(clause, policy))} would like to {_giving(clause, above, policy)}. "
        "Who decides?",
        capitalised(role(decision.ask, policy)),
        [name for name in names if name != capitalised(role(clause.role, policy))],
        depends_on=decision.ask,
    )


def _how_much(clause: Authority, policy: Policy, at: int) -> Lesson | None:
    """Return the question how far a role may go; amounts are other roles' limits, then rounder."""
    assert clause.limit is not None
    limit = clause.limit
    amounts = {one.limit.amount for one in _rungs(policy, clause.action) if one.limit}
    amounts |= {limit.amount * 2, limit.amount / 2}
    allowed = [
        amount
        for amount in sorted({*amounts, limit.amount})
        if ruled(Request(clause.role, clause.action, amount), policy, at) == YES
    ]
    if not allowed:
        return None
    order = tuple(
        money(Money(amount, limit.currency), policy) for amount in sorted(amounts | {limit.amount})
    )
    near = sorted(amounts, key=lambda amount: abs(amount - limit.amount))
    return made(
        clause,
        LessonKind.BOUNDARY,
        f"Up to how much may {_asker(clause, policy)} {action(clause.action)}"
        f"{_per(clause, policy)} without asking?",
        money(Money(allowed[-1], limit.currency), policy),
        [money(Money(amount, limit.currency), policy) for amount in near],
        about="most",
        order=order,
        depends_on=str(allowed[-1]),
    )


def _giving(clause: Authority, amount: Money, policy: Policy) -> str:
    of = "" if clause.action == "refund" else "of "
    where = {Per.CASE: " in one case", Per.CUSTOMER: f" to one {policy.serves}"}
    place = where.get(clause.per, "") if clause.per is not None else ""
    return f"{action(clause.action)} {of}{money(amount, policy)}{place}"


def _per(clause: Authority, policy: Policy) -> str:
    if clause.per is None:
        return ""
    return f" per {per(clause.per, policy)}"
