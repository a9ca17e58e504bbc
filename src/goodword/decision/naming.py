"""Names as people give them, matched with the slugs of a policy."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from goodword.decision.once import once_for_policy
from goodword.language.memory import remembered
from goodword.language.role import ANYONE
from goodword.policy.authority import (
    ApprovalRule,
    Authority,
    CapRule,
    Eligibility,
    Precondition,
    Prohibition,
    actions_of,
)
from goodword.policy.policy import Policy

_WORD = re.compile(r"[^\W_]+")
# "give a refund" is to refund: these verbs say nothing that the noun does not.
_EMPTY_VERBS = frozenset({"give", "make", "issue", "do", "offer", "pay", "process", "grant"})
_EMPTY_NOUNS = frozenset({"goods", "gift", "thing", "something"})
# Who says "I" in a policy of one person.
_OWNER = "owner"
# Kinds of clauses that give something to a role, that name who approves, that speak of an action.
_FOR_ROLES = (Authority, Prohibition)
_APPROVED = (Authority, ApprovalRule)
_OF_ACTIONS = (Authority, ApprovalRule, CapRule, Eligibility, Precondition, Prohibition)
_ARTICLES = frozenset({"a", "an", "the", "our", "your", "their", "any", "some", "one"})


def slug(words: str) -> str:
    """Return the words as a slug: lower case, joined by underscores."""
    return "_".join(_WORD.findall(words.casefold()))


def singular(word: str) -> str:
    """Return an English noun without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


@remembered(2_048)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words that carry meaning in a name, each in the singular."""
    return tuple(singular(word) for word in _WORD.findall(name.casefold()) if word not in _ARTICLES)


def is_you(policy: Policy, role: str, known: str | None) -> bool:
    """Whether the one who asks has this role: they said so, or the policy leaves no other."""
    if role in {known, ANYONE}:
        return True
    return known is None and role == _OWNER and set(known_roles(policy)) <= {_OWNER}


def same_action(one: str, other: str) -> bool:
    """Whether two names mean one action: `refund`, `refunds` and `give_refund` do.

    A name that joins several (`refund_or_credit`) means each of them.
    """
    if one == other:
        return True
    mine, yours = actions_of(one), actions_of(other)
    return any(_core(first) == _core(second) for first in mine for second in yours)


def _core(action: str) -> tuple[str, ...]:
    words = words_of(action)
    if len(words) > 1 and words[0] in _EMPTY_VERBS and words[1] not in _EMPTY_NOUNS:
        return words[1:]
    return words


def same_thing(one: str, other: str) -> bool:
    """Whether two names can mean one thing: all the words of the shorter are in the longer."""
    first, second = set(words_of(one)), set(words_of(other))
    return bool(first and second) and (first <= second or second <= first)


@once_for_policy
def known_roles(policy: Policy) -> tuple[str, ...]:
    """Return every role that the policy defines or gives something to, in document order."""
    named = [role.slug for role in policy.roles]
    for clause in policy.clauses:
        if isinstance(clause, _FOR_ROLES):
            named.append(clause.role)
        if isinstance(clause, _APPROVED) and clause.approver:
            named.append(clause.approver)
    if policy.owner:
        named.append(policy.owner)
    return tuple(role for role in dict.fromkeys(named) if role != ANYONE)


def known_actions(policy: Policy) -> tuple[str, ...]:
    """Return every action that some clause speaks of, in document order."""
    return tuple(
        dict.fromkeys(
            action
            for clause in policy.clauses
            if isinstance(clause, _OF_ACTIONS) and clause.action is not None
            for action in actions_of(clause.action)
        )
    )


def find_role(policy: Policy, name: str) -> str | None:
    """Return the role that a name means, None where it means none.

    Case, articles, plurals and parts left out ("manager" where one role is a manager) do not
    matter. "anyone" is a team member of whom nothing more is known.
    """
    wanted = words_of(name)
    named = _named(policy)
    if not named or wanted in {(), ("anyone",)}:
        return "anyone"
    for role, (words, written) in named.items():
        if wanted in (words, written):
            return role
    part = [
        role
        for role, (words, written) in named.items()
        if set(wanted) <= {*words, *(written or ())}
    ]
    return part[0] if len(part) == 1 else None


@once_for_policy
def _named(policy: Policy) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...] | None]]:
    """Return the words of each known role's slug, and those of its name where one is written."""
    written = {role.slug: words_of(role.name) for role in policy.roles}
    return {one: (words_of(one), written.get(one)) for one in known_roles(policy)}


def close_names(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return at most three known names that look like the one given, the closest first."""
    wanted = slug(name)
    begins = [one for one in known if len(wanted) > 2 and one.startswith(wanted)]
    return tuple(dict.fromkeys([*begins, *get_close_matches(wanted, known, n=3, cutoff=0.6)]))[:3]
