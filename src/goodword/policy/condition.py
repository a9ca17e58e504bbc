"""Conditions as a small language: and, or, not, comparisons over declared facts.

A fact is named by a slug made from the policy's own words: "the client has confirmed" becomes
`client_has_confirmed`. Evaluation is three-valued (`goodword.case.holds`): unknown is never true.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Operator(StrEnum):
    """How a fact is compared."""

    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


@dataclass(frozen=True, slots=True)
class Fact:
    """True when the named fact is true. `words` are the author's, for asking back."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Compare:
    """True when the named fact compares so with `value`."""

    name: str
    operator: Operator
    value: Decimal | str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """True when `part` is false; unknown stays unknown."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """True when one named fact compares so with another: "the new fare is higher than the old one".

    `words` are the author's, for asking back.
    """

    name: str
    operator: Operator
    other: str
    words: str = ""


class Quantity(StrEnum):
    """How many of the parts of a whole must be so."""

    ANY = "any"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quantified:
    """True when so many of the parts are so: "any item is damaged", "all passengers have a visa".

    `name` is the fact that answers it at once; else each part's own facts do, which stand as
    `item_1.is_damaged`, `item_2.is_damaged`, with their number as `items`.
    """

    name: str
    quantity: Quantity
    part: str
    so: "Condition"
    words: str = ""


Condition = Fact | Compare | Relation | Quantified | Not | AllOf | AnyOf
