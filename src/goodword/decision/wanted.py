"""What plain words ask leave for: an action of the policy, and how much."""

import re
from collections import Counter
from decimal import Decimal

from goodword.decision.index import Told, told_of
from goodword.decision.naming import known_actions
from goodword.decision.saying import doing
from goodword.decision.vocabulary import plain, stems, weight
from goodword.language.money import money_in
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy

# Most of an action's words must be told ("waive the fee" means "waive the late fee"), or the whole
# of what it is done to ("cash" for "accept cash").
_MOST_OF_IT = 0.6
_ITS_OBJECT = 0.65
_UNIT = (
    r"%|percent|am\b|pm\b|o'clock|(?:working |business )?"
    r"(?:second|minute|hour|day|week|month|year|time|session|visit|refund|star|people|client)s?\b"
)
_BARE = re.compile(
    r"(?<![\w.,:%$£€-])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)"
    rf"(?![\d%:]|[.,]\d|\s*(?:{_UNIT}))"
)


def actions_in(policy: Policy, told: Told) -> tuple[str, ...]:
    """Return the actions of the policy that the words speak of, the fullest named first."""
    share = {action: _share(policy, action, told) for action in known_actions(policy)}
    named = [action for action, part in share.items() if part >= _MOST_OF_IT]
    return tuple(sorted(named, key=lambda action: -share[action]))


def goods_in(policy: Policy, action: str, told: Told) -> str | None:
    """Return the goods of the action that the words name, None where they name none."""
    for clause in policy.of_kind(Authority):
        if clause.action == action and clause.goods and _told_share(clause.goods, told) >= 0.5:
            return clause.goods
    return None


def without_amounts(policy: Policy, words: str) -> str:
    """Return the words with each amount of money as "money": "wants $50 back" is "money back"."""
    text = plain(words)
    for phrase in reversed(money_in(text, policy.currency)):
        text = f"{text[: phrase.start]} money {text[phrase.end :]}"
    return text


def amount_in(policy: Policy, words: str) -> Decimal | None:
    """Return the one amount of money in the words, in the policy's currency.

    A bare number counts where no sign stands anywhere and it is not a time, a share or a count.
    None where there is no amount, or more than one, or one in another currency.
    """
    text = plain(words)
    found = {phrase.money for phrase in money_in(text, policy.currency)}
    own = {one.amount for one in found if one.currency == policy.currency}
    if found:
        return own.pop() if len(own) == 1 and len(found) == 1 else None
    bare = Counter(match.group(1).replace(",", "") for match in _BARE.finditer(text))
    return Decimal(next(iter(bare))) if len(bare) == 1 else None


def _share(policy: Policy, action: str, told: Told) -> float:
    _, _, thing = action.partition("_")
    shares = [_told_share(doing(action, policy), told)]
    if thing and _told_share(thing, told) == 1.0:
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
    for word, groups in zip(wanted.stems, wanted.groups, strict=True):
        if word in told.said:
            found += weight(word)
        elif free := (groups & told.touched) - spent:
            spent.add(min(free))
            found += weight(word)
    return found / total if total else 0.0
