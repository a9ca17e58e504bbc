"""A history longer than memory: read once, its cases put aside on disk a piece at a time."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from goodword.case.columns import CaseColumns
from goodword.case.event_columns import EventColumns
from goodword.errors import UnreadableFileError
from goodword.history.batch import Batch
from goodword.history.column_map import LINE, ColumnMap
from goodword.history.event_log import EventLog
from goodword.history.history import History
from goodword.history.load import go_on, table_for
from goodword.history.map_files import files_of
from goodword.history.mapped_rows import MappedRows, open_mapped
from goodword.history.pieces import ROWS
from goodword.history.problem import ProblemList
from goodword.history.rows import Progress, called
from goodword.history.rows_by_case import RowsByCase
from goodword.history.seen_ids import SeenIds
from goodword.history.shelf import Shelf
from goodword.history.shelved_cases import get_log, put_log, put_table
from goodword.history.shelved_tables import Again, last_lines_count, piece_of
from goodword.history.table import CaseTable

Cases = CaseColumns | EventColumns
_BYTES_A_ROW = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """Some cases of a history, each of them whole.

    `order` has a number for each: sorted by it, the cases of all pieces stand as in the file.
    """

    cases: Cases
    order: Sequence[int]


@dataclass(frozen=True, slots=True)
class ShelvedHistory:
    """What an export tells: all in `told` but the cases, which `pieces` yields each time anew."""

    told: History
    _shelf: Shelf
    _again: Again | None

    def __len__(self) -> int:
        return len(self._shelf)

    def pieces(self) -> Iterator[Piece]:
        """Yield the cases a piece at a time, at least one piece."""
        for number in range(len(self._shelf)):
            if self._again is None:
                yield Piece(*get_log(self._shelf, number))
            else:
                columns = piece_of(self._shelf, number, self._again)
                begins = number << 32
                yield Piece(columns, range(begins, begins + len(columns)))


def shelve(
    path: Path,
    column_map: ColumnMap | None,
    *,
    zone: str = "UTC",
    rows: int = ROWS,
    size: int = 0,
    progress: Progress | None = None,
) -> ShelvedHistory:
    """Return what an export tells, exactly as `load` does, in memory that does not grow with it.

    Every case stands in one piece, of about so many `rows`. What was read is put aside on disk:
    of a table some 70 bytes a case, of a log its rows and some 60 bytes an event. In memory stay
    eight bytes a case by which ids that come again are known (none for numbers that follow one
    another), and the cases that do. `size` is about how many bytes all rows have as text. Raises
    as `load` does.
    """
    problems = ProblemList(str(called(path)))
    zone = (column_map.zone if column_map else None) or zone
    taking: _Table | _Log | None = None
    for file, its_map in files_of(path, column_map, problems):
        problems.path = str(called(file))
        found = open_mapped(file, its_map, problems, progress)
        if taking is None:
            table = table_for(found, ZoneInfo(zone), problems)
            told = _Gathered(str(called(path)), zone, problems)
            taking = (
                _Table(table, told, rows, has_ids=found.column_map.columns["case"] != LINE)
                if isinstance(table, CaseTable)
                else _Log(table, told, rows, size)
            )
        else:
            go_on(taking.table, found, zone)
        taking.take(found)
    if taking is None:
        raise UnreadableFileError(f"{path} is empty.", hint="Export the cases again.")
    return taking.shelved()


@dataclass(slots=True)
class _Gathered:
    """What the pieces told so far, and the shelf on which they stand."""

    path: str
    zone: str
    problems: ProblemList
    shelf: Shelf = field(default_factory=Shelf)
    rows: int = 0
    last_event: int | None = None
    left_out: Counter[str] = field(default_factory=Counter)
    last: History | None = None

    def take(self, piece: History) -> None:
        self.rows += piece.rows
        self.left_out += piece.left_out
        if piece.last_event is not None:
            self.last_event = max(self.last_event or piece.last_event, piece.last_event)
        # What is known of all cases only grows, so that the last piece tells it.
        self.last = replace(piece, columns=None, cases=())

    def history(self) -> History:
        assert self.last is not None
        return replace(
            self.last,
            rows=self.rows,
            last_event=self.last_event,
            left_out=self.left_out,
            problems=self.problems.in_order(),
            counts=self.problems.counts,
        )


class _Table:
    """Takes the rows of a table, and puts a piece down whenever it has enough."""

    def __init__(self, table: CaseTable, told: _Gathered, rows: int, *, has_ids: bool) -> None:
        self.table = table
        self._told = told
        self._rows = rows
        self._has_ids = has_ids
        self._seen = SeenIds()
        self._again = Again()

    def take(self, found: MappedRows) -> None:
        """Take the rows of a file. A piece never holds rows of two files."""
        path = self._told.problems.path
        for lines, batch in found.batches:
            for begin in range(0, len(batch), self._rows):
                here = slice(begin, begin + self._rows)
                self.table.take_batch(lines[here], batch[here])
                if len(self.table) >= self._rows:
                    self._put(is_last=False)
            self.table.refuse_nonsense(path)
        self.table.refuse_nonsense(path)
        self._put(is_last=False)

    def _put(self, *, is_last: bool) -> None:
        told = self._told
        piece = self.table.history(told.path, told.zone, is_whole=is_last)
        assert piece.columns is not None
        if self._has_ids:
            self._again.ids.update(self._seen.take(self.table.ids))
        if len(piece.columns) or not len(told.shelf):
            self._again.learn(piece.columns, told.problems.path)
            put_table(told.shelf, piece.columns, self.table.lines, self.table.first_lines)
        told.take(piece)
        self.table.start_again()

    def shelved(self) -> ShelvedHistory:
        """Return the history, with the last line of each case that comes again as what counts."""
        self._put(is_last=True)
        told, again = self._told, self._again
        if again.ids:
            told.last_event = last_lines_count(told.shelf, again, told.problems, told.left_out)
        return ShelvedHistory(told.history(), told.shelf, again)


class _Log:
    """Takes the rows of a log: those of a case are brought together before they are read."""

    def __init__(self, table: EventLog, told: _Gathered, rows: int, size: int) -> None:
        self.table = table
        self._told = told
        self._by_case = RowsByCase(size // (rows * _BYTES_A_ROW) + 1)
        self._paths: list[str] = []

    def take(self, found: MappedRows) -> None:
        """Take the rows of a file."""
        self._paths.append(self._told.problems.path)
        place = found.headings.index(found.column_map.columns["case"])
        for batch in found.batches:
            self._by_case.take(len(self._paths) - 1, place, batch)

    def shelved(self) -> ShelvedHistory:
        """Return the history."""
        told, last = self._told, len(self._by_case) - 1
        for number in range(len(self._by_case)):
            order: dict[str, int] = {}
            for file, batch in self._by_case.rows(number):
                told.problems.path = self._paths[file]
                self.table.turn_to(file)
                self._read(file, batch, order)
            told.problems.path = self._paths[-1]
            piece = self.table.history(told.path, told.zone, is_whole=number == last)
            places = array("q", [order[case.id] for case in piece.cases])
            put_log(told.shelf, EventColumns.of_cases(piece.cases), places)
            told.take(piece)
            self.table.start_again()
        for file, path in enumerate(self._paths):
            self.table.turn_to(file)
            self.table.refuse_nonsense(path)
        return ShelvedHistory(told.history(), told.shelf, None)

    def _read(self, file: int, batch: Batch, order: dict[str, int]) -> None:
        log = self.table
        known = len(log)
        for line, fields in zip(*batch, strict=True):
            log.take(line, fields)
            if len(log) > known:
                known = len(log)
                order[log.last_begun] = file << 40 | line
