"""A history judged on a cluster of worker processes, one of them killed midway: the same counts."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import numpy as np
import psutil
import pyarrow as pa
import pytest
from pyarrow import parquet

from goodword.errors import UnreadableFileError
from goodword.history.parquet_cases import parquet_cases
from goodword.metric.tally_quantiles import tally_quantiles
from goodword.policy.hours import ChannelHours, HolidayPlace, Hours, Interval
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.replay import what_if
from goodword.replay.tally_times import TimesTaken
from goodword.replay.tallying import Tallying
from goodword.spark.replay import replay_on_spark
from goodword.spark.session import refusals_of_spark, spark_session

DAY = (Interval(540, 1020),)
HOUSE = Hours("Europe/London", (DAY, DAY, DAY, DAY, DAY, (), ()), (HolidayPlace("GB", "ENG"),))
PHONE = Hours("Europe/London", ((Interval(480, 1200),),) * 7)
POLICY = Policy(
    title="",
    organisation="",
    serves="client",
    language="en",
    currency="GBP",
    hours=HOUSE,
    roles=(),
    owner=None,
    sections=(),
    clauses=(
        Promise(
            id="reply",
            metric=Metric.FIRST_RESPONSE,
            channels=("email", "phone"),
            limit=Duration(4, Unit.HOUR, Counting.WORKING),
        ),
        Promise(
            id="resolve", metric=Metric.RESOLUTION, limit=Duration(3, Unit.DAY, Counting.WORKING)
        ),
    ),
    channel_hours=(ChannelHours("phone", PHONE),),
)
BY = ("channel", "week")
WRITTEN = """# Policy

## Hours

We are open Monday to Friday, 9am to 5pm. Our time zone is Europe/London.

## Promises

- We reply to every email within 4 working hours.
- We reply to every chat within 2 hours.
- We resolve every email within 3 working days.
"""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight files of invented cases, a month each."""
    folder = tmp_path_factory.mktemp("cases")
    random = np.random.default_rng(3)
    moment = pa.timestamp("us", "UTC")
    for number in range(8):
        size = 40_000
        opened = 1_760_000_000 + number * 2_592_000 + random.integers(0, 2_592_000, size)

        def after(
            scale: float, opened: Any = opened, size: int = size, missing: float = 0.1
        ) -> pa.Array:
            seconds = opened + random.exponential(scale, size).astype(np.int64)
            gone = random.random(size) < missing
            return pa.array(seconds * 1_000_000, pa.int64(), mask=gone).cast(moment)

        words = np.array(["email", "phone", "chat"])[random.integers(0, 3, size)]
        table = {
            "case": pa.array(np.arange(size) + number * size),
            "opened": pa.array(opened * 1_000_000).cast(moment),
            "first_response": after(20_000),
            "resolved": after(300_000),
            "channel": pa.array(words.tolist()),
        }
        parquet.write_table(pa.table(table), folder / f"part-{number}.parquet")
    return folder


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    # Four Java machines start at once: the quick compiler and one collector are enough for them.
    os.environ["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    found = spark_session("local-cluster[2,1,1024]")
    yield found
    found.stop()


def executors() -> list[psutil.Process]:
    """Return the worker processes of our own cluster: the children of our own Java."""
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            if "CoarseGrainedExecutorBackend" in " ".join(child.cmdline()):
                found.append(child)
        except psutil.Error:
            # It ended meanwhile.
            continue
    return found


def test_one_worker_killed_midway_changes_no_count_and_no_time(cases: Path, session: Any) -> None:
    history = parquet_cases(sorted(cases.iterdir()), None)
    span = history.span
    assert span is not None
    with TemporaryFile() as stream:
        work = Tallying(
            what_if(POLICY),
            at=span.last_event,
            first=span.first,
            last=span.last,
            tells=history.tells,
            by=BY,
            times=TimesTaken(stream),
        )
        for stretch in history.stretches(history.packer()):
            work.take(stretch)
        expected = work.tally()
        quantiles = tally_quantiles(work.times(), expected, ["reply", "resolve"])
    killed: list[int] = []

    def kill_one_when_it_works() -> None:
        tracker = session.sparkContext.statusTracker()
        deadline = time.monotonic() + 600
        while time.monotonic() < deadline and not killed:
            stages = [tracker.getStageInfo(one) for one in tracker.getActiveStageIds()]
            if any(one and one.numActiveTasks and one.numCompletedTasks for one in stages):
                victim = executors()[0]
                os.kill(victim.pid, signal.SIGKILL)
                killed.append(victim.pid)
            time.sleep(0.005)

    # A file a task: enough of them for one to be done while others are not.
    session.conf.set("spark.sql.files.maxPartitionBytes", "1000000")
    session.conf.set("spark.sql.files.openCostInBytes", "1000000")
    while len(executors()) < 2:
        time.sleep(0.1)
    before = {one.pid for one in executors()}
    watcher = threading.Thread(target=kill_one_when_it_works)
    watcher.start()
    found = replay_on_spark(session, [cases], None, what_if(POLICY), by=BY, times=True)
    watcher.join()

    assert killed
    assert set(killed) <= before
    assert killed[0] not in {one.pid for one in executors()}
    assert found.tally == expected
    assert (found.rows, found.at) == (320_000, span.last_event)
    assert quantiles == dict(found.quantiles)
    assert len(quantiles) > 100
    assert all(told["p50"] is not None for told in quantiles.values())


def test_times_are_told_on_the_command_line_as_by_the_engine_without_a_cluster(
    cases: Path, tmp_path: Path
) -> None:
    policy = tmp_path / "policy.md"
    policy.write_text(WRITTEN, encoding="utf-8")
    by = ("--by", "channel,month")

    words = ("replay", str(policy), str(cases), *by, "--json", "--engine")
    here, there = (
        json.loads(subprocess.check_output([sys.executable, "-m", "goodword", *words, *engine]))
        for engine in (("columns",), ("spark", "--master", "local[2]"))
    )

    assert here.pop("engine") == "columns"
    assert there.pop("engine") == "spark"
    assert here == there
    assert all(one["quantiles"]["p80"] for one in there["promises"])


@pytest.mark.parametrize(
    ("kept", "told", "next_step"),
    [
        (None, "PATH_NOT_FOUND", "every worker reach"),
        (0.5, "part-0.parquet", "Copy that file again"),
    ],
    ids=["no such folder", "a file that is cut off"],
)
def test_what_spark_refuses_is_told_with_a_next_step(
    cases: Path,
    session: Any,
    tmp_path: Path,
    *,
    kept: float | None,
    told: str,
    next_step: str,
) -> None:
    folder = tmp_path / "cases"
    if kept is not None:
        folder.mkdir()
        whole = (cases / "part-0.parquet").read_bytes()
        (folder / "part-0.parquet").write_bytes(whole[: int(kept * len(whole))])

    with pytest.raises(UnreadableFileError) as refusal, refusals_of_spark(str(folder)):
        replay_on_spark(session, [folder], None, what_if(POLICY))

    assert told in str(refusal.value)
    assert next_step in (refusal.value.hint or "")
    assert "\n" not in str(refusal.value)
