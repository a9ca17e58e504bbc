"""What other libraries answer where peers differ: the table of docs/explanation/working-time.md.

Run with the dependency group `peers` installed: `PYTHONPATH=src python bench/peers.py`. Each choice
is one question, as `goodword time` reads it. Each library is asked it in its own words and its
answer printed, whatever it is; "–" where it has no way to be asked. A library that gives no answer
within some seconds is stopped. `--check FILE` compares instead, and exits with 1 where FILE says
something else.
"""

import argparse
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from goodword.exchange.time_question import answered

Question = dict[str, Any]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PATIENCE = 20
NO_WAY = "–"
BEGIN, END = "<!-- printed by bench/peers.py -->", "<!-- end -->"


class NoWayError(Exception):
    """The library has no way to be asked this."""


class TooLongError(Exception):
    """The library did not come back."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that libraries decide differently, with the test that holds our answer."""

    name: str
    example: str
    question: Question
    test: str


def days(*parts: tuple[str, str], on: str = "mon tue wed thu fri") -> dict[str, list[list[str]]]:
    """Return the same openings on some weekdays."""
    return {day: [list(part) for part in parts] for day in on.split()}


OFFICE = days(("09:00", "17:00"))
ALL = "mon tue wed thu fri sat sun"
NIGHTS = days(("22:00", "06:00"), on=ALL)
ALWAYS = days(("00:00", "24:00"), on=ALL)


def ask(
    op: str,
    start: str,
    hours: dict[str, list[list[str]]] | None = None,
    *,
    zone: str = "America/New_York",
    said: Question | None = None,
    **what: Any,
) -> Question:
    """Return a question as `goodword time` reads it."""
    asked = {"timezone": zone, "hours": OFFICE if hours is None else hours}
    return asked | (said or {}) | {"op": op, "start": start} | what


HOUR = 3_600
# 8 September 2026 is a Tuesday.
CHOICES = (
    Choice(
        "A due time exactly at closing",
        "open 9 to 5, Tue 16:00 and 1 h",
        ask("add", "2026-09-08T16:00:00", amount_seconds=HOUR),
        "test_a_due_time_exactly_at_closing_stays_at_closing",
    ),
    Choice(
        "The closing instant is outside",
        "open 9 to 5, Tue 17:00 and 0 h",
        ask("add", "2026-09-08T17:00:00", amount_seconds=0),
        "test_adding_nothing_is_the_start_when_open_else_the_next_opening",
    ),
    Choice(
        "Looking back from an opening",
        "open 9 to 5, Wed 10:00 less 1 h",
        ask("add", "2026-09-09T10:00:00", amount_seconds=-HOUR),
        "test_looking_back_from_an_opening_instant_stays_there",
    ),
    Choice(
        "An end before the start",
        "open 9 to 5, from Wed 10:00 to Tue 16:00",
        ask("elapsed", "2026-09-09T10:00:00", end="2026-09-08T16:00:00"),
        "test_an_end_before_the_start_is_the_mirror",
    ),
    Choice(
        "Several openings a day",
        "open 9 to 12 and 13 to 17, Tue 11:00 and 2 h",
        ask(
            "add",
            "2026-09-08T11:00:00",
            days(("09:00", "12:00"), ("13:00", "17:00")),
            amount_seconds=2 * HOUR,
        ),
        "test_several_intervals_a_day",
    ),
    Choice(
        "24:00 meets 00:00",
        "always open, Tue 23:00 and 2 h",
        ask("add", "2026-09-08T23:00:00", ALWAYS, amount_seconds=2 * HOUR),
        "test_closing_at_24_and_opening_at_0_are_one_unbroken_opening",
    ),
    Choice(
        "A night over midnight",
        "open 22 to 6, Tue 23:00 and 4 h",
        ask("add", "2026-09-08T23:00:00", NIGHTS, amount_seconds=4 * HOUR),
        "test_overnight_opening_joins_the_morning_after",
    ),
    Choice(
        "A night over midnight, counted",
        "open 22 to 6, Tue 22:00 to Wed 06:00",
        ask("elapsed", "2026-09-08T22:00:00", NIGHTS, end="2026-09-09T06:00:00"),
        "test_overnight_opening_joins_the_morning_after",
    ),
    Choice(
        "A night before a closed date",
        "open 22 to 6, Wed a holiday, Tue 22:00 to Wed 06:00",
        ask(
            "elapsed",
            "2026-09-08T22:00:00",
            NIGHTS,
            end="2026-09-09T06:00:00",
            said={"holidays": ["2026-09-09"]},
        ),
        "test_an_overnight_opening_before_a_closed_date_is_cut_at_midnight",
    ),
    Choice(
        "A night that begins on a closed date",
        "open 22 to 6, Wed a holiday, Wed 22:00 to Thu 06:00",
        ask(
            "elapsed",
            "2026-09-09T22:00:00",
            NIGHTS,
            end="2026-09-10T06:00:00",
            said={"holidays": ["2026-09-09"]},
        ),
        "test_an_overnight_opening_before_a_closed_date_is_cut_at_midnight",
    ),
    Choice(
        "The day the clock goes back",
        "always open, 1 Nov 00:00 to 2 Nov 00:00",
        ask("elapsed", "2026-11-01T00:00:00", ALWAYS, end="2026-11-02T00:00:00"),
        "test_an_open_day_across_a_clock_change_has_23_or_25_hours",
    ),
    Choice(
        "The night the clock goes forward",
        "open 22 to 6, 7 Mar 22:00 to 8 Mar 06:00",
        ask("elapsed", "2026-03-07T22:00:00", NIGHTS, end="2026-03-08T06:00:00"),
        "test_an_open_day_across_a_clock_change_has_23_or_25_hours",
    ),
    Choice(
        "An opening that does not exist",
        "open 02:30 to 06:00, counted on 8 Mar",
        ask(
            "elapsed",
            "2026-03-08T00:00:00",
            days(("02:30", "06:00"), on=ALL),
            end="2026-03-08T12:00:00",
        ),
        "test_an_opening_time_that_does_not_exist_is_read_with_the_offset_before_the_change",
    ),
    Choice(
        "An opening that happens twice",
        "open 01:30 to 04:00, counted on 1 Nov",
        ask(
            "elapsed",
            "2026-11-01T00:00:00",
            days(("01:30", "04:00"), on=ALL),
            end="2026-11-01T12:00:00",
        ),
        "test_a_time_that_happens_twice_is_its_first_occurrence",
    ),
    Choice(
        "A start written in another zone",
        "open 9 to 5 in New York, 20:00 UTC and 2 h",
        ask("add", "2026-09-08T20:00:00+00:00", amount_seconds=2 * HOUR),
        "test_it_does_not_matter_in_which_zone_a_moment_is_written",
    ),
    Choice(
        "A holiday",
        "open 9 to 5, Wed a holiday, Tue 16:00 to Thu 10:00",
        ask(
            "elapsed",
            "2026-09-08T16:00:00",
            end="2026-09-10T10:00:00",
            said={"holidays": ["2026-09-09"]},
        ),
        "test_a_closure_every_year_and_one_in_a_single_year",
    ),
    Choice(
        "A date with its own hours",
        "open 9 to 5, Wed 10 to 12, counted on Wed",
        ask(
            "elapsed",
            "2026-09-09T00:00:00",
            end="2026-09-10T00:00:00",
            said={"overrides": {"2026-09-09": [["10:00", "12:00"]]}},
        ),
        "test_a_date_with_its_own_hours_replaces_those_of_the_week",
    ),
    Choice(
        "A holiday with its own hours",
        "the same, and Wed is a holiday too",
        ask(
            "elapsed",
            "2026-09-09T00:00:00",
            end="2026-09-10T00:00:00",
            said={
                "holidays": ["2026-09-09"],
                "overrides": {"2026-09-09": [["10:00", "12:00"]]},
            },
        ),
        "test_a_holiday_with_its_own_hours_is_open",
    ),
    Choice(
        "Closed for part of one day",
        "open 9 to 5, Wed closed 13 to 15, counted on Wed",
        ask(
            "elapsed",
            "2026-09-09T00:00:00",
            end="2026-09-10T00:00:00",
            said={"breaks": {"2026-09-09": [["13:00", "15:00"]]}},
        ),
        "test_part_day_closure",
    ),
    Choice(
        "Hours that never open",
        "no openings, Tue 16:00 and 1 h",
        ask("add", "2026-09-08T16:00:00", {}, amount_seconds=HOUR),
        "test_hours_that_never_open_are_refused",
    ),
    Choice(
        "Seventy years away",
        "open 9 to 5, all of 2096",
        ask("elapsed", "2096-01-01T00:00:00", end="2097-01-01T00:00:00"),
        "test_the_horizon_grows_by_itself",
    ),
    Choice(
        "A working day from a Saturday",
        "open 9 to 5, Sat 11:00 and 1 working day",
        ask("add_working_days", "2026-09-05T11:00:00", n=1),
        "test_saturday_and_1_working_day_is_mondays_close",
    ),
    Choice(
        "A working day back from a Saturday",
        "open 9 to 5, Sat 11:00 less 1 working day",
        ask("add_working_days", "2026-09-05T11:00:00", n=-1),
        "test_working_days_look_back_too",
    ),
    Choice(
        "Three working days from a Friday",
        "open 9 to 5, Fri 16:30 and 3 working days",
        ask("add_working_days", "2026-09-04T16:30:00", n=3),
        "test_friday_afternoon_and_3_working_days_is_wednesdays_close",
    ),
    Choice(
        "Working days over a weekend",
        "open 9 to 5, from Sat to Mon",
        ask("working_days_between", "2026-09-05T11:00:00", end="2026-09-07T11:00:00"),
        "test_working_days_between_counts_what_was_added",
    ),
)


class Read:
    """A question in values: openings by weekday, and moments in the zone and without one."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.op = question["op"]
        self.zone = ZoneInfo(question["timezone"])
        self.start = self._moment(question["start"])
        self.end = self._moment(question["end"]) if "end" in question else self.start
        self.amount = timedelta(seconds=question.get("amount_seconds", 0))
        self.holidays = [date.fromisoformat(day) for day in question.get("holidays", [])]
        self.weekdays = [at for at, day in enumerate(WEEKDAYS) if question["hours"].get(day)]

    def _moment(self, said: str) -> datetime:
        read = datetime.fromisoformat(said)
        return read.astimezone(self.zone) if read.tzinfo else read.replace(tzinfo=self.zone)

    @property
    def local_start(self) -> datetime:
        """The start without a zone, for libraries that know none."""
        return self.start.replace(tzinfo=None)

    @property
    def local_end(self) -> datetime:
        """The end without a zone."""
        return self.end.replace(tzinfo=None)

    def only(self, *ops: str, dates: bool = False) -> None:
        """Refuse what the library has no way to be asked."""
        if self.op not in ops or (self._has_own_dates and not dates):
            raise NoWayError

    @property
    def _has_own_dates(self) -> bool:
        return "overrides" in self.question or "breaks" in self.question

    def openings(self) -> list[tuple[int, time, time]]:
        """Return the weekday, opening and closing of each opening; 24:00 becomes 00:00."""
        return [
            (at, _time(opening), _time(closing))
            for at in self.weekdays
            for opening, closing in self.question["hours"][WEEKDAYS[at]]
        ]

    def one_opening(self) -> tuple[time, time]:
        """Return the one opening that all open days share, for libraries that know but one."""
        found = {(opening, closing) for _, opening, closing in self.openings()}
        if len(found) != 1:
            raise NoWayError
        return found.pop()

    def placed(self, due: datetime) -> datetime:
        """Return a due time in the zone of the hours."""
        return due.replace(tzinfo=self.zone) if due.tzinfo is None else due.astimezone(self.zone)


def _time(clock: str) -> time:
    return time(0) if clock == "24:00" else time.fromisoformat(clock)


def by_workclock(it: Read) -> object:
    """Ask workclock."""
    import workclock

    it.only("add", "elapsed")
    rules: list[Any] = [workclock.WorkDay(a, b, days=[day]) for day, a, b in it.openings()]
    if it.holidays:
        rules.append(workclock.Holidays(it.holidays))
    schedule = workclock.Schedule(rules, time_zone=it.question["timezone"])
    if it.op == "elapsed":
        return schedule.between(it.start, it.end)
    if it.amount < timedelta():
        return it.placed(schedule.sub(it.start, -it.amount))
    return it.placed(schedule.add(it.start, it.amount))


def by_timegrid(it: Read) -> object:
    """Ask timegrid."""
    import timegrid

    it.only("add", "elapsed", dates=True)
    calendar = timegrid.TimeGridCalendar.create()
    names = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split()  # noqa: SIM905
    for day, opening, closing in it.openings():
        calendar = calendar.add_open_rule(getattr(timegrid.DayOfWeek, names[day]), opening, closing)
    for holiday in it.holidays:
        calendar = calendar.close(holiday)
    for name, parts in it.question.get("overrides", {}).items():
        on = date.fromisoformat(name)
        for at, (first, last) in enumerate(parts):
            a, b = datetime.combine(on, _time(first)), datetime.combine(on, _time(last))
            calendar = calendar.set_open_window(f"{name} {at}", a, b)
    for name, parts in it.question.get("breaks", {}).items():
        on = date.fromisoformat(name)
        for at, (first, last) in enumerate(parts):
            a, b = datetime.combine(on, _time(first)), datetime.combine(on, _time(last))
            calendar = calendar.set_closed_window(f"{name} {at}", a, b)
    if it.op == "elapsed":
        return calendar.get_working_duration(it.local_start, it.local_end)
    due = calendar.at(it.local_start).add_work_duration(it.amount)
    return it.placed(due) if due else due


def by_businesstimedelta(it: Read) -> object:
    """Ask businesstimedelta."""
    import businesstimedelta as peer
    import pytz

    it.only("add", "elapsed")
    zone = pytz.timezone(it.question["timezone"])
    rules = [peer.WorkDayRule(a, b, working_days=[day], tz=zone) for day, a, b in it.openings()]
    if it.holidays:
        rules.append(peer.HolidayRule(it.holidays, tz=zone))
    hours = peer.Rules(rules)
    start = it.start.astimezone(zone)
    if it.op == "elapsed":
        return hours.difference(start, it.end.astimezone(zone)).timedelta
    if it.amount < timedelta():
        return it.placed(start - peer.BusinessTimeDelta(hours, timedelta=-it.amount))
    return it.placed(start + peer.BusinessTimeDelta(hours, timedelta=it.amount))


def by_business_duration(it: Read) -> object:
    """Ask business-duration."""
    from business_duration import businessDuration

    it.only("elapsed")
    opening, closing = it.one_opening()
    closed = [day for day in range(7) if day not in it.weekdays]
    seconds = businessDuration(
        it.local_start, it.local_end, opening, closing, closed, it.holidays or None, unit="sec"
    )
    return timedelta(seconds=float(seconds)) if seconds == seconds else "nan"  # noqa: PLR0124


def by_bizdurr(it: Read) -> object:
    """Ask bizdurr."""
    from bizdurr import BusinessDuration

    it.only("elapsed", dates=True)
    if "breaks" in it.question:
        raise NoWayError
    names = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
    hours = {}
    for day in it.weekdays:
        ((opening, closing),) = it.question["hours"][WEEKDAYS[day]]
        hours[names[day]] = {"start": opening, "end": closing}
    overrides = {
        name: {"start": parts[0][0], "end": parts[0][1]}
        for name, parts in it.question.get("overrides", {}).items()
    }
    duration = BusinessDuration(
        business_hours=hours,
        business_timezone=it.question["timezone"],
        holidays=it.holidays or None,
        overrides=overrides or None,
    )
    return duration.calculate(it.start, it.end)


def by_businesstime(it: Read) -> object:
    """Ask businesstime."""
    from businesstime import BusinessTime

    it.only("elapsed")
    closed = tuple(day for day in range(7) if day not in it.weekdays)
    hours = BusinessTime(it.one_opening(), closed, it.holidays or None)
    return hours.businesstime_hours(it.local_start, it.local_end)


def by_worktimecalc(it: Read) -> object:
    """Ask worktimecalc."""
    from worktimecalc.calc import WorkTimeCalculator

    it.only("elapsed")
    detail: list[tuple[time, time] | None] = [None] * 7
    for day, opening, closing in it.openings():
        if detail[day]:
            raise NoWayError
        detail[day] = (opening, closing)
    calculator = WorkTimeCalculator(detail=detail, holidays=it.holidays)
    return timedelta(seconds=calculator(it.local_start, it.local_end).total_seconds())


def by_pandas(it: Read) -> object:
    """Ask pandas, whose CustomBusinessHour adds whole hours."""
    import pandas as pd

    it.only("add")
    openings = {(a, b) for _, a, b in it.openings()}
    if not openings:
        raise NoWayError
    hour = pd.offsets.CustomBusinessHour(
        start=sorted(a for a, _ in openings),
        end=sorted(b for _, b in openings),
        weekmask="".join(str(int(day in it.weekdays)) for day in range(7)),
        holidays=it.holidays,
    )
    due = pd.Timestamp(it.start) + int(it.amount.total_seconds() // HOUR) * hour
    return it.placed(due.to_pydatetime())


def by_numpy(it: Read) -> object:
    """Ask NumPy, which raises for a start on a closed day unless it is told how to roll."""
    import numpy as np

    it.only("add_working_days", "working_days_between")
    mask = [day in it.weekdays for day in range(7)]
    first = np.datetime64(it.start.date())
    if it.op == "working_days_between":
        return int(np.busday_count(first, np.datetime64(it.end.date()), weekmask=mask))
    return np.busday_offset(first, it.question["n"], "forward", mask).item()


def by_workalendar(it: Read) -> object:
    """Ask workalendar."""
    from workalendar.core import Calendar

    it.only("add_working_days", "working_days_between")

    class Own(Calendar):  # type: ignore[misc, unused-ignore]
        """A calendar with no holidays."""

        WEEKEND_DAYS = tuple(day for day in range(7) if day not in it.weekdays)

    calendar = Own()
    if it.op == "working_days_between":
        return int(calendar.get_working_days_delta(it.start.date(), it.end.date()))
    return calendar.add_working_days(it.start.date(), it.question["n"])


def by_business_python(it: Read) -> object:
    """Ask business-python."""
    from business.calendar import Calendar

    it.only("add_working_days", "working_days_between")
    names = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
    calendar = Calendar(working_days=[names[day] for day in it.weekdays])
    if it.op == "working_days_between":
        return calendar.business_days_between(it.start.date(), it.end.date())
    return calendar.add_business_days(it.start.date(), it.question["n"])


def by_workdays(it: Read) -> object:
    """Ask workdays, which counts as a spreadsheet does."""
    import workdays

    it.only("add_working_days", "working_days_between")
    if it.op == "working_days_between":
        return workdays.networkdays(it.start.date(), it.end.date())
    return workdays.workday(it.start.date(), it.question["n"])


def by_bizdays(it: Read) -> object:
    """Ask bizdays."""
    from bizdays import Calendar

    it.only("add_working_days", "working_days_between")
    closed = [name for at, name in enumerate(_LONG) if at not in it.weekdays]
    calendar = Calendar(weekdays=closed)
    if it.op == "working_days_between":
        return calendar.bizdays(it.start.date(), it.end.date())
    return calendar.offset(it.start.date(), it.question["n"])


_LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# By the name under which each is installed.
TIMES: dict[str, Callable[[Read], object]] = {
    "workclock": by_workclock,
    "timegrid": by_timegrid,
    "businesstimedelta": by_businesstimedelta,
    "pandas": by_pandas,
    "business-duration": by_business_duration,
    "bizdurr": by_bizdurr,
    "businesstime": by_businesstime,
    "worktimecalc": by_worktimecalc,
}
DATES: dict[str, Callable[[Read], object]] = {
    "numpy": by_numpy,
    "workalendar": by_workalendar,
    "business-python": by_business_python,
    "workdays": by_workdays,
    "bizdays": by_bizdays,
}

MODULES = (
    *("workclock", "timegrid", "businesstimedelta", "pandas", "business_duration", "bizdurr"),
    *("businesstime", "worktimecalc.calc", "numpy", "workalendar.core", "business.calendar"),
    *("workdays", "bizdays"),
)


def said_by(peer: Callable[[Read], object], question: Question) -> str:
    """Return a library's answer in a few words, whatever it does."""

    def stop(*_: object) -> None:
        raise TooLongError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        return shown(peer(Read(question)))
    except NoWayError:
        return NO_WAY
    except TooLongError:
        return "never comes back"
    except Exception as error:  # noqa: BLE001 - whatever it raises is its answer
        return f"raises {type(error).__name__}"
    finally:
        signal.alarm(0)


def ours(question: Question) -> str:
    """Return our answer in the same words."""
    answer = answered(question)
    if "error" in answer:
        return f"refused: {answer['error']['code']}"
    result = answer["result"]
    if isinstance(result, str):
        return shown(datetime.fromisoformat(result))
    return shown(timedelta(seconds=result) if question["op"] == "elapsed" else result)


def shown(answer: object) -> str:
    """Return an answer in a few words."""
    if isinstance(answer, timedelta):
        seconds = round(answer.total_seconds())
        sign, (hours, rest) = "−" if seconds < 0 else "", divmod(abs(seconds), HOUR)
        return f"{sign}{hours:,} h" + (f" {rest // 60} min" if rest else "")
    if isinstance(answer, datetime):
        return f"{answer:%a %H:%M}" + (f":{answer:%S}" if answer.second else "")
    if isinstance(answer, date):
        return f"{answer:%a}"
    return str(answer)


def table(peers: dict[str, Callable[[Read], object]], choices: list[Choice]) -> list[str]:
    """Return a Markdown table: a choice a line, our answer, and each library's."""
    head = ["choice", "example", "Goodword", *peers]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for choice in choices:
        here = ours(choice.question)
        cells = [said_by(peer, choice.question) for peer in peers.values()]
        # What differs from ours stands out; a day alone is that of our closing.
        alike = {here, here.split()[0], NO_WAY}
        cells = [cell if cell in alike else f"**{cell}**" for cell in cells]
        lines.append("| " + " | ".join([choice.name, choice.example, here, *cells]) + " |")
    return lines


def printed() -> str:
    """Return both tables, the versions that were asked, and the tests of our answers."""
    by_time = [one for one in CHOICES if "working_days" not in one.question["op"]]
    by_date = [one for one in CHOICES if "working_days" in one.question["op"]]
    asked = ", ".join(f"{name} {version(name)}" for name in (*TIMES, *DATES))
    lines = [
        BEGIN,
        "",
        *table(TIMES, by_time),
        "",
        "Libraries that count dates know no hours: their answer is a day, ours its closing.",
        "",
        *table(DATES, by_date),
        "",
        f"Asked: {asked}.",
        "",
        "| choice | our test |",
        "|---|---|",
        *(f"| {one.name} | `{one.test}` |" for one in CHOICES),
        "",
        END,
    ]
    return "\n".join(lines)


def load() -> None:
    """Import every library first, so that none is stopped while it loads."""
    for name in MODULES:
        import_module(name)


def main() -> int:
    """Print the tables, or compare them with those of a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", type=Path, help="a file that holds the tables")
    parser.add_argument("--write", type=Path, help="a file whose tables are written anew")
    chosen = parser.parse_args()
    load()
    now = printed()
    place = chosen.check or chosen.write
    if place is None:
        with suppress(BrokenPipeError):
            print(now)
        return 0
    text = place.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    made = before + now + after
    if chosen.write:
        place.write_text(made, encoding="utf-8", newline="\n")
        return 0
    if made != text:
        print(f"{place} says something else than the libraries do now.", file=sys.stderr)
    return int(made != text)


if __name__ == "__main__":
    sys.exit(main())
