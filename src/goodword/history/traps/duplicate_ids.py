"""Trap: one case stands in several rows."""

from array import array
from collections.abc import Mapping

import numpy as np

from goodword.history.traps.stretch import Stretch
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_MOST = 30_000_000


class DuplicateIds:
    """Finds rows with the same case id: the same row twice, or other content under one id.

    In a log of events only whole rows that stand there twice are told. It keeps 24 bytes a row, for
    the first 30 million rows.
    """

    def __init__(self, heading: str | None, *, is_log: bool) -> None:
        self._heading = heading
        self._is_log = is_log
        self._ids = array("q")
        self._rows = array("q")
        self._lines = array("q")
        self._n = 0

    def take(self, stretch: Stretch) -> None:
        """Remember each row by two numbers."""
        self._n += len(stretch.rows)
        if len(self._ids) >= _MOST:
            return
        whole = [hash(tuple(fields)) for fields in stretch.rows]
        ids = stretch.words.get("case") if not self._is_log else None
        self._rows.extend(whole)
        self._lines.extend(stretch.lines)
        self._ids.extend(whole if ids is None else map(hash, ids))

    def found(self) -> list[Trap]:
        """Return what stands there more than once."""
        if self._heading is None and not self._is_log:
            return self._whole_rows()
        return self._whole_rows() if self._is_log else self._same_id()

    def _groups(self, keys: "array[int]") -> tuple[int, int | None, int | None]:
        """Return how many rows repeat an earlier one, the first of them and its forerunner."""
        numbers = np.frombuffer(keys, np.int64)
        order = np.argsort(numbers, kind="stable")
        again = np.flatnonzero(numbers[order][1:] == numbers[order][:-1]) + 1
        if not len(again):
            return 0, None, None
        at = int(again[np.argmin(order[again])])
        lines = self._lines
        return len(again), lines[int(order[at])], lines[int(order[at - 1])]

    def _whole_rows(self) -> list[Trap]:
        n, line, before = self._groups(self._rows) if len(self._rows) else (0, None, None)
        if not n:
            return []
        return [
            Trap(
                code="duplicate-ids",
                severity=Severity.WARNING,
                message=f"{share(n, self._n)} rows stand there a second time, word for word.",
                rows=n,
                of=self._n,
                line=line,
                example=f"the same as line {before}",
                effect="An event that stands there twice happens once: no figure changes."
                if self._is_log
                else "Without a case id each row is a case: these would be counted twice.",
                advice="Export without duplicates.",
            )
        ]

    def _same_id(self) -> list[Trap]:
        n, line, before = self._groups(self._ids) if len(self._ids) else (0, None, None)
        if not n:
            return []
        same = self._groups(self._rows)[0]
        other = n - same
        many = n > 0.2 * self._n
        what = (
            f"{same:,} word for word, {other:,} with other content"
            if same and other
            else "word for word"
            if same
            else "with other content"
        )
        return [
            Trap(
                code="duplicate-ids",
                severity=Severity.ERROR if many else Severity.WARNING,
                message=f"{share(n, self._n)} rows repeat the id of an earlier one: {what}.",
                rows=n,
                of=self._n,
                column=self._heading,
                line=line,
                example=f"the case of line {before} again",
                effect="The later line counts, and the case is counted once"
                + (": most of the file would be lost." if many else "."),
                advice="If each line is one event of a case, change the shape of the map."
                if many or other > same
                else "Export without duplicates, or leave it as it is.",
                map_lines='shape = "events"' if many else "",
            )
        ]


def headings_of_case(columns: Mapping[str, str]) -> str | None:
    """Return the heading of the case id, None where each line is its own case."""
    heading = columns.get("case")
    return None if heading == "#line" else heading
