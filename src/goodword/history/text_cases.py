"""A long table of cases in text (CSV, JSON and so on), gone through once and then packed.

It has the form of `ParquetCases`: what counts a history in packed stretches takes either.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import NOTHING, CaseColumns, LeftOut, Names
from goodword.case.compact import NEVER, CompactCases, Packed, WordCodes
from goodword.case.event import EventKind
from goodword.history.column_map import ColumnMap
from goodword.history.history import History
from goodword.history.pieces import load_pieces
from goodword.history.problem import KEPT_OF_EACH, HistoryProblem
from goodword.history.rows import Progress

_DAY = 86_400
_SMALL = 256


@dataclass(frozen=True, slots=True)
class TextSpan:
    """From when to when cases were opened, and when anything happened last, in UTC seconds."""

    first: int
    last: int
    last_event: int


@dataclass(slots=True)
class TextCases:
    """What going through a file once has told; `stretches` goes through it again.

    `span` is None without any case. `problems` keeps the first hundred places of each kind,
    `counts` counts them all.
    """

    path: Path
    column_map: ColumnMap | None
    zone: str
    rows: int = 0
    span: TextSpan | None = None
    tells: frozenset[EventKind] = frozenset()
    dates_only: bool = True
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[HistoryProblem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def origin(self) -> int:
        """The midnight from which packed seconds count."""
        return 0 if self.span is None else self.span.first // _DAY * _DAY

    def stretches(self, only: Sequence[str] = ()) -> Iterator[CompactCases]:
        """Yield the cases that are judged, some 250,000 at a time, with the words that are asked.

        `only` are names of words ("channel"); none asks for all. Raises as `load` does.
        """
        for piece in load_pieces(self.path, self.column_map, zone=self.zone):
            if piece.columns is not None:
                yield packed(piece.columns, self.origin, only)

    def take(self, piece: History) -> None:
        """Put down what a piece told."""
        columns = piece.columns
        self.rows += piece.rows
        self.tells |= piece.tells
        self.dates_only = self.dates_only and piece.dates_only
        self.left_out += piece.left_out
        self.counts += piece.counts
        for problem in piece.problems:
            if sum(one.code == problem.code for one in self.problems) < KEPT_OF_EACH:
                self.problems.append(problem)
        if columns is None or piece.last_event is None or not len(columns):
            return
        opened = np.frombuffer(columns.opened, np.int64)
        first, last, last_event = int(opened.min()), int(opened.max()), piece.last_event
        before = self.span or TextSpan(first, last, last_event)
        self.span = TextSpan(
            min(first, before.first), max(last, before.last), max(last_event, before.last_event)
        )


def text_cases(
    path: Path,
    column_map: ColumnMap | None,
    *,
    zone: str = "UTC",
    progress: Progress | None = None,
) -> TextCases:
    """Return what a table of cases tells of itself, in memory that does not grow with it.

    A log of events has no such columns: `span` is then None, and `load_pieces` gives its cases.
    Raises as `load` does.
    """
    found = TextCases(path, column_map, zone)
    for piece in load_pieces(path, column_map, zone=zone, progress=progress):
        found.take(piece)
    return found


def packed(columns: CaseColumns, origin: int, only: Sequence[str] = ()) -> CompactCases:
    """Return the rows of a table that are judged, packed as seconds from `origin`.

    What happens more than 68 years after it has not happened.
    """
    keep = np.flatnonzero(np.frombuffer(columns.left_out, np.int8) == LeftOut.NO)
    names = {
        name: names
        for name, names in (
            ("channel", columns.channel),
            ("kind", columns.kind),
            ("priority", columns.priority),
            ("place", columns.place),
        )
        if names is not None and len(names.words) > 1 and (not only or name in only)
    }
    return CompactCases(
        origin,
        _packed(columns.opened, keep, origin),
        {name: _packed(column, keep, origin) for name, column in columns.instants.items()},
        {name: _codes(one, keep) for name, one in names.items()},
        {name: tuple(one.words) for name, one in names.items()},
    )


def _packed(column: "Sequence[int]", keep: NDArray[np.intp], origin: int) -> Packed:
    instants = np.asarray(column, np.int64)[keep]
    seconds = np.clip(instants - origin, -NEVER, NEVER)
    found: Packed = np.where(instants == NOTHING, NEVER, seconds).astype(np.int32)
    return found


def _codes(names: Names, keep: NDArray[np.intp]) -> WordCodes:
    codes = np.frombuffer(names.codes, np.int32)[keep]
    small: WordCodes = codes.astype(np.uint8) if len(names.words) <= _SMALL else codes
    return small
