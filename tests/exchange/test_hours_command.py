"""`goodword hours`: what other programs know of hours, as sentences."""

import json
from pathlib import Path

import pytest

from goodword.cli import main

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//t//t
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
SUMMARY:Christmas break
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261230
SUMMARY:Cake
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_becomes_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "team.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    dates = ["--zone", "Europe/London", "--from", "2026-11-22", "--until", "2027-01-31"]
    assert main(["hours", str(path), *dates]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "We are closed from 24 December 2026 to 26 December 2026 (Christmas break).\n"
    )
    assert printed.err == '"Cake" is left out: it is marked as free time.\n'


def test_a_calendar_that_closes_nothing_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "team.ics"
    path.write_text(CALENDAR, encoding="utf-8")
    assert main(["hours", str(path), "--from", "2027-02-01", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["sentences"] == []
    assert answer["left_out"][-1].startswith("The calendar closes nothing from 2027-02-01")


def test_hours_of_a_map_become_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hours", "--osm", "Mo-Fr 09:00-17:00; Sa 10:00-13:00"]) == 0
    assert capsys.readouterr().out == (
        "Our opening hours are Monday to Friday, 9am to 5pm, and Saturday, 10am to 1pm.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--osm", "Mo-Fx"], 'I can read these hours up to "Mo-"'),
        (["no.ics"], "no.ics cannot be opened"),
        (["no.ics", "--from", "2026-13-01"], '--from "2026-13-01" is no date'),
        (["no.ics", "--zone", "Mars/X"], 'the time zone "Mars/X"'),
    ],
    ids=["hours", "file", "date", "zone"],
)
def test_what_cannot_be_told_is_named(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hours", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_policy_goes_out_as_hours_of_a_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "policy.md"
    path.write_text(
        "# Policy\n\nAll times are London time. We are open Monday to Friday, 9am to 5pm. "
        "We are closed on 24 December.\n",
        encoding="utf-8",
    )
    assert main(["export", str(path), "--to", "osm", "--at", "2026-11-22"]) == 0
    assert capsys.readouterr().out == "Mo-Fr 09:00-17:00; 2026 Dec 24 off\n"
