"""CSV read record by record, so that one broken line costs no other."""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import islice

from goodword.history.batch import IN_A_BATCH, Batch

UNREADABLE = "\0"
"""Fills up a record that cannot be read, so that it has a field too many."""


class CsvRecords:
    """The records of CSV lines, in batches.

    A quotation mark that is never closed would swallow the lines after it. A record of several
    lines that has the wrong number of fields gives all lines but its first one back.
    """

    def __init__(self, lines: Iterator[str], delimiter: str, *, first_line: int = 1) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self._delimiter = delimiter
        self._number = first_line
        self._width = 0

    def heading(self) -> list[str]:
        """Return the first record."""
        record = self._record()
        fields = record[1] if record else [""]
        self._width = len(fields)
        return fields

    def batches(self) -> Iterator[Batch]:
        """Yield the records after the heading. One that csv gives up on has a field too many."""
        while some := self._some_lines():
            rows = self._plain(some)
            if rows is not None:
                yield range(self._number, self._number + len(some)), rows
                self._number += len(some)
                continue
            self._back.extendleft(reversed(some))
            end = self._number + len(some)
            lines, rows = [], []
            while self._number < end and (record := self._record()) is not None:
                lines.append(record[0])
                rows.append(record[1])
            yield lines, rows

    def _some_lines(self) -> list[str]:
        some = [self._back.popleft() for _ in range(min(len(self._back), IN_A_BATCH))]
        return [*some, *islice(self._lines, IN_A_BATCH - len(some))]

    def _plain(self, lines: list[str]) -> list[list[str]] | None:
        """Return the records of lines that are one record each, None where some may be more.

        So it is without a quotation mark, and where marks come in pairs and each line has as many
        fields as the heading: a record that went over a line's end would leave one line too few.
        """
        has_marks = any('"' in line for line in lines)
        if has_marks and any(line.count('"') % 2 for line in lines):
            return None
        try:
            rows = list(csv.reader(lines, delimiter=self._delimiter))
        except csv.Error:
            return None
        is_plain = len(rows) == len(lines) and set(map(len, rows)) == {self._width}
        return rows if is_plain or not has_marks else None

    def _record(self) -> tuple[int, list[str]] | None:
        taken: list[str] = []

        def feed() -> Iterator[str]:
            while True:
                line = self._back.popleft() if self._back else next(self._lines, None)
                if line is None:
                    return
                taken.append(line)
                yield line

        try:
            fields = next(csv.reader(feed(), delimiter=self._delimiter), None)
        except csv.Error:
            fields = []
        if fields is None:
            return None
        swallowed = len(fields) != self._width or sum(line.count('"') for line in taken) % 2
        if len(taken) > 1 and self._width and swallowed:
            self._back.extendleft(reversed(taken[1:]))
            del taken[1:]
            fields = []
        if not fields and taken[0].strip():
            fields = [taken[0].strip()[:80], *[UNREADABLE] * self._width]
        number = self._number
        self._number += len(taken)
        return number, fields
