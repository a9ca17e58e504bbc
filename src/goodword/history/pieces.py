"""A file longer than memory, loaded a piece at a time."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.history.column_map import LINE, ColumnMap, Shape
from goodword.history.event_log import EventLog
from goodword.history.history import History
from goodword.history.load import load, table_for
from goodword.history.map_files import files_of
from goodword.history.mapped_rows import MappedRows, open_mapped
from goodword.history.problem import ProblemList
from goodword.history.rows import Progress, called
from goodword.history.seen_ids import SeenIds
from goodword.history.table import CaseTable
from goodword.problem import Severity

ROWS = 1 << 18
"""About how many rows a piece has: some 40 MB while it is read."""
_BYTES_A_ROW = 400


def load_pieces(
    path: Path,
    column_map: ColumnMap | None,
    *,
    zone: str = "UTC",
    rows: int = ROWS,
    progress: Progress | None = None,
    after: tuple[int, int] = (0, 0),
) -> Iterator[History]:
    """Yield what an export tells, some cases at a time, each case in one piece; as `load` reads it.

    Memory does not grow with the file, but for eight bytes a case by which ids that come again are
    known (none for numbers that follow one another). Such a case counts as it stood the first
    time, where `load` takes the last: its piece is given out already. Each piece has its own
    problems; the last one tells how dates were written. A log is cut between cases: it is gone
    through once before, and where its cases do not stand together, or several files tell of them,
    it is one piece, and says so. Raises as `load` does.

    `after` leaves out so many pieces, which had so many rows in all: those of a table are gone
    past without being read, known by their ids alone, and how dates were written is told of the
    others only.
    """
    problems = ProblemList(str(called(path)))
    files = list(files_of(path, column_map, problems))
    if len(files) > 1 or str(path) == "-":
        if not after[0]:
            yield load(path, column_map, zone=zone, progress=progress)
        return
    zone = (column_map.zone if column_map else None) or zone
    found = open_mapped(files[0][0], files[0][1], problems, progress)
    table = table_for(found, ZoneInfo(zone), problems)
    if isinstance(table, CaseTable):
        yield from _cases(found, table, problems, zone, rows, after[1])
    elif _stands_together(found):
        again = ProblemList(problems.path)
        found = open_mapped(files[0][0], files[0][1], again, progress)
        log = table_for(found, ZoneInfo(zone), again)
        yield from islice(_logged(found, log, again, zone, rows), after[0], None)
    elif not after[0]:
        yield _as_one(load(path, column_map, zone=zone, progress=progress))


def _cases(
    found: MappedRows, table: CaseTable, problems: ProblemList, zone: str, rows: int, passed: int
) -> Iterator[History]:
    seen = SeenIds()
    has_ids = found.column_map.columns["case"] != LINE
    gone = 0
    for lines, batch in found.batches:
        if gone < passed:
            gone += len(batch)
            if has_ids:
                _pass(found, batch, seen)
            continue
        table.take_batch(lines, batch)
        table.refuse_nonsense(problems.path)
        if len(table) >= rows:
            if has_ids:
                _leave_out(table, seen, problems)
            yield table.give_out(problems.path, zone, is_last=False)
    if has_ids:
        _leave_out(table, seen, problems)
    yield table.give_out(problems.path, zone, is_last=True)


def _pass(found: MappedRows, batch: list[list[str]], seen: SeenIds) -> None:
    """Remember the ids of rows that an earlier piece had."""
    place = found.headings.index(found.column_map.columns["case"])
    ids = dict.fromkeys(fields[place].strip() for fields in batch)
    seen.take([one for one in ids if one not in found.column_map.missing])


def _leave_out(table: CaseTable, seen: SeenIds, problems: ProblemList) -> None:
    """Leave out the cases that an earlier piece had, and name each."""
    for case_id in seen.take(table.ids):
        line = table.leave_out(case_id)
        problems.add(
            "duplicate-case",
            Severity.WARNING,
            f'The case "{case_id[:40]}" stands far above already.',
            line=line,
            understood="The earlier line counts, and the case is counted once.",
            hint='If each line is one event of a case, say shape = "events" in the map.',
        )


def _logged(
    found: MappedRows, log: CaseTable | EventLog, problems: ProblemList, zone: str, rows: int
) -> Iterator[History]:
    read = 0
    for lines, batch in found.batches:
        log.take_batch(lines, batch)
        log.refuse_nonsense(problems.path)
        read += len(batch)
        if read >= rows:
            yield log.give_out(problems.path, zone, is_last=False)
            read = 0
    yield log.give_out(problems.path, zone, is_last=True)


def _stands_together(found: MappedRows) -> bool:
    """Whether all rows of each case stand one after the other."""
    place = found.headings.index(found.column_map.columns["case"])
    seen, some, before = SeenIds(), dict[str, None](), None
    for _, batch in found.batches:
        for fields in batch:
            case_id = fields[place].strip()
            if case_id == before:
                continue
            if case_id in some:
                return False
            some[case_id], before = None, case_id
        if len(some) >= ROWS:
            # The last case may go on in the next batch; it is remembered when it is over.
            last = some.popitem()[0]
            if seen.take(some.keys()):
                return False
            some = {last: None}
    return not seen.take(some.keys())


def _as_one(history: History) -> History:
    """Return a log that cannot be cut, with what that costs said."""
    held = ProblemList(history.path, list(history.problems), history.counts.copy())
    held.add(
        "not-together",
        Severity.INFO,
        f"The rows of a case do not stand together, so all {history.rows:,} are held in memory: "
        f"some {history.rows * _BYTES_A_ROW / 1e6:,.0f} MB.",
        understood="Every row is read.",
        hint=f"Sort the log by its cases to read it a piece at a time: {Shape.EVENTS} keep their "
        "order by time all the same.",
    )
    return replace(history, problems=held.in_order(), counts=held.counts)
