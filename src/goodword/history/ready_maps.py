"""The column maps that come with Goodword, one for each kind of export of a known system."""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from goodword.errors import UnknownNameError
from goodword.history.column_map import ColumnMap, read_column_map


@dataclass(frozen=True, slots=True)
class ReadyMap:
    """What a ready map is for, where its names come from, and how sure they are."""

    name: str
    title: str
    source: str
    seen_on: str
    confidence: str


def ready_maps() -> tuple[ReadyMap, ...]:
    """Return what is known of every ready map, by name."""
    return tuple(_about(name) for name in sorted(_found()))


def ready_map(name: str) -> ColumnMap:
    """Return a ready map; raises UnknownNameError, with the names there are, for another name."""
    return read_column_map(map_text(name), path=f"map {name}")


def map_text(name: str) -> str:
    """Return a ready map as it is written, to be copied and changed."""
    found = _found().get(name)
    if found is None:
        near = get_close_matches(name, _found(), n=1)
        raise UnknownNameError(
            f'There is no file and no ready map "{name[:80]}".',
            hint=(f'Is "{near[0]}" meant? ' if near else "")
            + f"The ready maps are: {', '.join(sorted(_found()))}.",
        )
    return found.read_text("utf-8")


@cache
def _found() -> dict[str, Traversable]:
    folder = files("goodword.history").joinpath("maps")
    return {
        file.name.removesuffix(".toml"): file
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }


def _about(name: str) -> ReadyMap:
    written = tomllib.loads(map_text(name))
    return ReadyMap(
        name,
        str(written["title"]),
        str(written["source"]),
        str(written["seen_on"]),
        str(written["confidence"]),
    )
