"""What the columns of an export mean: a column map, written in TOML.

`docs/reference/column-maps.md` and the maps in `examples/maps` show every key.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

from goodword.case.event_words import CHANGED_TO
from goodword.errors import UnknownNameError, UnreadableFileError
from goodword.history.json_records import JsonShape
from goodword.history.map_fields import (
    COLUMNS,
    EVENT_COLUMNS,
    INSTANTS,
    LINE,
    OTHERS,
    WORDS,
    ColumnMap,
    Shape,
    States,
    Unit,
)
from goodword.history.map_recorded import recorded_of
from goodword.history.map_values import (
    dates_of,
    delimiter_of,
    encoding_named,
    list_of,
    refuse_unknown,
    table_of,
    text_of,
    texts_of,
    words_of,
    zone_of,
)

__all__ = [
    "COLUMNS",
    "EVENT_COLUMNS",
    "INSTANTS",
    "LINE",
    "OTHERS",
    "WORDS",
    "ColumnMap",
    "Shape",
    "States",
    "Unit",
    "map_of_headings",
    "read_column_map",
]

XES_CASE, XES_ACTIVITY, XES_TIME = "case:concept:name", "concept:name", "time:timestamp"
_KEYS = (
    "title",
    "source",
    "seen_on",
    "confidence",
    "shape",
    "zone",
    "dates",
    "missing",
    "delimiter",
    "encoding",
    "list",
    "each",
    "optional",
    "file",
    "columns",
    "after",
    "values",
    "always",
    "own",
    "void",
    "only",
    "recorded",
    "states",
    "also",
)
_ASKED = ("could_settle", "clause", *CHANGED_TO)
_FACTS = "facts."
_ALWAYS_NEEDED = ("case", "at", "event", "state")
_TOO_DEEP = "its lists stand too deep in each other"
_AS_EXAMPLE = "A map is a TOML file; goodword maps lists ready ones, and prints one to start from."


def map_of_headings(headings: tuple[str, ...]) -> ColumnMap:
    """Return the map of an export that already uses our own names as headings.

    An XES log has the names of its standard: the first event of a trace opens the case, and each
    is a note: what its activities mean only a map can say. In a log, what stands under `facts` is
    known since its event.
    """
    if {XES_CASE, XES_TIME, XES_ACTIVITY} <= {*headings}:
        return ColumnMap(
            path="the standard",
            shape=Shape.EVENTS,
            columns={"case": XES_CASE, "at": XES_TIME, "event": XES_ACTIVITY},
            values={"event": {OTHERS: "note"}},
        )
    is_log = "at" in headings
    columns = {name: name for name in COLUMNS if name in headings}
    facts: dict[str, str] = {}
    else_facts: dict[str, str] = {}
    if is_log:
        if "kind" in columns and not {"event", "state"} & columns.keys():
            # As `goodword due --events` has it: the kind of the case stands among the facts.
            columns["event"] = columns.pop("kind")
        facts = {
            heading.removeprefix(_FACTS): heading
            for heading in headings
            if heading.startswith(_FACTS)
        }
        # Where a word stands in both places, that among the facts is of its event.
        only = [name for name in WORDS if name in facts and name not in columns]
        columns = {name: facts.pop(name) for name in only} | columns
        # What clocks ask of an event may stand beside it, as for `goodword due --events`.
        beside = {name: name for name in _ASKED if name in headings}
        else_facts = {name: name for name in beside if name in facts}
        facts = beside | facts
    return ColumnMap(
        path="the headings themselves",
        columns=columns,
        facts=facts,
        else_facts=else_facts,
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
        raise UnreadableFileError(f"{path} is not a column map: {broken}.", hint=_AS_EXAMPLE) from (
            broken
        )
    except RecursionError:
        raise UnreadableFileError(
            f"{path} is not a column map: {_TOO_DEEP}.", hint=_AS_EXAMPLE
        ) from None
    return _map_of(written, path)


def _map_of(written: Mapping[str, Any], path: str) -> ColumnMap:
    refuse_unknown(written, _KEYS, "key", path)
    for about in ("title", "source", "seen_on", "confidence"):
        text_of(written, about, path)
    columns, joined = _columns(written, path)
    shape = _shape(written.get("shape", "cases"), path)
    _need(columns, shape, path)
    values = table_of(written, "values", path)
    refuse_unknown(values, (*WORDS, "event", "actor"), "column under [values]", path)
    always = texts_of(written, "always", path)
    refuse_unknown(always, WORDS, "column under [always]", path)
    dated = {*columns, *table_of(written, "after", path)}
    recorded = recorded_of(written, dated, shape, path)
    states = table_of(written, "states", path)
    refuse_unknown(states, States.__slots__, "key under [states]", path)
    records = text_of(written, "list", path)
    return ColumnMap(
        path=path,
        shape=shape,
        zone=zone_of(written, path),
        dates=dates_of(written, path),
        missing=frozenset({"", *list_of(written, "missing", path)}),
        delimiter=delimiter_of(written, path),
        encoding=encoding_named(written, path),
        json=JsonShape(
            tuple(records.split(".")) if records else None, tuple(list_of(written, "each", path))
        ),
        columns=columns,
        joined=joined,
        after=_after(written, columns, shape, path),
        values={name: texts_of(values, name, path, below="values.") for name in values},
        always=always,
        own=words_of(written, "own", path),
        void=words_of(written, "void", path),
        only=words_of(written, "only", path),
        due=recorded.due or columns.get("due"),
        done=recorded.done or columns.get("resolved") or columns.get("closed"),
        took=recorded.took,
        met=recorded.met,
        states=States(**{name: frozenset(list_of(states, name, path)) for name in states})
        if states
        else None,
        optional=_optional(written, path),
        file=text_of(written, "file", path),
        also=_also(written, shape, path),
    )


def _columns(
    written: Mapping[str, Any], path: str
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return the columns, and those headings among them that are made of several."""
    table = table_of(written, "columns", path)
    refuse_unknown(table, COLUMNS, "column", path)
    joined: dict[str, tuple[str, ...]] = {}
    columns: dict[str, str] = {}
    for name, value in table.items():
        parts = list_of(table, name, path) if isinstance(value, list) and name != "case" else []
        if len(parts) > 1:
            joined[" + ".join(parts)] = tuple(parts)
            columns[name] = " + ".join(parts)
        else:
            columns |= texts_of({"columns": {name: parts[0] if parts else value}}, "columns", path)
    for name, heading in columns.items():
        if heading == LINE and name != "case":
            raise UnreadableFileError(
                f'{path}: "{LINE}" can stand for the case alone, not for "{name}".',
                hint=f'Write the heading, as in: {name} = "heading in the export"',
            )
    return columns, joined


def _need(columns: Mapping[str, str], shape: Shape, path: str) -> None:
    for needed in ("case", "opened") if shape is Shape.CASES else ("case", "at"):
        if needed not in columns:
            raise UnreadableFileError(
                f'{path} does not say which column is "{needed}".',
                hint=f'Add it below [columns], as in: {needed} = "heading in the export"',
            )


def _after(
    written: Mapping[str, Any], columns: Mapping[str, str], shape: Shape, path: str
) -> dict[str, tuple[str, Unit]]:
    """Return which instants are written as so long after the opening."""
    table = table_of(written, "after", path)
    refuse_unknown(table, INSTANTS[1:], "column under [after]", path)
    after: dict[str, tuple[str, Unit]] = {}
    for name, said in table.items():
        heading, _, unit = (
            (said.get("column"), "", said.get("unit")) if isinstance(said, dict) else (None, "", "")
        )
        known = [one for one in Unit if one is not Unit.WORKING_DAYS]
        units = ", ".join(f'"{one}"' for one in known)
        if not isinstance(heading, str) or unit not in known:
            raise UnreadableFileError(
                f"{path}: {name} below [after] does not say a column and a unit.",
                hint=f'Write {name} = {{ column = "…", unit = "minutes" }}; units are {units}.',
            )
        if name in columns or shape is Shape.EVENTS:
            raise UnreadableFileError(
                f"{path}: {name} cannot stand below [after]: "
                + ("[columns] names it too." if name in columns else "a log has dates."),
                hint="Leave one of the two out.",
            )
        after[name] = heading, Unit(unit)
    return after


def _also(written: Mapping[str, Any], shape: Shape, path: str) -> tuple[ColumnMap, ...]:
    """Return the maps of further files that tell of the same cases."""
    others = written.get("also", [])
    if not isinstance(others, list) or not all(isinstance(one, dict) for one in others):
        raise UnreadableFileError(
            f"{path}: also should be a list of tables.", hint="Write each as in: [[also]]"
        )
    if others and (shape is not Shape.EVENTS or any("also" in one for one in others)):
        raise UnreadableFileError(
            f"{path}: [[also]] goes with a map of events, and holds none itself.",
            hint='Say shape = "events", and give each [[also]] its own file and [columns].',
        )
    inherited = {key: written[key] for key in ("zone", "dates", "missing") if key in written}
    return tuple(
        _map_of({**inherited, **one, "shape": "events"}, f"{path} [[also]] {number}")
        for number, one in enumerate(others, 1)
        if _names_its_file(one, path)
    )


def _optional(written: Mapping[str, Any], path: str) -> frozenset[str]:
    names = list_of(written, "optional", path)
    may_be = tuple(name for name in (*COLUMNS, "own", "void") if name not in _ALWAYS_NEEDED)
    refuse_unknown(dict.fromkeys(names), may_be, "optional column", path)
    return frozenset(names)


def _names_its_file(one: Mapping[str, Any], path: str) -> bool:
    if not isinstance(one.get("file"), str):
        raise UnreadableFileError(
            f"{path}: [[also]] does not say which file it speaks of.",
            hint='Write it as in: file = "messages*.csv"',
        )
    return True


def _shape(word: object, path: str) -> Shape:
    try:
        return Shape(str(word))
    except ValueError:
        raise UnknownNameError(
            f'{path}: shape = "{word}" is not known.',
            hint='Write "cases" (one row a case) or "events" (one row an event).',
        ) from None
