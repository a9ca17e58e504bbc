"""Amounts of money in a sentence."""

# ruff: noqa: E501  (a pattern reads best unbroken)

import re
from dataclasses import dataclass
from decimal import Decimal

from goodword.language.en import places as en
from goodword.policy.quantity import Money

_CODES = "|".join(sorted({*en.CURRENCIES.values()}))
_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
_MONEY = re.compile(
    rf"(?:(?P<prefix>(?:au|nz|us|ca|c|a|s|hk)?\$|[£€¥₹])\s?(?P<amount>{_AMOUNT})(?P<k>k\b)?"
    rf"(?: ?(?P<code1>{_CODES.lower()})\b)?"
    rf"|\b(?P<code2>{_CODES.lower()}) ?(?P<amount2>{_AMOUNT})"
    rf"|\b(?P<amount3>{_AMOUNT}) ?(?P<code3>{_CODES.lower()}|dollars?|pounds?|euros?|€|rupees|yen)(?!\w))"
)
# The currencies that a bare "$" can stand for; for any other it is not known which is meant.
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "USD"})
UNKNOWN = "XXX"
_PREFIXES = {
    "au$": "AUD",
    "a$": "AUD",
    "nz$": "NZD",
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "s$": "SGD",
    "hk$": "HKD",
}


@dataclass(frozen=True, slots=True)
class MoneyPhrase:
    """An amount of money, and where it stands."""

    start: int
    end: int
    money: Money


def money_in(text: str, currency: str) -> tuple[MoneyPhrase, ...]:
    """Return the amounts in `text` (small letters).

    A bare "$" is `currency` where that is a dollar, else UNKNOWN (ISO 4217: no currency).
    """
    return tuple(
        MoneyPhrase(match.start(), match.end(), _money(match, currency))
        for match in _MONEY.finditer(text)
    )


def _money(match: re.Match[str], currency: str) -> Money:
    amount = Decimal((match["amount"] or match["amount2"] or match["amount3"]).replace(",", ""))
    if match["k"]:
        amount *= 1000
    code = match["code1"] or match["code2"]
    if code:
        return Money(amount, code.upper())
    if match["code3"]:
        word = match["code3"]
        if word.startswith("dollar"):
            return Money(amount, currency if currency in DOLLARS else UNKNOWN)
        return Money(amount, en.CURRENCY_WORDS.get(word, en.SIGNS.get(word, word.upper())))
    prefix = match["prefix"]
    if prefix == "$":
        return Money(amount, currency if currency in DOLLARS else UNKNOWN)
    return Money(amount, _PREFIXES.get(prefix, en.SIGNS.get(prefix, currency)))
