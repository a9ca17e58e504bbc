"""Every kind of clause, with each of its slots changed, is told in plain words."""

import re
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from goodword.document.compare import compare
from goodword.document.echo_label import label
from goodword.exchange.shape import clause_types
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.condition import Fact
from goodword.policy.hours import CLOSED_WEEK, HolidayPlace, Interval, Occasion, SpecialHours, Week
from goodword.policy.policy import Policy, Role
from goodword.policy.quantity import Counting, Duration, Money, Unit
from goodword.policy.situation import Phrase

# What no reader of a policy should meet: names of the code, and its values.
CODE = re.compile(r"[a-z]_[a-z]|<|\bNone\b|Decimal|True|False|\w+\(\w+=")
EARLY, LATE = 0, 1
# Slots that hold a slug; what other texts hold is in the author's own words.
SLUGS = {"role", "action", "approver", "to", "deputy", "event", "subject", "channel", "channels"}
SLUGS |= {"also", "instead", "except_roles", "owner", "who", "start", "after", "section_of"}


def sample(hint: Any, name: str, when: int) -> Any:  # noqa: PLR0911  (one case a type)
    """Return a value of a type; two values of `when` differ wherever a type allows it."""
    if hint == Week:
        return ((Interval(540, 1020 + 60 * when),), *CLOSED_WEEK[1:])
    if name == "zone":
        return ("Europe/London", "Australia/Sydney")[when]
    if hint is SpecialHours:
        return SpecialHours(Occasion(weekdays=(when,)), closes=900)
    if hint is HolidayPlace:
        return (HolidayPlace("AU", "VIC", "Victoria"), HolidayPlace("NZ", None, "New Zealand"))[
            when
        ]
    plain = {
        bool: bool(when),
        int: 2 + when,
        str: (("care_call", "home_visit") if name in SLUGS else ("care call", "home visit"))[when],
        Decimal: (Decimal("0.2"), Decimal("0.3"))[when],
        date: date(2026, 9, 1 + when),
        time: time(9 + when),
        Money: Money(Decimal(50 + 25 * when), "AUD"),
        Duration: Duration(3 + when, Unit.DAY, Counting.WORKING),
    }
    if hint in plain:
        return plain[hint]
    parts = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in {Union, UnionType}:
        return (
            Fact(f"fact_{when}", ("it rains", "it snows")[when])
            if Fact in parts
            else (sample(parts[0], name, when))
        )
    if get_origin(hint) is tuple:
        return (sample(parts[0], name, when),)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[when]
    assert isinstance(hint, type)
    assert is_dataclass(hint)
    hints = get_type_hints(hint)
    return hint(**{one.name: sample(hints[one.name], one.name, when) for one in fields(hint)})


def clause_of(kind: type[Clause]) -> Clause:
    """Return the least that a clause of a kind says."""
    hints = get_type_hints(kind)
    needed = [one for one in fields(kind) if one.default is MISSING]
    values: dict[str, Any] = {one.name: sample(hints[one.name], one.name, EARLY) for one in needed}
    if kind is Phrase:
        values["say"] = "Good day."
    return kind(id="one", audience=Audience.TEAM, strength=Strength.MUST, **values)


def policy(clause: Clause) -> Policy:
    roles = (Role("care_call", "care call"), Role("home_visit", "home visit"))
    return Policy("P", "P", "client", "en", "AUD", None, roles, None, (), (clause,))


SLOTS = [
    (kind, one.name)
    for kind in clause_types()
    for one in fields(kind)
    if one.compare and one.name not in {"id", "span", "text", "section"}
]


@pytest.mark.parametrize(("kind", "slot"), SLOTS, ids=[f"{k.__name__}-{s}" for k, s in SLOTS])
def test_a_change_of_any_slot_is_told_in_plain_words(kind: type[Clause], slot: str) -> None:
    hint = get_type_hints(kind)[slot]
    old = clause_of(kind)
    was = sample(hint, slot, EARLY)
    now = sample(hint, slot, LATE)
    changes = compare(policy(replace(old, **{slot: was})), policy(replace(old, **{slot: now})))
    (change,) = changes.changed
    assert CODE.search(change.words) is None, change.words
    assert any(word in change.words for word in ("→", "added", "removed", ", not "))
    assert changes.in_short


@pytest.mark.parametrize("kind", clause_types(), ids=lambda kind: kind.__name__)
def test_every_kind_of_clause_has_a_name_in_plain_words(kind: type[Clause]) -> None:
    clause = clause_of(kind)
    name = label(clause, policy(clause))
    assert name
    assert CODE.search(name) is None, name
