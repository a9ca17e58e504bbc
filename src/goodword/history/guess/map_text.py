"""A column map as the TOML that reads back as the same map."""

import json
from collections.abc import Iterable, Mapping

from goodword.case.own_figures import Measure
from goodword.history.column_map import ColumnMap, Shape


def map_text(column_map: ColumnMap, *, comments: Mapping[str, str] | None = None) -> str:
    """Return the map as TOML; `comments` stand behind the lines of the headings they speak of.

    Reading it gives an equal map, its path apart.
    """
    lines = _head(column_map)
    lines += ["", "[columns]", *_columns(column_map, comments or {})]
    if column_map.after:
        lines += ["", "[after]"]
        lines += [
            f"{name} = {{ column = {_text(heading)}, unit = {_text(unit.value)} }}"
            for name, (heading, unit) in column_map.after.items()
        ]
    lines += _recorded(column_map)
    if column_map.states is not None:
        lines += ["", "[states]"]
        for name in ("waiting", "resolved", "closed"):
            lines.append(f"{name} = {_list(sorted(getattr(column_map.states, name)))}")
    for name, values in column_map.values.items():
        lines += ["", f"[values.{name}]", *_pairs(values)]
    for title, marks in (("own", column_map.own), ("void", column_map.void)):
        if marks:
            lines += ["", f"[{title}]"]
            lines += [f"{_text(name)} = {_list(sorted(words))}" for name, words in marks.items()]
    return "\n".join(lines) + "\n"


def _recorded(column_map: ColumnMap) -> list[str]:
    lines = []
    if column_map.due is not None:
        lines += ["", "[recorded]", f"due = {_text(column_map.due)}"]
        if column_map.done is not None:
            lines.append(f"done = {_text(column_map.done)}")
    if column_map.took:
        lines += ["", "[recorded.took]"]
    for name, took in column_map.took.items():
        counting = ', counting = "clock"' if took.measure is Measure.CLOCK else ""
        written = f"column = {_text(took.heading)}, unit = {_text(took.unit.value)}{counting}"
        lines.append(f"{name} = {{ {written} }}")
    if column_map.met:
        lines += ["", "[recorded.met]"]
    for name, met in column_map.met.items():
        words = f"yes = {_list(sorted(met.yes))}, no = {_list(sorted(met.no))}"
        lines.append(f"{name} = {{ column = {_text(met.heading)}, {words} }}")
    return lines


def _head(column_map: ColumnMap) -> list[str]:
    lines = [f'shape = "{column_map.shape.value}"' + " " * 18 + _what(column_map)]
    if column_map.zone is None:
        lines.append('# zone = "Europe/London"  # of these times; left out: the policy\'s')
    else:
        lines.append(f"zone = {_text(column_map.zone)}")
    lines.append(f"dates = {_list(column_map.dates)}")
    missing = sorted(column_map.missing - {""})
    if missing:
        lines.append(f"missing = {_list(missing)}")
    if column_map.delimiter is not None:
        lines.append(f"delimiter = {_text(column_map.delimiter)}")
    return lines


def _columns(column_map: ColumnMap, said: Mapping[str, str]) -> list[str]:
    lines = []
    for name, heading in column_map.columns.items():
        if name == "due" and column_map.due == heading:
            continue
        comment = f"  # {_one_line(said[heading])}" if heading in said else ""
        parts = column_map.joined.get(heading)
        lines.append(f"{name} = {_list(parts) if parts else _text(heading)}{comment}")
    return lines


def _what(column_map: ColumnMap) -> str:
    return "# one row a case" if column_map.shape is Shape.CASES else "# one row an event"


def _pairs(values: Mapping[str, str]) -> list[str]:
    return [f"{_text(written)} = {_text(ours)}" for written, ours in values.items()]


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _text(words: str) -> str:
    """Return a basic string of TOML, which escapes as JSON does, and DEL besides."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _one_line(words: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
