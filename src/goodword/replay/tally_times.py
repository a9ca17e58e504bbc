"""The times that clocks took, kept so that any quantile is exact, in memory that is bounded.

Times are put down by cell (a promise, a stretch of time, a kind of case). A hundred thousand are
sorted together and written away, so that those of a cell stand side by side; of what is written
only the places are remembered. The stream that they are written to decides what memory they take.
"""

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Protocol, SupportsInt

import numpy as np
from numpy.typing import NDArray

from goodword.replay.tally import Cell

SECONDS = 31
"""How many bits of a key say how long a clock took."""
NONE = 1 << 62
"""Is the key of a clock that has no time."""
_ROWS = 1 << 17
_LONGEST = (1 << SECONDS) - 1
_AT_ONCE = 1 << 21
_LOW = 11

Keys = NDArray[np.int64]
Values = NDArray[np.int32]


class Sorted(Protocol):
    """Numbers in order, looked at by place."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> SupportsInt: ...


class TimesRoom(ABC):
    """Room in which the times of clocks are put down, by the number of a cell."""

    def __init__(self) -> None:
        self._keys = np.empty(0, np.int64)
        self._filled = 0
        self._cells = 0

    def reserve(self, cells: int) -> int:
        """Return the first of so many fresh numbers of cells."""
        self._cells += cells
        return self._cells - cells

    def room(self, rows: int) -> Keys:
        """Return room for the keys of at most `BLOCK` clocks, to be filled at once.

        A key is the number of a cell, moved up by `SECONDS` bits, and the time taken; `NONE` where
        a clock has no time.
        """
        if self._filled + rows > len(self._keys):
            self._put_by()
            # Made when it is first wanted: what goes to another process carries no empty room.
            self._keys = self._keys if len(self._keys) else np.empty(_ROWS, np.int64)
        self._filled += rows
        return self._keys[self._filled - rows : self._filled]

    def _put_by(self) -> None:
        """Make room: what was put down is kept as `_keep` keeps it."""
        keys = self._keys[: self._filled]
        self._filled = 0
        keys.sort()
        self._keep(keys[: np.searchsorted(keys, NONE)])

    @abstractmethod
    def _keep(self, keys: Keys) -> None:
        """Keep keys that are in order; the room that they stand in is filled anew afterwards."""


class TimesTaken(TimesRoom):
    """Collects times by the number of a cell, and gives them back in order."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self._written = 0
        self._runs = array("q")

    def _keep(self, keys: Keys) -> None:
        """Write what was put down, cell by cell and in order within each."""
        if not len(keys):
            return
        cells = keys >> SECONDS
        begins = np.append(0, np.flatnonzero(cells[1:] != cells[:-1]) + 1)
        runs = np.empty((len(begins), 3), np.int64)
        runs[:, 0] = cells[begins]
        runs[:, 1] = begins + self._written
        runs[:, 2] = np.diff(begins, append=len(keys))
        self._runs.frombytes(runs.tobytes())
        values = keys.astype(np.int32)
        np.bitwise_and(values, _LONGEST, out=values)
        self._stream.seek(0, 2)
        self._stream.write(values.data)
        self._written += len(keys)

    def by_cell(self) -> "Mapping[int, Runs]":
        """Return the times of each cell that has any; nothing may be put down while they are read.

        O(runs).
        """
        self._put_by()
        runs = np.frombuffer(self._runs, np.int64).reshape(-1, 3)
        runs = runs[np.argsort(runs[:, 0], kind="stable")]
        begins = np.flatnonzero(np.diff(runs[:, 0], prepend=-1))
        return {
            int(some[0, 0]): Runs(self._stream, some[:, 1:])
            for some in np.split(runs, begins[1:])
            if len(some)
        }


class Runs:
    """The times of a cell: stretches of the stream, each in order."""

    def __init__(self, stream: IO[bytes], runs: NDArray[np.int64]) -> None:
        self._stream = stream
        self._runs = runs

    def __len__(self) -> int:
        return int(self._runs[:, 1].sum())

    def __iter__(self) -> Iterator[Values]:
        for begin, count in self._runs.tolist():
            self._stream.seek(4 * begin)
            yield np.frombuffer(self._stream.read(4 * count), np.int32)


class Times:
    """The times taken, for each promise and part; what is asked of several cells adds up."""

    def __init__(self, by: tuple[str, ...], cells: Mapping[Cell, Sequence[Runs]]) -> None:
        self._by = by
        self._cells = cells

    def of(self, promise_id: str, /, **parts: str | None) -> Sorted:
        """Return the times of one promise over all cells that have these parts, in order.

        They are those of clocks that were judged and are done: open seconds where the promise
        counts working hours, else seconds of wall time.
        """
        wanted = [(self._by.index(name), value) for name, value in parts.items()]
        return in_order(
            [
                one
                for (known, here), runs in self._cells.items()
                if known == promise_id and all(here[place] == value for place, value in wanted)
                for one in runs
            ]
        )

    def cells(self) -> Iterator[tuple[Cell, Sorted]]:
        """Yield each cell that has any with its times in order."""
        for cell, runs in self._cells.items():
            yield cell, in_order(runs)


def in_order(runs: Sequence[Runs], *, at_once: int = _AT_ONCE) -> Sorted:
    """Return times in order: in memory up to `at_once`, else looked for place by place."""
    if sum(map(len, runs)) > at_once:
        return _Many(runs)
    some = [values for one in runs for values in one]
    if len(some) == 1:
        return some[0]
    found = np.concatenate(some) if some else np.empty(0, np.int32)
    found.sort()
    return found


class _Many:
    """Times that are too many for memory, by two counts: of their high bits, then of their low."""

    def __init__(self, runs: Sequence[Runs]) -> None:
        self._runs = runs
        self._size = sum(map(len, runs))
        self._up_to: NDArray[np.int64] | None = None
        self._inside: dict[int, Values] = {}

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place: int, /) -> int:
        """Return the time at a place of the order. Two passes over the times at most."""
        if self._up_to is None:
            counts = np.zeros(1 << (SECONDS - _LOW), np.int64)
            for values in self._values():
                found = np.bincount(values >> _LOW)
                counts[: len(found)] += found
            self._up_to = np.cumsum(counts)
        high = int(np.searchsorted(self._up_to, place, "right"))
        if high not in self._inside:
            # Runs are in order, so that what begins with these bits stands together.
            edges = (high << _LOW, ((high + 1) << _LOW) - 1)
            some = []
            for values in self._values():
                begin = int(np.searchsorted(values, edges[0], "left"))
                end = int(np.searchsorted(values, edges[1], "right"))
                some.append((values[begin:end] - edges[0]).astype(np.uint16))
            counts = np.zeros(1 << _LOW, np.int64)
            for low in some:
                counts += np.bincount(low, minlength=len(counts))
            self._inside[high] = np.cumsum(counts)
        before = int(self._up_to[high - 1]) if high else 0
        return (high << _LOW) + int(np.searchsorted(self._inside[high], place - before, "right"))

    def _values(self) -> Iterator[Values]:
        for one in self._runs:
            yield from one
