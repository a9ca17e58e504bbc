"""Conditions judged against facts, in three values: true, false and unknown.

Kleene's strong logic of indeterminacy (1952, section 64): "and" is false as soon as one part is
false, "or" is true as soon as one part is true, everything else that touches the unknown is
unknown. Unknown is never true.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from goodword.decision.decision import Facts, Trace, Value
from goodword.document.echo_condition import condition as condition_words
from goodword.policy.clause import Clause
from goodword.policy.condition import AllOf, AnyOf, Compare, Condition, Fact, Not, Operator

_YES = frozenset({"yes", "true", "y"})
_NO = frozenset({"no", "false", "n"})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def evaluate(condition: Condition | None, facts: Facts) -> bool | None:
    """Return whether the condition holds, None where the facts do not settle it.

    No condition holds always. Never raises: a value that cannot be compared is unknown.
    """
    match condition:
        case None:
            return True
        case Fact():
            return _truth(facts.values.get(condition.name))
        case Compare():
            return _compared(condition, facts.values)
        case Not():
            part = evaluate(condition.part, facts)
            return None if part is None else not part
        case AllOf():
            return _all(evaluate(part, facts) for part in condition.parts)
        case AnyOf():
            opposite = _all(_negated(evaluate(part, facts)) for part in condition.parts)
            return _negated(opposite)


def applies(clause: Clause, facts: Facts) -> bool | None:
    """Return whether the clause speaks here: its condition holds, and its exception does not."""
    exception = False if clause.exception is None else evaluate(clause.exception, facts)
    return _all((evaluate(clause.condition, facts), _negated(exception)))


def traces(clause: Clause, facts: Facts) -> tuple[Trace, ...]:
    """Return each thing the clause's condition and exception looked at, in its own words."""
    return tuple(
        Trace(condition_words(leaf), evaluate(leaf, facts), clause.id) for leaf in _leaves(clause)
    )


def questions(clause: Clause, facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the facts that would settle whether the clause applies, each with its question."""
    asked: dict[str, str] = {}
    for leaf in _leaves(clause):
        if evaluate(leaf, facts) is None:
            asked.setdefault(leaf.name, _question(leaf))
    return tuple(asked.items())


def _question(leaf: Fact | Compare) -> str:
    words = condition_words(leaf)
    if isinstance(leaf, Fact):
        return f"Is this so: {words}?"
    return f'What is "{leaf.name.replace("_", " ")}"? The policy asks whether {words}.'


def _leaves(clause: Clause) -> Iterator[Fact | Compare]:
    for condition in (clause.condition, clause.exception):
        if condition is not None:
            yield from _leaves_of(condition)


def _leaves_of(condition: Condition) -> Iterator[Fact | Compare]:
    match condition:
        case Fact() | Compare():
            yield condition
        case Not():
            yield from _leaves_of(condition.part)
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _leaves_of(part)


def _all(parts: Iterable[bool | None]) -> bool | None:
    unknown = False
    for part in parts:
        if part is False:
            return False
        unknown = unknown or part is None
    return None if unknown else True


def _negated(part: bool | None) -> bool | None:  # noqa: FBT001 - a truth value is its subject
    return None if part is None else not part


def _truth(value: Value | None) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().casefold()
        return True if word in _YES else False if word in _NO else None
    return None


def _compared(condition: Compare, values: Mapping[str, Value]) -> bool | None:
    known = values.get(condition.name)
    if known is None:
        return None
    left, right = _number(known), _number(condition.value)
    if left is not None and right is not None:
        return _ordered(condition.operator, (left > right) - (left < right))
    left_word, right_word = (_word(known), _word(condition.value))
    order = (left_word > right_word) - (left_word < right_word)
    if _ISO_DATE.fullmatch(left_word) and _ISO_DATE.fullmatch(right_word):
        return _ordered(condition.operator, order)
    # Words have no order, and a number is neither equal nor unequal to a word: it is a mistake.
    if (left is None) != (right is None) or condition.operator not in _EQUALITIES:
        return None
    return _ordered(condition.operator, order)


_EQUALITIES = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})


def _ordered(operator: Operator, order: int) -> bool:
    match operator:
        case Operator.EQUAL:
            return order == 0
        case Operator.NOT_EQUAL:
            return order != 0
        case Operator.LESS:
            return order < 0
        case Operator.AT_MOST:
            return order <= 0
        case Operator.MORE:
            return order > 0
        case Operator.AT_LEAST:
            return order >= 0


def _number(value: object) -> Decimal | None:
    """Return the value as a number, None where it is none (a truth value is none)."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        return None
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return None if number.is_nan() else number


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).strip().casefold().replace(" ", "_")
