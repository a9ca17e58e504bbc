"""Which ids a long file had in earlier pieces, remembered in eight bytes each or fewer."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

_MOST_RUNS = 8
_MOST_DIGITS = 18


class SeenIds:
    """Remembers ids by their hashes. Numbers that follow one another take no room at all.

    Two of a thousand million ids would share a hash by chance about once in forty files; an id is
    then taken for one that was there, and said to be.
    """

    def __init__(self) -> None:
        self._runs: list[NDArray[np.int64]] = []
        self._ranges: list[tuple[int, int]] = []

    def take(self, ids: Collection[str]) -> list[str]:
        """Remember ids that differ from each other; return those that were remembered already."""
        if not ids:
            return []
        span = _range_of(ids)
        known = self._known(ids, span)
        if span is None:
            hashes = np.fromiter(map(hash, ids), np.int64, len(ids))
            self._runs.append(np.sort(hashes))
            if len(self._runs) > _MOST_RUNS:
                self._runs = [np.sort(np.concatenate(self._runs))]
        elif self._ranges and self._ranges[-1][1] + 1 == span[0]:
            self._ranges[-1] = self._ranges[-1][0], span[1]
        else:
            self._ranges.append(span)
        return known

    def _known(self, ids: Collection[str], span: tuple[int, int] | None) -> list[str]:
        found: set[str] = set()
        if span is None:
            if self._ranges:
                found.update(one for one in ids if self._is_in_a_range(one))
        elif any(low <= span[1] and span[0] <= high for low, high in self._ranges):
            found.update(one for one in ids if self._is_in_a_range(one))
        if self._runs:
            hashes = np.fromiter(map(hash, ids), np.int64, len(ids))
            seen = np.zeros(len(ids), np.bool_)
            for run in self._runs:
                place = np.minimum(np.searchsorted(run, hashes), len(run) - 1)
                seen |= run[place] == hashes
            if seen.any():
                found.update(one for one, is_seen in zip(ids, seen, strict=True) if is_seen)
        return [one for one in ids if one in found] if found else []

    def _is_in_a_range(self, one: str) -> bool:
        number = _number(one)
        return number is not None and any(low <= number <= high for low, high in self._ranges)


def _range_of(ids: Collection[str]) -> tuple[int, int] | None:
    """Return the first and last of whole numbers without a gap; None for other ids."""
    if not all(ids) or max(map(len, ids)) > _MOST_DIGITS:
        return None
    written = "".join(ids)
    if not (written.isascii() and written.isdigit()):
        return None
    numbers = list(map(int, ids))
    low, high = min(numbers), max(numbers)
    if high - low + 1 != len(numbers) or "".join(map(str, numbers)) != written:
        return None
    return low, high


def _number(one: str) -> int | None:
    """Return the number that an id is; None where it is none, or could be written otherwise."""
    if len(one) > _MOST_DIGITS or not (one.isascii() and one.isdigit()):
        return None
    return int(one) if one[0] != "0" or one == "0" else None
