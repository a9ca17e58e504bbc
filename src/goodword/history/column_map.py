"""What the columns of an export mean: a column map, written in TOML.

`docs/reference/column-maps.md` and the maps in `examples/maps` show every key.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from goodword.errors import UnknownNameError, UnreadableFileError

INSTANTS = ("opened", "answered", "acknowledged", "first_response", "resolved", "closed")
WORDS = ("channel", "kind", "priority", "place")
EVENT_COLUMNS = ("at", "event", "state", "actor")
COLUMNS = ("case", *INSTANTS, *WORDS, *EVENT_COLUMNS, "due")
LINE = "#line"
"""Stands for the heading of the case id where an export has none: each line is its own case."""
_NAMED_FORMATS = ("iso", "unix", "unix_ms")
_SOME_DAY = datetime(2026, 9, 24, 16, 30, tzinfo=UTC)
_KEYS = (
    "title",
    "shape",
    "zone",
    "dates",
    "missing",
    "delimiter",
    "columns",
    "values",
    "own",
    "recorded",
    "states",
)


class Shape(StrEnum):
    """Whether a row of the export is a whole case, or one event of a case."""

    CASES = "cases"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class States:
    """Which states of another system mean what, for logs that hold a state at each update."""

    waiting: frozenset[str] = frozenset()
    resolved: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column of an export tells what.

    `columns` maps our names (`COLUMNS`) to the export's headings. `values` maps, for a name, the
    export's words to ours. `own` names the columns and words by which the organisation's own work
    is known, which is no customer's case. `due` and `done` are the headings of a due time that the
    other system had recorded, and of what it counted as done. `zone` None takes the policy's.
    """

    path: str
    shape: Shape = Shape.CASES
    zone: str | None = None
    dates: tuple[str, ...] = ("iso",)
    missing: frozenset[str] = frozenset({""})
    delimiter: str | None = None
    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: Mapping[str, frozenset[str]] = field(default_factory=dict)
    due: str | None = None
    done: str | None = None
    states: States | None = None

    def headings(self) -> tuple[str, ...]:
        """Return every heading of the export that this map speaks of."""
        named = [*self.columns.values(), *self.own, self.due, self.done]
        return tuple(dict.fromkeys(name for name in named if name not in (None, LINE)))


def map_of_headings(headings: tuple[str, ...]) -> ColumnMap:
    """Return the map of an export that already uses our own names as headings."""
    is_log = "at" in headings
    return ColumnMap(
        path="the headings themselves",
        columns={name: name for name in COLUMNS if name in headings},
        shape=Shape.EVENTS if is_log else Shape.CASES,
        due="due" if "due" in headings and not is_log else None,
        done=next((name for name in ("resolved", "closed") if name in headings), None),
    )


def read_column_map(text: str, *, path: str) -> ColumnMap:
    """Return the column map written in `text`.

    Raises UnreadableFileError where it is no TOML or lacks what every map needs, UnknownNameError
    for a key, a column or a zone that does not exist; each names the place and the next step.
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise UnreadableFileError(
            f"{path} is not a column map: {broken}.",
            hint="A map is a TOML file; examples/maps holds some to start from.",
        ) from broken
    except RecursionError:
        raise UnreadableFileError(
            f"{path} is not a column map: its lists stand too deep in each other.",
            hint="A map is a TOML file; examples/maps holds some to start from.",
        ) from None
    _known(written, _KEYS, "key", path)
    columns = _texts(written, "columns", path)
    _known(columns, COLUMNS, "column", path)
    shape = _shape(written.get("shape", "cases"), path)
    for needed in ("case", "opened") if shape is Shape.CASES else ("case", "at"):
        if needed not in columns:
            raise UnreadableFileError(
                f'{path} does not say which column is "{needed}".',
                hint=f'Add it below [columns], as in: {needed} = "heading in the export"',
            )
    for name, heading in columns.items():
        if heading == LINE and name != "case":
            raise UnreadableFileError(
                f'{path}: "{LINE}" can stand for the case alone, not for "{name}".',
                hint=f'Write the heading, as in: {name} = "heading in the export"',
            )
    values = _table(written, "values", path)
    _known(values, (*WORDS, "event", "actor"), "column under [values]", path)
    words = {name: _texts(values, name, path, below="values.") for name in values}
    recorded = _texts(written, "recorded", path)
    _known(recorded, ("due", "done"), "key under [recorded]", path)
    if shape is Shape.EVENTS and ("due" in recorded or "due" in columns):
        raise UnreadableFileError(
            f"{path}: a recorded due time can be read from one row a case only.",
            hint="Leave it out, or export one row a case.",
        )
    states = _table(written, "states", path)
    _known(states, ("waiting", "resolved", "closed"), "key under [states]", path)
    return ColumnMap(
        path=path,
        shape=shape,
        zone=_zone(written.get("zone"), path),
        dates=_dates(_list(written, "dates", path), path),
        missing=frozenset({"", *_list(written, "missing", path)}),
        delimiter=_delimiter(written.get("delimiter"), path),
        columns=columns,
        values=words,
        own={heading: frozenset(map(str, words)) for heading, words in _own(written, path)},
        due=recorded.get("due") or columns.get("due"),
        done=recorded.get("done") or columns.get("resolved") or columns.get("closed"),
        states=States(**{name: frozenset(_list(states, name, path)) for name in states})
        if states
        else None,
    )


def _own(written: Mapping[str, Any], path: str) -> list[tuple[str, list[str]]]:
    own = _table(written, "own", path)
    return [(heading, _list(own, heading, path)) for heading in own]


def _shape(word: object, path: str) -> Shape:
    try:
        return Shape(str(word))
    except ValueError:
        raise UnknownNameError(
            f'{path}: shape = "{word}" is not known.',
            hint='Write "cases" (one row a case) or "events" (one row an event).',
        ) from None


def _zone(name: object, path: str) -> str | None:
    if name is None:
        return None
    try:
        ZoneInfo(str(name))
    except (ValueError, OSError, KeyError):
        raise UnknownNameError(
            f'{path}: there is no time zone "{name}".',
            hint='Write an IANA name, as in: zone = "America/New_York"',
        ) from None
    return str(name)


def _table(written: Mapping[str, Any], key: str, path: str) -> dict[str, Any]:
    table = written.get(key, {})
    if not isinstance(table, dict):
        raise UnreadableFileError(
            f"{path}: {key} should be a table.", hint=f"Write it as in: [{key}]"
        )
    return table


def _texts(written: Mapping[str, Any], key: str, path: str, *, below: str = "") -> dict[str, str]:
    """Return a table whose values are texts."""
    table = _table(written, key, path)
    for name, value in table.items():
        if not isinstance(value, str):
            raise UnreadableFileError(
                f"{path}: {name} below [{below}{key}] should be a text.",
                hint=f'Write it in quotation marks, as in: {name} = "…"',
            )
    return table


def _delimiter(written: object, path: str) -> str | None:
    if written is None:
        return None
    if not isinstance(written, str) or len(written) != 1 or written in '\r\n"\0':
        raise UnreadableFileError(
            f"{path}: delimiter = {written!r} is not one character that can separate columns.",
            hint='Write it as in: delimiter = ";", or leave it out and I find it by looking.',
        )
    return written


def _dates(forms: list[str], path: str) -> tuple[str, ...]:
    """Return the formats of dates, each tried on a date of its own."""
    for form in forms:
        try:
            back = datetime.strptime(_SOME_DAY.strftime(form), form).date()  # noqa: DTZ007
        except (ValueError, re.error):
            back = None
        if form not in _NAMED_FORMATS and back != _SOME_DAY.date():
            raise UnknownNameError(
                f'{path}: dates = "{form}" does not write a whole date.',
                hint='Write "iso", "unix", "unix_ms", or a format such as "%d/%m/%Y %H:%M".',
            )
    return tuple(forms or ("iso",))


def _list(written: Mapping[str, Any], key: str, path: str) -> list[str]:
    found = written.get(key, [])
    words = [found] if isinstance(found, str) else found
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise UnreadableFileError(
            f"{path}: {key} should be a list of texts.", hint=f'Write it as in: {key} = ["…"]'
        )
    return words


def _known(written: Mapping[str, Any], known: tuple[str, ...], noun: str, path: str) -> None:
    for name in written:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f'Did you mean "{near[0]}"?' if near else f"Known ones: {', '.join(known)}."
            raise UnknownNameError(f'{path}: there is no {noun} "{name}".', hint=hint)
