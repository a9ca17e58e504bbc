"""A history in Parquet judged on Spark: whole Arrow batches go to the workers' bulk functions.

The driver compiles hours and due times once and broadcasts them. Each task packs and judges its
batches and answers with counts, which Spark adds up: a task that is lost and run again counts once.
Times taken are counted too, in two looks (`times_counted`), so that quantiles are exact.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from goodword.case.columns import EVENT_OF_COLUMN
from goodword.clock.version import Versions
from goodword.errors import UnreadableFileError
from goodword.history.column_map import INSTANTS, ColumnMap, map_of_headings
from goodword.history.packer import EARLIEST, LATEST, Packer, why_not_packed
from goodword.history.parquet_cases import NotPackedError
from goodword.metric.tally_quantiles import Quantiles, tally_quantiles
from goodword.policy.promise import Promise
from goodword.replay.outcomes import OUTCOMES
from goodword.replay.tally import Cell, Tally
from goodword.replay.tallying import Tallying, origin_of
from goodword.spark.times import CountedTimes
from goodword.spark.times_counted import CountedKeys, TimesCounted

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

Batches = Iterator["pa.RecordBatch"]
_COUNTS = tuple(outcome.value for outcome in OUTCOMES)
_CELLS = "promise string, parts array<string>, key bigint, " + ", ".join(
    f"{name} bigint" for name in _COUNTS
)
_HEADINGS = ["promise", "parts", "key", *_COUNTS]
_LOOK = "first bigint, last bigint, last_event bigint, name string, words array<string>"
# What a task answers beside the cells of promises, under names that no promise has.
_CASES, _ROWS, _LEFT_OUT, _TIMES = "\0cases", "\0rows", "\0left out", "\0times"


@dataclass(frozen=True, slots=True)
class OnSpark:
    """A tally made on Spark, as of `at`, and what was read for it."""

    tally: Tally
    at: int
    rows: int
    left_out: Counter[str]
    unmeasured: dict[str, str]
    quantiles: Mapping[Cell, Quantiles] = field(default_factory=dict)
    """Of the times taken, by promise and part, of a whole promise by (); none if not wanted."""


def replay_on_spark(
    session: "SparkSession",
    paths: Sequence[str | Path],
    column_map: ColumnMap | None,
    versions: Versions,
    *,
    at: int | None = None,
    by: Sequence[str] = (),
    zone: str = "UTC",
    times: bool = False,
) -> OnSpark:
    """Return what `tallied` returns for Parquet files, or folders of them, that the workers reach.

    The data are read twice: once for their span and their words, once to be judged; and, where
    `times` are wanted, once more for the exact seconds of their quantiles. `at` None is the last
    event. Raises NotPackedError where columns alone do not tell enough.
    """
    frame = session.read.parquet(*map(str, paths))
    column_map = column_map or map_of_headings(tuple(frame.columns))
    _need_columns(frame, column_map, str(paths[0]))
    frame = frame.select(*_headings(column_map))
    look = frame.mapInArrow(_looker(column_map, zone), _LOOK).collect()
    first, last, last_event, words = _seen(look, str(paths[0]))
    tells = frozenset(kind for name, kind in EVENT_OF_COLUMN.items() if name in column_map.columns)
    at = last_event if at is None else at
    counted = TimesCounted() if times else None
    work = Tallying(versions, at=at, first=first, last=last, tells=tells, by=by, times=counted)
    work.prepare(words)
    task = _Work(work, counted, words, column_map, zone, first)
    found, stretches = _gathered(_judged(session, frame, task), work, at)
    if counted is None:
        return found
    promises = dict.fromkeys(
        promise.id for _, policy in versions for promise in policy.of_kind(Promise)
    )
    by_stretch = CountedTimes(stretches, work.cell_of())
    rough = tally_quantiles(by_stretch, found.tally, promises)
    counted.inside = by_stretch.stretches_of(rough)
    _, seconds = _gathered(_judged(session, frame, task), work, at)
    try:
        exact = stretches.with_closer(seconds)
    except ValueError:
        raise UnreadableFileError(
            f"{paths[0]} changed while it was read.", hint="Give the command again."
        ) from None
    told = tally_quantiles(CountedTimes(exact, work.cell_of()), found.tally, promises)
    return replace(found, quantiles=told)


def _headings(column_map: ColumnMap) -> list[str]:
    """Return the columns that matter; the id of a case is none of them."""
    named = [heading for name, heading in column_map.columns.items() if name != "case"]
    return list(dict.fromkeys([*named, *column_map.own, *column_map.void]))


def _need_columns(frame: "DataFrame", column_map: ColumnMap, path: str) -> None:
    from pyspark.sql.pandas.types import to_arrow_schema  # noqa: PLC0415 - slow import

    missing = [one for one in _headings(column_map) if one not in frame.columns]
    if missing or "opened" not in column_map.columns:
        raise UnreadableFileError(
            f'{path}: there is no column "{missing[0] if missing else "opened"}". '
            f"The columns are: {', '.join(frame.columns[:12])}.",
            hint="Say with --map which columns hold the cases.",
        )
    why = why_not_packed(column_map, to_arrow_schema(frame.schema, timezone="UTC"))
    if why is not None:
        raise NotPackedError(why, hint="Replay it without --engine spark, or convert that column.")


def _looker(column_map: ColumnMap, zone: str) -> Callable[[Batches], Batches]:
    """Return what a task does to learn its span and its words."""

    def look(batches: Batches) -> Batches:
        import pyarrow as pa  # noqa: PLC0415 - on the worker

        packer = Packer(column_map, EARLIEST, zone)
        columns = column_map.columns
        low, high, last = LATEST, EARLIEST, EARLIEST
        for batch in batches:
            packer.learn(batch)
            for name in INSTANTS:
                if name not in columns:
                    continue
                found = packer.plausible(batch.column(columns[name]))
                if len(found):
                    last = max(last, int(found.max()))
                    if name == "opened":
                        low, high = min(low, int(found.min())), max(high, int(found.max()))
        told = packer.words.items()
        size = len(told)
        yield pa.RecordBatch.from_pydict(
            {
                "first": [low] * size,
                "last": [high] * size,
                "last_event": [last] * size,
                "name": [name for name, _ in told],
                "words": [[word for word in words if word is not None] for _, words in told],
            },
            pa.schema(
                [
                    *((name, pa.int64()) for name in ("first", "last", "last_event")),
                    ("name", pa.string()),
                    ("words", pa.list_(pa.string())),
                ]
            ),
        )

    return look


def _seen(
    rows: Sequence[Any], path: str
) -> tuple[int, int, int, dict[str, tuple[str | None, ...]]]:
    """Return the span of all tasks together, and all words in an order of their own."""
    first = min((row["first"] for row in rows), default=LATEST)
    last = max((row["last"] for row in rows), default=EARLIEST)
    if first > last:
        raise UnreadableFileError(
            f"{path} holds no case that could be read.", hint="Look at the column map."
        )
    words: dict[str, set[str]] = {}
    for row in rows:
        words.setdefault(row["name"], set()).update(row["words"])
    known: dict[str, tuple[str | None, ...]] = {
        name: (None, *sorted(found)) for name, found in words.items()
    }
    return first, last, max(row["last_event"] for row in rows), known


@dataclass(frozen=True, slots=True)
class _Work:
    """What a task needs, made once and broadcast. The counted times are those of the tallying."""

    tallying: Tallying
    times: TimesCounted | None
    words: dict[str, tuple[str | None, ...]]
    column_map: ColumnMap
    zone: str
    first: int


def _judged(session: "SparkSession", frame: "DataFrame", work: _Work) -> "pa.Table":
    """Return what all tasks counted together."""
    ready = session.sparkContext.broadcast(work)
    try:
        judged = frame.mapInArrow(_judge(ready), _CELLS)
        return judged.groupBy("promise", "parts", "key").sum(*_COUNTS).toArrow()
    finally:
        ready.unpersist()


def _judge(ready: Any) -> Callable[[Batches], Batches]:
    """Return what a task does to judge its cases."""

    def judge(batches: Batches) -> Batches:
        import pyarrow as pa  # noqa: PLC0415 - on the worker

        task: _Work = ready.value
        work, times = task.tallying, task.times
        work.clear()
        if times is not None:
            times.clear()
        packer = Packer(
            task.column_map,
            origin_of(task.first),
            task.zone,
            names=work.names,
            keeps=False,
            words=task.words,
        )
        for batch in batches:
            work.take(packer.pack(batch))
        tally = work.tally()
        cells = [(cell, parts, counts) for (cell, parts), counts in tally.cells.items()]
        cells.append((_CASES, (), (tally.cases,)))
        cells.append((_ROWS, (), (packer.rows - packer.without_opening,)))
        cells += [(_LEFT_OUT, (why,), (number,)) for why, number in packer.left_out.items()]
        columns = [
            pa.array([cell for cell, _, _ in cells], pa.string()),
            pa.array([list(parts) for _, parts, _ in cells], pa.list_(pa.string())),
            pa.array(np.zeros(len(cells), np.int64)),
        ]
        for place in range(len(_COUNTS)):
            numbers = [counts[place] if place < len(counts) else 0 for _, _, counts in cells]
            columns.append(pa.array(numbers, pa.int64()))
        yield pa.RecordBatch.from_arrays(columns, _HEADINGS)
        if times is not None:
            yield _answer(times.counted())

    return judge


def _answer(counted: CountedKeys) -> "pa.RecordBatch":
    """Return counted times as a task answers them."""
    import pyarrow as pa  # noqa: PLC0415 - on the worker

    size = len(counted.keys)
    nothing = pa.array(np.zeros(size, np.int64))
    columns = [
        pa.repeat(_TIMES, size),
        pa.nulls(size, pa.list_(pa.string())),
        pa.array(counted.keys),
        pa.array(counted.counts.astype(np.int64)),
        *[nothing] * (len(_COUNTS) - 1),
    ]
    return pa.RecordBatch.from_arrays(columns, _HEADINGS)


def _gathered(told: "pa.Table", work: Tallying, at: int) -> tuple[OnSpark, CountedKeys]:
    """Return what was counted, and the counted times with no exact quantile yet."""
    import pyarrow.compute as pc  # noqa: PLC0415 - slow import

    told = told.rename_columns(_HEADINGS)
    is_time = pc.equal(told["promise"], _TIMES)
    times = told.filter(is_time)
    cells: dict[Cell, tuple[int, ...]] = {}
    cases = read = 0
    left_out: Counter[str] = Counter()
    for row in told.filter(pc.invert(is_time)).to_pylist():
        promise, parts, _, *numbers = row.values()
        if promise == _CASES:
            cases = numbers[0]
        elif promise == _ROWS:
            read = numbers[0]
        elif promise == _LEFT_OUT:
            left_out[parts[0]] = numbers[0]
        else:
            cells[promise, tuple(parts)] = tuple(numbers)
    counted = CountedKeys.of(times["key"].to_numpy(), times[_COUNTS[0]].to_numpy())
    tally = Tally(work.by, cells, cases)
    return OnSpark(tally, at, read, left_out, dict(work.unmeasured)), counted
