"""Many numbers counted and given back in order, in memory that does not grow with them."""

import os
from collections.abc import Callable, Hashable, Iterator
from typing import IO

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int64]
Counts = NDArray[np.int64]
"""Two columns: of each value so many of the first sort, and of the second."""
AT_ONCE = 1 << 19
"""So many different numbers are held in memory; more of them go to disk."""
_A_ROW = 24


class ValuesInOrder:
    """Counts numbers by the cell they belong to; whoever asks gets those of a cell in order.

    What is held in memory are different numbers, in all cells `at_once` of them and those that
    were put in last. What is more is written to a file without a name, each cell in order, and
    brought together when it is asked for.
    """

    def __init__(self, new_file: Callable[[], IO[bytes]], *, at_once: int = AT_ONCE) -> None:
        self.new_file = new_file
        self._at_once = at_once
        self._held: dict[Hashable, list[tuple[Values, Counts]]] = {}
        self._size = 0
        self._file: IO[bytes] | None = None
        self._runs: dict[Hashable, list[tuple[int, int]]] = {}

    def take(self, cell: Hashable, values: Values, is_second: NDArray[np.bool_]) -> None:
        """Count further numbers of a cell, each of the first sort or of the second."""
        if not len(values):
            return
        different, where = np.unique(values, return_inverse=True)
        counts = np.empty((len(different), 2), np.int64)
        counts[:, 1] = np.bincount(where[is_second], minlength=len(different))
        counts[:, 0] = np.bincount(where, minlength=len(different)) - counts[:, 1]
        self._held.setdefault(cell, []).append((different, counts))
        self._size += len(different)
        if self._size > 2 * self._at_once:
            self._put_by()

    def most(self, cell: Hashable) -> int:
        """Return how many different numbers a cell has at most."""
        held = sum(len(values) for values, _ in self._held.get(cell, ()))
        return held + sum(size for _, size in self._runs.get(cell, ()))

    def in_order(self, cell: Hashable) -> Iterator[tuple[Values, Counts]]:
        """Yield the different numbers of a cell with their counts, in order, many at a time."""
        held = self._held.get(cell, [])
        runs = self._runs.get(cell, [])
        if not runs:
            if held:
                yield _together(held)
            return
        edges = self._edges(runs)
        known = [_together(held)] if held else []
        begun = [0] * len(runs)
        for edge in [*edges, None]:
            some = [_cut(values, counts, edge) for values, counts in known]
            known = [rest for _, rest in some]
            parts = [part for part, _ in some]
            for place, run in enumerate(runs):
                end = run[1] if edge is None else self._place(run, edge, begun[place])
                parts.append(self._read(run, begun[place], end))
                begun[place] = end
            found = _together(parts)
            if len(found[0]):
                yield found

    def _put_by(self) -> None:
        """Bring together what is held; write it away where it is still too much."""
        self._held = {cell: [_together(parts)] for cell, parts in self._held.items()}
        self._size = sum(len(parts[0][0]) for parts in self._held.values())
        if self._size <= self._at_once:
            return
        if self._file is None:
            self._file = self.new_file()
        place = self._file.seek(0, os.SEEK_END) // _A_ROW
        for cell, ((values, counts),) in self._held.items():
            rows = np.empty((len(values), 3), np.int64)
            rows[:, 0], rows[:, 1:] = values, counts
            self._file.write(rows.data)
            self._runs.setdefault(cell, []).append((place, len(values)))
            place += len(values)
        self._held, self._size = {}, 0

    def _edges(self, runs: list[tuple[int, int]]) -> list[int]:
        """Return numbers that cut the cell into parts of about `at_once` each."""
        parts = sum(size for _, size in runs) // self._at_once
        if not parts:
            return []
        samples = []
        for run in runs:
            step = max(run[1] // (2 * parts + 1), 1)
            samples += [int(self._read(run, at, at + 1)[0][0]) for at in range(0, run[1], step)]
        samples.sort()
        chosen = [samples[len(samples) * part // (parts + 1)] for part in range(1, parts + 1)]
        return sorted(set(chosen))

    def _place(self, run: tuple[int, int], edge: int, begin: int) -> int:
        """Return where in a run the numbers from an edge on begin."""
        low, high = begin, run[1]
        while low < high:
            middle = (low + high) // 2
            if int(self._read(run, middle, middle + 1)[0][0]) < edge:
                low = middle + 1
            else:
                high = middle
        return low

    def _read(self, run: tuple[int, int], begin: int, end: int) -> tuple[Values, Counts]:
        assert self._file is not None
        self._file.seek((run[0] + begin) * _A_ROW)
        rows = np.frombuffer(self._file.read((end - begin) * _A_ROW), np.int64).reshape(-1, 3)
        return rows[:, 0], rows[:, 1:]


def _together(parts: list[tuple[Values, Counts]]) -> tuple[Values, Counts]:
    if len(parts) == 1:
        return parts[0]
    values = np.concatenate([one for one, _ in parts])
    counts = np.concatenate([one for _, one in parts])
    order = np.argsort(values, kind="stable")
    values, counts = values[order], counts[order]
    begins = np.flatnonzero(np.diff(values, prepend=values[:1] - 1))
    if not len(begins):
        return values, counts
    return values[begins], np.add.reduceat(counts, begins)


def _cut(
    values: Values, counts: Counts, edge: int | None
) -> tuple[tuple[Values, Counts], tuple[Values, Counts]]:
    place = len(values) if edge is None else int(np.searchsorted(values, edge, "left"))
    return (values[:place], counts[:place]), (values[place:], counts[place:])
