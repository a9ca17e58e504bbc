"""The ids of a table's cases and the row of each: a dictionary, or packed where there are many."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MANY = 300_000
"""From so many on ids are packed: some forty bytes each, where a dictionary takes two hundred."""


class CaseIds:
    """Ids in the order of their rows."""

    def __init__(self) -> None:
        self._few: dict[str, int] = {}
        self._many: PackedIds | None = None

    def __len__(self) -> int:
        return len(self._few) if self._many is None else len(self._many)

    @property
    def ids(self) -> Sequence[str]:
        """All ids, by row."""
        return tuple(self._few) if self._many is None else self._many

    def row_of(self, case_id: str) -> int | None:
        """Return the row of an id, None where it is not there."""
        return self._few.get(case_id) if self._many is None else self._many.row_of(case_id)

    def may_have_any(self, ids: Collection[str]) -> bool:
        """Whether one of them is there; where ids are packed, two may be mixed up, never missed."""
        if self._many is None:
            return not self._few.keys().isdisjoint(ids)
        return self._many.may_have_any(ids)

    def extend(self, ids: Collection[str]) -> None:
        """Add ids that are not there, a row each."""
        if self._many is None:
            self._few.update(
                zip(ids, range(len(self._few), len(self._few) + len(ids)), strict=True)
            )
            if len(self._few) >= MANY:
                self._many = PackedIds()
                self._many.extend(self._few)
                self._few = {}
        else:
            self._many.extend(ids)


class PackedIds(Sequence[str]):
    """Ids one after the other in one text, found by their hashes."""

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415 - slow import

        self._np = np
        self._text = bytearray()
        self._ends: array[int] = array("Q")
        self._hashes: array[int] = array("q")
        self._slots: NDArray[np.int32] = np.full(1 << 10, -1, np.int32)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, row: int) -> str: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...

    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        row = range(len(self))[row]
        first = self._ends[row - 1] if row else 0
        return self._text[first : self._ends[row]].decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[row] for row in range(len(self)))

    def row_of(self, case_id: str) -> int | None:
        """Return the row of an id, None where it is not there."""
        wanted, mask = hash(case_id), len(self._slots) - 1
        slot = wanted & mask
        while (row := int(self._slots[slot])) >= 0:
            if self._hashes[row] == wanted and self[row] == case_id:
                return row
            slot = (slot + 1) & mask
        return None

    def may_have_any(self, ids: Collection[str]) -> bool:
        """Whether the hash of one of them is there."""
        wanted = self._hashed(ids)
        known = self._np.frombuffer(self._hashes, self._np.int64)
        mask = len(self._slots) - 1
        slots = wanted & mask
        while len(wanted):
            rows = self._slots[slots]
            there = rows >= 0
            if (known[rows[there]] == wanted[there]).any():
                return True
            wanted, slots = wanted[there], (slots[there] + 1) & mask
        return False

    def extend(self, ids: Collection[str]) -> None:
        """Add ids that are not there, a row each."""
        first = len(self)
        for one in ids:
            self._text += one.encode("utf-8", "surrogatepass")
            self._ends.append(len(self._text))
        hashes = self._hashed(ids)
        self._hashes.frombytes(hashes.tobytes())
        if len(self) * 2 > len(self._slots):
            size = len(self._slots)
            while size < len(self) * 4:
                size *= 2
            self._slots = self._np.full(size, -1, self._np.int32)
            first, hashes = 0, self._np.frombuffer(self._hashes, self._np.int64)
        self._put(hashes, first)

    def _put(self, hashes: "NDArray[np.int64]", first: int) -> None:
        """Give each row a slot: the first that is free from its hash on."""
        mask = len(self._slots) - 1
        rows = self._np.arange(first, first + len(hashes), dtype=self._np.int32)
        slots = hashes & mask
        while len(rows):
            free = self._slots[slots] < 0
            self._slots[slots[free]] = rows[free]
            # Of several that asked for one slot the last has it.
            left = self._slots[slots] != rows
            rows, slots = rows[left], (slots[left] + 1) & mask

    def _hashed(self, ids: Collection[str]) -> "NDArray[np.int64]":
        return self._np.fromiter(map(hash, ids), self._np.int64, len(ids))
