"""A policy as JSON: everything that was understood, for programs that do not speak Python."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from goodword.document.echo import echo
from goodword.document.reading import Reading
from goodword.exchange.shape import clause_types, fields_of_type, kind_name, types_told_apart
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy

FORMAT = "goodword-policy"
FORMAT_VERSION = 1


def as_json(reading: Reading) -> dict[str, Any]:
    """Return the policy of a reading ready for JSON, as `policy.schema.json` describes it.

    Decimal numbers are strings, so that no program rounds them. Places are offsets in characters
    into the source, whose hash is given. `echoes` say each clause back in one plain sentence.
    """
    policy = reading.policy
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "source": {
            "path": reading.path,
            "sha256": hashlib.sha256(reading.text.encode("utf-8", "surrogatepass")).hexdigest(),
        },
        "policy": plain(policy),
        "echoes": {clause.id: echo(clause, policy) for clause in policy.clauses},
    }


def plain(value: Any) -> Any:
    """Return a value of the typed model as plain values."""
    kind: type = type(value)
    if dataclasses.is_dataclass(kind):
        made = {"type": kind_name(kind)} if kind in types_told_apart() else {}
        names = fields_of_type(kind)
        return made | {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def policy_in(document: Mapping[str, Any]) -> Policy:
    """Return the policy that `as_json` wrote down; equal to the one it came from.

    Raises KeyError, ValueError or TypeError for what is not of `policy.schema.json`.
    """
    made: Policy = _read(document["policy"], Policy)
    return made


def _read(value: Any, hint: Any) -> Any:
    if hint is Clause:
        return _read(value, next(one for one in clause_types() if kind_name(one) == value["type"]))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        fields = fields_of_type(hint)
        return hint(**{name: _read(value[name], own) for name, own in fields.items()})
    parts = get_args(hint)
    if get_origin(hint) is tuple:
        each = (parts[0],) * len(value) if parts[-1] is Ellipsis else parts
        return tuple(_read(one, own) for one, own in zip(value, each, strict=True))
    if parts:
        return _one_of(value, parts)
    if hint in {date, time}:
        return hint.fromisoformat(value)
    return value if hint in {str, int, bool} else hint(value)


def _one_of(value: Any, parts: tuple[Any, ...]) -> Any:
    if value is None:
        return None
    known = [part for part in parts if part is not NoneType]
    records = [one for one in known if isinstance(one, type) and dataclasses.is_dataclass(one)]
    if isinstance(value, dict) and len(records) > 1:
        known = [one for one in records if kind_name(one) == value["type"]]
    elif isinstance(value, dict):
        known = records
    if isinstance(value, str) and Decimal in known and str in known:
        return _number(value)
    return _read(value, known[0])


def _number(value: str) -> Decimal | str:
    """Return a number where the text is one: a comparison has a number or a word."""
    bare = value.replace(".", "", 1).removeprefix("-")
    return Decimal(value) if bare.isdecimal() else value
