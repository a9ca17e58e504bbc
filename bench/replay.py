"""A long history replayed from Parquet, beside engines that were made for such files.

Run with `PYTHONPATH=src python bench/replay.py [rows …]`; it wants the group `bench` of
pyproject.toml. Each measurement is a process of its own, on one thread: processor seconds (user and
system) without the imports, and the most memory that was resident. The ratios are medians of paired
samples. What is asked: six promises over four calendars, how many clocks came out how, by channel
and week. DuckDB's first line only reads the same columns and aggregates them, and counts no
promise: the least that anybody could do with the file. All that count must count the same, and the
quantiles (half and nine in ten, of each promise, channel and week, in the time that it counts) must
be those of DuckDB with joins; DuckDB's line with two quantile columns only takes those of plain
differences. `--scale` compares the sizes with one another, `--confined` replays the file on the
command line in 512 MB of address space on one core. The invented files are written to a temporary
folder, 31 MB for each million cases; `--keep` names one that stays.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from invented_cases import CHANNELS, ENGLAND, OWN_HOURS, PROMISES, ZONE, policy, write_cases

SAMPLES = 5
SHARES = (0.5, 0.9)
TIMES_IN_MEMORY = 1 << 25
CONFINED = 512 << 20
POLICY = Path(__file__).parents[1] / "examples" / "riverside" / "policy.md"
Cells = dict[str, int]


def cells_of(rows: Any) -> Cells:
    """Return counts under one name each: promise, channel, week and outcome."""
    found: Counter[str] = Counter()
    for promise, channel, week, outcome, number in rows:
        found[f"{promise}|{channel}|{week}|{outcome}"] += int(number)
    return dict(found)


# ── Goodword ──────────────────────────────────────────────────────────────────────────────────────
def imports() -> None:
    """Load what a replay loads on its way: the reader of files, and the holidays of the country."""
    from pyarrow import parquet

    from goodword.businesstime.holiday import calendar_of

    assert parquet
    calendar_of(ENGLAND[0].country)


def goodword(path: Path) -> Callable[[], Any]:
    imports()
    from goodword.history.parquet_cases import parquet_cases
    from goodword.replay.replay import what_if
    from goodword.replay.tallying import tallied

    def work() -> Any:
        history = parquet_cases([path], None)
        span = history.span
        packer = history.packer(("channel",), keeps=False)
        return tallied(
            what_if(policy()),
            history.stretches(packer),
            at=span.last_event,
            first=span.first,
            last=span.last,
            tells=history.tells,
            by=("channel", "week"),
        )

    return work


def goodword_times(path: Path) -> Callable[[], Any]:
    """Return the work that tells counts and, of each promise, channel and week, two quantiles."""
    imports()
    from goodword.history.parquet_cases import parquet_cases
    from goodword.metric.quantile import quantile
    from goodword.replay.replay import what_if
    from goodword.replay.tally_kind_by_kind import kind_by_kind
    from goodword.replay.tally_times import TimesTaken
    from goodword.replay.tallying import Tallying

    def work() -> Any:
        history = parquet_cases([path], None)
        span = history.span
        with tempfile.SpooledTemporaryFile(TIMES_IN_MEMORY) as stream:
            tallying = Tallying(
                what_if(policy()),
                at=span.last_event,
                first=span.first,
                last=span.last,
                tells=history.tells,
                by=("channel", "week"),
                times=TimesTaken(stream),
            )
            packer = history.packer(tallying.names, keeps=False)
            for cases in kind_by_kind(history.stretches(packer)):
                tallying.take(cases)
            return tallying.tally(), {
                "|".join((promise, *parts)): [quantile(taken, 0, share) for share in SHARES]
                for (promise, parts), taken in tallying.times().cells()
            }

    return work


def goodword_again(path: Path) -> Callable[[], Any]:
    """Return the work on the same history in memory, for another policy."""
    from goodword.history.parquet_cases import parquet_cases
    from goodword.replay.replay import what_if
    from goodword.replay.tally_kind_by_kind import kind_by_kind
    from goodword.replay.tallying import tallied

    history = parquet_cases([path], None)
    span = history.span
    packer = history.packer(("channel",), keeps=False)
    kept = list(kind_by_kind(history.stretches(packer), keeps=True))

    def work(*, stricter: bool = True) -> Any:
        return tallied(
            what_if(policy(stricter=stricter)),
            kept,
            at=span.last_event,
            first=span.first,
            last=span.last,
            tells=history.tells,
            by=("channel", "week"),
        )

    # The first question was asked before; this is about the second.
    work(stricter=False)
    return work


def told_by_goodword(tally: Any) -> Cells:
    return cells_of(
        (promise, *parts, outcome, number) for promise, parts, outcome, number in tally.rows()
    )


# ── Peers ─────────────────────────────────────────────────────────────────────────────────────────
READ = """
select channel, (epoch_us(opened) - 345600000000) // 604800000000 as week, count(*),
       epoch(max(acknowledged)), epoch(max(first_response)), epoch(max(resolved))
from '{path}' group by all
"""
READ_QUANTILES = """
select channel, (epoch_us(opened) - 345600000000) // 604800000000 as week, count(*),
       epoch(max(acknowledged)),
       quantile_disc(epoch_us(first_response) - epoch_us(opened), 0.9),
       quantile_disc(epoch_us(resolved) - epoch_us(opened), 0.9)
from '{path}' group by all
"""
JOINED = """
with cases as (
  select channel, epoch_us(opened) // 1000000 as opened,
         epoch_us(acknowledged) // 1000000 as acknowledged,
         epoch_us(first_response) // 1000000 as first_response,
         epoch_us(resolved) // 1000000 as resolved
  from '{path}'
), placed as (
  select cases.*, weeks.week, days.due as days_due,
         hours.calendar, hours.before + least(cases.opened, hours.closes) - hours.opens as worked
  from cases
  join calendars using (channel)
  asof join hours on hours.calendar = calendars.calendar and cases.opened >= hours.opens
  asof join weeks on cases.opened >= weeks.begins
  asof join days on cases.opened >= days.begins
), asked as (
  select channel, week, promise, opened, days_due, calendar, worked + seconds as target, how,
         seconds,
         case metric when 'first_response' then first_response
                     when 'acknowledge' then acknowledged else resolved end as done
  from placed join promises using (channel)
), judged as (
  select asked.channel, week, promise,
         case how when 'clock' then asked.opened + seconds when 'days' then days_due
                  else hours.opens + target - hours.before end as due,
         case when done <= {at} then done end as done
  from asked
  asof join hours on hours.calendar = asked.calendar and asked.target > hours.before
)
select promise, channel, week,
       case when done is null then case when {at} > due then 'broken_open' else 'open' end
            when done > due then 'broken_closed' else 'kept' end as outcome,
       count(*)
from judged group by all
"""


def calendars(path: Path) -> dict[str, Any]:
    """Return what peers need as tables: openings, weeks, working days, and who promises what."""
    from datetime import date, timedelta

    from invented_cases import HOUSE

    from goodword.businesstime.openings import compile_openings
    from goodword.businesstime.workdays import add_working_days
    from goodword.businesstime.zone import midnight_of
    from goodword.history.parquet_cases import parquet_cases
    from goodword.policy.quantity import Counting

    span = parquet_cases([path], None).span
    hours = [("house", HOUSE), *OWN_HOURS.items()]
    compiled = {
        name: compile_openings(one, span.first - 30 * 86_400, span.last + 90 * 86_400)
        for name, one in hours
    }
    first = date.fromordinal(719_163 + span.first // 86_400) - timedelta(days=10)
    dates = [first + timedelta(days=one) for one in range((span.last - span.first) // 86_400 + 20)]
    return {
        "at": span.last_event,
        "hours": [
            (name, *row)
            for name, one in compiled.items()
            for row in zip(one.opens, one.closes, one.before, strict=True)
        ],
        "calendars": [
            (channel, channel if channel in OWN_HOURS else "house") for channel in CHANNELS
        ],
        "weeks": [
            (midnight_of(day.toordinal(), ZONE), f"{day:%G-W%V}")
            for day in dates
            if day.weekday() == 0
        ],
        "days": [
            (begins, add_working_days(compiled["house"], begins, 3))
            for begins in (midnight_of(day.toordinal(), ZONE) for day in dates)
        ],
        "promises": [
            (
                one.id,
                channel,
                one.metric.value,
                one.limit.seconds if one.limit.is_exact else 0,
                "days"
                if not one.limit.is_exact
                else "clock"
                if one.limit.counting is Counting.CLOCK
                else "working",
            )
            for one in PROMISES
            for channel in one.channels
        ],
    }


TIMES_JOINED = (
    JOINED.partition("), judged as (")[0]
    + """)
select promise, asked.channel, week, quantile_disc(
         case how when 'working'
              then hours.before + least(done, hours.closes) - hours.opens - target + seconds
              else done - asked.opened end, [0.5, 0.9])
from asked
asof join hours on hours.calendar = asked.calendar and asked.done >= hours.opens
where done <= {at}
group by all
"""
)


COLUMNS = {
    "hours": ("calendar", "opens", "closes", "before"),
    "calendars": ("channel", "calendar"),
    "weeks": ("begins", "week"),
    "days": ("begins", "due"),
    "promises": ("promise", "channel", "metric", "seconds", "how"),
}


def connected() -> Any:
    import duckdb

    return duckdb.connect(config={"threads": 1})


def duckdb_reads(path: Path, query: str = READ) -> Callable[[], Any]:
    connection = connected()
    return lambda: len(connection.execute(query.format(path=path)).fetchall())


def duckdb_joins(path: Path, asked: str = JOINED) -> Callable[[], Any]:
    import pyarrow as pa

    connection = connected()
    told = calendars(path)
    for name, columns in COLUMNS.items():
        rows = pa.table([pa.array(column) for column in zip(*told[name], strict=True)], columns)
        connection.register(f"{name}_rows", rows)
        connection.execute(f"create table {name} as from {name}_rows")
    query = asked.format(path=path, at=told["at"])
    if asked == JOINED:
        return lambda: cells_of(connection.execute(query).fetchall())

    def quantiles() -> Any:
        rows = connection.execute(query).fetchall()
        return {}, {"|".join(names): found for *names, found in rows}

    return quantiles


def polars_joins(path: Path) -> Callable[[], Any]:
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars as pl

    told = calendars(path)
    at = told["at"]
    tables = {
        name: pl.DataFrame(told[name], schema=list(columns), orient="row")
        for name, columns in COLUMNS.items()
    }
    hours = tables["hours"].sort("opens")
    ends = ("acknowledged", "first_response", "resolved")

    def work() -> Any:
        cases = pl.read_parquet(path, columns=["opened", *ends, "channel"]).with_columns(
            pl.col("opened", *ends).dt.epoch("s"), pl.col("channel").cast(pl.String)
        )
        placed = (
            cases.sort("opened")
            .join(tables["calendars"], on="channel")
            .join_asof(tables["weeks"], left_on="opened", right_on="begins")
            .join_asof(tables["days"], left_on="opened", right_on="begins", suffix="_day")
            .join_asof(hours, left_on="opened", right_on="opens", by="calendar")
            .with_columns(
                worked=pl.col("before") + pl.min_horizontal("opened", "closes") - pl.col("opens")
            )
            .drop("opens", "closes", "before")
        )
        found = []
        names = {
            "first_response": "first_response",
            "acknowledge": "acknowledged",
            "resolution": "resolved",
        }
        for promise in PROMISES:
            first = next(row for row in told["promises"] if row[0] == promise.id)
            _, _, metric, seconds, how = first
            asked = placed.filter(pl.col("channel").is_in(list(promise.channels)))
            if how == "clock":
                asked = asked.with_columns(due_at=pl.col("opened") + seconds)
            elif how == "days":
                asked = asked.with_columns(due_at=pl.col("due"))
            else:
                asked = (
                    asked.with_columns(target=pl.col("worked") + seconds)
                    .sort("target")
                    .join_asof(
                        hours.sort("before"),
                        left_on="target",
                        right_on="before",
                        by="calendar",
                        allow_exact_matches=False,
                    )
                    .with_columns(due_at=pl.col("opens") + pl.col("target") - pl.col("before"))
                )
            done = pl.when(pl.col(names[metric]) <= at).then(pl.col(names[metric]))
            outcome = (
                pl.when(done.is_null())
                .then(
                    pl.when(at > pl.col("due_at"))
                    .then(pl.lit("broken_open"))
                    .otherwise(pl.lit("open"))
                )
                .when(done > pl.col("due_at"))
                .then(pl.lit("broken_closed"))
                .otherwise(pl.lit("kept"))
            )
            counted = (
                asked.select("channel", "week", outcome=outcome)
                .group_by("channel", "week", "outcome")
                .len()
            )
            found += [(promise.id, *row) for row in counted.iter_rows()]
        return cells_of(found)

    return work


def pandas_joins(path: Path) -> Callable[[], Any]:
    import numpy as np
    import pandas as pd

    told = calendars(path)
    at = told["at"]
    tables = {
        name: pd.DataFrame(told[name], columns=list(columns)) for name, columns in COLUMNS.items()
    }
    hours = tables["hours"].sort_values("opens")
    own = dict(told["calendars"])
    ends = ("acknowledged", "first_response", "resolved")
    names = {
        "first_response": "first_response",
        "acknowledge": "acknowledged",
        "resolution": "resolved",
    }

    def work() -> Any:
        cases = pd.read_parquet(path, columns=["opened", *ends, "channel"])
        for name in ends:
            known = cases[name].notna()
            cases[name] = cases[name].astype("int64").floordiv(1_000_000).where(known, 2**62)
        cases["opened"] = cases["opened"].astype("int64") // 1_000_000
        cases["channel"] = cases["channel"].astype(str)
        cases["calendar"] = cases["channel"].map(own)
        cases = cases.sort_values("opened")
        for name in ("weeks", "days"):
            cases = pd.merge_asof(
                cases, tables[name], left_on="opened", right_on="begins", suffixes=("", f"_{name}")
            )
        cases = pd.merge_asof(cases, hours, left_on="opened", right_on="opens", by="calendar")
        cases["worked"] = (
            cases["before"] + np.minimum(cases["opened"], cases["closes"]) - cases["opens"]
        )
        cases = cases.drop(columns=["opens", "closes", "before"])
        found: list[Any] = []
        for promise in PROMISES:
            first = next(row for row in told["promises"] if row[0] == promise.id)
            _, _, metric, seconds, how = first
            asked = cases[cases["channel"].isin(promise.channels)].copy()
            if how == "working":
                asked["target"] = asked["worked"] + seconds
                asked = pd.merge_asof(
                    asked.sort_values("target"),
                    hours.sort_values("before"),
                    left_on="target",
                    right_on="before",
                    by="calendar",
                    allow_exact_matches=False,
                )
                due = asked["opens"] + asked["target"] - asked["before"]
            else:
                due = asked["opened"] + seconds if how == "clock" else asked["due"]
            done = asked[names[metric]]
            asked["outcome"] = np.where(
                done <= at,
                np.where(done > due, "broken_closed", "kept"),
                np.where(at > due, "broken_open", "open"),
            )
            counted = asked.groupby(["channel", "week", "outcome"]).size()
            found += [(promise.id, *key, number) for key, number in counted.items()]
        return cells_of(found)

    return work


ENGINES: dict[str, Callable[[Path], Callable[[], Any]]] = {
    "duckdb reads": duckdb_reads,
    "goodword": goodword,
    "goodword again": goodword_again,
    "duckdb reads, two quantiles": lambda path: duckdb_reads(path, READ_QUANTILES),
    "goodword, two quantiles": goodword_times,
    "duckdb joins": duckdb_joins,
    "duckdb joins, quantiles": lambda path: duckdb_joins(path, TIMES_JOINED),
    "polars joins": polars_joins,
    "pandas joins": pandas_joins,
}


# ── Measuring ─────────────────────────────────────────────────────────────────────────────────────
def most_memory() -> float:
    """Return the most megabytes that were resident; what a parent had before does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(engine: str, path: Path) -> None:
    """Print what one engine took, as JSON: the child's part."""
    import pyarrow as pa

    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    work = ENGINES[engine](path)
    begun = time.process_time()
    answer = work()
    seconds = time.process_time() - begun
    quantiles = None
    if isinstance(answer, tuple):
        answer, quantiles = answer
    told = answer if isinstance(answer, (dict, int)) else told_by_goodword(answer)
    print(
        json.dumps(
            {
                "seconds": seconds,
                "megabytes": most_memory(),
                "cells": told if isinstance(told, dict) else None,
                "quantiles": quantiles,
            }
        )
    )


def run(engine: str, path: Path) -> dict[str, Any]:
    """Return what a fresh process measured."""
    command = [sys.executable, __file__, "--engine", engine, "--file", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def ratio_of(ones: list[dict[str, Any]], others: list[dict[str, Any]]) -> float:
    """Return the median of the ratios of processor seconds, pair by pair."""
    pairs = zip(ones, others, strict=False)
    return statistics.median(one["seconds"] / other["seconds"] for one, other in pairs)


def scaled(paths: dict[int, Path], *, samples: int) -> None:
    """Print what a million cases take in short and long files, one after another and again."""
    taken: dict[int, list[dict[str, Any]]] = {rows: [] for rows in paths}
    for _ in range(samples):
        for rows, path in paths.items():
            taken[rows].append(run("goodword", path))
    base = min(paths)
    print(f"\n{'cases':>12}{'processor s':>13}{'s a million':>13}{'x the least':>13}{'peak MB':>9}")
    for rows, found in taken.items():
        seconds = statistics.median(one["seconds"] for one in found)
        linear = ratio_of(found, taken[base]) * base / rows
        most = max(one["megabytes"] for one in found)
        print(f"{rows:12,}{seconds:13.2f}{seconds * 1e6 / rows:13.3f}{linear:13.2f}{most:9.0f}")


def confined(path: Path) -> None:
    """Replay a file on the command line, on one core, in 512 MB of address space; print the most.

    The child is limited before it begins, imports and all.
    """
    command = [sys.executable, "-m", "goodword", "replay", str(POLICY), str(path), "--json"]

    def limit() -> None:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        resource.setrlimit(resource.RLIMIT_AS, (CONFINED, CONFINED))

    done = subprocess.run(command, check=True, capture_output=True, text=True, preexec_fn=limit)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    told = json.loads(done.stdout)
    print(
        f"\n{told['cases']:,} cases on the command line, one core, {CONFINED >> 20} MB of address "
        f"space: done, {most:.0f} MB resident at most\n{done.stderr.strip()}"
    )


def compared(path: Path, rows: int, *, samples: int, joins: bool) -> None:
    """Print the table for one file."""
    ours, others = list(ENGINES)[:5], list(ENGINES)[5:] if joins else []
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in (*ours, *others)}
    for _ in range(samples):
        for name in ours:
            taken[name].append(run(name, path))
    for name in others:
        taken[name].append(run(name, path))
    expected = taken["goodword"][0]["cells"]
    for name in others:
        if taken[name][0]["quantiles"] is not None:
            if taken[name][0]["quantiles"] != taken["goodword, two quantiles"][0]["quantiles"]:
                raise SystemExit(f"{name} has other quantiles")
        elif taken[name][0]["cells"] != expected:
            raise SystemExit(f"{name} counts otherwise")
    if taken["goodword, two quantiles"][0]["cells"] != expected:
        raise SystemExit("with quantiles, the counts are others")
    print(
        f"\n{rows:,} cases, {path.stat().st_size / 1e6:,.0f} MB; {sum(expected.values()):,} clocks"
    )
    print(f"{'':30}{'processor s':>12}{'x duckdb reads':>16}{'peak MB':>10}")
    for name, found in taken.items():
        ratio = ratio_of(found, taken["duckdb reads"])
        seconds = statistics.median(one["seconds"] for one in found)
        most = max(one["megabytes"] for one in found)
        print(f"{name:30}{seconds:12.2f}{ratio:16.2f}{most:10.0f}")
    again = ratio_of(taken["goodword again"], taken["goodword"])
    print(f"a second policy on the history in memory: {again:.2f} of the first")
    quantiles = ratio_of(taken["goodword, two quantiles"], taken["duckdb reads, two quantiles"])
    print(f"with two quantiles: {quantiles:.2f} times duckdb with two quantile columns")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="*", type=int, default=[10_000_000])
    parser.add_argument("--samples", type=int, default=SAMPLES)
    parser.add_argument("--no-joins", action="store_true", help="leave out the slow peers")
    parser.add_argument("--compression", default="snappy")
    parser.add_argument("--scale", action="store_true", help="compare the sizes with one another")
    parser.add_argument("--confined", action="store_true", help="one core and 512 MB")
    parser.add_argument("--keep", type=Path, help="a folder for the files, left there")
    parser.add_argument("--engine")
    parser.add_argument("--file", type=Path)
    asked = parser.parse_args()
    if asked.engine:
        measured(asked.engine, asked.file)
        return
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for rows in asked.rows:
            path = (asked.keep or Path(folder)) / f"cases-{rows}-{asked.compression}.parquet"
            if not path.exists():
                write_cases(path, rows, compression=asked.compression)
            paths[rows] = path
            if asked.scale or asked.confined:
                continue
            begun = time.monotonic()
            compared(path, rows, samples=asked.samples, joins=not asked.no_joins)
            print(f"(measured in {time.monotonic() - begun:.0f} s)")
        if asked.scale:
            scaled(paths, samples=asked.samples)
        if asked.confined:
            confined(paths[asked.rows[0]])


if __name__ == "__main__":
    main()
