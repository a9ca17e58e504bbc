"""Arrays put aside on disk while a long history is counted, and looked at again."""

import json
import os
import tempfile
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

_LASTING = Path("/var/tmp")  # noqa: S108 - a file without a name stands there


def working_folder() -> Path:
    """Return where working copies stand: as TMPDIR says, else on a disk rather than in memory."""
    if not os.environ.get("TMPDIR") and os.access(_LASTING, os.W_OK):
        return _LASTING
    return Path(tempfile.gettempdir())


def working_file() -> IO[bytes]:
    """Return a new file that has no name: it is gone when it is closed, or with the process."""
    return tempfile.TemporaryFile(dir=working_folder())


class Shelf:
    """Records of words and arrays, in a file that has no name and is gone with the process."""

    def __init__(self) -> None:
        self._file = working_file()
        self._places: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return len(self._places)

    def put(self, told: Any, arrays: Mapping[str, "array[int]"]) -> None:
        """Put a record down: words and numbers that JSON can hold, and arrays by name."""
        head = json.dumps(
            [told, [[name, one.typecode, len(one)] for name, one in arrays.items()]]
        ).encode("ascii")
        begins = self._file.seek(0, os.SEEK_END)
        self._file.write(head)
        for one in arrays.values():
            self._file.write(one)
        self._places.append((begins, len(head)))

    def get(self, number: int) -> tuple[Any, dict[str, "array[int]"]]:
        """Return a record by its number."""
        begins, size = self._places[number]
        self._file.seek(begins)
        told, known = json.loads(self._file.read(size))
        arrays = {}
        for name, typecode, length in known:
            arrays[name] = array(typecode)
            arrays[name].frombytes(self._file.read(length * arrays[name].itemsize))
        return told, arrays
