"""The rows of an export, one by one, each with the line on which it begins."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO

from goodword.errors import UnreadableFileError
from goodword.history.arrow_file import ARROW, PARQUET, arrow_rows
from goodword.history.batch import Batch, Row
from goodword.history.csv_file import csv_rows
from goodword.history.encoding import encoding_of
from goodword.history.json_records import JsonShape, document_rows, is_document, line_rows
from goodword.history.logs import SQLITE, database_rows, log_rows
from goodword.history.packed import BROKEN_PACKING, Unbroken, unpacked
from goodword.history.problem import ProblemList
from goodword.history.workbook import workbook_rows
from goodword.problem import Severity

Progress = Callable[[int, int], None]
# How zip archives (.xlsx, .ods) and compound files (.xls) begin.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SNIFFED = 65_536
_EVERY = 4096
_ANY_JSON = JsonShape()
_SPACE = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


@dataclass(frozen=True, slots=True)
class Rows:
    """The headings of an export, and its rows as they stream by."""

    headings: tuple[str, ...]
    batches: Iterator[Batch]
    is_typed: bool = False
    """Whether the file knows which values are dates; they then come as ISO 8601."""

    @property
    def rows(self) -> Iterator[Row]:
        """The rows one by one."""
        return (row for lines, fields in self.batches for row in zip(lines, fields, strict=True))


def open_rows(  # noqa: PLR0911 - one for each kind of file
    path: Path,
    problems: ProblemList,
    *,
    wanted: Sequence[str] | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    json_shape: JsonShape = _ANY_JSON,
    case: str | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Return the rows of an export: CSV, JSON, a workbook, Parquet, Arrow, XES, OCEL 2.0.

    Text may be packed (gzip, bzip2, xz, zip) and stand in any encoding that `encoding` names or
    that can be found by looking. `wanted` are the fields to take from each JSON object
    ("customer.channel" looks inside one) or event of a log; None takes every field that the first
    thousand name. `case` is the heading of the case: the type of object that an OCEL log is told
    from. `progress` is told bytes read and bytes in all, now and then. Broken rows are named in
    `problems` and left out. Raises UnreadableFileError for what is no such file.
    """
    raw = _open(path)
    source, path = path, called(path)
    size = os.fstat(raw.fileno()).st_size
    if not raw.seekable():
        # A pipe is read whole: a look at its first bytes could not be taken back.
        raw = io.BufferedReader(io.BytesIO(raw.read()))
    stream = unpacked(raw, raw.peek(8)[:8], path)
    is_plain = stream is raw
    begins = raw.peek(16)[:16] if is_plain else b""
    if begins.startswith(_WORKBOOKS):
        headings, batches = workbook_rows(path, raw.read(), problems)
        return Rows(headings, batches, is_typed=True)
    if begins.startswith((PARQUET, ARROW)):
        headings, batches = arrow_rows(path, raw)
        return Rows(headings, batches, is_typed=True)
    if begins.startswith(SQLITE):
        headings, batches = database_rows(source, problems, wanted, case)
        return Rows(headings, batches, is_typed=True)
    start = _first_bytes(stream, path)
    stream.seek(0)
    encoding = encoding or encoding_of(start, path)
    log = log_rows(path, stream, start, encoding, problems, wanted, case)
    if log is not None:
        return Rows(*log, is_typed=True)
    broken = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    text = io.TextIOWrapper(stream, encoding, broken, newline="")

    def told() -> None:
        if progress:
            progress(raw.tell(), size)

    looked = start.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if looked.startswith(("{", "[{", "[\n", "[ ", "[\r")) or looked == "[]":
        if is_document(looked, json_shape):
            return Rows(*document_rows(Unbroken(text), problems, wanted, json_shape, told))
        return Rows(*line_rows(_lines(text, problems, told), problems, wanted, json_shape))
    return Rows(*csv_rows(_lines(text, problems, told), problems, delimiter))


def called(path: Path) -> Path:
    """Return how the file is called in messages; `-` is standard input."""
    return Path("standard input") if str(path) == "-" else path


def _open(path: Path) -> io.BufferedReader:
    if str(path) == "-":
        return io.BufferedReader(io.FileIO(0, closefd=False))
    try:
        raw = path.open("rb")
    except FileNotFoundError:
        raise UnreadableFileError(
            f"There is no file {path}.", hint="Give the path of an export, such as a CSV file."
        ) from None
    except IsADirectoryError:
        raise UnreadableFileError(
            f"{path} is a folder.", hint="Give the path of a file in it."
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"{str(path)[:200]} cannot be opened: {refused.strerror}.",
            hint="Give the path of an export that you may read.",
        ) from refused
    if path.is_dir():
        raise UnreadableFileError(f"{path} is a folder.", hint="Give the path of a file in it.")
    return raw


def _first_bytes(stream: IO[bytes], path: Path) -> bytes:
    try:
        start = stream.read(_SNIFFED)
    except EOFError as broken:
        raise UnreadableFileError(
            f"{path} ends in the middle of its compressed content.",
            hint="Copy or download it again: it is probably cut off.",
        ) from broken
    except BROKEN_PACKING as broken:
        raise UnreadableFileError(
            f"{path} is damaged: its compressed content cannot be unpacked to its end.",
            hint="Copy or download it again, or unpack it first.",
        ) from broken
    if not start.strip(_SPACE):
        raise UnreadableFileError(
            f"{path} is empty.", hint="Export the cases again, with their headings."
        )
    return start


def _lines(
    text: io.TextIOWrapper, problems: ProblemList, told: Callable[[], None]
) -> Iterator[str]:
    """Return the lines; where packed content is cut off is a problem."""
    return chain.from_iterable(_some_lines(text, problems, told))


def _some_lines(
    text: io.TextIOWrapper, problems: ProblemList, told: Callable[[], None]
) -> Iterator[list[str]]:
    number = 0
    while True:
        some: list[str] = []
        try:
            some.extend(islice(text, _EVERY))
        except BROKEN_PACKING:
            # What came before stands in the list already.
            number += len(some)
            problems.add(
                "cut-off",
                Severity.ERROR,
                "The compressed file ends in the middle of its content.",
                line=number + 1,
                understood=f"{number:,} lines before it are read.",
                hint="Copy or download the file again.",
            )
            yield some
            break
        if not some:
            break
        number += len(some)
        told()
        yield some
    told()
