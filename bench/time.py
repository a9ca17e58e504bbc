"""Working time in bulk against the cheapest thing one can do with two arrays: adding them.

Run with `PYTHONPATH=src python bench/time.py [rows]`. Each sample of ours is paired with a sample
of `np.add(a, b, out)` on int64 arrays of the same size taken right before it; what is printed is
the median of the ratios, with the middle half of them, all from one run.
"""

import bisect
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.openings import compile_openings
from goodword.policy.hours import HolidayPlace, Hours, Interval, Week

SAMPLES = 9
START = 1_700_000_000
YEARS = 4


def week(*intervals: Interval, days: int = 5) -> Week:
    return tuple(intervals if day < days else () for day in range(7))  # type: ignore[return-value]


CALENDARS = {
    "office hours": Hours(
        "Australia/Melbourne", week(Interval(540, 1020)), (HolidayPlace("AU", "VIC"),)
    ),
    "two openings a day": Hours(
        "America/New_York", week(Interval(480, 720), Interval(780, 1080), days=6)
    ),
    "overnight": Hours("Europe/London", week(Interval(1320, 360), days=7)),
    "odd minutes": Hours("Europe/Paris", week(Interval(547, 743), Interval(799, 1057))),
}


def seconds_of(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(work: Callable[[], object], yardstick: Callable[[], object]) -> str:
    work()
    yardstick()
    ratios = []
    for _ in range(SAMPLES):
        base = seconds_of(yardstick)
        ratios.append(seconds_of(work) / base)
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"{middle:6.1f}  ({low:.1f} to {high:.1f})"


def in_bulk(rows: int) -> None:
    random = np.random.default_rng(1)
    shuffled = START + random.integers(0, YEARS * 365 * 86_400, rows)
    spans = random.integers(0, 20 * 86_400, rows)
    amounts = random.integers(-40 * 3_600, 80 * 3_600, rows)
    out = np.empty(rows, np.int64)
    print(f"{rows:,} rows; times np.add(a, b, out): median (middle half)")
    for name, hours in CALENDARS.items():
        openings = compile_openings(hours, START - 86_400 * 60, START + (YEARS + 1) * 365 * 86_400)
        for order, starts in (("shuffled", shuffled), ("sorted", np.sort(shuffled))):
            ends = starts + spans

            def yardstick(starts: NDArray[np.int64] = starts) -> object:
                return np.add(starts, spans, out=out)

            took = ratio(lambda: bulk.elapsed(openings, starts, ends), yardstick)  # noqa: B023
            print(f"  elapsed  {name:<20}{order:<10}{took}")
            took = ratio(lambda: bulk.add(openings, starts, amounts), yardstick)  # noqa: B023
            print(f"  add      {name:<20}{order:<10}{took}")


def one_by_one() -> None:
    openings = compile_openings(CALENDARS["office hours"], START - 10**7, START + 30 * 10**7)
    edges, moment = list(openings.opens), datetime.fromtimestamp(START, UTC)
    many = range(20_000)
    print("one question; times a bisect on the same edges, times datetime.timestamp()")
    for name, span in (("a day", 86_400), ("a year", 31_536_000), ("nine years", 283_824_000)):
        calls: dict[str, Callable[[], object]] = {
            "elapsed": lambda: [arithmetic.elapsed(openings, START, START + span) for _ in many],  # noqa: B023
            "add": lambda: [arithmetic.add(openings, START, span // 5) for _ in many],  # noqa: B023
        }
        for question, work in calls.items():
            bisecting = ratio(work, lambda: [bisect.bisect_right(edges, START) for _ in many])
            stamping = ratio(work, lambda: [moment.timestamp() for _ in many])
            print(f"  {question:<9}{name:<12}{bisecting}   {stamping}")


if __name__ == "__main__":
    in_bulk(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
    one_by_one()
