"""What a hurried person calls giving something: "knock 30 off", "award 80", "comp it"."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodword.decision.naming import same_action
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain
from goodword.policy.authority import ApprovalRule, Authority, actions_of
from goodword.policy.policy import Policy

_ASKS = {
    family: ENGLISH.compiled(str(ENGLISH.words("giving.asks")[family]))
    for family in ENGLISH.names("giving.families")
}
_LEAVE = ENGLISH.compiled(str(ENGLISH.words("giving.leave")["asked"]))


@dataclass(frozen=True, slots=True)
class Giving:
    """An action of the policy that is meant; `is_near` where it is only the nearest there is."""

    action: str
    is_near: bool = False


def asks_leave(words: str) -> bool:
    """Whether leave is asked for, or who gives it: "may I", "ok?", "who signs off", "how much"."""
    return _LEAVE.search(plain(words)) is not None


def giving_in(policy: Policy, words: str) -> Giving | None:
    """Return the action that a word of giving means in this policy, None where none is said.

    An action of that name comes before one that is only near, whatever word says it first.
    """
    low = plain(words)
    asked = [family for family, pattern in _ASKS.items() if pattern.search(low) is not None]
    if not asked:
        return None
    given = _given(policy)
    for table, is_near in (("giving.means", False), ("giving.near", True)):
        meant: dict[str, list[str]] = dict(ENGLISH.words(table))
        for family in asked:
            found = _found(meant[family], given)
            if found:
                return Giving(_given_most(found, policy) if is_near else found[0], is_near)
    return None


def money_given_in(policy: Policy) -> Giving | None:
    """Return what a sum is most likely to be given as, where no word says it."""
    found = _found(ENGLISH.names("giving.money"), _given(policy))
    return Giving(_given_most(found, policy), is_near=True) if found else None


def _found(slugs: Iterable[str], given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the actions that slugs mean, in the order of the slugs."""
    return tuple(
        action
        for slug in slugs
        for action in given
        if same_action(action, slug) or action.startswith(f"{slug}_")
    )


def _given_most(actions: tuple[str, ...], policy: Policy) -> str:
    """Return the action that most roles may do, the first of several."""

    def roles(action: str) -> int:
        return len(
            {one.role for one in policy.of_kind(Authority) if same_action(one.action, action)}
        )

    return max(actions, key=roles)


def _given(policy: Policy) -> tuple[str, ...]:
    """Return the actions that somebody may do or approve, in document order."""
    return tuple(
        dict.fromkeys(
            action
            for clause in policy.clauses
            if isinstance(clause, Authority | ApprovalRule)
            for action in actions_of(clause.action)
        )
    )
