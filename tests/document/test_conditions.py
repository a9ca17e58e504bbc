"""Conditions in words, and the facts that they ask for."""

from decimal import Decimal

import pytest

from goodword.case.holds import holds
from goodword.document.conditions import condition_of
from goodword.document.echo_condition import condition as said
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


@pytest.mark.parametrize(
    ("words", "name", "operator", "value"),
    [
        ("within 24 hours of booking", "hours_since_booking", Operator.AT_MOST, 24),
        ("it was bought less than 30 days ago", "days_since_purchase", Operator.LESS, 30),
        ("it is more than 14 days after delivery", "days_since_delivery", Operator.MORE, 14),
        ("until 2 days before departure", "days_until_departure", Operator.AT_LEAST, 2),
        ("at least 48 hours before the visit", "hours_until_visit", Operator.AT_LEAST, 48),
        ("there are at most five passengers", "passengers", Operator.AT_MOST, 5),
        ("the bill is over £50", "bill", Operator.MORE, 50),
        ("the trip costs 300 or more", "trip", Operator.AT_LEAST, 300),
        ("the fee is no more than 20", "fee", Operator.AT_MOST, 20),
    ],
)
def test_a_measure_is_compared(words: str, name: str, operator: Operator, value: int) -> None:
    assert condition_of(words) == Compare(name, operator, Decimal(value), words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "the new fare is higher than the old one",
            Relation("new_fare", Operator.MORE, "old_fare"),
        ),
        (
            "the name is the same as the card name",
            Relation("name", Operator.EQUAL, "card_name"),
        ),
        (
            "any item is damaged",
            Quantified(
                "any_item_is_damaged", Quantity.ANY, "item", Fact("is_damaged", "is damaged")
            ),
        ),
        ('its status is "pending"', Compare("status", Operator.EQUAL, "pending")),
    ],
)
def test_two_facts_parts_and_states(words: str, expected: Condition) -> None:
    found = condition_of(words)
    assert found is not None
    assert type(found) is type(expected)
    assert _slots(found) == {**_slots(expected), "words": words}


def _slots(condition: Condition) -> dict[str, object]:
    return {name: getattr(condition, name) for name in condition.__dataclass_fields__}


def test_joined_parts_bind_as_people_read_them() -> None:
    found = condition_of("it is late and we agree or they insist on it")
    assert isinstance(found, AnyOf)
    assert isinstance(found.parts[0], AllOf)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("any of these is true: the flight is late; the flight is full", AnyOf),
        ("all of the following apply: the flight is late; the flight is full", AllOf),
        ("neither the flight is late nor the flight is full", AllOf),
        ("the status is pending or held", AnyOf),
    ],
)
def test_lists_are_one_condition(words: str, kind: type) -> None:
    found = condition_of(words)
    assert found is not None
    assert type(found) is kind
    assert condition_of(said(found)) == found


@pytest.mark.parametrize("words", ["the client is a gold or silver member", "fraud is suspected"])
def test_what_is_one_fact_stays_one(words: str) -> None:
    assert isinstance(condition_of(words), Fact)


def test_the_opposite_of_unknown_is_unknown() -> None:
    found = condition_of("it is not the case that the treatment has started")
    assert isinstance(found, Not)
    assert holds(found, {}) is None
    assert holds(found, {"treatment_has_started": False}) is True


@pytest.mark.parametrize(
    ("quantity", "parts", "expected"),
    [
        ("any item is damaged", (False, None), None),
        ("any item is damaged", (False, True), True),
        ("any item is damaged", (False, False), False),
        ("all items are damaged", (True, None), None),
        ("all items are damaged", (True, True), True),
        ("all items are damaged", (True, False), False),
        ("no item is damaged", (False, False), True),
        ("no item is damaged", (True, None), False),
    ],
)
def test_parts_of_a_whole_are_judged_in_three_values(
    quantity: str, parts: tuple[bool | None, ...], expected: object
) -> None:
    found = condition_of(quantity)
    assert isinstance(found, Quantified)
    assert isinstance(found.so, Fact)
    facts = {
        f"item_{number}.{found.so.name}": one
        for number, one in enumerate(parts, 1)
        if one is not None
    }
    assert holds(found, {"items": Decimal(len(parts)), **facts}) is expected
