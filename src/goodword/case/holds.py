"""Conditions judged against the facts of a case, in three values: true, false and unknown.

Kleene's strong logic of indeterminacy (1952, section 64): "and" is false as soon as one part is
false, "or" is true as soon as one part is true, everything else that touches the unknown is
unknown. Unknown is never true. Clocks and decisions judge by this one function.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

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

Value = bool | Decimal | str

_YES = frozenset({"yes", "true", "y", "1"})
_NO = frozenset({"no", "false", "n", "0"})
_EQUALITIES = frozenset({Operator.EQUAL, Operator.NOT_EQUAL})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_PARTS = 1_000


def holds(  # noqa: PLR0911  (one case a kind of condition)
    condition: Condition | None, facts: Mapping[str, Value]
) -> bool | None:
    """Return whether the condition holds, None where the facts do not settle it.

    No condition holds always. A fact is true for "yes" or "true", false for "no" or "false", and
    unknown for anything else. Never raises: a value that cannot be compared is unknown.
    """
    match condition:
        case None:
            return True
        case Fact():
            return truth_of(facts.get(condition.name))
        case Compare():
            return compared(facts.get(condition.name), condition.operator, condition.value)
        case Relation():
            other = facts.get(condition.other)
            return (
                None
                if other is None
                else compared(facts.get(condition.name), condition.operator, other)
            )
        case Quantified():
            return _of_parts(condition, facts)
        case Not():
            return negated(holds(condition.part, facts))
        case AllOf():
            return every(holds(part, facts) for part in condition.parts)
        case AnyOf():
            return negated(every(negated(holds(part, facts)) for part in condition.parts))


def every(parts: Iterable[bool | None]) -> bool | None:
    """Return whether all are true: false as soon as one is, else unknown where one is."""
    unknown = False
    for part in parts:
        if part is False:
            return False
        unknown = unknown or part is None
    return None if unknown else True


def negated(part: bool | None) -> bool | None:  # noqa: FBT001 - a truth value is its subject
    """Return the opposite; the opposite of unknown is unknown."""
    return None if part is None else not part


def compared(known: object, operator: Operator, value: object) -> bool | None:
    """Return how two values compare, None where they cannot be compared."""
    if known is None:
        return None
    left, right = number_of(known), number_of(value)
    if left is not None and right is not None:
        return _ordered(operator, (left > right) - (left < right))
    left_word, right_word = _word(known), _word(value)
    order = (left_word > right_word) - (left_word < right_word)
    if _ISO_DATE.fullmatch(left_word) and _ISO_DATE.fullmatch(right_word):
        return _ordered(operator, order)
    # Words have no order, and a number is neither equal nor unequal to a word: it is a mistake.
    if (left is None) != (right is None) or operator not in _EQUALITIES:
        return None
    return _ordered(operator, order)


def _of_parts(condition: Quantified, facts: Mapping[str, Value]) -> bool | None:
    answered = truth_of(facts.get(condition.name))
    if answered is not None:
        return answered
    number = number_of(facts.get(f"{condition.part}s"))
    named = {
        key.partition(".")[0]
        for key in facts
        if key.startswith(f"{condition.part}_") and "." in key
    }
    known = (
        [f"{condition.part}_{one}" for one in range(1, int(number) + 1)]
        if number is not None and 0 <= number <= _MOST_PARTS
        else sorted(named)
    )
    each = [
        holds(
            condition.so,
            {
                **facts,
                **{
                    key.removeprefix(f"{part}."): value
                    for key, value in facts.items()
                    if key.startswith(f"{part}.")
                },
            },
        )
        for part in known
    ]
    # Parts that nobody counted may still be otherwise.
    open_end: list[bool | None] = [] if number is not None else [None]
    if condition.quantity is Quantity.ALL:
        return every([*each, *open_end])
    none = every([*(negated(one) for one in each), *open_end])
    return none if condition.quantity is Quantity.NONE else negated(none)


def truth_of(value: Value | None) -> bool | None:
    """Return what is said by "yes" or "true", "no" or "false"; None for anything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().casefold()
        return True if word in _YES else False if word in _NO else None
    return None


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


def number_of(value: object) -> Decimal | None:
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
