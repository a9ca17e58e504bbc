"""One invented export for each trap."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.history.inspect.invented import (
    START,
    Row,
    Times,
    changed,
    honest,
    honest_times,
    rows_of,
)

LONDON = ZoneInfo("Europe/London")
_COLUMNS = ("Created", "First reply", "Solved")


def moved(hours: float, n: int = 1500) -> list[Row]:
    """Return an export whose times are all so many hours later."""

    def change(times: Times, _: int) -> None:
        for name in _COLUMNS:
            at = times[name]
            times[name] = at + timedelta(hours=hours) if at else None

    return changed(change, n=n)


def in_utc(zone: str = "Europe/London", n: int = 1500) -> list[Row]:
    """Return the export of a business in `zone`, written in UTC: it follows no clock change."""

    def change(times: Times, _: int) -> None:
        for name in _COLUMNS:
            at = times[name]
            if at:
                times[name] = at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)

    return changed(change, n=n)


def without_times() -> list[Row]:
    """Return an export of dates alone."""
    return rows_of(honest_times(), form="%d/%m/%Y")


def zeros_for_times() -> list[Row]:
    """Return an export in which some of the openings stand at midnight."""

    def change(times: Times, number: int) -> None:
        at = times["Created"]
        if at and number % 9 == 0:
            times["Created"] = at.replace(hour=0, minute=0, second=0)

    return changed(change)


def machine_closes() -> list[Row]:
    """Return an export that holds no other end than a closing, five days after the reply."""
    rows = honest()
    for row in rows:
        replied = row["First reply"]
        at = datetime.fromisoformat(replied) + timedelta(days=5) if replied else None
        row["Closed"] = f"{at:%Y-%m-%d %H:%M:%S}" if at and at < START + timedelta(weeks=20) else ""
        del row["Solved"]
    return rows


def machine_closes_at_two() -> list[Row]:
    """Return an export whose closings fall at 02:00 of the night."""

    def change(times: Times, _: int) -> None:
        at = times["Solved"]
        if at:
            times["Solved"] = (at + timedelta(days=1)).replace(hour=2, minute=0, second=7)

    return changed(change)


def ends_before_start() -> list[Row]:
    """Return an export in which every thirtieth case is solved before it came."""

    def change(times: Times, number: int) -> None:
        opened = times["Created"]
        if opened and times["Solved"] and number % 30 == 0:
            times["Solved"] = opened - timedelta(hours=30)

    return changed(change)


def two_zones() -> list[Row]:
    """Return an export whose solutions are written seven hours behind the openings."""

    def change(times: Times, _: int) -> None:
        at = times["Solved"]
        times["Solved"] = at - timedelta(hours=7) if at else None

    return changed(change)


def own_work() -> list[Row]:
    """Return an export with work that staff wrote down when it was done."""
    rows = honest()
    for number, row in enumerate(rows):
        if number % 6 == 0 and row["Solved"]:
            row["Channel"] = "Employee generated"
            row["First reply"] = row["Solved"] = row["Created"]
    return rows


def done_at_once() -> list[Row]:
    """Return an export with such work under a name that says nothing."""
    rows = own_work()
    for row in rows:
        if row["Channel"] == "Employee generated":
            row["Channel"] = "Desk 4"
    return rows


def duplicates() -> list[Row]:
    """Return an export with rows that stand there twice, some of them changed."""
    rows = honest()
    again = [dict(row) for row in rows[100:140]]
    for row in again[:15]:
        row["Priority"] = "Urgent"
    return [*rows, *again]


def flagged() -> list[Row]:
    """Return an export with a due time for some and a flag that calls all others on time."""
    rows = honest()
    for number, row in enumerate(rows):
        due = datetime.fromisoformat(row["Created"]) + timedelta(days=2)
        promised = number % 4 != 0
        row["Due date"] = f"{due:%Y-%m-%d %H:%M:%S}" if promised else ""
        late = promised and (not row["Solved"] or datetime.fromisoformat(row["Solved"]) > due)
        row["On time"] = "OVERDUE" if late else "ONTIME"
    return rows


def rounded() -> list[Row]:
    """Return an export whose times somebody types, to the half hour."""

    def change(times: Times, _: int) -> None:
        for name in _COLUMNS:
            at = times[name]
            if at:
                later = at + timedelta(minutes=15)
                times[name] = later.replace(minute=later.minute // 30 * 30, second=0)

    return changed(change)


def finer_from_april() -> list[Row]:
    """Return an export that writes seconds from a day in April on."""

    def change(times: Times, _: int) -> None:
        opened = times["Created"]
        if opened and opened < datetime(2026, 4, 7):  # noqa: DTZ001
            for name in _COLUMNS:
                at = times[name]
                times[name] = at.replace(second=0) if at else None

    return changed(change)


def with_tests() -> list[Row]:
    """Return an export with merged cases, spam and tests."""
    rows = honest()
    for number, row in enumerate(rows):
        if number % 20 == 0:
            row["Status"] = ("Merged", "Spam", "Test")[number // 20 % 3]
    return rows


def markers() -> list[Row]:
    """Return an export that writes 9999-12-31 for what has not ended."""
    rows = honest()
    for row in rows:
        row["Solved"] = row["Solved"] or "9999-12-31 00:00:00"
    return rows


def future() -> list[Row]:
    """Return an export with openings that are yet to come."""

    def change(times: Times, number: int) -> None:
        if number % 100 == 0 and times["Created"]:
            times["Created"] += timedelta(days=800)
            times["First reply"] = times["Solved"] = None

    return changed(change)


def unreadable() -> list[Row]:
    """Return an export in which some ends are written in words."""
    rows = honest()
    for number, row in enumerate(rows):
        if number % 25 == 0 and row["Solved"]:
            row["Solved"] = "see note 4"
    return rows


def with_a_gap() -> list[Row]:
    """Return an export without the cases of three weeks."""
    start, end = START + timedelta(weeks=8), START + timedelta(weeks=11)
    return rows_of([one for one in honest_times() if not start <= (one["Created"] or start) < end])


def survivors() -> list[Row]:
    """Return an export of solved cases alone, made on the day after the last one."""
    return [row for row in honest(4000) if row["Solved"]]


def chosen_by_end() -> list[Row]:
    """Return the cases that were solved from May on, however old."""
    chance = random.Random(9)  # noqa: S311 - only to invent cases
    old: list[Times] = []
    for _ in range(40):
        opened = START - timedelta(days=chance.randrange(200), hours=-10)
        solved = START + timedelta(days=chance.randrange(91, 140), minutes=chance.randrange(1440))
        old.append({"Created": opened, "First reply": None, "Solved": solved})
    old.sort(key=lambda one: one["Created"] or START)
    new = [one for one in honest_times() if (one["Created"] or START) > START + timedelta(days=91)]
    return rows_of([*old, *new])


def imported() -> list[Row]:
    """Return an export with eighty cases that came in at one second."""

    def change(times: Times, number: int) -> None:
        if 300 <= number < 380:
            came = datetime(2026, 3, 11, 10, 4, 31)  # noqa: DTZ001
            later = came - (times["Created"] or came)
            for name in _COLUMNS:
                at = times[name]
                times[name] = at + later if at else None

    return changed(change)


def split() -> list[Row]:
    """Return an export with the time of opening in a column of its own."""
    rows = honest()
    for row in rows:
        date, _, time = row.pop("Created").partition(" ")
        row["Date created"], row["Time created"] = date, time
    return rows


def spreadsheet_numbers() -> list[Row]:
    """Return an export whose dates are numbers of days."""
    rows = honest()
    for row in rows:
        for name in _COLUMNS:
            if row[name]:
                days = datetime.fromisoformat(row[name]) - datetime(1899, 12, 30)  # noqa: DTZ001
                row[name] = f"{days / timedelta(days=1):.5f}"
    return rows


def undated() -> list[Row]:
    """Return an export in which cases are solved without a date."""
    rows = honest()
    for number, row in enumerate(rows):
        if number % 12 == 0:
            row["Solved"] = ""
    return rows


def mixed_offsets() -> list[Row]:
    """Return an export in which some times name their zone."""
    rows = honest()
    for number, row in enumerate(rows):
        if number % 3 == 0:
            row["Created"] += "+00:00"
    return rows


def both_orders() -> list[Row]:
    """Return an export with the day first, and since May the month."""
    rows = rows_of(honest_times(), form="%d/%m/%Y %H:%M")
    for row in rows[1000:]:
        for name in _COLUMNS:
            if row[name]:
                day, month, rest = row[name].split("/")
                row[name] = f"{month}/{day}/{rest}"
    return rows


def low_days() -> list[Row]:
    """Return an export in which no day goes beyond the 12th."""
    times = [one for one in honest_times() if one["Created"] and one["Created"].day <= 12]
    for one in times:
        one["First reply"] = None
        one["Solved"] = None
    return rows_of(times, form="%d/%m/%Y %H:%M")


def odd_week() -> list[Row]:
    """Return an export whose dates are two days late."""
    return moved(48)


LOG_HEADINGS = ("Case ID", "Event time", "State", "SLA met")


def log(n: int = 400, *, seed: int = 3) -> list[Row]:
    """Return a log of states that holds no trap."""
    rows = []
    chance = random.Random(seed)  # noqa: S311 - only to invent cases
    for number, times in enumerate(honest_times(n, seed=seed)):
        case = f"INC{7_000 + number}"
        at = times["Created"]
        assert at is not None
        solved = times["Solved"]
        said: list[tuple[datetime, str]] = [(at, "New")]
        if times["First reply"]:
            said.append((times["First reply"], "In progress"))
        if solved and chance.random() < 0.3:
            said.append((times["First reply"] or at, "Awaiting customer"))
            said[-1] = (said[-1][0] + (solved - said[-1][0]) / 3, "Awaiting customer")
        if solved:
            said.append((solved, "Resolved"))
        rows += [
            {
                "Case ID": case,
                "Event time": f"{when:%Y-%m-%d %H:%M:%S}",
                "State": state,
                "SLA met": "true",
            }
            for when, state in said
        ]
    return rows


def log_out_of_order() -> list[Row]:
    """Return the log with some rows of a case exchanged."""
    rows = log()
    for number in range(0, len(rows) - 1, 25):
        if rows[number]["Case ID"] == rows[number + 1]["Case ID"]:
            rows[number], rows[number + 1] = rows[number + 1], rows[number]
    return rows


def log_with_changing_flag() -> list[Row]:
    """Return the log with a flag that is true at first and may turn later."""
    rows = log()
    for row in rows:
        if row["State"] == "Resolved" and int(row["Case ID"][3:]) % 3 == 0:
            row["SLA met"] = "false"
    return rows


def log_closed_by_machine() -> list[Row]:
    """Return the log with a closing five days after each resolution."""
    closings = [
        {
            **row,
            "State": "Closed",
            "Event time": str(datetime.fromisoformat(row["Event time"]) + timedelta(days=5)),
        }
        for row in log()
        if row["State"] == "Resolved"
    ]
    return sorted([*log(), *closings], key=lambda row: (row["Case ID"], row["Event time"]))


TRAPS: dict[str, tuple[str, Callable[[], list[Row]]]] = {
    "shifted by ten hours": ("shifted-zone", lambda: moved(10)),
    "shifted by minus seven hours": ("shifted-zone", lambda: moved(-7)),
    "UTC of London": ("clock-changes", in_utc),
    "two days late": ("weekdays", odd_week),
    "dates alone": ("no-time-of-day", without_times),
    "some at midnight": ("no-time-of-day", zeros_for_times),
    "both orders": ("day-or-month", both_orders),
    "low days": ("day-or-month", low_days),
    "five days after": ("automatic-closing", machine_closes),
    "at two in the night": ("automatic-closing", machine_closes_at_two),
    "a log closed by a machine": ("automatic-closing", log_closed_by_machine),
    "events out of order": ("events-out-of-order", log_out_of_order),
    "ends before start": ("ends-before-start", ends_before_start),
    "two zones": ("ends-before-start", two_zones),
    "own work by name": ("own-cases", own_work),
    "own work by speed": ("own-cases", done_at_once),
    "duplicates": ("duplicate-ids", duplicates),
    "a flag without promise": ("verdict", flagged),
    "a flag that changes": ("changing-verdict", log_with_changing_flag),
    "rounded": ("rounded-times", rounded),
    "finer from April": ("finer-times", finer_from_april),
    "tests and spam": ("no-cases", with_tests),
    "markers": ("odd-dates", markers),
    "future": ("odd-dates", future),
    "unreadable": ("unreadable-dates", unreadable),
    "gap": ("gap", with_a_gap),
    "survivors": ("survivors", survivors),
    "chosen by end": ("chosen-by-end", chosen_by_end),
    "imported": ("bulk-import", imported),
    "split": ("split-times", split),
    "spreadsheet numbers": ("serial-dates", spreadsheet_numbers),
    "undated": ("closed-without-date", undated),
    "mixed offsets": ("mixed-offsets", mixed_offsets),
}
