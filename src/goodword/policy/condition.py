"""Conditions as a small language: and, or, not, comparisons over declared facts.

A fact is named by a slug made from the policy's own words: "the client has confirmed" becomes
`client_has_confirmed`. Evaluation is three-valued (`goodword.decision.evaluate`): unknown is
never true.
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


Condition = Fact | Compare | Not | AllOf | AnyOf
