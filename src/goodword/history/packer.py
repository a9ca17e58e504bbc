"""Record batches of Arrow packed as cases: whole columns at once, no value ever a text."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import EVENT_OF_COLUMN, LeftOut
from goodword.case.compact import NEVER, CompactCases, Packed, WordCodes
from goodword.history.cell import cell_text
from goodword.history.column_map import INSTANTS, WORDS, ColumnMap
from goodword.history.instants import FIRST_YEAR, LAST_YEAR
from goodword.history.plain_times import PlainTimes
from goodword.history.words import our_word

EARLIEST = int(np.datetime64(f"{FIRST_YEAR}-01-01", "s").astype(np.int64))
LATEST = int(np.datetime64(f"{LAST_YEAR + 1}-01-01", "s").astype(np.int64)) - 1
SCALES = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
_SMALL = 256

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


def why_not_packed(column_map: ColumnMap, schema: Any) -> str | None:
    """Return why cases of such a schema cannot be packed through such a map; None where they can.

    Each instant must stand in a column of timestamps of its own. What cannot be packed is read by
    `load`.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow import

    if not column_map.is_columns_alone or column_map.due is not None:
        return "The map says more than which column tells what."
    if column_map.only:
        return "The map takes some of the rows alone."
    for name in INSTANTS:
        heading = column_map.columns.get(name)
        if heading is not None and not pa.types.is_timestamp(schema.field(heading).type):
            return f'The column "{heading}" does not hold timestamps.'
    return None


class Packer:
    """Packs batches; without `keeps`, what was packed holds only until the next is packed.

    `names` are the words of a case that are wanted: channel, kind, priority, place; `words` begins
    with the codes that are known already. `rows` counts
    all rows, `left_out` those that are read and not judged, by reason. A row without an opening
    that can be read is no case, and is counted in `without_opening` alone. Whole seconds count, as
    everywhere: what is finer is cut off.
    """

    def __init__(
        self,
        column_map: ColumnMap,
        origin: int,
        zone: str,
        *,
        names: Collection[str] = WORDS,
        keeps: bool = True,
        words: Mapping[str, Sequence[str | None]] | None = None,
    ) -> None:
        self._map = column_map
        self._origin = origin
        self._zone = ZoneInfo(column_map.zone or zone)
        # No text is read, so no format is wanted.
        self._plain = PlainTimes(self._zone, frozenset(), ())
        self._words: dict[str, list[str | None]] = {
            name: list((words or {}).get(name, (column_map.always.get(name),)))
            for name in WORDS
            if name in names
        }
        self._keeps = keeps
        self._kept: dict[str, Packed] = {}
        self._scratch = np.empty(0, np.int64)
        self._told: dict[str, tuple[str | None, ...]] = {}
        self.rows = 0
        self.without_opening = 0
        self.left_out: Counter[str] = Counter()

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns that are needed."""
        columns = self._map.columns
        named = [columns[name] for name in (*INSTANTS, *self._words) if name in columns]
        return tuple(dict.fromkeys([*named, *self._map.own, *self._map.void]))

    def pack(self, batch: Any) -> CompactCases:
        """Return the cases of a batch that are judged."""
        self.rows += batch.num_rows
        columns = self._map.columns
        reason = np.zeros(batch.num_rows, np.int8)
        start = self._start(batch.column(columns["opened"]), reason)
        for named, why in ((self._map.own, LeftOut.OWN_WORK), (self._map.void, LeftOut.VOID)):
            for heading, words in named.items():
                reason[self._holds(batch.column(heading), words) & (reason == 0)] = why
        ends: dict[str, Packed] = {}
        for name in EVENT_OF_COLUMN:
            if name in columns:
                ends[name] = self._end(batch.column(columns[name]), start, name, reason)
        codes = {
            name: self._codes(name, batch.column(columns[name]))
            for name in self._words
            if name in columns
        }
        if reason.any():
            keep = np.flatnonzero(reason == 0)
            for code, number in zip(
                *np.unique(reason[reason > 0], return_counts=True), strict=True
            ):
                self.left_out[LeftOut(int(code)).name.lower()] += int(number)
            start = start[keep]
            ends = {name: column[keep] for name, column in ends.items()}
            codes = {name: column[keep] for name, column in codes.items()}
        return CompactCases(self._origin, start, ends, codes, self._vocabulary())

    def _start(self, column: Any, reason: NDArray[np.int8]) -> Packed:
        """Return when cases were opened; the reason of what is no case becomes -1."""
        seconds, missing = self._seconds(column)
        if missing is not None or not self._fits(seconds):
            there = (seconds >= EARLIEST) & (seconds <= LATEST)
            if missing is not None:
                there &= ~missing
            self.without_opening += int(np.count_nonzero(~there))
            reason[~there] = -1
            seconds = np.where(there, seconds, self._origin)
        return self._packed(seconds, "opened")

    def _vocabulary(self) -> Mapping[str, tuple[str | None, ...]]:
        if any(len(self._told.get(name, ())) != len(words) for name, words in self._words.items()):
            self._told = {name: tuple(words) for name, words in self._words.items()}
        return self._told

    def _end(self, column: Any, start: Packed, name: str, reason: NDArray[np.int8]) -> Packed:
        """Return the instants of a column; what it says may be why a case is not judged."""
        seconds, missing = self._seconds(column)
        if not self._fits(seconds):
            marker = (seconds < EARLIEST) | (seconds > LATEST)
            if missing is not None:
                marker &= ~missing
            reason[marker & (reason == 0)] = LeftOut.UNREADABLE_DATE
            missing = marker if missing is None else marker | missing
            # What happens more than 68 years after the history began has not happened.
            seconds = np.clip(seconds, self._origin - NEVER, self._origin + NEVER)
        packed = self._packed(seconds, name)
        if missing is not None:
            np.copyto(packed, NEVER, where=missing)
        before = np.less(packed, start)
        if before.any():
            if column.type.tz is None:
                packed[before] = self._second_time(packed[before], start[before])
                before = np.less(packed, start)
            reason[before & (reason == 0)] = LeftOut.ENDS_BEFORE_START
        return packed

    def _second_time(self, packed: Packed, start: Packed) -> Packed:
        """Return the second occurrence of an hour that came twice, where that is late enough."""
        found = packed.copy()
        for row, (end, begin) in enumerate(zip(packed.tolist(), start.tolist(), strict=True)):
            local = datetime.fromtimestamp(end + self._origin, self._zone)
            later = int(local.replace(fold=1).timestamp()) - self._origin
            if not local.fold and end < begin <= later:
                found[row] = later
        return found

    def _packed(self, seconds: Numbers, name: str) -> Packed:
        packed = self._room(len(seconds), name)
        np.copyto(packed, seconds, casting="unsafe")
        # Both wrap around in the same way, so that what fits comes out right.
        packed -= np.int64(self._origin).astype(np.int32)
        return packed

    def _room(self, size: int, name: str) -> Packed:
        """Return memory for a column: the same again, where nothing must be kept."""
        if self._keeps:
            return np.empty(size, np.int32)
        if len(self._kept.get(name, ())) < size:
            self._kept[name] = np.empty(size, np.int32)
        return self._kept[name][:size]

    def _fits(self, seconds: Numbers) -> bool:
        if not len(seconds):
            return True
        low, high = int(seconds.min()), int(seconds.max())
        return low >= max(EARLIEST, self._origin - NEVER) and high < min(
            LATEST, self._origin + NEVER
        )

    def _seconds(self, column: Any) -> tuple[Numbers, Mask | None]:
        """Return the instants in UTC seconds, anything where there is none, and where that is.

        They hold until the next column is asked for.
        """
        size, first = len(column), column.offset
        bits, values = column.buffers()
        raw = np.frombuffer(values, np.int64, first + size)[first:]
        scale = SCALES[column.type.unit]
        missing = None
        if column.null_count:
            unknown = np.bitwise_not(np.frombuffer(bits, np.uint8))
            flags = np.unpackbits(unknown, bitorder="little", count=first + size)[first:]
            missing = flags.view(np.bool_)
        seconds = raw
        if scale > 1:
            # The same memory again and again: new memory costs more than the division.
            if len(self._scratch) < size:
                self._scratch = np.empty(size, np.int64)
            seconds = np.floor_divide(raw, scale, out=self._scratch[:size])
        if column.type.tz is None and self._zone.key != "UTC":
            if missing is not None:
                seconds = np.where(missing, self._origin, seconds)
            known = np.clip(seconds, EARLIEST, LATEST)
            # What is no plausible time stays as it is: it is a marker in any zone.
            seconds = np.where(known == seconds, self._plain.instants(known), seconds)
        return seconds, missing

    def learn(self, batch: Any) -> None:
        """Learn the words of a batch, without its cases."""
        for name in self._words:
            if name in self._map.columns:
                self._codes(name, batch.column(self._map.columns[name]))

    @property
    def words(self) -> dict[str, tuple[str | None, ...]]:
        """The words that are known, by name: the code of each is its place."""
        return {name: tuple(words) for name, words in self._words.items()}

    def plausible(self, column: Any) -> Numbers:
        """Return the instants of a column, without what is missing or can only be a marker."""
        seconds, missing = self._seconds(column)
        there = (seconds >= EARLIEST) & (seconds <= LATEST)
        return seconds[there if missing is None else there & ~missing]

    def _codes(self, name: str, column: Any) -> WordCodes:
        """Return our codes of a column's words."""
        texts, own = self._dictionary(column)
        known = self._words[name]
        values = self._map.values.get(name, {})
        ours = np.zeros(len(texts) + 1, np.int32)
        for place, text in enumerate(texts):
            word = our_word(text, values, self._map.missing, self._map.always.get(name), of=name)
            if word not in known:
                known.append(word)
            ours[place] = known.index(word)
        small: WordCodes = ours.astype(np.uint8) if len(known) <= _SMALL else ours
        return small.take(own, mode="wrap")

    def _holds(self, column: Any, words: frozenset[str]) -> Mask:
        """Return which rows hold one of the words."""
        texts, own = self._dictionary(column)
        named = np.array([*(text.strip() in words for text in texts), False], np.bool_)
        return np.take(named, own, mode="wrap")

    def _dictionary(self, column: Any) -> tuple[list[str], NDArray[np.intp]]:
        """Return the texts of a column, and which one each row has: -1 for none."""
        import pyarrow as pa  # noqa: PLC0415 - slow import

        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        indices = column.indices
        if indices.null_count:
            indices = indices.fill_null(-1)
        if not pa.types.is_int32(indices.type):
            indices = indices.cast(pa.int32())
        own = np.frombuffer(indices.buffers()[1], np.int32, indices.offset + len(indices))
        texts = [cell_text(value) for value in column.dictionary.to_pylist()]
        return texts, own[indices.offset :].astype(np.intp)
