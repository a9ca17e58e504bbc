"""A history longer than memory, replayed a piece at a time, with the answers of the whole."""

import argparse
import csv
import errno
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from goodword.case.columns import CaseColumns
from goodword.cli.history_file import column_map
from goodword.cli.long_file import length_as_text
from goodword.cli.progress import progress
from goodword.cli.replay_beside import differing_rows
from goodword.errors import UnreadableFileError
from goodword.history.pieces import ROWS
from goodword.history.shelf import working_file, working_folder
from goodword.history.shelved import Piece, ShelvedHistory, shelve
from goodword.metric.counted_exactly import CountedExactly, counted_exactly
from goodword.metric.dimension import Dimension
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.replay.against import Against, against, together
from goodword.replay.beside import EXAMPLES, Beside, Known, beside_of_a_piece, known_beside
from goodword.replay.outcomes import ClockColumns, Counts, Outcomes, PromiseOutcome
from goodword.replay.replay import replay, what_if
from goodword.replay.verdicts_beside import verdicts_beside


@dataclass(slots=True)
class Told:
    """What was counted; `differing` has, for each column of figures, the rows to be written."""

    counted: CountedExactly
    hours: Hours
    differing: dict[str, IO[str]] = field(default_factory=dict)


def shelf_of(arguments: argparse.Namespace, *, zone: str) -> ShelvedHistory:
    """Return the history, read once and put aside."""
    path, its_map = Path(arguments.history), column_map(arguments.map)
    return shelve(
        path,
        its_map,
        zone=zone,
        rows=max(getattr(arguments, "piece", 0) or ROWS, 1),
        size=length_as_text(path, its_map),
        progress=progress("Reading"),
    )


@contextmanager
def room_on_disk() -> Iterator[None]:
    """Say in plain words when the working copy finds no room."""
    try:
        yield
    except OSError as refused:
        if refused.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise
        raise UnreadableFileError(
            f"The working copy in {working_folder()} found no more room: {refused.strerror}.",
            hint="Make room there, or name a folder with more in TMPDIR.",
        ) from refused


def counted(
    shelved: ShelvedHistory,
    policy: Policy,
    by: Sequence[tuple[Dimension, ...]],
    at: int,
    *,
    differing: bool = False,
) -> Told:
    """Return what became of each promise over all pieces."""
    replays = Replays(shelved, at)
    while True:
        hours = policy.hours or Hours(zone=house_zone(policy))
        told = Told(counted_exactly(by, working_file), hours)
        known = _known(shelved, at)
        for piece in replays.pieces():
            outcomes = replays.of(policy, piece)
            table = piece.cases
            if not isinstance(table, CaseColumns):
                needed = told.counted.needs_cases
                told.counted.take(outcomes, tuple(table.cases()) if needed else ())
                continue
            told.counted.take(outcomes, table)
            most = {"most": len(table)} if differing else {}
            figures = beside_of_a_piece(table, told.hours, known, at=at, **most)
            if differing:
                _put_by(told.differing, figures, told.hours.zone)
            told.counted.take_beside(figures, verdicts_beside(table, outcomes.promises))
        if not replays.has_refused_late:
            return told


def compared(
    shelved: ShelvedHistory, policy: Policy, other: Policy, at: int
) -> tuple[Outcomes, Against, dict[int, str]]:
    """Return what the other policy would have meant, and the ids of the cases that are shown."""
    replays = Replays(shelved, at)
    ids: dict[int, str] = {}
    cases: list[int] = []

    def pieces() -> Iterator[tuple[Against, Sequence[int]]]:
        cases.clear()
        for piece in replays.pieces():
            before = replays.of(policy, piece)
            cases.append(before.cases)
            found = against(before, replays.of(other, piece))
            rows = [row for one in found.clauses for move in one.moves for row in move.rows]
            ids.update((piece.order[row], str(piece.cases.ids[row])) for row in rows)
            yield found, piece.order

    found = together(pieces())
    while replays.has_refused_late:
        found = together(pieces())
    return Outcomes(at, house_zone(policy), sum(cases), ()), found, ids


class Replays:
    """Replays pieces of one history. What cannot be judged in one of them is judged in none."""

    def __init__(self, shelved: ShelvedHistory, at: int) -> None:
        self._shelved = shelved
        self._at = at
        self._why: dict[tuple[int, str], str] = {}
        self._judged: set[tuple[int, str]] = set()
        self.has_refused_late = False

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces, from the first on."""
        self.has_refused_late = False
        self._judged.clear()
        draw = progress("Counting")
        for number, piece in enumerate(self._shelved.pieces()):
            yield piece
            if draw is not None:
                draw(number + 1, len(self._shelved))

    def of(self, policy: Policy, piece: Piece) -> Outcomes:
        """Return what became of the promises of a policy in a piece."""
        told = self._shelved.told
        outcomes = replay(
            what_if(policy),
            piece.cases,
            at=self._at,
            tells=told.tells,
            dates_only=told.dates_only,
        )
        return replace(
            outcomes, promises=tuple(self._known(id(policy), one) for one in outcomes.promises)
        )

    def _known(self, policy: int, outcome: PromiseOutcome) -> PromiseOutcome:
        key = policy, outcome.promise.id
        if outcome.unmeasured is not None:
            self._why.setdefault(key, outcome.unmeasured)
            self.has_refused_late |= key in self._judged
        why = self._why.get(key)
        if why is None:
            if outcome.clocks.started:
                self._judged.add(key)
            return outcome
        return PromiseOutcome(outcome.promise, Counts(), ClockColumns(), why)


def _known(shelved: ShelvedHistory, at: int) -> dict[str, Known]:
    """Return what has to be known of all cases before their own figures are compared."""
    found: dict[str, Known] = {}
    for piece in shelved.pieces():
        if not isinstance(piece.cases, CaseColumns) or not piece.cases.took:
            break
        for name, known in known_beside(piece.cases, at=at).items():
            found[name] = found.get(name, Known()) + known
    return found


def _put_by(parts: dict[str, IO[str]], figures: Sequence[Beside], zone: str) -> None:
    """Put the differing cases of a piece by, column by column of figures."""
    for one in figures:
        if one.event not in parts:
            parts[one.event] = io.TextIOWrapper(working_file(), encoding="utf-8", newline="")
        csv.writer(parts[one.event]).writerows(differing_rows(one, zone))
        del one.examples[EXAMPLES:]
