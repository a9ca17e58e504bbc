"""A long history in Parquet: what its footer tells, and its cases, packed a stretch at a time."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from goodword.businesstime.zone import DAY, zone_of
from goodword.case.columns import EVENT_OF_COLUMN
from goodword.case.compact import CompactCases
from goodword.case.event import EventKind
from goodword.errors import GoodwordError, UnreadableFileError
from goodword.history.column_map import INSTANTS, WORDS, ColumnMap, map_of_headings
from goodword.history.packer import EARLIEST, LATEST, SCALES, Packer, why_not_packed
from goodword.history.plain_times import PlainTimes

_ROWS = 1 << 17


class NotPackedError(GoodwordError):
    """A history must be read by `load`, because its columns hold more than can be packed."""

    code = "not-packed"


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when cases were opened, and when anything happened last, in UTC seconds."""

    first: int
    last: int
    last_event: int


@dataclass(frozen=True, slots=True)
class ParquetCases:
    """One or more Parquet files with one row a case, of the same columns.

    Ids are not compared: each row is a case. `rows` is how many there are; `span` None without any.
    """

    paths: tuple[Path, ...]
    column_map: ColumnMap
    zone: str
    rows: int
    span: Span | None
    schema: Any = field(repr=False, compare=False)

    @property
    def tells(self) -> frozenset[EventKind]:
        """The kinds of event that the columns tell of."""
        return frozenset(
            kind for name, kind in EVENT_OF_COLUMN.items() if name in self.column_map.columns
        )

    @property
    def origin(self) -> int:
        """The midnight from which packed seconds count."""
        return 0 if self.span is None else self.span.first // DAY * DAY

    def packer(self, names: Collection[str] = WORDS, *, keeps: bool = True) -> Packer:
        """Return what packs batches of these columns; it counts what is left out."""
        return Packer(self.column_map, self.origin, self.zone, names=names, keeps=keeps)

    def stretches(self, packer: Packer) -> Iterator[CompactCases]:
        """Yield the cases, 130,000 at a time. Raises UnreadableFileError for a damaged file."""
        import pyarrow as pa  # noqa: PLC0415 - slow import

        headings = list(packer.headings)
        for path in self.paths:
            try:
                with _opened(path, self._words()) as file:
                    for batch in file.iter_batches(
                        batch_size=_ROWS, columns=headings, use_threads=False
                    ):
                        yield packer.pack(batch)
            except (pa.ArrowException, OSError) as broken:
                raise damaged(path, broken) from None

    def _words(self) -> list[str]:
        """The columns of text that are wanted as codes."""
        import pyarrow as pa  # noqa: PLC0415 - slow import

        columns = self.column_map.columns
        named = [columns[name] for name in WORDS if name in columns]
        return [
            one
            for one in (*named, *self.column_map.own, *self.column_map.void)
            if pa.types.is_string(self.schema.field(one).type)
            or pa.types.is_large_string(self.schema.field(one).type)
        ]


def parquet_cases(
    paths: Sequence[Path], column_map: ColumnMap | None, *, zone: str = "UTC"
) -> ParquetCases:
    """Return the history in Parquet files, from their footers; nothing is read yet.

    Where a footer does not tell from when to when it goes, those columns are read once. Raises
    UnreadableFileError for a damaged file, NotPackedError where `load` must read it.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow import

    footers = []
    try:
        for path in paths:
            with _opened(path, []) as file:
                footers.append((file.metadata, file.schema_arrow))
    except (pa.ArrowException, OSError) as broken:
        raise damaged(path, broken) from None
    schema = footers[0][1]
    column_map = column_map or map_of_headings(tuple(schema.names))
    columns = column_map.columns
    missing = [one for one in column_map.headings() if one not in schema.names]
    if missing or "opened" not in columns:
        raise NotPackedError(f"{paths[0]} has other columns than its map says.")
    why = why_not_packed(column_map, schema)
    if why is not None:
        raise NotPackedError(why)
    zone = column_map.zone or zone
    rows = sum(metadata.num_rows for metadata, _ in footers)
    known = [
        _span_of(metadata, column_map, schema, zone) for metadata, _ in footers if metadata.num_rows
    ]
    found = ParquetCases(tuple(paths), column_map, zone, rows, None, schema)
    if rows and any(one is None for one in known):
        known = [_looked_for(found)]
    spans = [one for one in known if one is not None]
    if not spans:
        return found
    span = Span(
        min(one.first for one in spans),
        max(one.last for one in spans),
        max(one.last_event for one in spans),
    )
    return replace(found, span=span)


def damaged(path: Path, broken: Exception) -> UnreadableFileError:
    """Return the refusal of a file that cannot be read to its end."""
    return UnreadableFileError(
        f"{path} is cut off or damaged: {(str(broken).splitlines() or [''])[0][:120]}",
        hint="Copy or download it again; the end of such a file says where everything stands.",
    )


def _opened(path: Path, words: list[str]) -> Any:
    from pyarrow import parquet  # noqa: PLC0415 - slow import

    # Ahead of what is asked for, whole columns would be held in memory.
    return parquet.ParquetFile(path, pre_buffer=False, read_dictionary=words or None)


def _span_of(metadata: Any, column_map: ColumnMap, schema: Any, zone: str) -> Span | None:
    """Return what the statistics of a footer tell; None where they leave something open."""
    columns = column_map.columns
    lows, highs, lasts = [], [], []
    places = {metadata.schema.column(at).path: at for at in range(metadata.num_columns)}
    for name in INSTANTS:
        if name not in columns:
            continue
        heading = columns[name]
        for group in range(metadata.num_row_groups):
            found = metadata.row_group(group).column(places[heading]).statistics
            if found is None:
                return None
            if not found.has_min_max:
                if found.has_null_count and found.null_count == metadata.row_group(group).num_rows:
                    continue
                return None
            low, high = (
                _instant(one, schema.field(heading).type, zone)
                for one in (found.min_raw, found.max_raw)
            )
            if not EARLIEST <= low <= high <= LATEST:
                return None
            lasts.append(high)
            if name == "opened":
                lows.append(low)
                highs.append(high)
    return Span(min(lows), max(highs), max(lasts)) if lows else None


def _instant(raw: int, kind: Any, zone: str) -> int:
    seconds = raw // SCALES[kind.unit]
    if kind.tz is None and zone != "UTC" and EARLIEST <= seconds <= LATEST:
        plain = PlainTimes(zone_of(zone), frozenset(), ())
        return int(plain.instants(np.array([seconds], np.int64))[0])
    return seconds


def _looked_for(cases: ParquetCases) -> Span | None:
    """Return the span as the columns themselves tell it, without what is no plausible instant."""
    packer = Packer(cases.column_map, EARLIEST // DAY * DAY, cases.zone)
    low, high, last = LATEST, EARLIEST, EARLIEST
    import pyarrow as pa  # noqa: PLC0415 - slow import

    columns = cases.column_map.columns
    headings = [columns[name] for name in INSTANTS if name in columns]
    for path in cases.paths:
        try:
            with _opened(path, []) as file:
                for batch in file.iter_batches(_ROWS, columns=headings, use_threads=False):
                    for heading in headings:
                        found = packer.plausible(batch.column(heading))
                        if not len(found):
                            continue
                        last = max(last, int(found.max()))
                        if heading == columns["opened"]:
                            low, high = min(low, int(found.min())), max(high, int(found.max()))
        except (pa.ArrowException, OSError) as broken:
            raise damaged(path, broken) from None
    return Span(low, high, last) if low <= high else None
