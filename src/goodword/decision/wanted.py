"""What plain words ask leave for: an action of the policy, and how much."""

import re
from collections import Counter
from decimal import Decimal

from goodword.decision.index import Told, told_of
from goodword.decision.naming import find_role, known_actions
from goodword.decision.saying import doing
from goodword.decision.vocabulary import neutral, stems, weight
from goodword.language.money import money_in
from goodword.language.number import value_of
from goodword.language.stem import plain
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

# Most of an action's words must be told ("waive the fee" means "waive the late fee"), or the whole
# of what it is done to ("cash" for "accept cash").
_MOST_OF_IT = 0.6
_ITS_OBJECT = 0.65
_NEARLY_ALL = 0.8
_LONG = 4
_UNIT = (
    r"%|percent|am\b|pm\b|o'clock|(?:working |business )?"
    r"(?:second|minute|hour|day|week|month|year|time|session|visit|refund|star|people|client)s?\b"
)
_BARE = re.compile(
    r"(?<![\w.,:%$£€-])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)"
    rf"(?![\d%:]|[.,]\d|\s*(?:{_UNIT}))"
)
# "Eighty dollars", "a hundred and fifty quid", "fifteen per cent".
_ONE = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|thousand"
)
_SPELT = re.compile(
    rf"\b(?P<number>(?:a (?=hundred|thousand))?(?:{_ONE})(?:(?:[ -]|(?: and ))(?:{_ONE}))*) "
    r"(?P<unit>dollars?|pounds?|euros?|quid|bucks|percent|per cent|%)"
)
_SHARE = re.compile(r"(?<![\d.,])(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)")
_BACK = re.compile(r"(?<![\w.,])[$£€]?\d[\d.,]*(?= back\b)")
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


def actions_in(policy: Policy, told: Told) -> tuple[str, ...]:
    """Return the actions of the policy that the words speak of, the fullest named first."""
    share = {action: _share(policy, action, told) for action in known_actions(policy)}
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


def share_in(words: str) -> Decimal | None:
    """Return the one share of a price in the words: 0.15 for "15% off" and "15 per cent"."""
    found = {match["share"] for match in _SHARE.finditer(_in_figures(plain(words)))}
    return Decimal(found.pop()) / 100 if len(found) == 1 else None


def other_money_in(policy: Policy, words: str) -> Money | None:
    """Return the one amount in the words that is not in the policy's currency."""
    found = {phrase.money for phrase in money_in(_in_figures(plain(words)), policy.currency)}
    one = found.pop() if len(found) == 1 else None
    return one if one is not None and one.currency != policy.currency else None


def _in_figures(text: str) -> str:
    """Return the text with "eighty dollars" as "80 dollars", and the like."""
    return _SPELT.sub(_figures_of, text)


def _figures_of(spelt: re.Match[str]) -> str:
    total = 0
    for part in re.split(r"[ -]+", spelt["number"]):
        if part == "hundred":
            total = max(total, 1) * 100
        elif part == "thousand":
            total = max(total, 1) * 1000
        elif part not in {"and", "a", "one"} or part == "one":
            total += int(value_of(part))
    return f"{total} {spelt['unit']}"


def without_amounts(policy: Policy, words: str) -> str:
    """Return the words with each amount of money as "money": "wants $50 back" is "money back"."""
    text = _BACK.sub("money", _in_figures(plain(words)))
    for phrase in reversed(money_in(text, policy.currency)):
        text = f"{text[: phrase.start]} money {text[phrase.end :]}"
    return text


def amount_in(policy: Policy, words: str) -> Decimal | None:
    """Return the one amount of money in the words, in the policy's currency.

    A bare number counts where no sign stands anywhere and it is not a time, a share or a count.
    None where there is no amount, or more than one, or one in another currency.
    """
    text = _in_figures(plain(words))
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
    # In a long name every word must be told: what every case has stands for none of them.
    empty = neutral() if len(wanted.stems) >= _LONG else frozenset[str]()
    for word, groups in zip(wanted.stems, wanted.groups, strict=True):
        if word in told.said:
            found += weight(word)
        elif free := (groups & told.touched) - spent - empty:
            spent.add(min(free))
            found += weight(word)
    return found / total if total else 0.0
