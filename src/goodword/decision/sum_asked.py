"""The sum, or the share of a price, that plain words name: "400 quid", "1.2k", "30 off", "half"."""

import re
from collections import Counter
from decimal import Decimal

from goodword.language.money import money_in
from goodword.language.number import value_of
from goodword.language.pack import ENGLISH
from goodword.language.stem import plain
from goodword.policy.policy import Policy
from goodword.policy.quantity import Money

_BARE = re.compile(
    r"(?<![\w.,:%$£€/-])(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(?![\w%:/]|[.,]\d|-\w)"
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
_SPELT_BARE = re.compile(
    rf"\b(?P<number>(?:a (?=hundred|thousand))?(?:{_ONE})(?:(?:[ -]|(?: and ))(?:{_ONE}))*)\b"
)
_SHARE = re.compile(r"(?<![\d.,])(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|percent\b|per cent\b|pct\b)")
_HALF = re.compile(r"\bhalf(?: the)? (?=off\b|price\b|the (?:price|bill|cost|fee)\b|back\b)")
_LEAST_SPELT = 10
_BACK = re.compile(r"(?<![\w.,])[$£€]?\d[\d.,]*(?= back\b)")
# What stands beside a number that is a sum of money though no sign says so, and what stands before
# one that is a name, a time or a place.
_BEHIND, _BEFORE, _BEYOND, _EACH, _GRAND, _THOUSANDS = (
    ENGLISH.compiled(str(ENGLISH.words("find.sums")[name]))
    for name in ("behind", "before", "beyond", "each", "grand", "thousands")
)


def share_in(words: str) -> Decimal | None:
    """Return the one share of a price in the words: 0.15 for "15% off" and "15 per cent"."""
    text = _HALF.sub("50% ", _in_figures(plain(words)))
    found = {match["share"] for match in _SHARE.finditer(text)}
    return Decimal(found.pop()) / 100 if len(found) == 1 else None


def other_money_in(policy: Policy, words: str) -> Money | None:
    """Return the one amount in the words that is not in the policy's currency."""
    found = {phrase.money for phrase in money_in(_in_figures(plain(words)), policy.currency)}
    one = found.pop() if len(found) == 1 else None
    return one if one is not None and one.currency != policy.currency else None


def without_amounts(policy: Policy, words: str) -> str:
    """Return the words with each amount of money as "money": "wants $50 back" is "money back"."""
    text = _BACK.sub("money", _in_figures(plain(words)))
    for phrase in reversed(money_in(text, policy.currency)):
        text = f"{text[: phrase.start]} money {text[phrase.end :]}"
    return text


def amount_in(policy: Policy, words: str) -> Decimal | None:
    """Return the one amount of money in the words, in the policy's currency.

    A bare number counts where no sign stands anywhere, and what stands beside it is no thing that
    is counted, no time, no share and no name ("room 12"). None where there is no amount, or more
    than one, or one in another currency, or a sum that is passed or counted several times ("more
    than $100", "$30 each"): then nobody can say how much it comes to.
    """
    text = _in_figures(plain(words))
    sums = money_in(text, policy.currency)
    found = {phrase.money for phrase in sums}
    own = {one.amount for one in found if one.currency == policy.currency}
    if found:
        is_one = len(own) == 1 and len(found) == 1
        is_open = any(_is_open(text, phrase.start, phrase.end) for phrase in sums)
        return own.pop() if is_one and not is_open else None
    text = _SPELT_BARE.sub(_bare_figures, text)
    bare = Counter[str]()
    for match in _BARE.finditer(text):
        if _BEFORE.search(text[: match.start()]) is not None:
            continue
        if _is_open(text, match.start(), match.end()):
            return None
        if _BEHIND.match(text[match.end() :]) is not None:
            bare[match.group(1).replace(",", "")] += 1
    return Decimal(next(iter(bare))) if len(bare) == 1 else None


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a sum is passed by an unknown part, or counted more than once."""
    return _BEYOND.search(text[:start]) is not None or _EACH.match(text[end:]) is not None


def _in_figures(text: str) -> str:
    """Return the text with "eighty dollars" as "80 dollars", "3 grand" and "1.2k" in full."""
    text = _SPELT.sub(_figures_of, text)
    text = _GRAND.sub(_thousands_of, text)
    return _THOUSANDS.sub(_thousands_of, text)


def _thousands_of(match: re.Match[str]) -> str:
    number = match["number"]
    if number in {"a", "one"}:
        return "1000"
    count = Decimal(number) if number[:1].isdigit() else value_of(number)
    return f"{count * 1000:f}".removesuffix(".0")


def _figures_of(spelt: re.Match[str]) -> str:
    return f"{_value_of(spelt['number'])} {spelt['unit']}"


def _bare_figures(spelt: re.Match[str]) -> str:
    """Return "fifty" in figures; "one" and "two" are more often no sum at all."""
    value = _value_of(spelt["number"])
    return str(value) if value >= _LEAST_SPELT else spelt[0]


def _value_of(spelt: str) -> int:
    """Return what a row of words comes to: "one thousand two hundred and fifty" is 1250."""
    total = below = 0
    for part in re.split(r"[ -]+", spelt):
        if part == "hundred":
            below = max(below, 1) * 100
        elif part == "thousand":
            total, below = total + max(below, 1) * 1000, 0
        elif part not in {"and", "a"}:
            below += int(value_of(part))
    return total + below
