"""The request that plain words make: which action of the policy, how much, and of what."""

from dataclasses import dataclass

from goodword.decision.decision import Request
from goodword.decision.find import index_of
from goodword.decision.giving import Giving, asks_leave, giving_in, money_given_in
from goodword.decision.index import Told
from goodword.decision.sum_asked import amount_in, share_in, without_amounts
from goodword.decision.vocabulary import stems
from goodword.decision.wanted import actions_in, goods_in, is_reduction
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy

# What is asked for where a share of the price is, and no clause gives one.
_DISCOUNT = "discount"


@dataclass(frozen=True, slots=True)
class Requested:
    """A request; `is_near` where the policy has no action of that name, and this is nearest.

    `is_asked` where leave is asked for it, or a sum is named: then the ruling is what is wanted.
    """

    request: Request
    is_near: bool = False
    is_asked: bool = False


def requested(policy: Policy, words: str, role: str | None) -> Requested | None:
    """Return the request that the words make, None where they speak of no action."""
    told = index_of(policy).told(without_amounts(policy, words))
    leave, share, amount = asks_leave(words), share_in(words), amount_in(policy, words)
    actions = actions_in(policy, told, is_asked=leave or amount is not None)
    is_near = False
    meant = _meant(policy, words, told, actions)
    is_sum = share is not None or amount is not None
    is_asked = leave or is_sum
    is_question = words.rstrip().endswith("?")
    if is_question and any(_is_said(action, told) for action in actions[:1]):
        is_asked = True
    if meant is not None and (is_asked or is_question):
        actions, is_near, is_asked = (meant.action,), meant.is_near, True
    shared = _shared_actions(policy)
    if share is not None and is_reduction(words):
        actions = tuple(one for one in actions if one in shared) or shared or (_DISCOUNT,)
        is_near = False
    if not actions:
        return None
    goods = goods_in(policy, actions[0], told)
    if actions[0] not in (*shared, _DISCOUNT):
        share = None
    return Requested(Request(role or "anyone", actions[0], amount, goods, share), is_near, is_asked)


def _meant(policy: Policy, words: str, told: Told, actions: tuple[str, ...]) -> Giving | None:
    """Return the action that a word of giving means, unless the policy's own word was said."""
    if any(_is_said(action, told) for action in actions[:1]):
        return None
    meant = giving_in(policy, words)
    if meant is not None and not (meant.is_near and actions):
        return meant
    is_sum = amount_in(policy, words) is not None
    return money_given_in(policy) if not actions and is_sum and asks_leave(words) else None


def _is_said(action: str, told: Told) -> bool:
    """Whether an action was told in its own words."""
    own = stems(action.replace("_", " "))
    return bool(own) and all(word in told.said for word in own)


def _shared_actions(policy: Policy) -> tuple[str, ...]:
    """Return the actions of which somebody may give a share of the price, first to last."""
    given = (one.action for one in policy.of_kind(Authority) if one.share is not None)
    return tuple(dict.fromkeys(given))
