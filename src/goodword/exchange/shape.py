"""The shape of the typed model, read off its own types: what JSON and its schema are made from."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import goodword.policy
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy


@cache
def clause_types() -> tuple[type[Clause], ...]:
    """Return every kind of clause, by name."""
    found: set[type[Clause]] = set()
    for module in iter_modules(goodword.policy.__path__, "goodword.policy."):
        named = vars(import_module(module.name)).values()
        found.update(one for one in named if isinstance(one, type) and issubclass(one, Clause))
    return tuple(sorted(found - {Clause}, key=lambda one: one.__name__))


@cache
def fields_of_type(kind: type) -> Mapping[str, Any]:
    """Return the name and type of each field of a dataclass, in order."""
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in dataclasses.fields(kind) if one.init}


@cache
def types_told_apart() -> frozenset[type]:
    """Return the types of which one may stand where another might: these carry their `type`."""
    found: set[type] = set(clause_types())
    for kind in reachable():
        for hint in fields_of_type(kind).values():
            for alternatives in unions(hint):
                found.update(alternatives)
    return frozenset(found)


def unions(hint: Any) -> Iterator[tuple[type, ...]]:
    """Yield the dataclasses of each union in a type that has more than one of them."""
    parts = get_args(hint)
    if get_origin(hint) in {Union, UnionType}:
        records = tuple(part for part in parts if dataclasses.is_dataclass(part))
        if len(records) > 1:
            yield tuple(part for part in records if isinstance(part, type))
    for part in parts:
        yield from unions(part)


@cache
def reachable() -> tuple[type, ...]:
    """Return every dataclass that a policy can hold, `Policy` first."""
    found: dict[type, None] = {}
    waiting: list[type] = [Policy, *clause_types()]
    while waiting:
        kind = waiting.pop(0)
        if kind in found:
            continue
        found[kind] = None
        for hint in fields_of_type(kind).values():
            waiting.extend(_records(hint))
    return tuple(found)


def _records(hint: Any) -> Iterator[type]:
    if hint is Clause:
        return
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _records(part)


def kind_name(kind: type) -> str:
    """Return what a type is called in JSON: `approval_rule`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()
