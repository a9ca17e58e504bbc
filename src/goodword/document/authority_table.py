"""Limits that stand elsewhere: in the row of a table, in the price itself, or in other clauses."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from goodword.document.setting import Understood
from goodword.language.normal import even, normal
from goodword.language.pack import ENGLISH
from goodword.policy.authority import PRICE, Authority
from goodword.policy.clause import Clause

TABLE = "table"
# Stands for the amount in the table while the sentence is read, and never leaves this file.
_STAND_IN = Decimal(987654321)
_CUES = ("up to", "within", "exceed", " than", "at most")
_LIMITS = (
    "limit", "amount", "maximum", "figure", "allowance", "ceiling", "value", "percentage",
    " sum", " cap", " rate",
)  # fmt: skip
_PRICES = (
    "price", "cost", "value", "fare", "fee", "charge", "total", "bill", "rate", "premium",
    "deposit", "rent", "paid", "spent",
)  # fmt: skip
_SPACES = re.compile(r" {2,}| (?=[,.;])")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A sentence put plainly, and by what its limit is looked up ("tier"), empty where it is not.

    A table without a name is looked up by "table". `start` to `end` is what was put plainly.
    """

    plain: str
    start: int
    end: int
    looked_up_by: str = ""


def elsewhere(text: str) -> Elsewhere | None:
    """Return a sentence whose limit stands elsewhere, with a limit that stands for it.

    "Up to the limit of the tier" is looked up by tier. "Up to the price of the ticket" is up to
    100% of it, and "within their limit" says nothing that other clauses do not.
    """
    plain = even(text)
    low = normal(plain)
    if not any(word in low for word in _CUES):
        return None
    found = None
    if any(word in low for word in _LIMITS):
        found = ENGLISH.pattern("lookup.table_limit").search(low)
    if found is not None and (by := found["of"] or found["tier"] or found["table"]):
        return _put(plain, found, f"up to {_STAND_IN} USD", TABLE if by == found["table"] else by)
    priced = any(word in low for word in _PRICES)
    found = ENGLISH.pattern("lookup.whole_price").search(low) if priced else None
    if found is not None:
        return _put(plain, found, f"up to 100% of the {found['noun'] or PRICE}")
    own = ENGLISH.pattern("lookup.own_limit").search(low) if "within" in low else None
    if (found := own) is not None:
        return _put(plain, found, "")
    return None


def _put(plain: str, found: re.Match[str], words: str, by: str = "") -> Elsewhere:
    put = f"{plain[: found.start()]} {words} {plain[found.end() :]}"
    by = re.sub(r"^(?:your|their|our|customer(?:'s)?) (?=\w)", "", by)
    return Elsewhere(_SPACES.sub(_one, put).strip(), *found.span(), by)


def _one(found: re.Match[str]) -> str:
    return " " if len(found[0]) > 1 else ""


def limited(understood: Understood | None, found: Elsewhere) -> Understood | None:
    """Return what is permitted with its limit, or None where the sentence permits nothing."""
    if understood is None or not any(isinstance(one, Authority) for one in understood.clauses):
        return None
    if not found.looked_up_by:
        return understood
    clauses = tuple(_limited(one, found.looked_up_by) for one in understood.clauses)
    if not any(isinstance(one, Authority) and one.limit_of for one in clauses):
        return None
    return Understood(clauses, understood.findings, understood.almost)


def _limited(clause: Clause, looked_up_by: str) -> Clause:
    if not isinstance(clause, Authority) or clause.limit is None:
        return clause
    if clause.limit.amount != _STAND_IN:
        return clause
    return replace(clause, limit=None, limit_of=looked_up_by)
