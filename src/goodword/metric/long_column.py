"""A column of numbers that is written once, in memory while it is short and else on disk."""

from collections.abc import Callable
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

_SHORT = 1 << 19


class LongColumn:
    """Takes numbers at its end. `all` may look at any of them; what is not looked at is on disk."""

    def __init__(
        self, kind: type[np.generic], new_file: Callable[[], IO[bytes]], *, short: int = _SHORT
    ) -> None:
        self._kind = kind
        self._new_file = new_file
        self._short = short
        self._held: list[NDArray[Any]] = []
        self._size = 0
        self._file: IO[bytes] | None = None

    def put(self, numbers: NDArray[Any]) -> None:
        """Put numbers at the end."""
        self._held.append(numbers.astype(self._kind))
        self._size += len(numbers)
        if self._size > self._short:
            self._file = self._file or self._new_file()
            for some in self._held:
                self._file.write(some.data)
            self._held = []

    def all(self) -> NDArray[Any]:
        """Return all numbers; no more may be put."""
        if self._file is None:
            return np.concatenate([np.empty(0, self._kind), *self._held])
        for some in self._held:
            self._file.write(some.data)
        self._file.flush()
        return np.memmap(self._file, self._kind, "r")
