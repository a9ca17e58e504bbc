"""A block of packed cases judged by all promises at once, in a few passes over small arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.case.compact import CompactCases, Packed
from goodword.replay.dues import dues
from goodword.replay.tally_grid import Grid
from goodword.replay.tally_kinds import KindsOfCase
from goodword.replay.tally_rule import Hours, Rule
from goodword.replay.tally_sheet import Sheet

BLOCK = 1 << 16
"""Rows that are worked on at a time: what they need stays in the second-level cache."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Everything that judging a block needs. Instants are seconds from `origin`."""

    origin: int
    at: int
    kinds: KindsOfCase
    grid: Grid | None
    hours: tuple[Hours, ...]
    sheets: tuple[Sheet, ...]
    begins: tuple[int, ...]
    periods: int
    period_begins: Numbers
    period_of_key: NDArray[np.int32] | None


class Block:
    """Judges blocks; the arrays it needs for one are used again for the next."""

    def __init__(self, setting: Setting) -> None:
        self._set = setting
        self._keys = np.empty(BLOCK, np.int64)
        self._groups = np.empty(BLOCK, np.int64)
        self._low = np.empty(BLOCK, np.int32)
        self._high = np.empty(BLOCK, np.int32)

    def take(self, cases: CompactCases) -> int:
        """Count the outcomes of all promises on these cases; return how many were looked at."""
        counted = 0
        for begin in range(0, len(cases), BLOCK):
            rows = _Rows(cases, slice(begin, begin + BLOCK), self._set)
            counted += rows.existed
            if len(rows.opened) and self._set.sheets:
                self._take(rows)
        return counted

    def _take(self, rows: "_Rows") -> None:
        size = len(rows.opened)
        keys = None
        if self._set.grid is not None:
            keys = self._keys[:size]
            self._set.grid.keys(rows.opened, keys, (self._low[:size], self._high[:size]))
        groups = self._groups[:size]
        first, span = self._group(rows, keys, groups)
        places: dict[int, Numbers | None] = {}
        moving: dict[int, Packed] = {}
        for sheet in self._set.sheets:
            flags = _Flags(size)
            for ends in sheet.ends:
                flags.put(rows.is_open(ends))
            for rule in sheet.rules:
                flags.put(self._late(rule, rows, keys, places, moving))
            cells = flags.cells(groups, first, self._low[:size])
            sheet.count(cells, first << sheet.bits, span << sheet.bits)

    def _group(self, rows: "_Rows", keys: Numbers | None, out: Numbers) -> tuple[int, int]:
        """Fill `out` with the number of period, version and kind; return the least and the span."""
        setting = self._set
        size = setting.kinds.size
        rows.kinds(out)
        first, last = 0, 0
        if setting.periods > 1:
            edges = setting.period_begins
            first, last = (
                max(int(np.searchsorted(edges, one, "right")) - 1, 0)
                for one in (int(rows.opened.min()), int(rows.opened.max()))
            )
        stride = len(setting.begins) * size
        if last > first:
            if keys is None or setting.period_of_key is None:
                period = np.searchsorted(setting.period_begins, rows.opened, "right") - 1
            else:
                period = np.take(
                    setting.period_of_key, keys, out=self._low[: len(out)], mode="clip"
                )
            out += np.multiply(period, stride)
        elif first:
            out += first * stride
        if len(setting.begins) > 1:
            version = np.searchsorted(np.array(setting.begins), rows.opened, "right") - 1
            out += version * size
        return first * stride, (last - first + 1) * stride

    def _late(
        self,
        rule: Rule,
        rows: "_Rows",
        keys: Numbers | None,
        places: dict[int, Numbers | None],
        moving: dict[int, Packed],
    ) -> NDArray[np.bool_]:
        """Return which cases were done after the due time, or are open past it."""
        if rule.seconds is not None:
            return rows.since(rule.ends) > rule.seconds
        if rule.base is None or rule.hours is None or keys is None:
            return self._asked(rule, rows)
        hours = rule.hours
        if id(hours) not in places:
            places[id(hours)] = (
                keys
                if hours.first_keys is None
                else keys + np.take(hours.first_keys, rows.kind_numbers(), mode="clip")
            )
        place = places[id(hours)]
        base = np.take(rule.base, place, out=self._low[: len(keys)], mode="clip")
        if rule.always:
            return rows.since(rule.ends) > base
        if rule.moves is None:
            return rows.done(rule.ends) > base
        name = id(rule.moves)
        if name not in moving:
            mask = np.take(rule.moves, place, out=self._high[: len(keys)], mode="clip")
            moving[name] = np.bitwise_and(rows.opened, mask)
        return rows.done_less(rule.ends, name, moving[name]) > base

    def _asked(self, rule: Rule, rows: "_Rows") -> NDArray[np.bool_]:
        """Return which cases are late, with the limit asked about each."""
        late = np.zeros(len(rows.opened), np.bool_)
        hours = rule.hours
        if hours is None:
            return late
        kinds = rows.kind_numbers()
        starts = rows.opened.astype(np.int64) + self._set.origin
        done = rows.done(rule.ends).astype(np.int64) + self._set.origin
        for number in {hours.of_kind[kind] for kind in rule.usable}:
            own = [kind for kind in rule.usable if hours.of_kind[kind] == number]
            here = np.isin(kinds, own)
            late[here] = done[here] > dues(rule.promise.limit, hours.openings[number], starts[here])
        return late


class _Rows:
    """Some rows of the cases: those that existed at the instant of judgment, under a version.

    A clock that started before the first version is none.
    """

    def __init__(self, cases: CompactCases, some: slice, setting: Setting) -> None:
        self._set = setting
        self._cases = cases
        self._some: slice | NDArray[np.intp] = some
        opened = cases.opened[some]
        low, high = int(opened.min()), int(opened.max())
        begins = setting.begins[0] if setting.begins else 0
        self.existed = len(opened)
        if high > setting.at or low < begins:
            existed = opened <= setting.at
            self.existed = int(np.count_nonzero(existed))
            here = np.flatnonzero(existed & (opened >= begins))
            self._some = here + (some.start or 0)
            opened = cases.opened[self._some]
        self.opened: Packed = opened
        self._done: dict[tuple[str, ...], Packed] = {}
        self._less: dict[tuple[tuple[str, ...], int], Packed] = {}
        self._numbers: Numbers | None = None

    def kinds(self, out: Numbers) -> None:
        """Fill `out` with the number of each case's kind."""
        if self._numbers is not None:
            np.copyto(out, self._numbers)
            return
        kinds = self._set.kinds
        out.fill(0)
        for place, (name, size) in enumerate(zip(kinds.names, kinds.sizes, strict=True)):
            codes = self._cases.codes.get(name)
            if place:
                np.multiply(out, size, out=out)
            if codes is None or size == 1:
                continue
            if place:
                np.add(out, codes[self._some], out=out)
            else:
                np.copyto(out, codes[self._some])

    def kind_numbers(self) -> Numbers:
        """Return the number of each case's kind."""
        if self._numbers is None:
            found = np.empty(len(self.opened), np.int64)
            self.kinds(found)
            self._numbers = found
        return self._numbers

    def _recorded(self, ends: tuple[str, ...]) -> Packed:
        columns = [self._cases.ends[name][self._some] for name in ends]
        first = columns[0]
        for other in columns[1:]:
            first = np.minimum(first, other)
        return first

    def is_open(self, ends: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return which were not done at the instant of judgment."""
        return self._recorded(ends) > self._set.at

    def done(self, ends: tuple[str, ...]) -> Packed:
        """Return when each was done, the instant of judgment where it was not."""
        if ends not in self._done:
            self._done[ends] = np.minimum(self._recorded(ends), np.int32(self._set.at))
        return self._done[ends]

    def since(self, ends: tuple[str, ...]) -> Packed:
        """Return how long each took from its start."""
        return self.done_less(ends, 0, self.opened)

    def done_less(self, ends: tuple[str, ...], name: int, moved: Packed) -> Packed:
        """Return when each was done, less what its due time moves with."""
        if (ends, name) not in self._less:
            self._less[ends, name] = np.subtract(self.done(ends), moved)
        return self._less[ends, name]


class _Flags:
    """Bits of many rows, gathered eight to a byte."""

    def __init__(self, size: int) -> None:
        self._bytes: list[tuple[NDArray[np.uint8], int]] = []
        self._size = size

    def put(self, flag: NDArray[np.bool_]) -> None:
        """Add a bit to each row, below those it has."""
        bits = flag.view(np.uint8)
        if not self._bytes or self._bytes[-1][1] == 8:
            self._bytes.append((bits, 1))
            return
        known, number = self._bytes[-1]
        if number == 1:
            known = known.copy()
        np.add(known, known, out=known)
        np.bitwise_or(known, bits, out=known)
        self._bytes[-1] = known, number + 1

    def cells(self, groups: Numbers, first: int, scratch: Packed) -> Numbers:
        """Return the group and the bits as one number, counted from group `first`."""
        cells = groups - first
        for known, number in self._bytes:
            np.left_shift(cells, number, out=cells)
            np.copyto(scratch, known)
            np.bitwise_or(cells, known, out=cells)
        return cells
