"""The holidays of one country, without loading those of all others."""

import subprocess
import sys
from pathlib import Path

import holidays
import pytest

from goodword.businesstime.holiday import holidays_of
from goodword.errors import UnknownNameError
from goodword.policy.hours import HolidayPlace

PLACES = [
    ("AU", "VIC"),
    ("GB", "ENG"),
    ("GB", None),
    ("US", "CA"),
    ("DE", "BY"),
    ("ES", "AN"),
    ("NZ", None),
    ("FR", None),
    ("HK", None),
    ("PR", None),
]


@pytest.mark.parametrize(("country", "part"), PLACES)
def test_they_are_those_of_the_calendars_themselves(country: str, part: str | None) -> None:
    whole = holidays.country_holidays(country, subdiv=part, years=range(2025, 2028), observed=True)
    mine = holidays_of(HolidayPlace(country=country, subdivision=part), 2025, 2027)
    assert mine == {day: name.replace("; ", " and ") for day, name in sorted(whole.items())}


@pytest.mark.parametrize(("country", "part"), [("ZZ", None), ("GB", "XYZ")])
def test_a_place_without_a_calendar_is_refused(country: str, part: str | None) -> None:
    with pytest.raises(UnknownNameError, match="I know no public holidays"):
        holidays_of(HolidayPlace(country=country, subdivision=part), 2025, 2026)


def test_other_countries_are_not_loaded_and_can_be_afterwards(root: Path) -> None:
    program = (
        "import sys\n"
        "from goodword.businesstime.holiday import holidays_of\n"
        "from goodword.policy.hours import HolidayPlace\n"
        "assert holidays_of(HolidayPlace(country='AU', subdivision='VIC'), 2026, 2026)\n"
        "print('holidays.countries.france' in sys.modules)\n"
        "import holidays\n"
        "print(len(holidays.country_holidays('FR', years=2026)) > 5)\n"
        "print(len(holidays_of(HolidayPlace(country='DE', subdivision=None), 2026, 2026)) > 5)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root / "src")},
    )
    assert run.stdout.split() == ["False", "True", "True"]
