"""The JSON Schema of a policy, made from the typed model."""

import dataclasses
from datetime import date, time
from decimal import Decimal
from enum import EnumType
from types import NoneType
from typing import Any, get_args, get_origin

from goodword.exchange.policy_json import FORMAT, FORMAT_VERSION
from goodword.exchange.shape import (
    clause_types,
    fields_of_type,
    kind_name,
    reachable,
    types_told_apart,
)
from goodword.policy.clause import Clause
from goodword.policy.condition import Condition
from goodword.policy.policy import Part, Policy
from goodword.policy.quantity import Limit

# Unions that have a name of their own.
_NAMED = {"condition": Condition, "limit": Limit, "part": Part}
DRAFT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2})?"},
}


def schema() -> dict[str, Any]:
    """Return the JSON Schema that every exported policy satisfies."""
    return {
        "$schema": DRAFT,
        "title": "A Goodword policy",
        "description": (
            "What was understood of a customer service policy: its definitions, its sections and "
            "every clause. Decimal numbers are strings. Places are offsets in characters."
        ),
        "type": "object",
        "required": ["format", "format_version", "source", "policy", "echoes"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "format_version": {"const": FORMAT_VERSION},
            "source": {
                "type": "object",
                "required": ["path", "sha256"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string"},
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                },
            },
            "policy": _reference(Policy),
            "echoes": {
                "description": "Each clause by its id, said back in one plain sentence.",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
        },
        "$defs": {
            "clause": _told_apart(clause_types()),
            **{name: _told_apart(get_args(union)) for name, union in _NAMED.items()},
            **{kind_name(kind): _record(kind) for kind in reachable()},
        },
    }


def _told_apart(kinds: tuple[type, ...]) -> dict[str, Any]:
    """Return a union in which `type` says which one is meant, so that errors speak of that one."""
    names = [kind_name(kind) for kind in kinds]
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": names}},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}},
                "then": {"$ref": f"#/$defs/{name}"},
            }
            for name in names
        ],
    }


def _reference(kind: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{kind_name(kind)}"}


def _record(kind: type) -> dict[str, Any]:
    properties = {name: _shape(hint) for name, hint in fields_of_type(kind).items()}
    if kind in types_told_apart():
        properties = {"type": {"const": kind_name(kind)}, **properties}
    described = (kind.__doc__ or "").partition("\n")[0].strip()
    return {
        "description": described,
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _shape(hint: Any) -> dict[str, Any]:
    if hint is Clause:
        return {"$ref": "#/$defs/clause"}
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, EnumType):
        return {"enum": [one.value for one in hint]}  # type: ignore[var-annotated]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint)
    parts = get_args(hint)
    return _list(parts) if get_origin(hint) is tuple else _union(parts)


def _list(parts: tuple[Any, ...]) -> dict[str, Any]:
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": _shape(parts[0])}
    return {
        "type": "array",
        "prefixItems": [_shape(part) for part in parts],
        "minItems": len(parts),
        "maxItems": len(parts),
    }


def _union(parts: tuple[Any, ...]) -> dict[str, Any]:
    shapes = []
    for name, union in _NAMED.items():
        named = get_args(union)
        if set(named) <= set(parts):
            shapes.append({"$ref": f"#/$defs/{name}"})
            parts = tuple(part for part in parts if part not in named)
    shapes += [_shape(part) for part in parts]
    if len(shapes) == 1:
        return shapes[0]
    return {"anyOf": list({str(shape): shape for shape in shapes}.values())}
