"""Whether a history is so long that it is counted a piece at a time, which is then said."""

import shutil
import sys
from pathlib import Path

from goodword.errors import GoodwordError
from goodword.history.column_map import ColumnMap, Shape
from goodword.history.map_files import files_of
from goodword.history.problem import ProblemList
from goodword.history.shelf import working_folder

LONG = 128_000_000
"""From so many bytes of text on a history is counted a piece at a time."""
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"PK\x03\x04", b"PAR1")
_PACKS = 8
"""Text that is packed is about so many times shorter."""
_SHELVED = 1.2
"""What is put aside is at most about so many times as long as the text."""
_HELD = 3
"""What is held in memory of a table as a whole is about so many times as long."""
_HELD_OF_A_LOG = 10


def length_as_text(path: Path, column_map: ColumnMap | None) -> int:
    """Return about how many bytes a history is as text: all files of its map; 0 for a pipe."""
    try:
        return sum(
            _as_text(file)
            for file in {file for file, _ in files_of(path, column_map, ProblemList(str(path)))}
            if file.is_file()
        )
    except (GoodwordError, OSError):
        # What is wrong with it is told by what reads it.
        return 0


def counts_in_pieces(path: Path, column_map: ColumnMap | None, *, free: int | None = None) -> bool:
    """Whether a history is counted a piece at a time; says so, or what stands in the way.

    `free` is how many bytes the disk has room for, where that is not to be asked.
    """
    size = length_as_text(path, column_map)
    if size < LONG:
        return False
    folder = working_folder()
    free = shutil.disk_usage(folder).free if free is None else free
    told = f"{path}: about {size / 1e6:,.0f} MB of cases"
    needed = f"{size * _SHELVED / 1e6:,.0f} MB"
    if free < size * _SHELVED:
        print(
            f"{told}. To count them a piece at a time takes up to {needed} on disk, and "
            f"{free / 1e6:,.0f} MB are free in {folder}: so they are held in memory, which takes "
            f"about {_held(size, column_map)}.\n"
            "  Where that is too much: make room there, name a folder with more in TMPDIR, or "
            "leave out years that nobody asks about.",
            file=sys.stderr,
        )
        return False
    print(
        f"{told}, so they are counted a piece at a time, in little memory; a working copy in "
        f"{folder} (up to {needed}) is gone afterwards.",
        file=sys.stderr,
    )
    return True


def say_what_it_holds(path: Path, column_map: ColumnMap | None, leave_out: str) -> None:
    """Say how much memory a long history takes where it is held as a whole, before it is read."""
    size = length_as_text(path, column_map)
    if size >= LONG:
        print(
            f"{path}: about {size / 1e6:,.0f} MB of cases, all of them held in memory: some "
            f"{_held(size, column_map)}.\n  Where that is too much: {leave_out}",
            file=sys.stderr,
        )


def _held(size: int, column_map: ColumnMap | None) -> str:
    """Say how much memory a history takes as a whole; a log more than a table."""
    table, log = (f"{size * times / 1e6:,.0f} MB" for times in (_HELD, _HELD_OF_A_LOG))
    if column_map is None:
        return f"{table} (as a log of events, {log})"
    return log if column_map.shape is Shape.EVENTS else table


def _as_text(file: Path) -> int:
    size = file.stat().st_size
    if size * _PACKS < LONG:
        return size
    with file.open("rb") as stream:
        return size * _PACKS if stream.read(8).startswith(_PACKED) else size
