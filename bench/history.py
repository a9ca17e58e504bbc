"""A history of cases, read and replayed, against the least that must be done with the same bytes.

Run with `PYTHONPATH=src python bench/history.py [rows]`. Times are processor seconds; each ratio is
the median over paired samples from one run:

- loading a CSV of cases against `csv.reader` alone on the same file;
- replaying three promises in bulk against one pass of `np.add` over the columns they read;
- one case of the bulk replay against one case judged by itself.
"""

import csv
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np

from goodword.history.load import load
from goodword.policy.hours import HolidayPlace, Hours, Interval, Week
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.replay import replay, what_if

SAMPLES = 5
SINGLE_CASES = 2000
DAY, SATURDAY = (Interval(480, 1080),), (Interval(540, 780),)
WEEK: Week = (DAY, DAY, DAY, DAY, DAY, SATURDAY, ())
HOURS = Hours("Australia/Melbourne", WEEK, (HolidayPlace("AU", "VIC"),))
PROMISES = (
    Promise(
        id="reply",
        metric=Metric.FIRST_RESPONSE,
        channels=("email",),
        limit=Duration(4, Unit.HOUR, Counting.WORKING),
    ),
    Promise(
        id="acknowledge",
        metric=Metric.ACKNOWLEDGE,
        limit=Duration(2, Unit.DAY, Counting.CALENDAR),
    ),
    Promise(
        id="resolve",
        metric=Metric.RESOLUTION,
        limit=Duration(3, Unit.DAY, Counting.WORKING),
    ),
)
POLICY = Policy("", "", "client", "en", "AUD", HOURS, (), None, (), PROMISES)


def write_cases(path: Path, rows: int) -> None:
    dice = Random(7)  # noqa: S311 - invented cases, the same each time
    first = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    with path.open("w", encoding="utf-8") as file:
        file.write("case,opened,acknowledged,first_response,resolved,channel\n")
        for number in range(rows):
            opened = first + timedelta(seconds=dice.randrange(63_000_000))
            ends = [
                opened + timedelta(seconds=dice.randrange(most))
                for most in (200_000, 90_000, 900_000)
            ]
            channel = dice.choice(("email", "phone", "web_form"))
            file.write(f"{number},{opened},{ends[0]},{ends[1]},{ends[2]},{channel}\n")


def seconds_of(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(work: Callable[[], object], yardstick: Callable[[], object], passes: int = 1) -> str:
    """Return the median ratio; a short yardstick is run in so many `passes` and shared out."""

    def many() -> None:
        for _ in range(passes):
            yardstick()

    pairs = [(seconds_of(work), seconds_of(many) / passes) for _ in range(SAMPLES)]
    middle = statistics.median(own / base for own, base in pairs)
    return f"{middle:8.1f} times   ({statistics.median(own for own, _ in pairs):.2f} s)"


def read_rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.csv"
        write_cases(path, rows)
        history = load(path, None, zone=HOURS.zone)
        columns, at = history.columns, history.last_event
        if columns is None or at is None:
            sys.exit("The invented history could not be read.")
        versions = what_if(POLICY)
        arrays = [
            np.frombuffer(column, np.int64)
            for column in (columns.opened, *columns.instants.values())
        ]
        out = np.empty(rows, np.int64)
        few = [columns.case(row) for row in range(min(rows, SINGLE_CASES))]

        def in_bulk() -> object:
            return replay(versions, columns, at=at)

        def one_by_one() -> object:
            return replay(versions, few, at=at)

        def adding() -> object:
            return [np.add(array, 1, out) for array in arrays]

        print(f"{rows:,} cases, {len(PROMISES)} promises")
        loading = ratio(lambda: load(path, None, zone=HOURS.zone), lambda: read_rows(path))
        print(f"load against csv.reader alone          {loading}")
        print(f"bulk replay against np.add on columns  {ratio(in_bulk, adding, 20)}")
        bulk_each = seconds_of(in_bulk) / rows
        single_each = seconds_of(one_by_one) / len(few)
        print(f"one case by itself against in bulk     {single_each / bulk_each:8.1f} times")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500_000)
