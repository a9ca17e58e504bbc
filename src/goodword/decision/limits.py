"""Who may do what, up to what: the authority of each role as one table."""

from dataclasses import dataclass
from decimal import Decimal

from goodword.decision.decision import Facts, Request
from goodword.decision.ladder import next_up, owner_rung
from goodword.decision.matter import Matter, matter_of
from goodword.decision.permission import forbids, permissions, weigh
from goodword.decision.saying import cap_words, doing, money, per_words, role_words
from goodword.document.echo_amounts import duration, listed
from goodword.document.echo_authority import looked_up_words, share_words
from goodword.language.pack import ENGLISH
from goodword.policy.authority import Authority, CapRule, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

_JUST_ABOVE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one clause lets a role do: `words` follow "may" ("refund up to $100 per case").

    `allowed` is False for what the role must never do. `above` is whom to ask beyond the limit.
    """

    role: str
    action: str
    words: str
    clause: Clause
    allowed: bool = True
    limit: Money | None = None
    above: str | None = None


def allowances(
    policy: Policy, actions: tuple[str, ...], roles: tuple[str, ...]
) -> tuple[Allowance, ...]:
    """Return what each role may do of these actions, by role and then by action.

    It is computed from the same clauses, by the same code, as every ruling.
    """
    found: list[Allowance] = []
    for role in roles:
        for action in actions:
            request = Request(role, action)
            matter = matter_of(policy, request, Facts(), role=role, hats=(role,), at=0)
            found += _of_one(matter)
    return tuple(found)


def _of_one(matter: Matter) -> list[Allowance]:
    barred = [clause for clause in matter.of_kind(Prohibition) if forbids(clause, matter)]
    if barred:
        words = doing(matter.action, matter.policy)
        return [Allowance(matter.role, matter.action, words, barred[0], allowed=False)]
    mine = permissions(matter)
    highest = max((clause.limit.amount for clause in mine if clause.limit), default=None)
    return [
        Allowance(
            role=matter.role,
            action=matter.action,
            words=_words(clause, matter),
            clause=clause,
            limit=clause.limit,
            # Above a lower limit the same role's higher one still holds.
            above=_above(clause, matter)
            if clause.limit is not None and clause.limit.amount == highest
            else None,
        )
        for clause in mine
    ]


def _words(clause: Authority, matter: Matter) -> str:
    policy = matter.policy
    words = doing(matter.action, policy, goods=clause.goods)
    if clause.goods_value is not None:
        words = f"{words} worth {money(clause.goods_value, policy)}"
    if clause.share is not None:
        words = f"{words} up to {share_words(clause.share, clause.share_of)}"
    if clause.limit is None and clause.share is None and clause.limit_of is not None:
        words = f"{words} {looked_up_words(clause.limit_of)}"
    if clause.limit is not None:
        joint = (
            ", at most" if clause.share is not None else " less than" if clause.below else " up to"
        )
        words = f"{words}{joint} {money(clause.limit, policy)}"
        if clause.each is not None:
            words = f"{words} for each {clause.each}"
        if clause.per is not None:
            words = f"{words} {per_words(clause.per, policy)}"
    if clause.longest is not None:
        words = f"{words} by up to {duration(clause.longest)}"
    caps = [cap_words(cap, policy) for cap in clause.caps]
    rules = [cap_words(cap, policy) for rule in matter.of_kind(CapRule) for cap in rule.caps]
    if caps:
        words = f"{words} {listed(caps)}"
    return f"{words}, at most {listed(rules)}" if rules else words


def _above(clause: Authority, matter: Matter) -> str | None:
    if clause.limit is None:
        return None
    request = Request(matter.role, matter.action, clause.limit.amount + _JUST_ABOVE)
    beyond = matter_of(matter.policy, request, Facts(), role=matter.role, hats=matter.hats, at=0)
    rung = next_up(beyond, weigh(beyond)) or owner_rung(beyond)
    return rung.role if rung is not None else None


def said(allowance: Allowance, policy: Policy) -> str:
    """Return the allowance as a sentence; in a policy of another language its clause is one."""
    if policy.language != ENGLISH.code and allowance.words.endswith("."):
        return allowance.words.rstrip(".")
    who = role_words(allowance.role, policy)
    if not allowance.allowed:
        return f"{who} must never {allowance.words}"
    above = f"; above that, ask {role_words(allowance.above, policy)}" if allowance.above else ""
    return f"{who} may {allowance.words}{above}"
