"""An export and its column map, loaded as a history."""

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap, Shape, map_of_headings
from goodword.history.event_log import EventLog
from goodword.history.history import History
from goodword.history.problem import ProblemList
from goodword.history.rows import Progress, Rows, called, open_rows
from goodword.history.table import CaseTable


def load(
    path: Path,
    column_map: ColumnMap | None,
    *,
    zone: str = "UTC",
    progress: Progress | None = None,
) -> History:
    """Return what an export tells, read through its column map: any file that `rows` opens.

    Without a map the headings must be our own names. `zone` is that of local times where the map
    names none. Raises UnreadableFileError where the file or its columns make no sense at all;
    whatever is wrong in single rows is a problem of the history.
    """
    source, path = path, called(path)
    problems = ProblemList(str(path))
    wanted = column_map.headings() if column_map else None
    delimiter = column_map.delimiter if column_map else None
    rows = open_rows(source, problems, wanted=wanted, delimiter=delimiter, progress=progress)
    if column_map is None:
        column_map = map_of_headings(rows.headings)
    _need_headings(rows, column_map, path)
    if rows.is_typed and "iso" not in column_map.dates:
        column_map = replace(column_map, dates=("iso", *column_map.dates))
    zone = column_map.zone or zone
    reading = CaseTable if column_map.shape is Shape.CASES else EventLog
    table = reading(column_map, rows.headings, ZoneInfo(zone), problems)
    for lines, batch in rows.batches:
        table.take_batch(lines, batch)
        table.refuse_nonsense(str(path))
    table.refuse_nonsense(str(path))
    return table.history(str(path), zone)


def _need_headings(rows: Rows, column_map: ColumnMap, path: Path) -> None:
    found = ", ".join(_printable(heading) for heading in rows.headings[:12])
    found += ", …" if len(rows.headings) > 12 else ""
    if "case" not in column_map.columns or not {"opened", "at"} & set(column_map.columns):
        raise UnreadableFileError(
            f'{path} line 1: there is no column "case" or no column "opened". '
            f"The columns are: {found}.",
            hint="Say with --map which columns hold them; examples/maps shows how.",
        )
    twice = [one for one in column_map.headings() if f"{one} (2)" in rows.headings]
    if twice:
        raise UnreadableFileError(
            f'{path} line 1: the heading "{twice[0]}" stands there twice, and {column_map.path} '
            "names it.",
            hint=f'Give each column a heading of its own; the second is "{twice[0]} (2)" here.',
        )
    missing = [heading for heading in column_map.headings() if heading not in rows.headings]
    if missing:
        near = get_close_matches(missing[0], rows.headings, n=1)
        raise UnreadableFileError(
            f'{path} line 1: there is no column "{missing[0]}", which {column_map.path} names. '
            f"The columns are: {found}.",
            hint=f'Is "{near[0]}" meant?' if near else "Is it the right map for this file?",
        )


def _printable(heading: str) -> str:
    """Return a heading short and without characters that a terminal would act on."""
    shown = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in heading
    )
    return shown[:40] or "(empty)"
