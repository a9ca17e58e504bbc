"""Amounts of money in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goodword.language.memory import remembered
from goodword.language.number import figures, value_of
from goodword.language.pack import ENGLISH, Pack
from goodword.policy.quantity import Money

# The currencies that a bare "$" can stand for; for any other it is not known which is meant.
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "USD"})
UNKNOWN = "XXX"
_DIGIT = re.compile(r"\d")


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
    if text.endswith(".") and text[-5:-1].isalpha():
        # A full stop behind a word belongs to no sum: readers ask with it and without.
        return money_in(text[:-1], currency, pack)
    found = []
    if _DIGIT.search(text) is not None:
        found = [
            MoneyPhrase(match.start(), match.end(), _money(match, currency, pack))
            for match in pack.pattern("money.money").finditer(text)
        ]
    if pack.has("money.in_words") and pack.first("money.word_of_money", text):
        found.extend(_said(text, found, currency, pack))
        found.sort(key=lambda one: one.start)
    return tuple(found)


def _said(text: str, known: list[MoneyPhrase], currency: str, pack: Pack) -> Iterator[MoneyPhrase]:
    """Yield the sums that are said in words: "fifty quid", "a tenner"."""
    for match in pack.pattern("money.in_words").finditer(text):
        if any(one.start < match.end() and match.start() < one.end for one in known):
            continue
        if match["note"]:
            count, _, note = match["note"].partition(" ")
            worth = pack.words("money.notes")[note.removesuffix("s")]
            amount = (Decimal(1) if count == "the" else value_of(count, pack)) * worth
            yield MoneyPhrase(match.start(), match.end(), Money(amount, "GBP"))
        elif (amount := value_of(match["words"], pack)) > 0:
            code = pack.words("money.names")[match["code"]]
            yield MoneyPhrase(match.start(), match.end(), Money(amount, _own(code, currency)))


def _own(code: str, currency: str) -> str:
    return code or (currency if currency in DOLLARS else UNKNOWN)


def _grouped(text: str) -> str:
    """Return "1.000,50" as "1000.50", "2 500" as "2500": three figures more are thousands."""
    text = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", text):
        return text.replace(".", "").replace(",", ".")
    return text


def _money(match: re.Match[str], currency: str, pack: Pack) -> Money:
    amount = figures(_grouped(match["amount"] or match["amount2"] or match["amount3"]), pack)
    parts = match.groupdict()
    if many := parts.get("k") or parts.get("k3"):
        amount *= pack.words("money.many")[many] if pack.has("money.many") else 1000
    named = match["code1"] or match["code2"] or match["code3"]
    if named in pack.names("money.codes"):
        return Money(amount, named.upper())
    code = pack.words("money.names")[named] if named else _prefix(match["prefix"], pack)
    return Money(amount, _own(code, currency))


def _prefix(prefix: str, pack: Pack) -> str:
    code: str = pack.words("money.prefixes")[prefix.strip()]
    return code
