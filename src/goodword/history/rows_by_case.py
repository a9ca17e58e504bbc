"""The rows of a log, brought together by case: those of one case stand in one part on disk."""

import json
import os
from collections.abc import Iterator
from zlib import crc32

from goodword.history.batch import Batch
from goodword.history.shelf import working_file

_MOST = 512
_AT_ONCE = 1 << 15


class RowsByCase:
    """Rows put aside by a checksum of their case, each part in the order in which they came."""

    def __init__(self, parts: int) -> None:
        self._parts = min(max(parts, 1), _MOST)
        self._file = working_file()
        self._places: list[list[tuple[int, int, int]]] = [[] for _ in range(self._parts)]
        self._held: list[tuple[list[int], list[list[str]]]] = []
        self._begin()
        self._of = 0

    def __len__(self) -> int:
        return self._parts

    def take(self, file: int, place: int, batch: Batch) -> None:
        """Put rows of a file aside; `place` is that of the case among their fields."""
        if file != self._of:
            self._put_by()
            self._of = file
        for line, fields in zip(*batch, strict=True):
            case_id = fields[place].strip().encode("utf-8", "surrogatepass")
            lines, rows = self._held[crc32(case_id) % self._parts]
            lines.append(line)
            rows.append(fields)
            self._count += 1
        if self._count >= _AT_ONCE:
            self._put_by()

    def rows(self, part: int) -> Iterator[tuple[int, Batch]]:
        """Yield the rows of a part with the file that each came from."""
        self._put_by()
        for file, begins, size in self._places[part]:
            self._file.seek(begins)
            lines, rows = json.loads(self._file.read(size))
            yield file, (lines, rows)

    def _put_by(self) -> None:
        begins = self._file.seek(0, os.SEEK_END)
        for part, held in enumerate(self._held):
            if held[0]:
                text = json.dumps(held).encode("ascii")
                self._file.write(text)
                self._places[part].append((self._of, begins, len(text)))
                begins += len(text)
        self._begin()

    def _begin(self) -> None:
        self._held = [([], []) for _ in range(self._parts)]
        self._count = 0
