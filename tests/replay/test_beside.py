"""Another system's own figures and verdicts are laid beside ours, case by case."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from goodword.cli import main

POLICY = """# Promises

We are open Monday to Friday, 9am to 5pm, except on public holidays in England. Times are in \
Europe/London.

## Promises
- We resolve every case within 16 working hours.
"""
MAP = """zone = "{zone}"
[columns]
case = "Case"
opened = "Opened"
resolved = "Resolved"
[recorded.took]
resolved = {{ column = "Took", unit = "{unit}" }}
[recorded.met]
resolved = {{ column = "Met", yes = ["yes"], no = ["no"] }}
"""
BANK_HOLIDAY = datetime(2025, 5, 26)  # noqa: DTZ001 - local
Row = tuple[datetime, datetime]
Count = Callable[[datetime, datetime], float]


def open_hours(begin: datetime, end: datetime, *, holiday: bool = True) -> float:
    """Return the open hours, an hour at a time: all times below are on the full hour."""
    hours = 0
    while begin < end:
        is_open = begin.weekday() < 5 and 9 <= begin.hour < 17
        hours += is_open and not (holiday and begin.date() == BANK_HOLIDAY.date())
        begin += timedelta(hours=1)
    return hours


def cases(first: datetime = datetime(2025, 5, 5 + 7)) -> list[Row]:  # noqa: DTZ001 - local
    """Return cases of every length, over four weeks that hold a bank holiday."""
    return [
        (
            first + timedelta(hours=7 * number),
            first + timedelta(hours=7 * number + 1 + number * 13 % 200),
        )
        for number in range(80)
    ]


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what the command prints for cases whose figures count so."""

    def replayed(
        count: Count, *words: str, unit: str = "hours", zone: str = "Europe/London", after: str = ""
    ) -> str:
        lines = ["Case,Opened,Resolved,Took,Met"]
        for number, (begin, end) in enumerate(cases()):
            took = count(begin, end)
            lines.append(f"C{number},{begin},{end},{took}{after},{'yes' if took <= 16 else 'no'}")
        for name, text in (
            ("policy.md", POLICY),
            ("map.toml", MAP.format(unit=unit, zone=zone)),
            ("cases.csv", "\n".join(lines)),
        ):
            (tmp_path / name).write_text(text, "utf-8")
        given = [str(tmp_path / name) for name in ("policy.md", "cases.csv")]
        assert main(["replay", *given, "--map", str(tmp_path / "map.toml"), *words]) == 0
        return capsys.readouterr().out

    return replayed


def test_figures_that_count_as_we_do_are_the_same(told: Callable[..., str]) -> None:
    out = told(open_hours)
    assert "the same in 80 of 80 cases (100.0%)\n" in out
    assert "kept only by ours: 0, kept only by theirs: " in out
    assert "no open time had passed since it fell due" in out


def test_figures_in_minutes_and_in_words_are_read(told: Callable[..., str]) -> None:
    assert "the same in 80 of 80" in told(lambda *at: 60 * open_hours(*at), unit="minutes")
    assert "the same in 80 of 80" in told(open_hours, unit="words", after=" hours 0 min")


def test_a_holiday_that_they_do_not_know_is_named(told: Callable[..., str]) -> None:
    out = told(lambda *at: open_hours(*at, holiday=False))
    assert "last over Mon 26 May 2025" in out
    assert "we count that day as closed. Is it?" in out


def test_time_as_the_clock_runs_is_known_for_what_it_is(told: Callable[..., str]) -> None:
    out = told(lambda begin, end: (end - begin) / timedelta(hours=1))
    assert "are the time as the clock runs, day and night." in out


def test_times_of_another_zone_are_known_by_their_shift(told: Callable[..., str]) -> None:
    out = told(open_hours, zone="America/New_York")
    assert "With all times 5 hours earlier" in out
    assert "look at zone in the map" in out


def test_all_that_differ_are_written_as_a_table(told: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "differing.csv"
    out = told(lambda *at: open_hours(*at, holiday=False), "--differing", str(path))
    first, *rows = path.read_text("utf-8").splitlines()
    assert first == "case,until,column,opened,done,theirs,ours,difference"
    assert f"{len(rows)} differ" in out
    assert rows[0].endswith("-28800")


def test_what_is_compared_is_told_in_json(told: Callable[..., str]) -> None:
    found = json.loads(told(lambda *at: open_hours(*at, holiday=False), "--json"))
    (figures,), (verdicts,) = found["own_figures"], found["own_verdicts"]
    assert figures["n"] == 80
    assert figures["ours_shorter"] == figures["differ"] == len(figures["differing"]) > 0
    assert [one["day"] for one in figures["dates"]] == ["2025-05-26"]
    others = verdicts["kept_only_by_ours"] + verdicts["kept_only_by_theirs"]
    assert verdicts["same"] + others == verdicts["n"] == 80


@pytest.mark.parametrize("piece", ["1", "5000"])
def test_a_long_history_compares_as_a_short_one(
    told: Callable[..., str], tmp_path: Path, piece: str
) -> None:
    def by_a_holiday(begin: datetime, end: datetime) -> float:
        return open_hours(begin, end, holiday=False)

    resumed = "--resume", str(tmp_path / "so-far"), "--piece", piece
    whole, pieces = (told(by_a_holiday, *words) for words in ((), resumed))
    assert whole[whole.index("own figures") :] == pieces[pieces.index("own figures") :]
