"""What another system recorded by itself, as a column map names it below [recorded]."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from goodword.case.own_figures import Measure
from goodword.errors import UnreadableFileError
from goodword.history.map_fields import INSTANTS, Met, Shape, Took, Unit
from goodword.history.map_values import list_of, refuse_unknown, table_of, texts_of

_KEYS = ("due", "done", "took", "met")
_COUNTED = {"working": Measure.WORKING, "clock": Measure.CLOCK}


@dataclass(frozen=True, slots=True)
class Recorded:
    """The headings of another system's own due times, figures and verdicts."""

    due: str | None = None
    done: str | None = None
    took: Mapping[str, Took] = field(default_factory=dict)
    met: Mapping[str, Met] = field(default_factory=dict)


def recorded_of(
    written: Mapping[str, Any], columns: Collection[str], shape: Shape, path: str
) -> Recorded:
    """Return what a map says below [recorded]; raises UnreadableFileError, UnknownNameError."""
    table = table_of(written, "recorded", path)
    refuse_unknown(table, _KEYS, "key under [recorded]", path)
    if shape is Shape.EVENTS and (table or "due" in columns):
        raise UnreadableFileError(
            f"{path}: what the other system recorded can be read from one row a case only.",
            hint="Leave it out, or export one row a case.",
        )
    texts = {key: table[key] for key in ("due", "done") if key in table}
    named = texts_of({"recorded": texts}, "recorded", path)
    return Recorded(
        due=named.get("due"),
        done=named.get("done"),
        took={
            name: _took(name, said, path)
            for name, said in _of_instants(table, "took", columns, path).items()
        },
        met={
            name: _met(name, said, path)
            for name, said in _of_instants(table, "met", columns, path).items()
        },
    )


def _of_instants(
    recorded: Mapping[str, Any], key: str, columns: Collection[str], path: str
) -> dict[str, Any]:
    table = table_of(recorded, key, path)
    refuse_unknown(table, INSTANTS[1:], f"column under [recorded.{key}]", path)
    for name in table:
        if name not in columns and key == "took":
            raise UnreadableFileError(
                f"{path}: {name} stands below [recorded.took], and no column says when that was.",
                hint=f"Name it below [columns] too, as in: {name} = "
                '"heading in the export"; a figure is compared with the time until then.',
            )
    return table


def _took(name: str, said: object, path: str) -> Took:
    units = ", ".join(f'"{one}"' for one in Unit)
    keys = {"column", "unit", "counting"}
    if not isinstance(said, dict) or not {"column", "unit"} <= said.keys() <= keys:
        raise UnreadableFileError(
            f"{path}: {name} below [recorded.took] does not say a column and a unit.",
            hint=f'Write {name} = {{ column = "…", unit = "minutes" }}; units are {units}.',
        )
    heading, unit = said["column"], said["unit"]
    counting = said.get("counting", "working")
    if not isinstance(heading, str) or unit not in list(Unit) or counting not in _COUNTED:
        raise UnreadableFileError(
            f"{path}: {name} below [recorded.took] says no column, unit and counting that I know.",
            hint=f'Units are {units}; counting is "working" (your hours) or "clock" (day and '
            "night).",
        )
    is_days = unit == Unit.WORKING_DAYS
    return Took(heading, Unit(unit), Measure.DAYS if is_days else _COUNTED[counting])


def _met(name: str, said: object, path: str) -> Met:
    if (
        not isinstance(said, dict)
        or said.keys() != {"column", "yes", "no"}
        or not isinstance(said["column"], str)
    ):
        raise UnreadableFileError(
            f"{path}: {name} below [recorded.met] does not say a column and its words.",
            hint=f'Write {name} = {{ column = "…", yes = ["true"], no = ["false"] }}.',
        )
    return Met(
        said["column"],
        frozenset(list_of(said, "yes", path)),
        frozenset(list_of(said, "no", path)),
    )
