"""Amounts of money in a sentence."""

import re
from dataclasses import dataclass

from goodword.language.memory import remembered
from goodword.language.number import figures
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.quantity import Money

# The currencies that a bare "$" can stand for; for any other it is not known which is meant.
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "USD"})
UNKNOWN = "XXX"


@dataclass(frozen=True, slots=True)
class MoneyPhrase:
    """An amount of money, and where it stands."""

    start: int
    end: int
    money: Money


@remembered(2_048)
def money_in(text: str, currency: str, pack: Pack = ENGLISH) -> tuple[MoneyPhrase, ...]:
    """Return the amounts in `text` (small letters).

    A bare "$" is `currency` where that is a dollar, else UNKNOWN (ISO 4217: no currency).
    """
    return tuple(
        MoneyPhrase(match.start(), match.end(), _money(match, currency, pack))
        for match in pack.pattern("money.money").finditer(text)
    )


def _grouped(text: str) -> str:
    """Return "1.000,50" as "1000.50": three figures behind a point are thousands of money."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", text):
        return text.replace(".", "").replace(",", ".")
    return text


def _money(match: re.Match[str], currency: str, pack: Pack) -> Money:
    amount = figures(_grouped(match["amount"] or match["amount2"] or match["amount3"]), pack)
    if match["k"]:
        amount *= 1000
    named = match["code1"] or match["code2"] or match["code3"]
    if named in pack.names("money.codes"):
        return Money(amount, named.upper())
    code = pack.words("money.names")[named] if named else _prefix(match["prefix"], pack)
    return Money(amount, code or (currency if currency in DOLLARS else UNKNOWN))


def _prefix(prefix: str, pack: Pack) -> str:
    code: str = pack.words("money.prefixes")[prefix]
    return code
