"""Authority that a form gave, held against its words: a role that is none, an amount left out."""

import re
from dataclasses import replace

from goodword.document.authority_given import OTHER
from goodword.document.authority_mentions import amounts_of, mentions_of
from goodword.document.authority_role import BY_ENDING, ROLEISH
from goodword.document.authority_unsure import limit_asked
from goodword.document.second_authority import second_authority
from goodword.document.second_said import unsure
from goodword.document.setting import Setting, Understood
from goodword.language.normal import normal
from goodword.language.role import ANYONE, named
from goodword.language.weights import weights
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause

# From here on an action's name holds more than what is done, and may be cut.
_LONG = 6
_SURE = 0.8
# What is taken where nothing better is named.
_LOOSE = frozenset({"approve", "spend", "any"})
# To refuse a refund is not to refund.
_REFUSED = ("refuse", "decline", "reject", "deny", "withhold", "withdraw", "limit", "restrict")
# A limit that is said to be, and not which.
_SOME_LIMIT = re.compile(
    r"\b(?:usual|normal|set|agreed|applicable|relevant|standard|approved|published)"
    r"(?: \w+){0,2} (?:limits?|ceilings?|caps?)\b"
)


def second_granted(
    first: Understood, text: str, setting: Setting, context: str, marks: tuple[str, ...]
) -> Understood:
    """Return the same, or what the words say where the form took a thing for a role.

    An amount that no field keeps, and a name of an action that holds half the sentence, are read
    again as well.
    """
    rules = first.clauses
    if not rules or not all(isinstance(one, Authority | ApprovalRule) for one in rules):
        return first
    amounts = [one for one in amounts_of(text, setting) if one.low or one.high]
    if not amounts and (vague := _SOME_LIMIT.search(normal(text))) is not None:
        return Understood((), (limit_asked(text, vague.span()),), almost=True)
    odd = _odd_roles(rules, text, setting, context)
    lost = bool(amounts) and not any(_is_bounded(one) for one in rules)
    if odd or lost:
        again = second_authority(text, setting, context, marks)
        if again is not None and again.clauses and not _worse(again, odd, lost=lost):
            return again
        if odd:
            return replace(first, findings=(*first.findings, unsure(text, rules)))
    return _plainer(first, text, marks)


def _odd_roles(
    rules: tuple[Clause, ...], text: str, setting: Setting, context: str
) -> frozenset[str]:
    """Return the roles that are neither declared nor end like a person, a team or a body."""
    odd = frozenset(
        role
        for role in map(_role_of, rules)
        if role != ANYONE and role not in setting.roles and not _ends_like_one(named(role))
    )
    return odd - {one.role for one in mentions_of(text, setting, context)} if odd else odd


def _role_of(rule: Clause) -> str:
    assert isinstance(rule, Authority | ApprovalRule)
    return rule.approver if isinstance(rule, ApprovalRule) else rule.role


def _ends_like_one(words: str) -> bool:
    head = words.partition(" of ")[0]
    return (ROLEISH.search(head) or BY_ENDING.search(head)) is not None


def _is_bounded(rule: Clause) -> bool:
    names = ("limit", "over", "up_to", "goods_value", "caps", "limit_of", "begins")
    return any(getattr(rule, name, None) for name in names)


def _worse(again: Understood, odd: frozenset[str], *, lost: bool) -> bool:
    roles = {_role_of(one) for one in again.clauses}
    return bool(odd & roles) or (lost and not any(_is_bounded(one) for one in again.clauses))


def _plainer(first: Understood, text: str, marks: tuple[str, ...]) -> Understood:
    """Return the rules with the action that their words weigh as, where it is loose or too long."""
    table = weights("actions")
    if table is None:
        return first
    made: list[Clause] = []
    for one in first.clauses:
        assert isinstance(one, Authority | ApprovalRule)
        long = one.action.count("_") + 1 >= _LONG and not one.action.startswith(_REFUSED)
        loose = (one.action in _LOOSE and len(first.clauses) == 1) or long
        action, share = table.best(marks) if loose else (one.action, 0.0)
        clear = share >= _SURE and action not in {OTHER, one.action}
        made.append(replace(one, action=action) if clear else one)
    clauses = tuple(made)
    if clauses == first.clauses:
        return first
    return replace(first, clauses=clauses, findings=(*first.findings, unsure(text, clauses)))
