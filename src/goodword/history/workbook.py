"""The rows of an Excel or OpenDocument workbook: the sheet that holds the most."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from goodword.errors import UnreadableFileError
from goodword.history.batch import IN_A_BATCH, Batch
from goodword.history.cell import cell_text
from goodword.history.csv_file import told_apart
from goodword.history.problem import ProblemList
from goodword.problem import Severity

_LOOKED_AT = 50
"""A heading stands in the first rows: above it are titles, and filters that an export names."""


def workbook_rows(
    path: Path, content: bytes, problems: ProblemList
) -> tuple[tuple[str, ...], Iterator[Batch]]:
    """Return the headings of the fullest sheet, and its rows below them as text, in batches.

    The heading is the first row that has words, and only words, in most of the sheet's columns.
    Dates come as `2026-09-04 16:30:00`, whole numbers without a point, empty cells as "". Lines
    are numbered as the sheet numbers them. Raises UnreadableFileError for a workbook that is
    locked, damaged or empty, and where the package that reads workbooks is not installed.
    """
    sheets = _sheets(path, content)
    full = max(sheets, key=lambda one: len(one[1]) * max(map(len, one[1]), default=0))
    name, rows = full
    heading = _heading(rows)
    if heading is None:
        raise UnreadableFileError(
            f'{path}: the sheet "{name}" has no row of headings.',
            hint="Give each column a heading in words, such as Case, Opened, Resolved.",
        )
    filled = [one for one in sheets if any(any(map(_text, row)) for row in one[1])]
    if len(filled) > 1:
        others = ", ".join(f'"{other}"' for other, _ in filled if other != name)
        problems.add(
            "sheets",
            Severity.INFO,
            f'The workbook has {len(filled)} sheets; I read "{name}", which holds the most.',
            understood=f"Not read: {others}.",
            hint="Save another sheet as a file of its own to read that one.",
        )
    headings = tuple(_text(cell).strip() for cell in rows[heading])
    width = max((at + 1 for at, words in enumerate(headings) if words), default=0)
    headings = told_apart(list(headings[:width]))
    return headings, _batches(rows, heading + 1, width)


def _sheets(path: Path, content: bytes) -> list[tuple[str, list[list[Any]]]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError  # noqa: PLC0415
    except ImportError:
        raise UnreadableFileError(
            f"{path} is a workbook, and the package that reads workbooks is not installed here.",
            hint="Install it with: pip install 'goodword[excel]'; or save the sheet as CSV.",
        ) from None
    from io import BytesIO  # noqa: PLC0415

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [
            (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in book.sheet_names
        ]
    except PasswordError:
        raise UnreadableFileError(
            f"{path} is locked with a password.",
            hint="Open it in your spreadsheet program and save a copy without one.",
        ) from None
    except (CalamineError, OSError, ValueError) as broken:
        raise UnreadableFileError(
            f"{path} is a workbook that cannot be read: {str(broken)[:120]}.",
            hint="Export or download it again, or save the sheet as CSV.",
        ) from None
    except BaseException as broken:
        # What reads workbooks is written in Rust; its panics are no exceptions of Python's.
        if type(broken).__name__ != "PanicException":
            raise
        raise UnreadableFileError(
            f"{path} is a workbook that is damaged.",
            hint="Export or download it again, or save the sheet as CSV.",
        ) from None
    if not any(rows for _, rows in sheets):
        raise UnreadableFileError(
            f"{path} is empty.", hint="Export the cases again, with their headings."
        )
    return sheets


def _heading(rows: list[list[Any]]) -> int | None:
    """Return the number of the row of headings, None where there is none."""
    wide = max((sum(1 for cell in row if cell != "") for row in rows[:_LOOKED_AT]), default=0)
    for number, row in enumerate(rows[:_LOOKED_AT]):
        filled = [cell for cell in row if cell != ""]
        if filled and 2 * len(filled) >= wide and all(isinstance(cell, str) for cell in filled):
            return number
    return None


def _batches(rows: list[list[Any]], first: int, width: int) -> Iterator[Batch]:
    numbered = (
        (number, [*map(_text, row[:width]), *[""] * (width - len(row))])
        for number, row in enumerate(rows[first:], first + 1)
    )
    filled = ((number, fields) for number, fields in numbered if any(fields))
    while some := list(islice(filled, IN_A_BATCH)):
        yield [number for number, _ in some], [fields for _, fields in some]


def _text(cell: Any) -> str:
    if isinstance(cell, datetime):
        # A spreadsheet keeps times as parts of a day, and rounds them as it likes.
        cell = (cell + timedelta(microseconds=500_000)).replace(microsecond=0)
    return cell_text(cell)
