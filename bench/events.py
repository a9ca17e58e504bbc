"""A log of events judged in columns, beside the fold of each case: processor seconds and answers.

Run with `PYTHONPATH=src python bench/events.py [cases] [--samples N]`. The log is invented: eight
events a case, in any order of replies, messages, waits, resolutions and reopenings. Ratios are
medians of paired samples; every clock must be the same.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from random import Random

from goodword.businesstime.openings import compile_openings
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.case.event_columns import EventColumns
from goodword.policy.hours import Hours, Interval
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.event_clocks import EventLog
from goodword.replay.one_by_one import OneByOne
from goodword.replay.outcomes import ClockColumns

EVER = (-(2**62), None)
DAY = (Interval(480, 1080),)
HOURS = Hours("Europe/London", (DAY, DAY, DAY, DAY, DAY, (), ()))
LIMITS = {
    Metric.FIRST_RESPONSE: Duration(4, Unit.HOUR, Counting.WORKING),
    Metric.NEXT_RESPONSE: Duration(2, Unit.HOUR, Counting.WORKING),
    Metric.UPDATE: Duration(3, Unit.DAY, Counting.WORKING),
    Metric.RESOLUTION: Duration(5, Unit.DAY, Counting.WORKING),
}
TURNS = (
    EventKind.REPLY,
    EventKind.CUSTOMER_MESSAGE,
    EventKind.WAITING,
    EventKind.RESUMED,
    EventKind.UPDATE,
    EventKind.RESOLVED,
    EventKind.REOPENED,
    EventKind.NOTE,
)


def policy() -> Policy:
    """Return a policy of four promises of different kinds, whose clocks pause."""
    promises = [
        Promise(id=metric.value, metric=metric, limit=limit) for metric, limit in LIMITS.items()
    ]
    return Policy(
        title="Invented",
        organisation="Invented",
        serves="client",
        language="en",
        currency="GBP",
        hours=HOURS,
        roles=(),
        owner=None,
        sections=(),
        clauses=(*promises, PauseRule(id="pause")),
    )


def invented(count: int) -> list[Case]:
    """Return cases over two years, the same ones every time."""
    random = Random(1)  # noqa: S311
    cases = []
    for number in range(count):
        at = 1_700_000_000 + random.randrange(2 * 365 * 86_400)
        events = [Event(at, 0, EventKind.OPENED, Actor.CUSTOMER)]
        for seq in range(1, 8):
            at += random.randrange(60, 60_000)
            events.append(Event(at, seq, random.choice(TURNS), Actor.PERSON))
        cases.append(Case(str(number), tuple(events), "email"))
    return cases


def timed(judge: Callable[[], list[ClockColumns]]) -> tuple[float, list[ClockColumns]]:
    """Return the processor seconds that the judging took, and the clocks."""
    begun = time.process_time()
    clocks = judge()
    return time.process_time() - begun, clocks


def main() -> None:
    """Print the seconds of both ways and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("cases", nargs="?", type=int, default=10_000)
    parser.add_argument("--samples", type=int, default=3)
    arguments = parser.parse_args()
    written, cases = policy(), invented(arguments.cases)
    at = max(event.at for case in cases for event in case.events)
    openings = compile_openings(HOURS, 1_700_000_000, at)
    promises = written.of_kind(Promise)

    def one_by_one() -> list[ClockColumns]:
        known = OneByOne(enumerate(cases), at)
        return [known.run(promise, written, openings, EVER) for promise in promises]

    def in_columns() -> list[ClockColumns]:
        log = EventLog(EventColumns.of_cases(cases), at)
        return [log.clocks(promise, written, openings, EVER).columns() for promise in promises]

    in_columns()
    ratios = []
    for _ in range(arguments.samples):
        slow, expected = timed(one_by_one)
        fast, found = timed(in_columns)
        if expected != found:
            raise SystemExit("The two ways do not give the same clocks.")
        ratios.append(slow / fast)
        events = sum(len(case.events) for case in cases)
        print(f"{events:,} events: {slow:6.2f} s one by one, {fast:6.2f} s in columns")
    print(f"in columns {statistics.median(ratios):.0f} times as fast, every clock the same")


if __name__ == "__main__":
    main()
