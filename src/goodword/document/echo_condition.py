"""Conditions said back, in the author's own words."""

import re

from goodword.document.echo_amounts import spoken, uncapitalised
from goodword.policy.condition import (
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Fact,
    Not,
    Operator,
    Quantified,
    Quantity,
    Relation,
)

# "a complaint or an emergency" is what is excepted, not something that happens.
_NOUNS = re.compile(r"^(?:an?|the) \w+(?: \w+)?(?:(?:, | or | and )(?:an?|the) \w+(?: \w+)?)*$")
_COMPARISONS = {
    Operator.EQUAL: "is",
    Operator.NOT_EQUAL: "is not",
    Operator.LESS: "is less than",
    Operator.AT_MOST: "is at most",
    Operator.MORE: "is more than",
    Operator.AT_LEAST: "is at least",
}


def condition(part: Condition) -> str:  # noqa: PLR0911  (one case a kind of condition)
    """Return the condition as it stands after "if"."""
    match part:
        case Fact():
            return part.words or spoken(part.name)
        case Compare():
            return part.words or f"{spoken(part.name)} {_COMPARISONS[part.operator]} {part.value}"
        case Relation():
            return part.words or (
                f"the {spoken(part.name)} {_COMPARISONS[part.operator]} the {spoken(part.other)}"
            )
        case Quantified():
            return part.words or _quantified(part)
        case Not():
            return f"it is not the case that {condition(part.part)}"
        # No comma: behind one, "If it is late, …", the rule itself would begin.
        case AllOf():
            return " and ".join(condition(one) for one in part.parts)
        case AnyOf():
            return " or ".join(condition(one) for one in part.parts)


def _quantified(part: Quantified) -> str:
    noun = spoken(part.part)
    opening = {
        Quantity.ANY: f"any {noun}",
        Quantity.ALL: f"every {noun}",
        Quantity.NONE: f"no {noun}",
    }[part.quantity]
    return f"{opening} {condition(part.so)}"


def framed(sentence: str, before: Condition | None, unless: Condition | None) -> str:
    """Return the sentence with its condition before it and its exception behind it."""
    if before is not None:
        opening = "we" if sentence.startswith("We ") else sentence[:1].lower()
        rest = sentence[2:] if sentence.startswith("We ") else sentence[1:]
        sentence = f"If {uncapitalised(condition(before))}, {opening}{rest}"
    return ended(f"{sentence}{excepted(unless)}")


def excepted(unless: Condition | None) -> str:
    """Return the exception with its conjunction, to stand behind a sentence."""
    if unless is None:
        return ""
    words = condition(unless)
    return f", except in {words}" if _NOUNS.match(words) else f", unless {words}"


def ended(sentence: str) -> str:
    """Return the sentence with a full stop, unless what it quotes ends it already."""
    return sentence if sentence.endswith(('."', '!"', '?"')) else f"{sentence}."
