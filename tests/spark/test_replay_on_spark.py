"""A history judged on a cluster of worker processes, one of them killed midway: the same counts."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pyarrow as pa
import pytest
from pyarrow import parquet

from goodword.history.parquet_cases import parquet_cases
from goodword.policy.hours import ChannelHours, HolidayPlace, Hours, Interval
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.replay import what_if
from goodword.replay.tallying import tallied
from goodword.spark.replay import replay_on_spark
from goodword.spark.session import spark_session

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


def test_one_worker_killed_midway_changes_no_count(cases: Path, session: Any) -> None:
    history = parquet_cases(sorted(cases.iterdir()), None)
    span = history.span
    assert span is not None
    expected = tallied(
        what_if(POLICY),
        history.stretches(history.packer()),
        at=span.last_event,
        first=span.first,
        last=span.last,
        tells=history.tells,
        by=BY,
    )
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
    found = replay_on_spark(session, [cases], None, what_if(POLICY), by=BY)
    watcher.join()

    assert killed
    assert set(killed) <= before
    assert killed[0] not in {one.pid for one in executors()}
    assert found.tally == expected
    assert (found.rows, found.at) == (320_000, span.last_event)
