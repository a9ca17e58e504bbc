"""A block of packed cases judged by all promises at once, in a few passes over small arrays."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.steps import Counts
from goodword.businesstime.tables import BLOCK, Scratch, Tables
from goodword.businesstime.zone import outside_calendar
from goodword.case.compact import NEVER, CompactCases, Packed
from goodword.replay.dues import dues
from goodword.replay.tally_grid import Grid
from goodword.replay.tally_kinds import KindsOfCase
from goodword.replay.tally_rule import Hours, Rule
from goodword.replay.tally_sheet import Sheet
from goodword.replay.tally_taken import Taken
from goodword.replay.tally_times import NONE, SECONDS, TimesRoom

_FEW = 2

Numbers = NDArray[np.int64]
Flag = NDArray[np.bool_]


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
    times: TimesRoom | None = None
    taken: tuple[Taken, ...] = ()


class _Room:
    """Arrays by name that are used again for each block: new memory costs more than the work."""

    def __init__(self) -> None:
        self._arrays: dict[object, NDArray[Any]] = {}

    def of(self, name: object, kind: type[np.generic], size: int) -> NDArray[Any]:
        """Return room for so many numbers, with anything in it."""
        found = self._arrays.get(name)
        if found is None or len(found) < size:
            found = self._arrays[name] = np.empty(max(size, BLOCK), kind)
        return found[:size]


class Block:
    """Judges blocks; the arrays it needs for one are used again for the next."""

    def __init__(self, setting: Setting) -> None:
        self._set = setting
        self._room = _Room()
        self._scratch = Scratch(BLOCK if setting.times is not None else 0)

    def take(self, cases: CompactCases) -> int:
        """Count the outcomes of all promises on these cases; return how many were looked at."""
        counted = 0
        for begin in range(0, len(cases), BLOCK):
            rows = _Rows(cases, slice(begin, begin + BLOCK), self._set, self._room)
            counted += rows.existed
            if len(rows.opened) and self._set.sheets:
                self._take(rows)
        return counted

    def _take(self, rows: "_Rows") -> None:
        size, room = len(rows.opened), self._room
        low, high = room.of("low", np.int32, size), room.of("high", np.int32, size)
        keys = None
        if self._set.grid is not None:
            keys = room.of("keys", np.int64, size)
            self._set.grid.keys(rows.opened, keys, (low, high))
        groups = room.of("groups", np.int64, size)
        first, span = self._group(rows, keys, groups)
        places: dict[int, Numbers] = {}
        moving: dict[int, Packed] = {}
        for sheet in self._set.sheets:
            flags = _Flags(size, room)
            for ends in sheet.ends:
                flags.put(rows.is_open(ends))
            for rule in sheet.rules:
                flags.put(self._late(rule, rows, keys, places, moving))
            cells = flags.cells(groups, first)
            sheet.count(cells, first << sheet.bits, span << sheet.bits)
        since: dict[int, Counts] = {}
        for taken in self._set.taken:
            self._put_times(taken, rows, groups, since)

    def _put_times(
        self, taken: Taken, rows: "_Rows", groups: Numbers, since: dict[int, Counts]
    ) -> None:
        """Put down how long each took that is done; `since` holds the open time at the starts."""
        times, some = self._set.times, self._some
        if times is None:
            return
        ends, places, codes = taken.rule.ends, None, None
        opened, done, undone = rows.opened, rows.done(ends), rows.is_open(ends)
        if taken.wanted is not None:
            wanted = self._room.of("wanted", np.bool_, len(groups))
            np.take(taken.wanted, groups, out=wanted, mode="clip")
            places, since = np.flatnonzero(wanted), {}
            opened, done = some("low", opened, places), some("high", done, places)
            groups, undone = some("cells", groups, places), some("undone", undone, places)
        size = len(opened)
        seconds = self._room.of("took", np.int64, size)
        if taken.tables is None:
            np.subtract(done, opened, out=seconds)
        else:
            if taken.calendar is not None:
                kinds = rows.kind_numbers()
                kinds = kinds if places is None else some("wide", kinds, places)
                codes = some("calendar", taken.calendar, kinds)
            name = id(taken.tables)
            if name not in since:
                since[name] = self._worked(taken.tables, opened, codes, ("since", name))
            until = self._worked(taken.tables, done, codes, "until")
            np.subtract(until, since[name], out=seconds.view(np.uint64))
        keys = times.room(size)
        np.left_shift(groups, SECONDS, out=keys)
        np.add(keys, seconds, out=keys)
        np.add(keys, taken.first << SECONDS, out=keys)
        np.copyto(keys, NONE, where=undone)

    def _some(self, name: object, column: NDArray[Any], places: NDArray[Any]) -> NDArray[Any]:
        """Return what stands in some places of a column."""
        found = self._room.of(name, column.dtype.type, len(places))
        np.take(column, places, out=found, mode="clip")
        return found

    def _worked(
        self, tables: Tables, instants: Packed, codes: NDArray[np.uint8] | None, name: object
    ) -> Counts:
        """Return the open time up to each instant."""
        found = self._room.of(name, np.uint64, len(instants))
        moment = self._room.of("moment", np.int64, len(instants))
        np.add(instants, np.int64(self._set.origin), out=moment)
        if len(moment) and not tables.worked(moment.view(np.uint64), found, self._scratch, codes):
            raise outside_calendar("An instant of the history")
        return found

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
            wide = self._room.of("wide", np.int64, len(out))
            if last - first <= _FEW:
                period = self._room.of("low", np.int32, len(out))
                period.fill(first)
                later = self._room.of("late", np.bool_, len(out))
                for edge in edges[first + 1 : last + 1]:
                    np.greater_equal(rows.opened, np.int32(edge), out=later)
                    np.add(period, later, out=period)
            elif keys is None or setting.period_of_key is None:
                period = np.searchsorted(setting.period_begins, rows.opened, "right") - 1
            else:
                period = self._room.of("low", np.int32, len(out))
                np.take(setting.period_of_key, keys, out=period, mode="clip")
            np.copyto(wide, period)
            np.multiply(wide, stride, out=wide)
            np.add(out, wide, out=out)
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
        places: dict[int, Numbers],
        moving: dict[int, Packed],
    ) -> NDArray[np.bool_]:
        """Return which cases were done after the due time, or are open past it."""
        room, size = self._room, len(rows.opened)
        late: Flag = room.of("late", np.bool_, size)
        if rule.seconds is not None:
            np.greater(rows.since(rule.ends), np.int32(min(rule.seconds, NEVER)), out=late)
            return late
        if rule.base is None or rule.hours is None or keys is None:
            return self._asked(rule, rows)
        place = self._place(rule.hours, rows, keys, places)
        base = room.of("low", np.int32, size)
        np.take(rule.base, place, out=base, mode="clip")
        if rule.always:
            np.greater(rows.since(rule.ends), base, out=late)
            return late
        if rule.moves is None:
            np.greater(rows.done(rule.ends), base, out=late)
            return late
        name = id(rule.moves)
        if name not in moving:
            moves = moving[name] = room.of(("moves", name), np.int32, size)
            np.take(rule.moves, place, out=moves, mode="clip")
            np.bitwise_and(rows.opened, moves, out=moves)
        np.greater(rows.done_less(rule.ends, name, moving[name]), base, out=late)
        return late

    def _place(
        self, hours: Hours, rows: "_Rows", keys: Numbers, places: dict[int, Numbers]
    ) -> Numbers:
        """Return where in the tables of these hours each case stands."""
        if hours.first_keys is None:
            return keys
        found = places.get(id(hours))
        if found is None:
            found = self._room.of(("place", id(hours)), np.int64, len(keys))
            np.take(hours.first_keys, rows.kind_numbers(), out=found, mode="clip")
            np.add(found, keys, out=found)
            places[id(hours)] = found
        return found

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

    def __init__(self, cases: CompactCases, some: slice, setting: Setting, room: _Room) -> None:
        self._room = room
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
        self._ends: dict[tuple[str, ...], Packed] = {}
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
            found = self._room.of("kinds", np.int64, len(self.opened))
            self.kinds(found)
            self._numbers = found
        return self._numbers

    def _recorded(self, ends: tuple[str, ...]) -> Packed:
        if ends not in self._ends:
            first = self._cases.ends[ends[0]][self._some]
            for name in ends[1:]:
                first = np.minimum(first, self._cases.ends[name][self._some])
            self._ends[ends] = first
        return self._ends[ends]

    def is_open(self, ends: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return which were not done at the instant of judgment."""
        found: Flag = self._room.of("late", np.bool_, len(self.opened))
        np.greater(self._recorded(ends), np.int32(self._set.at), out=found)
        return found

    def done(self, ends: tuple[str, ...]) -> Packed:
        """Return when each was done, the instant of judgment where it was not."""
        if ends not in self._done:
            found = self._room.of(("done", ends), np.int32, len(self.opened))
            np.minimum(self._recorded(ends), np.int32(self._set.at), out=found)
            self._done[ends] = found
        return self._done[ends]

    def since(self, ends: tuple[str, ...]) -> Packed:
        """Return how long each took from its start."""
        return self.done_less(ends, 0, self.opened)

    def done_less(self, ends: tuple[str, ...], name: int, moved: Packed) -> Packed:
        """Return when each was done, less what its due time moves with."""
        if (ends, name) not in self._less:
            found = self._room.of((ends, name), np.int32, len(self.opened))
            np.subtract(self.done(ends), moved, out=found)
            self._less[ends, name] = found
        return self._less[ends, name]


class _Flags:
    """Bits of many rows, gathered eight to a byte."""

    def __init__(self, size: int, room: _Room) -> None:
        self._bytes: list[tuple[NDArray[np.uint8], int]] = []
        self._size = size
        self._room = room

    def put(self, flag: NDArray[np.bool_]) -> None:
        """Add a bit to each row, below those it has."""
        bits = flag.view(np.uint8)
        if not self._bytes or self._bytes[-1][1] == 8:
            fresh = self._room.of(("flags", len(self._bytes)), np.uint8, self._size)
            np.copyto(fresh, bits)
            self._bytes.append((fresh, 1))
            return
        known, number = self._bytes[-1]
        np.add(known, known, out=known)
        np.bitwise_or(known, bits, out=known)
        self._bytes[-1] = known, number + 1

    def cells(self, groups: Numbers, first: int) -> Numbers:
        """Return the group and the bits as one number, counted from group `first`."""
        cells = self._room.of("cells", np.int64, self._size)
        wide = self._room.of("wide", np.int64, self._size)
        np.subtract(groups, first, out=cells)
        for known, number in self._bytes:
            np.left_shift(cells, number, out=cells)
            np.copyto(wide, known)
            np.bitwise_or(cells, wide, out=cells)
        return cells
