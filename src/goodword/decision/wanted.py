"""What plain words ask leave for: an action of the policy, and how much."""

import re

from goodword.decision.index import Told, told_of
from goodword.decision.naming import find_role, known_actions
from goodword.decision.saying import doing
from goodword.decision.vocabulary import neutral, stems, weight
from goodword.language.stem import plain
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy

# Most of an action's words must be told ("waive the fee" means "waive the late fee"), or the whole
# of what it is done to ("cash" for "accept cash").
_MOST_OF_IT = 0.6
_ITS_OBJECT = 0.65
_NEARLY_ALL = 0.8
_LONG = 4
_REDUCTION = re.compile(r"\b(?:off|discount|reduction|knock|cheaper|rebate|less)\b")
_MAY = re.compile(
    r"\b(?:can|may|could|should|must|is|are|does|do) (?:an? |the |our |any |my )?"
    r"(?P<who>[a-z]+(?: [a-z]+){0,3})"
)
_LEAVE = re.compile(
    r"\b(?:can|may|could|should|must) (?:i|we)\b|\bam i allowed\b|\bare we allowed\b|"
    r"\b(?:is it|would it be) (?:ok(?:ay)?|fine|all right|alright|allowed|possible) "
    r"(?:to|if i|if we)\b"
)


def actions_in(policy: Policy, told: Told, *, is_asked: bool = True) -> tuple[str, ...]:
    """Return the actions of the policy that the words speak of, the fullest named first.

    Where leave is not asked, what an action is done to must be told in its own word: who speaks of
    records asks for no longer loan.
    """
    share = {
        action: _share(policy, action, told, is_asked=is_asked) for action in known_actions(policy)
    }
    # A question after a thing is no question for leave unless it says nearly all of the action.
    enough = _NEARLY_ALL if told.is_enquiry else _MOST_OF_IT
    named = [action for action, part in share.items() if part >= enough]
    return tuple(sorted(named, key=lambda action: -share[action]))


def goods_in(policy: Policy, action: str, told: Told) -> str | None:
    """Return the goods of the action that the words name, None where they name none."""
    for clause in policy.of_kind(Authority):
        if clause.action == action and clause.goods and _told_share(clause.goods, told) >= 0.5:
            return clause.goods
    return None


def subject_in(policy: Policy, words: str) -> str | None:
    """Return the role of which a question asks what it may do: "can a student refund $20?"."""
    asks = _MAY.search(plain(words))
    if asks is None:
        return None
    following = asks["who"].split()
    for end in range(len(following), 0, -1):
        role = find_role(policy, " ".join(following[:end]))
        if role is not None and role != "anyone":
            return role
    return None


def may_i(words: str) -> bool:
    """Whether the words ask for leave: "may I", "can we", "is it all right to"."""
    return _LEAVE.search(plain(words)) is not None


def is_reduction(words: str) -> bool:
    """Whether the words ask for a part of the price to be taken off."""
    return _REDUCTION.search(plain(words)) is not None


def _share(policy: Policy, action: str, told: Told, *, is_asked: bool) -> float:
    _, _, thing = action.partition("_")
    shares = [_told_share(doing(action, policy), told)]
    own = stems(thing)
    is_told = is_asked or all(one in told.said for one in own)
    if own and is_told and _told_share(thing, told) == 1.0:
        shares.append(_ITS_OBJECT)
    shares += [
        _told_share(clause.goods, told)
        for clause in policy.of_kind(Authority)
        if clause.action == action and clause.goods
    ]
    return max(shares)


def _told_share(name: str, told: Told) -> float:
    """Return how much of a name was told, by stem or by group.

    One group speaks for one word: "a visit" does not tell both words of "treatment session".
    """
    wanted = told_of(stems(name))
    total = sum(map(weight, wanted.stems))
    found, spent = 0.0, set[str]()
    # In a long name every word must be told: what every case has stands for none of them.
    empty = neutral() if len(wanted.stems) >= _LONG else frozenset[str]()
    for word, groups in zip(wanted.stems, wanted.groups, strict=True):
        if word in told.said:
            found += weight(word)
        elif free := (groups & told.touched) - spent - empty:
            spent.add(min(free))
            found += weight(word)
    return found / total if total else 0.0
