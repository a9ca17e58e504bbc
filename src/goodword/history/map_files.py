"""Which files a map is read with: one file, some of a folder, and those that tell more."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap
from goodword.history.problem import ProblemList
from goodword.problem import Severity

SAME = "."
"""As the file of an [[also]]: the file that the map itself is read with, gone through again."""


def files_of(
    path: Path, column_map: ColumnMap | None, problems: ProblemList
) -> Iterator[tuple[Path, ColumnMap | None]]:
    """Yield each file to read and its map: those of the map itself first, then of its [[also]].

    Raises UnreadableFileError for a folder without a map that names files, or without such files.
    What an [[also]] names and is not there is a problem: less is told then.
    """
    if column_map is None or str(path) == "-":
        yield path, column_map
        return
    folder, found = (path if path.is_dir() else path.parent), [path]
    if not path.is_dir():
        yield path, column_map
    else:
        found = _matching(folder, column_map.file)
        if not found:
            raise UnreadableFileError(
                f"{path} is a folder"
                + (f" without a file {column_map.file}." if column_map.file else "."),
                hint="Give the path of a file in it"
                + ("." if column_map.file else ', or say in the map which: file = "tickets*.csv"'),
            )
        for file in found:
            yield file, column_map
    for one in column_map.also:
        if one.file == SAME:
            yield path if not path.is_dir() else found[0], one
            continue
        beside = _matching(folder, one.file)
        if not beside:
            problems.add(
                "file-not-there",
                Severity.INFO,
                f"{folder} holds no file {one.file}, of which {column_map.path} speaks.",
                understood="What it would tell is taken as not known.",
                hint="Export it into the same folder, if your system can.",
            )
        for file in beside:
            yield file, one


def _matching(folder: Path, pattern: str | None) -> list[Path]:
    """Return the files of a folder with such names, whatever their capitals."""
    if pattern is None:
        return []
    return sorted(
        file
        for file in folder.iterdir()
        if file.is_file() and fnmatch(file.name.lower(), pattern.lower())
    )
