"""Working time beside the plain count, around every clock change of every time zone.

Run with `script/soak zones`, or `PYTHONPATH=src:. python bench/zones.py [--first 1990]
[--last 2040] [--zones Europe]`. Printed are the zones done, and at the end the number of zones, of
clock changes and of questions, and each answer that differs. Exit code 1 where one does.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from zoneinfo import available_timezones

from tests.businesstime.plain_changes import changes_of, disagreements


def swept(name: str, first: int, last: int) -> tuple[str, int, int, list[str]]:
    """Return a zone with its changes and questions counted, and where the answers differ."""
    asked, wrong = 0, []
    changes = changes_of(name, first, last)
    for change in changes:
        more, differing = disagreements(name, change)
        asked += more
        wrong += differing
    return name, len(changes), asked, wrong


def main() -> int:
    """Sweep the zones in processes and return whether any answer differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1990)
    parser.add_argument("--last", type=int, default=2040)
    parser.add_argument("--zones", default="", help="only zones with this in their names")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    names = sorted(name for name in available_timezones() if chosen.zones in name)
    begun = time.monotonic()
    zones = changes = questions = 0
    found: list[str] = []
    with ProcessPoolExecutor(chosen.processes) as pool:
        years = ([chosen.first] * len(names), [chosen.last] * len(names))
        for name, changed, asked, wrong in pool.map(swept, names, *years):
            zones, changes, questions = zones + 1, changes + changed, questions + asked
            found += wrong
            for line in wrong[:5]:
                print(line, flush=True)
            done = f"{zones}/{len(names)} zones, {changes:,} changes, {questions:,} questions"
            print(f"{done}, {time.monotonic() - begun:.0f} s: {name}", file=sys.stderr, flush=True)
    print(
        f"{zones} zones, {changes:,} clock changes from {chosen.first} to {chosen.last}, "
        f"{questions:,} questions, {len(found)} answers that differ from the plain count"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
