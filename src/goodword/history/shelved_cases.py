"""Cases in columns as records of a shelf."""

from array import array
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from goodword.case.columns import CaseColumns, Names
from goodword.case.event import NO_FACTS
from goodword.case.event_columns import EventColumns
from goodword.case.own_figures import Measure, OwnFigures, OwnVerdicts
from goodword.history.shelf import Shelf

if TYPE_CHECKING:
    from numpy.typing import NDArray

Columns = dict[str, "array[int]"]
_WORDS = ("channel", "kind", "priority", "place")
_ALONE = ("opened", "left_out", "due", "done")
_EVENTS = ("case", "at", "seq", "kind", "actor", "facts", "channels", "case_kinds", "priorities")
_TYPECODES = {"int8": "b", "int32": "i", "int64": "q"}


def put_table(
    shelf: Shelf, columns: CaseColumns, lines: "array[int]", first_lines: Mapping[int, int]
) -> None:
    """Put a piece of a table of cases down, with the line of each, and the first of some."""
    told = {
        "first_lines": list(first_lines.items()),
        "ids": list(columns.ids),
        "words": {name: names.words for name, names in _names(columns)},
        "took": [
            [n, own.heading, own.unit, own.measure, own.step] for n, own in columns.took.items()
        ],
        "met": [[name, own.heading] for name, own in columns.met.items()],
    }
    shelf.put(told, {**columns_of(columns), "line": lines})


def columns_of(columns: CaseColumns) -> Columns:
    """Return every column of a table that has a row for each case, by a name of its own."""
    found = {name: one for name in _ALONE if (one := getattr(columns, name)) is not None}
    found |= {f"instant {name}": one for name, one in columns.instants.items()}
    found |= {f"word {name}": names.codes for name, names in _names(columns)}
    found |= {f"took {name}": own.taken for name, own in columns.took.items()}
    found |= {f"met {name}": own.kept for name, own in columns.met.items()}
    return found


def table_of(told: Any, arrays: Columns) -> CaseColumns:
    """Return a table of these words and columns."""
    names = {name: Names(arrays[f"word {name}"], words) for name, words in told["words"].items()}
    return CaseColumns(
        ids=told["ids"],
        opened=arrays["opened"],
        instants={
            name.removeprefix("instant "): one
            for name, one in arrays.items()
            if name.startswith("instant ")
        },
        channel=names["channel"],
        kind=names["kind"],
        priority=names["priority"],
        left_out=arrays["left_out"],
        due=arrays.get("due"),
        done=arrays.get("done"),
        place=names.get("place"),
        took={
            name: OwnFigures(heading, unit, Measure(measure), step, arrays[f"took {name}"])
            for name, heading, unit, measure, step in told["took"]
        },
        met={name: OwnVerdicts(heading, arrays[f"met {name}"]) for name, heading in told["met"]},
    )


def put_log(shelf: Shelf, events: EventColumns, order: "array[int]") -> None:
    """Put some cases of a log down, with where each first stood."""
    told = {
        "ids": list(events.ids),
        "facts": [dict(facts) for facts in events.fact_sets],
        "words": list(events.words),
    }
    arrays = {name: _array(getattr(events, name)) for name in _EVENTS}
    shelf.put(told, {**arrays, "order": order})


def get_log(shelf: Shelf, number: int) -> tuple[EventColumns, "array[int]"]:
    """Return some cases of a log as they were put down, and where each first stood."""
    import numpy as np  # noqa: PLC0415 - slow import

    told, arrays = shelf.get(number)
    columns = {name: np.frombuffer(arrays[name], arrays[name].typecode) for name in _EVENTS}
    facts = [one or NO_FACTS for one in told["facts"]]
    return (
        EventColumns(ids=told["ids"], fact_sets=facts, words=told["words"], **columns),
        arrays["order"],
    )


def _array(values: "NDArray[Any]") -> "array[int]":
    found: array[int] = array(_TYPECODES[values.dtype.name])
    found.frombytes(values.tobytes())
    return found


def _names(columns: CaseColumns) -> Iterator[tuple[str, Names]]:
    for name in _WORDS:
        names: Names | None = getattr(columns, name)
        if names is not None:
            yield name, names
