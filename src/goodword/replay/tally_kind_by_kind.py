"""Cases kept in memory kind by kind, so that each stretch of them meets its own promises alone."""

from collections.abc import Iterable, Iterator
from math import prod

import numpy as np
from numpy.typing import NDArray

from goodword.case.compact import CompactCases, Packed

ROWS = 1 << 15
"""How many cases of a kind are judged together, where there are so many."""
_MOST_KINDS = 64
_FEW_KINDS = 8

Code = tuple[int, ...]
Places = NDArray[np.intp]


def kind_by_kind(
    stretches: Iterable[CompactCases], *, keeps: bool = False
) -> Iterator[CompactCases]:
    """Yield the same cases in stretches of one kind each: of each name only one word is left.

    Within a kind their order stays. With `keeps` they stand in memory of their own, 4 bytes an
    instant; without, each holds only until the next is asked for, as may what is given. Where there
    are too many kinds to keep them apart, and where there is one, cases pass as they come. Worth it
    where times are wanted too, or a history is asked twice: to put it in order costs about what is
    saved on one question about counts.
    """
    shelves: dict[Code, _Shelf] = {}
    for cases in stretches:
        sizes = [len(cases.words[name]) for name in cases.codes]
        if not 1 < prod(sizes) <= _MOST_KINDS:
            yield cases
            continue
        for kind, places in _apart(_kinds(cases, sizes), prod(sizes)):
            code = tuple(int(one) for one in np.unravel_index(kind, sizes))
            if code not in shelves:
                shelves[code] = _Shelf(cases, code, keeps=keeps)
            yield from shelves[code].put(cases, places)
    for shelf in shelves.values():
        yield from shelf.rest()


def _kinds(cases: CompactCases, sizes: list[int]) -> NDArray[np.uint8]:
    """Return the number of each case's kind; the last name counts fastest."""
    found, *others = cases.codes.values()
    kinds = found.astype(np.uint8, copy=False)
    for codes, size in zip(others, sizes[1:], strict=True):
        kinds = kinds * np.uint8(size) + codes.astype(np.uint8, copy=False)
    return kinds


def _apart(kinds: NDArray[np.uint8], size: int) -> Iterator[tuple[int, Places]]:
    """Yield each kind that occurs and where its cases stand."""
    if size <= _FEW_KINDS:
        for kind in range(size):
            places = np.flatnonzero(kinds == kind)
            if len(places):
                yield kind, places
        return
    order = np.argsort(kinds, kind="stable")
    ends = np.cumsum(np.bincount(kinds, minlength=size)).tolist()
    for kind, (begin, end) in enumerate(zip([0, *ends], ends, strict=False)):
        if end > begin:
            yield kind, order[begin:end]


class _Shelf:
    """The cases of one kind that have come and were not yet given away."""

    def __init__(self, cases: CompactCases, code: Code, *, keeps: bool) -> None:
        own = dict(zip(cases.codes, code, strict=True))
        self._words = {name: (words[own.get(name, 0)],) for name, words in cases.words.items()}
        self._origin = cases.origin
        self._names = tuple(cases.ends)
        self._keeps = keeps
        self._room = self._new()
        self._filled = 0

    def put(self, cases: CompactCases, places: Places) -> Iterator[CompactCases]:
        """Take up cases; yield a stretch as often as there are enough for one."""
        while len(places):
            here = places[: ROWS - self._filled]
            places = places[len(here) :]
            end = self._filled + len(here)
            columns = (cases.opened, *(cases.ends[name] for name in self._names))
            for column, room in zip(columns, self._room, strict=True):
                np.take(column, here, out=room[self._filled : end], mode="clip")
            self._filled = end
            if end == ROWS:
                yield from self.rest()

    def rest(self) -> Iterator[CompactCases]:
        """Yield what is left, if anything is."""
        if not self._filled:
            return
        opened, *ends = self._room
        if self._filled < ROWS:
            opened, *ends = (column[: self._filled].copy() for column in self._room)
        if self._keeps:
            self._room = self._new()
        self._filled = 0
        named = dict(zip(self._names, ends, strict=True))
        yield CompactCases(self._origin, opened, named, {}, self._words)

    def _new(self) -> list[Packed]:
        return [np.empty(ROWS, np.int32) for _ in range(1 + len(self._names))]
