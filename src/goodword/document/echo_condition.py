"""Conditions said back, in the author's own words."""

from goodword.document.echo_amounts import listed, spoken
from goodword.policy.condition import AllOf, AnyOf, Compare, Condition, Fact, Not, Operator

_COMPARISONS = {
    Operator.EQUAL: "is",
    Operator.NOT_EQUAL: "is not",
    Operator.LESS: "is less than",
    Operator.AT_MOST: "is at most",
    Operator.MORE: "is more than",
    Operator.AT_LEAST: "is at least",
}


def condition(part: Condition) -> str:
    """Return the condition as it stands after "if"."""
    match part:
        case Fact():
            return part.words or spoken(part.name)
        case Compare():
            return part.words or f"{spoken(part.name)} {_COMPARISONS[part.operator]} {part.value}"
        case Not():
            return f"not {condition(part.part)}"
        case AllOf():
            return listed((condition(one) for one in part.parts), "and")
        case AnyOf():
            return listed((condition(one) for one in part.parts), "or")


def framed(sentence: str, before: Condition | None, unless: Condition | None) -> str:
    """Return the sentence with its condition before it and its exception behind it."""
    if before is not None:
        opening = "we" if sentence.startswith("We ") else sentence[:1].lower()
        rest = sentence[2:] if sentence.startswith("We ") else sentence[1:]
        sentence = f"If {condition(before)}, {opening}{rest}"
    if unless is not None:
        sentence = f"{sentence}, unless {condition(unless)}"
    return f"{sentence}."
