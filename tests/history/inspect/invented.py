"""Invented exports: an honest one, and the same with one trap in it."""

import csv
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

Row = dict[str, str]
Times = dict[str, datetime | None]

START = datetime(2026, 2, 2)  # noqa: DTZ001 - a Monday, local on purpose
NOW = 1_785_000_000  # 25 July 2026
OFFICE = (1, 1, 1, 1, 1, 2, 5, 20, 60, 95, 100, 95, 60, 72, 95, 95, 80, 45, 18, 8, 6, 5, 4, 3)
SHOP = (12, 6, 3, 2, 2, 4, 10, 25, 45, 60, 72, 80, 82, 80, 80, 82, 85, 88, 92, 97, 100, 90, 60, 30)
ROUND_THE_CLOCK = (
    40,
    36,
    33,
    32,
    33,
    36,
    40,
    44,
    47,
    50,
    52,
    52,
    50,
    50,
    51,
    50,
    49,
    48,
    47,
    46,
    45,
)
HEADINGS = (
    "Ticket", "Created", "First reply", "Solved", "Channel", "Type", "Priority", "Status",
)  # fmt: skip


def moments(
    n: int, chance: random.Random, *, day: Sequence[int] = OFFICE, weeks: int = 20
) -> list[datetime]:
    """Return when cases come: by the profile of a day, few on Saturday, fewer on Sunday."""
    hours = [*day, *[day[-1]] * (24 - len(day))]
    found: list[datetime] = []
    while len(found) < n:
        date = START + timedelta(days=chance.randrange(7 * weeks))
        if date.weekday() >= 5 and chance.random() > (0.15, 0.08)[date.weekday() - 5]:
            continue
        hour = chance.choices(range(24), hours)[0]
        # In the half hours of lunch there is less than in the others.
        minute = chance.randrange(60)
        found.append(date + timedelta(hours=hour, minutes=minute, seconds=chance.randrange(60)))
    return sorted(found)


def honest_times(n: int = 1500, *, seed: int = 5, day: Sequence[int] = OFFICE) -> list[Times]:
    """Return openings, first replies and solutions; those of the last days may be missing."""
    return [dict(times) for times in _honest_times(n, seed, tuple(day))]


@cache
def _honest_times(n: int, seed: int, day: tuple[int, ...]) -> list[Times]:
    chance = random.Random(seed)  # noqa: S311 - only to invent cases
    end = START + timedelta(weeks=20)
    rows: list[Times] = []
    for opened in moments(n, chance, day=day):
        replied = opened + timedelta(minutes=chance.lognormvariate(4, 1) + 2)
        solved = replied + timedelta(hours=chance.lognormvariate(2.5, 1.2) + 0.1)
        rows.append(
            {
                "Created": opened,
                "First reply": replied if replied < end else None,
                "Solved": solved if solved < end else None,
            }
        )
    return rows


def rows_of(times: Sequence[Times], *, seed: int = 5, form: str = "%Y-%m-%d %H:%M:%S") -> list[Row]:
    """Return the rows of an export with these times."""
    chance = random.Random(seed)  # noqa: S311 - only to invent cases
    rows = []
    for number, one in enumerate(times):
        row = {name: at.strftime(form) if at else "" for name, at in one.items()}
        row |= {
            "Ticket": f"T-{10_000 + number}",
            "Channel": chance.choice(("Email", "Email", "Phone", "Web form", "Chat")),
            "Type": chance.choice(("Billing", "Booking", "Question", "Complaint")),
            "Priority": chance.choice(("Low", "Normal", "Normal", "High")),
            "Status": "Solved" if one["Solved"] else "Open",
        }
        rows.append(row)
    return rows


def honest(n: int = 1500, *, seed: int = 5, day: Sequence[int] = OFFICE) -> list[Row]:
    """Return an export without a trap."""
    return rows_of(honest_times(n, seed=seed, day=day), seed=seed)


def changed(change: Callable[[Times, int], object], *, n: int = 1500, seed: int = 5) -> list[Row]:
    """Return an export whose times were changed, row by row."""
    times = honest_times(n, seed=seed)
    for number, one in enumerate(times):
        change(one, number)
    return rows_of(times, seed=seed)


def write(path: Path, rows: Sequence[Row], *, delimiter: str = ",") -> Path:
    """Return the path of a CSV file with these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file,
            [name for name in HEADINGS if name in rows[0]]
            + [name for name in rows[0] if name not in HEADINGS],
            delimiter=delimiter,
        )
        writer.writeheader()
        writer.writerows(rows)
    return path
