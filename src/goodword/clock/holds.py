"""Whether a condition holds on the facts that a case's events carry: true, false or unknown."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from goodword.policy.condition import AllOf, Compare, Condition, Fact, Not, Operator

_TRUE = frozenset({"yes", "true", "1"})
_FALSE = frozenset({"no", "false", "0"})


def holds(condition: Condition, facts: Mapping[str, str]) -> bool | None:
    """Return whether the condition holds; None where the facts do not say. Unknown stays unknown.

    A fact is true for "yes" or "true", false for "no" or "false", and unknown for anything else.
    """
    if isinstance(condition, Fact):
        value = facts.get(condition.name, "").lower()
        return True if value in _TRUE else False if value in _FALSE else None
    if isinstance(condition, Compare):
        return _compares(condition, facts.get(condition.name))
    if isinstance(condition, Not):
        part = holds(condition.part, facts)
        return None if part is None else not part
    if isinstance(condition, AllOf):
        return _all(tuple(holds(part, facts) for part in condition.parts))
    return _any(tuple(holds(part, facts) for part in condition.parts))


def _all(parts: tuple[bool | None, ...]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _any(parts: tuple[bool | None, ...]) -> bool | None:
    if True in parts:
        return True
    return None if None in parts else False


def _compares(condition: Compare, text: str | None) -> bool | None:
    if text is None:
        return None
    if isinstance(condition.value, str):
        if condition.operator is Operator.EQUAL:
            return text == condition.value
        return text != condition.value if condition.operator is Operator.NOT_EQUAL else None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return {
        Operator.EQUAL: value == condition.value,
        Operator.NOT_EQUAL: value != condition.value,
        Operator.LESS: value < condition.value,
        Operator.AT_MOST: value <= condition.value,
        Operator.MORE: value > condition.value,
        Operator.AT_LEAST: value >= condition.value,
    }[condition.operator]
