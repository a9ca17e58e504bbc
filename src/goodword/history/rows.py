"""The rows of an export, one by one, each with the line on which it begins."""

import gzip
import io
import json
import os
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, cast

from goodword.errors import UnreadableFileError
from goodword.history.arrow_file import ARROW, PARQUET, arrow_rows
from goodword.history.csv_records import IN_A_BATCH, Batch, CsvRecords
from goodword.history.problem import ProblemList
from goodword.history.workbook import workbook_rows
from goodword.problem import Severity

Row = tuple[int, list[str]]
Progress = Callable[[int, int], None]
_GZIP = b"\x1f\x8b"
# How zip archives (.xlsx, .ods) and compound files (.xls) begin.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SNIFFED = 65_536
_EVERY = 4096
_LOOKED_AT = 1000
_JSON_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*[\[{]")
_DELIMITERS = ",;\t|"


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


def open_rows(
    path: Path,
    problems: ProblemList,
    *,
    wanted: Sequence[str] | None = None,
    delimiter: str | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Return the rows of an export: CSV or JSON Lines, gzipped or not, a workbook, Parquet, Arrow.

    `wanted` are the fields to take from each JSON object ("customer.channel" looks inside one);
    None takes every field that the first thousand objects name.
    `progress` is told bytes read and bytes in all, now and then. Broken rows are named in
    `problems` and left out. Raises UnreadableFileError for what is no such file.
    """
    raw = _open(path)
    path = called(path)
    size = os.fstat(raw.fileno()).st_size
    if not raw.seekable():
        # A pipe is read whole: a look at its first bytes could not be taken back.
        raw = io.BufferedReader(io.BytesIO(raw.read()))
    begins = raw.peek(8)[:8]
    if begins.startswith(_WORKBOOKS):
        headings, batches = workbook_rows(path, raw.read(), problems)
        return Rows(headings, batches, is_typed=True)
    if begins.startswith((PARQUET, ARROW)):
        headings, batches = arrow_rows(path, raw)
        return Rows(headings, batches, is_typed=True)
    compressed = begins[:2] == _GZIP
    stream = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if compressed else raw
    start = _first_bytes(stream, path)
    encoding = _encoding(start, path)
    stream.seek(0)
    broken = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    text = io.TextIOWrapper(stream, encoding, broken, newline="")
    lines = _lines(text, problems, lambda: progress and progress(raw.tell(), size))
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        if wanted is None:
            wanted, lines = _fields_of(lines)
        return Rows(tuple(wanted), _in_batches(_json_rows(lines, problems, wanted)))
    return _csv(lines, problems, path, delimiter)


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
            f"There is no file {path}.", hint="Give the path of a CSV or JSON Lines export."
        ) from None
    except IsADirectoryError:
        raise UnreadableFileError(
            f"{path} is a folder.", hint="Give the path of a file in it."
        ) from None
    except OSError as refused:
        raise UnreadableFileError(
            f"{str(path)[:200]} cannot be opened: {refused.strerror}.",
            hint="Give the path of a CSV or JSON Lines export that you may read.",
        ) from refused
    if path.is_dir():
        raise UnreadableFileError(f"{path} is a folder.", hint="Give the path of a file in it.")
    return raw


def _first_bytes(stream: IO[bytes], path: Path) -> bytes:
    try:
        start = stream.read(_SNIFFED)
    except (zlib.error, gzip.BadGzipFile) as broken:
        raise UnreadableFileError(
            f"{path} is damaged: its compressed content cannot be unpacked to its end.",
            hint="Copy or download it again, or unpack it with gunzip first.",
        ) from broken
    except EOFError as broken:
        raise UnreadableFileError(
            f"{path} ends in the middle of its compressed content.",
            hint="Copy or download it again: it is probably cut off.",
        ) from broken
    if not start.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise UnreadableFileError(
            f"{path} is empty.", hint="Export the cases again, with their headings."
        )
    return start


def _encoding(start: bytes, path: Path) -> str:
    if _JSON_LIST.match(start):
        raise UnreadableFileError(
            f"{path} line 1: this is one JSON list; I read JSON Lines, an object a line.",
            hint="Export JSON Lines or CSV, or turn it round with: jq -c '.[]'",
        )
    if start[:4] in (b"\xff\xfe\0\0", b"\0\0\xfe\xff"):
        return "utf-32"
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    if b"\0" in start:
        raise UnreadableFileError(
            f"{path} is not a text: there is a NUL byte at byte {start.index(0) + 1}.",
            hint="Export the cases as CSV or JSON Lines; a spreadsheet offers it under Save as.",
        )
    return "utf-8-sig"


def _lines(
    text: io.TextIOWrapper, problems: ProblemList, told: Callable[[], object]
) -> Iterator[str]:
    number = 0
    try:
        for number, line in enumerate(text, start=1):
            if number % _EVERY == 0:
                told()
            yield line
    except (EOFError, zlib.error, gzip.BadGzipFile):
        problems.add(
            "cut-off",
            Severity.ERROR,
            "The compressed file ends in the middle of its content.",
            line=number + 1,
            understood=f"{number:,} lines before it are read.",
            hint="Copy or download the file again.",
        )
    told()


def _csv(lines: Iterator[str], problems: ProblemList, path: Path, delimiter: str | None) -> Rows:
    first = next(lines, "")
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=first.count)
    records = CsvRecords(chain([first], lines), delimiter)
    headings = tuple(heading.strip() for heading in records.heading())
    repeated = {heading for heading in headings if headings.count(heading) > 1 and heading}
    if repeated:
        raise UnreadableFileError(
            f"{path} line 1: the heading {min(repeated)!r} stands there twice.",
            hint="Give each column a heading of its own.",
        )
    return Rows(headings, _whole(records.batches(), problems, len(headings)))


def _whole(batches: Iterator[Batch], problems: ProblemList, width: int) -> Iterator[Batch]:
    """Yield the rows as wide as the heading; the others are named and left out."""
    for lines, rows in batches:
        if set(map(len, rows)) == {width}:
            yield lines, rows
            continue
        for line, fields in zip(lines, rows, strict=True):
            if len(fields) != width and any(fields):
                problems.add(
                    "broken-line",
                    Severity.ERROR,
                    f"The heading has {width} columns; this line does not have as many.",
                    line=line,
                    value=",".join(fields).rstrip(",")[:80],
                    understood="The line is left out; the others are read.",
                    hint="Look for a quotation mark or a separator too many or too few.",
                )
        whole = [row for row in zip(lines, rows, strict=True) if len(row[1]) == width]
        yield [line for line, _ in whole], [fields for _, fields in whole]


def _fields_of(lines: Iterator[str]) -> tuple[tuple[str, ...], Iterator[str]]:
    """Return the fields that the first objects name, and all lines again."""
    first = list(islice(lines, _LOOKED_AT))
    fields: dict[str, None] = {}
    for line in first:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            fields.update(dict.fromkeys(found))
    return tuple(fields), chain(first, lines)


def _json_rows(lines: Iterator[str], problems: ProblemList, wanted: Sequence[str]) -> Iterator[Row]:
    paths = [heading.split(".") for heading in wanted]
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except json.JSONDecodeError as broken:
            why = f"This line is no JSON object: see character {broken.colno}."
            _broken_object(problems, number, why, line)
            continue
        except (ValueError, RecursionError):
            why = "This line is nested too deeply, or holds a number with thousands of digits."
            _broken_object(problems, number, why, line)
            continue
        if not isinstance(found, dict):
            _broken_object(problems, number, "This line is JSON, but no object.", line)
            continue
        yield number, [_text(_inside(found, keys)) for keys in paths]


def _broken_object(problems: ProblemList, number: int, message: str, line: str) -> None:
    problems.add(
        "broken-line",
        Severity.ERROR,
        message,
        line=number,
        value=line.strip()[:80],
        understood="The line is left out; the others are read.",
        hint='Write one object a line, as in {"case": "7", "opened": "2026-09-04T16:30:00+10:00"}.',
    )


def _inside(found: object, keys: list[str]) -> object:
    whole = ".".join(keys)
    if isinstance(found, dict) and whole in found:
        return found[whole]
    for key in keys:
        if not isinstance(found, dict):
            return None
        found = found.get(key)
    return found


def _in_batches(rows: Iterator[Row]) -> Iterator[Batch]:
    while some := list(islice(rows, IN_A_BATCH)):
        yield [line for line, _ in some], [fields for _, fields in some]


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
