"""A sign of money that the policy's country does not use, asked about before it runs."""

import dataclasses
import re
from typing import Any

from goodword.document.setting import Finding, Setting, Understood
from goodword.language.money import UNKNOWN, money_in
from goodword.language.normal import normal
from goodword.policy.quantity import Money
from goodword.problem import Severity

_SIGNS = {"GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
_BARE = re.compile(r"\$ ?|(?<=\d) dollars?\b")


def asked(understood: Understood, text: str, setting: Setting, *, whole: bool = True) -> Understood:
    """Return the same, or the question which currency is meant where a clause cannot know it.

    `whole` is False where `text` is not the sentence as it stands, so that no fix is offered.
    """
    sums = money_in(normal(text), setting.currency)
    phrase = next((one for one in sums if one.money.currency == UNKNOWN), None)
    if phrase is None or not any(_unknown(clause) for clause in understood.clauses):
        return understood
    own = setting.currency
    sign = _SIGNS.get(own, f"{own} ")
    said = text[phrase.start : phrase.end]
    fix = re.sub(r"(\d[\d,.]*) dollars?\b", rf"{sign}\1", re.sub(r"\$ ?(?=\d)", sign, text))
    return Understood(
        (),
        (
            Finding(
                "AU05",
                Severity.ERROR,
                f'"{said}" does not say which dollars, and this policy counts in {own}. '
                f'Say {sign}, or name the currency, such as "{_BARE.sub("", said)} USD".',
                phrase.start,
                phrase.end,
                (("amount", said), ("currency", "?")),
                fix if whole else "",
                "Use the policy's own currency",
            ),
        ),
        almost=True,
    )


def _unknown(value: Any) -> bool:
    if isinstance(value, Money):
        return value.currency == UNKNOWN
    if isinstance(value, tuple):
        return any(_unknown(one) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(_unknown(getattr(value, one.name)) for one in dataclasses.fields(value))
    return False
