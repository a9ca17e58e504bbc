"""An export and its column map, loaded as a history."""

from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.errors import UnreadableFileError
from goodword.history.column_map import ColumnMap, Shape
from goodword.history.event_log import EventLog
from goodword.history.history import History
from goodword.history.map_files import files_of
from goodword.history.mapped_rows import MappedRows, open_mapped
from goodword.history.problem import ProblemList
from goodword.history.rows import Progress, called
from goodword.history.table import CaseTable


def load(
    path: Path,
    column_map: ColumnMap | None,
    *,
    zone: str = "UTC",
    progress: Progress | None = None,
) -> History:
    """Return what an export tells, read through its column map: any file that `rows` opens.

    Without a map the headings must be our own names, or those of XES. A folder is read through a
    map that says which of its files; a map with [[also]] reads those beside the file as well.
    `zone` is that of local times where the map names none. Raises UnreadableFileError where a
    file or its columns make no sense at all; whatever is wrong in single rows is a problem of the
    history. Everything read is held in memory: `load_pieces` bounds that.
    """
    problems = ProblemList(str(called(path)))
    table: CaseTable | EventLog | None = None
    zone = (column_map.zone if column_map else None) or zone
    for file, its_map in files_of(path, column_map, problems):
        problems.path = str(called(file))
        rows = open_mapped(file, its_map, problems, progress)
        if table is None:
            table = table_for(rows, ZoneInfo(zone), problems)
        else:
            go_on(table, rows, zone)
        for lines, batch in rows.batches:
            table.take_batch(lines, batch)
            table.refuse_nonsense(problems.path)
        table.refuse_nonsense(problems.path)
    if table is None:
        raise UnreadableFileError(f"{path} is empty.", hint="Export the cases again.")
    return table.history(str(called(path)), zone)


def table_for(rows: MappedRows, zone: ZoneInfo, problems: ProblemList) -> CaseTable | EventLog:
    """Return an empty table or log for rows read through their map."""
    reading = CaseTable if rows.column_map.shape is Shape.CASES else EventLog
    return reading(rows.column_map, rows.headings, zone, problems)


def go_on(table: CaseTable | EventLog, rows: MappedRows, zone: str) -> None:
    """Take the rows of another file into the same table or log."""
    table.go_on_with(rows.column_map, rows.headings, ZoneInfo(rows.column_map.zone or zone))
