"""Opening hours as schema.org has them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from goodword.cli import main
from goodword.document.read import read
from goodword.exchange.opening_hours import opening_hours

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
FIRST = date(2026, 9, 1)


def hours(text: str, days: int = 365) -> dict[str, Any]:
    return opening_hours(read(text).policy, FIRST, days)


def special(made: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    return [
        (one["validFrom"], one["validThrough"], one["opens"], one["closes"])
        for one in made.get("specialOpeningHoursSpecification", [])
    ]


WEEK = "We are open Monday to Friday, 9am to 5pm. All times are London time. "


def test_days_with_the_same_hours_stand_together() -> None:
    (week,) = hours(WEEK)["openingHoursSpecification"]
    assert week == {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
        "opens": "09:00",
        "closes": "17:00",
    }


def test_closed_dates_in_a_row_are_one_range_and_weekends_need_no_word() -> None:
    made = hours(f"{WEEK}We are closed from 24 December to 1 January.")
    assert special(made) == [
        ("2026-12-24", "2026-12-25", "00:00", "00:00"),
        ("2026-12-28", "2027-01-01", "00:00", "00:00"),
    ]


def test_public_holidays_have_their_names() -> None:
    made = hours(f"{WEEK}We are closed on public holidays. Public holidays are those of England.")
    names = [one["name"] for one in made["specialOpeningHoursSpecification"]]
    assert "Good Friday" in names


def test_a_date_with_hours_of_its_own_is_special() -> None:
    made = hours(f"{WEEK}On 31 October 2026 we are open from 9am to 11am.")
    assert special(made) == [("2026-10-31", "2026-10-31", "09:00", "11:00")]


def test_a_night_is_cut_at_midnight_before_a_closed_date() -> None:
    made = hours(
        "We are open Monday to Sunday, 6pm to 2am. All times are London time. "
        "We are closed on 25 December."
    )
    assert made["openingHoursSpecification"][0]["closes"] == "02:00"
    assert special(made) == [
        ("2026-12-24", "2026-12-24", "18:00", "00:00"),
        ("2026-12-25", "2026-12-25", "00:00", "00:00"),
    ]


def test_open_round_the_clock_ends_a_minute_before_midnight() -> None:
    (week,) = hours("We are open 24 hours a day, 7 days a week. All times are London time.")[
        "openingHoursSpecification"
    ]
    assert (len(week["dayOfWeek"]), week["opens"], week["closes"]) == (7, "00:00", "23:59")


def test_the_command_tells_who_and_how_to_reach_them(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", str(RIVERSIDE), "--to", "opening-hours", "--at", "2026-09-01"]
    assert main(words) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["@context"], made["name"]) == ("https://schema.org", "Riverside Physiotherapy")
    assert made["telephone"] == "03 5550 0142"
    assert ("2026-10-31", "2026-10-31", "09:00", "11:00") in special(made)


def test_a_policy_without_hours_is_told_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "policy.md"
    path.write_text("We reply to every email within 1 day.", encoding="utf-8")
    assert main(["export", str(path), "--to", "opening-hours"]) == 2
    assert "We are open Monday to Friday, 9am to 5pm." in capsys.readouterr().err


def test_the_end_of_the_calendar_is_no_error() -> None:
    made = opening_hours(read(f"{WEEK}We are closed on 25 December.").policy, date(9998, 12, 1))
    assert special(made)[0][0] == "9998-12-25"


def test_special_hours_of_a_season_are_told_by_date() -> None:
    made = hours(f"{WEEK}On Christmas Eve we close at 1pm.")
    assert special(made) == [("2026-12-24", "2026-12-24", "09:00", "13:00")]
