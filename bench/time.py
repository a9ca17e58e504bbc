"""Working time against the cheapest thing one can do with two arrays, and against its peers.

Run with `PYTHONPATH=src python bench/time.py [rows]`; ten million rows by default. Everything is
processor time of all threads together. Each sample of ours is paired with a sample of the yardstick
taken right before it, in this one run; what is printed is the median of the ratios, the middle half
of them, and what is asked. The peers are development dependencies; one that is not installed
is left out, and a line says so.
"""

import bisect
import gc
import importlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from typing import Any

import numpy as np

from goodword.businesstime import arithmetic, bulk
from goodword.businesstime.openings import Openings, compile_openings
from goodword.policy.hours import HolidayPlace, Hours, Interval, Week

SAMPLES = 9
START = 1_700_000_000
YEARS = 4
DAY = 86_400
Work = Callable[[], object]


def week(*intervals: Interval, days: int = 5) -> Week:
    return tuple(intervals if day < days else () for day in range(7))  # type: ignore[return-value]


HARD = "odd minutes"
CALENDARS = {
    "office hours": Hours(
        "Australia/Melbourne", week(Interval(540, 1020)), (HolidayPlace("AU", "VIC"),)
    ),
    "two openings a day": Hours(
        "America/New_York", week(Interval(480, 720), Interval(780, 1080), days=6)
    ),
    "overnight": Hours("Europe/London", week(Interval(1320, 360), days=7)),
    HARD: Hours("Europe/Paris", week(Interval(547, 743), Interval(799, 1057))),
}

PLACES = {
    "Victoria, Australia": ("Australia/Melbourne", "AU", "VIC"),
    "France": ("Europe/Paris", "FR", None),
    "Bavaria, Germany": ("Europe/Berlin", "DE", "BY"),
    "England": ("Europe/London", "GB", "ENG"),
    "Brazil": ("America/Sao_Paulo", "BR", None),
}


def seconds_of(work: Work) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratios(
    work: Work, yardstick: Work, samples: int = SAMPLES, forget: Work = lambda: None
) -> list[float]:
    """Return how many times as long work takes; `forget` is called before each, and not timed."""
    work()
    yardstick()
    found = []
    for _ in range(samples):
        base = seconds_of(yardstick)
        forget()
        found.append(seconds_of(work) / base)
    return found


def line(name: str, found: list[float], asked: float, *, at_least: bool = False) -> None:
    """Print the median of the ratios beside what is asked."""
    low, middle, high = statistics.quantiles(found, n=4)
    kept = middle >= asked if at_least else middle <= asked
    digits = 0 if at_least else 1
    print(
        f"  {name:<44}{middle:9,.{digits}f}  ({low:,.{digits}f} to {high:,.{digits}f})"
        f"   asked: at {'least' if at_least else 'most'} {asked:,g}"
        f"{'' if kept else '   NOT KEPT'}"
    )


@dataclass(frozen=True)
class Rows:
    """Ten million questions, in one order."""

    order: str
    starts: Any
    ends: Any
    amounts: Any
    codes: Any


def rows_of(count: int) -> Iterator[Rows]:
    random = np.random.default_rng(1)
    shuffled = START + random.integers(0, YEARS * 365 * DAY, count)
    spans = random.integers(0, 20 * DAY, count)
    amounts = random.integers(-40 * 3_600, 80 * 3_600, count)
    codes = random.integers(0, len(CALENDARS), count).astype(np.int8)
    for order, starts in (("shuffled", shuffled), ("sorted", np.sort(shuffled))):
        yield Rows(order, starts, starts + spans, amounts, codes)


def compiled(hours: Hours) -> Openings:
    return compile_openings(hours, START - DAY * 60, START + (YEARS + 1) * 365 * DAY)


def in_bulk(count: int) -> None:
    calendars = {name: compiled(hours) for name, hours in CALENDARS.items()}
    out = np.empty(count, np.int64)
    for scale, unit, asked in ((1, "int64 seconds", 8), (1_000_000, "datetime64[us]", 12)):
        print(f"{count:,} rows of {unit}, into `out`; times np.add(a, b, out)")
        for rows in rows_of(count):
            a, b, n = (one * scale for one in (rows.starts, rows.ends, rows.amounts))
            spans, dues = out, out

            def yardstick(a: Any = a, b: Any = b) -> object:
                return np.add(a, b, out=out)

            at, until, more = a, b, n
            if scale > 1:
                at, until = a.view("datetime64[us]"), b.view("datetime64[us]")
                more, spans = n.view("timedelta64[us]"), out.view("timedelta64[us]")
                dues = out.view("datetime64[us]")
            # Hard are edges that slots cannot tell, and another calendar in another zone each row.
            choices: dict[str, tuple[Any, Any, float]] = {
                name: (one, None, 2 * asked if name == HARD else asked)
                for name, one in calendars.items()
            }
            every = tuple(calendars.values())
            choices["all four in one call"] = (every, rows.codes, 2 * asked)
            for name, (one, codes, most) in choices.items():

                def elapsed(one: Any = one, codes: Any = codes) -> object:
                    return bulk.elapsed(one, at, until, codes=codes, out=spans)  # noqa: B023

                def add(one: Any = one, codes: Any = codes) -> object:
                    return bulk.add(one, at, more, codes=codes, out=dues)  # noqa: B023

                line(f"elapsed  {name:<22}{rows.order}", ratios(elapsed, yardstick), most)
                line(f"add      {name:<22}{rows.order}", ratios(add, yardstick), most)


def one_by_one() -> None:
    # The fastest of aware datetimes, so that this yardstick is the hardest.
    moment, many = datetime.fromtimestamp(START, UTC), range(20_000)
    print("one question; times a bisect on the same edges, and times datetime.timestamp()")
    spans = (("a day", DAY), ("a year", 365 * DAY), ("nine years", 9 * 365 * DAY))
    for name in ("office hours", HARD, f"{HARD} by an edge"):
        hours = CALENDARS[name.removesuffix(" by an edge")]
        own = compile_openings(hours, START - 10**7, START + 30 * 10**7)
        edges = list(own.opens)
        # Slots in which an edge falls take another look.
        start = START if name in CALENDARS else edges[bisect.bisect(edges, START)] + 1
        for length, span in spans:
            calls: dict[str, Work] = {
                "elapsed": lambda: [arithmetic.elapsed(own, start, start + span) for _ in many],  # noqa: B023
                "add": lambda: [arithmetic.add(own, start, span // 5) for _ in many],  # noqa: B023
            }
            for question, work in calls.items():
                found = ratios(work, lambda: [bisect.bisect_right(edges, START) for _ in many])  # noqa: B023
                line(f"{question:<9}{name}, {length}", found, 4)
                found = ratios(work, lambda: [moment.timestamp() for _ in many])
                line(f"{'':<9}times timestamp()", found, 3)


def years_of_hours() -> None:
    """Compile twenty years, with nothing remembered; list their holidays with fresh objects."""
    countries = importlib.import_module("holidays.countries")
    # A few days inside of 2020 to 2039: a margin of days belongs to a horizon.
    first, last = 1_578_009_600, 2_208_556_800
    remembered = [
        one
        for name, module in sys.modules.items()
        if name.startswith("goodword.businesstime.")
        for one in vars(module).values()
        if hasattr(one, "cache_clear")
    ]

    def forget() -> None:
        for one in remembered:
            one.cache_clear()

    gc.disable()
    print("compiling twenty years of hours, with nothing remembered; times listing their holidays")
    for name, (zone, country, part) in PLACES.items():
        place = HolidayPlace(country, part)
        hours = replace(CALENDARS["office hours"], zone=zone, holidays=(place,))

        def compiling(hours: Hours = hours) -> Openings:
            return compile_openings(hours, first, last)

        def asking(hours: Hours = hours) -> object:
            return arithmetic.add(compile_openings(hours, first, last), START, DAY)

        def listing(country: str = country, part: str | None = part) -> object:
            made = getattr(countries, country)
            return list(made(subdiv=part, years=range(2020, 2040)).items())

        line(name, ratios(compiling, listing, 4 * SAMPLES, forget), 2)
        line("  with a first question", ratios(asking, listing, 4 * SAMPLES, forget), 2)
    gc.enable()


def peers(count: int) -> None:
    """The same questions to the same hours; the answers are compared."""
    hours = CALENDARS["office hours"]
    own = compiled(hours)
    shut = sorted(own.closed)
    rows = next(rows_of(count))
    print("times as fast as peers that answer the same hours, per question")
    workclock = installed("workclock")
    if workclock is not None:
        rules = [workclock.WorkDay(clock_time(9), clock_time(17)), workclock.Holidays(shut)]
        schedule = workclock.Schedule(rules, time_zone=hours.zone)
        few = min(count, 200_000)
        starts, ends = (
            (one * 1_000_000).view("datetime64[us]") for one in (rows.starts, rows.ends)
        )
        amounts = (np.abs(rows.amounts) * 1_000_000).view("timedelta64[us]")
        spans, dues = np.empty(count, "timedelta64[us]"), np.empty(count, "datetime64[us]")

        def theirs() -> object:
            return schedule.between_many(starts[:few], ends[:few])

        def their_dues() -> object:
            return schedule.add_many(starts[:few], amounts[:few])

        def ours() -> object:
            return bulk.elapsed(own, starts, ends, out=spans)

        def our_dues() -> object:
            return bulk.add(own, starts, amounts, out=dues)

        faster("elapsed  workclock, vectorised", theirs, ours, count / few, 150)
        faster("add      workclock, vectorised", their_dues, our_dues, count / few, 150)
        same(theirs(), spans[:few])
        same(their_dues(), dues[:few])
    slow = installed("businesstimedelta")
    if slow is not None:
        pytz = importlib.import_module("pytz")
        rule = slow.Rules(
            [
                slow.WorkDayRule(
                    start_time=clock_time(9),
                    end_time=clock_time(17),
                    working_days=[0, 1, 2, 3, 4],
                    tz=pytz.timezone(hours.zone),
                ),
                slow.HolidayRule(dict.fromkeys(shut, ""), tz=pytz.timezone(hours.zone)),
            ]
        )
        few = 100
        pairs = [
            tuple(datetime.fromtimestamp(int(one), UTC) for one in pair)
            for pair in zip(rows.starts[:few], rows.ends[:few], strict=True)
        ]
        spans = np.empty(count, np.int64)

        def ours_in_seconds() -> object:
            return bulk.elapsed(own, rows.starts, rows.ends, out=spans)

        def one_after_another() -> list[timedelta]:
            return [rule.difference(*pair).timedelta for pair in pairs]

        faster(
            "elapsed  businesstimedelta", one_after_another, ours_in_seconds, count / few, 100_000
        )
        same([round(one.total_seconds()) for one in one_after_another()], spans[:few])


def installed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"  {name} is not installed; with the development dependencies it is")
        return None


def faster(name: str, theirs: Work, ours: Work, more: float, asked: float) -> None:
    """Print how many times as long theirs takes, which is asked `more` times less."""
    line(name, [one * more for one in ratios(theirs, ours, 5)], asked, at_least=True)


def same(theirs: Any, ours: Any) -> None:
    differing = int((np.asarray(theirs) != np.asarray(ours)).sum())
    print(f"  {'':<9}{len(ours):,} answers compared, {differing:,} differ")


if __name__ == "__main__":
    rows_asked = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    print(f"{date.today():%d %B %Y}, Python {sys.version.split()[0]}, NumPy {np.__version__}")  # noqa: DTZ011
    in_bulk(rows_asked)
    one_by_one()
    years_of_hours()
    peers(rows_asked)
