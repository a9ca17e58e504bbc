"""One slot of a clause in words, for saying what changed."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

from goodword.document.echo_amounts import (
    clock_time,
    full_date,
    listed,
    money,
    plain_duration,
    share,
    spoken,
)
from goodword.document.echo_amounts import week as week_words
from goodword.document.echo_authority import cap_words
from goodword.document.echo_condition import condition
from goodword.document.echo_definition import place_name
from goodword.document.echo_hours import closed_date, own_hours, special_hours
from goodword.document.echo_promise import anchor, channels
from goodword.language.en import echo_phrases as words
from goodword.policy.authority import Authority, Cap
from goodword.policy.clause import Audience, Clause, Strength
from goodword.policy.condition import AllOf, AnyOf, Compare, Fact, Not, Quantified, Relation
from goodword.policy.definition import AudienceClause
from goodword.policy.duty import Escalation
from goodword.policy.hours import Closure, HolidayPlace, OwnHours, SpecialHours
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, Duration, Money
from goodword.policy.situation import Step

_SHARES = frozenset({"share", "over_share", "up_to_share"})
_NAMED_BY_THE_CLAUSE = frozenset({"week", "meaning", "zone", "organisation", "place", "cells"})


def slot_name(clause: Clause, slot: str) -> str:
    """Return what a slot is called; empty where the clause's own name says it already."""
    of_section = slot == "audience" and isinstance(clause, AudienceClause)
    if (
        of_section
        or slot in _NAMED_BY_THE_CLAUSE
        or (slot == "limit" and isinstance(clause, Promise))
    ):
        return ""
    if slot == "limit" and isinstance(clause, Authority):
        return "limit"
    return words.SLOT_NAMES.get(slot, spoken(slot))


def slot_words(clause: Clause, slot: str, policy: Policy, *, beside: Clause) -> str:
    """Return the value of a slot in plain words.

    Of a list only what the clause `beside` does not have too is told.
    """
    value = getattr(clause, slot)
    if isinstance(clause, Promise) and slot == "target":
        return words.EVERY_TIME if value is None else f"{share(value)}%"
    if isinstance(clause, Promise | Escalation) and slot == "channels":
        return channels(value)
    if slot == "week":
        return week_words(value)
    if slot in _SHARES and isinstance(value, Decimal):
        return f"{share(value)}%"
    if isinstance(value, tuple):
        others = getattr(beside, slot)
        own = [one for one in value if one not in others]
        nothing = words.NOTHING if not value else words.NO_OTHER
        return listed(_value(one, policy) for one in own) or nothing
    return _value(value, policy)


def _value(value: object, policy: Policy) -> str:
    if value is None:
        return words.NOTHING
    told = next((tell for kind, tell in _TELLERS.items() if isinstance(value, kind)), None)
    return told(value, policy) if told else _parts(value, policy)


def _text(value: str) -> str:
    # A slug is spoken; an address or the author's own words stay as they are.
    is_slug = value.isascii() and value.replace("_", "").isalnum() and value.islower()
    return (spoken(value) if is_slug else value) or words.NOTHING


def _parts(value: object, policy: Policy) -> str:
    if not is_dataclass(value):
        return str(value)
    told = (getattr(value, one.name) for one in fields(value))
    return " ".join(_value(one, policy) for one in told if one not in (None, ""))


# In this order: a flag is also a number, and a strength is also a string.
_TELLERS: Mapping[Any, Callable[[Any, Policy], str]] = {
    Duration: lambda value, _: plain_duration(value),
    Anchor: lambda value, _: anchor(value),
    Money: money,
    Cap: cap_words,
    Closure: lambda value, _: closed_date(value),
    OwnHours: lambda value, _: own_hours(value),
    SpecialHours: lambda value, _: special_hours(value),
    HolidayPlace: lambda value, _: place_name(value),
    Step: lambda value, _: f"“{value.words}”",
    (Fact, Compare, Relation, Quantified, Not, AllOf, AnyOf): lambda value, _: condition(value),
    bool: lambda value, _: "yes" if value else "no",
    Audience: lambda value, _: words.AUDIENCES[value],
    Strength: lambda value, _: words.STRENGTHS[value],
    Enum: lambda value, _: spoken(str(value.value)),
    date: lambda value, _: full_date(value),
    time: lambda value, _: clock_time(value),
    str: lambda value, _: _text(value),
}
