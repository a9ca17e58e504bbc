"""Around clock changes of many kinds the map answers as the plain count does, minute by minute.

`script/soak zones` does the same for every zone and every change from 1990 to 2040.
"""

import pytest

from tests.businesstime.plain_changes import changes_of, disagreements

# Zone, and the year of the changes: at midnight, by half an hour, by two hours, by a whole day,
# during Ramadan, backwards in winter, of the standard time itself, and the usual ones.
SAMPLE = (
    ("Africa/Cairo", 2014),
    ("Africa/Casablanca", 2030),
    ("Africa/Windhoek", 1994),
    ("America/Asuncion", 2010),
    ("America/Caracas", 2016),
    ("America/Goose_Bay", 2010),
    ("America/Havana", 2026),
    ("America/New_York", 2026),
    ("America/Sao_Paulo", 2018),
    ("America/Scoresbysund", 2024),
    ("America/St_Johns", 2006),
    ("Antarctica/Casey", 2018),
    ("Antarctica/Troll", 2026),
    ("Asia/Amman", 2012),
    ("Asia/Gaza", 2025),
    ("Asia/Pyongyang", 2015),
    ("Asia/Tehran", 2022),
    ("Atlantic/Azores", 1993),
    ("Australia/Lord_Howe", 2026),
    ("Europe/Dublin", 2026),
    ("Europe/London", 1995),
    ("Europe/Moscow", 2014),
    ("Pacific/Apia", 2011),
    ("Pacific/Chatham", 2026),
    ("Pacific/Kwajalein", 1993),
)


@pytest.mark.parametrize(("zone", "year"), SAMPLE)
def test_hours_around_a_clock_change_are_counted_as_step_by_step(zone: str, year: int) -> None:
    differing = [
        line for change in changes_of(zone, year, year) for line in disagreements(zone, change)[1]
    ]

    assert differing == []


def test_the_sample_holds_clock_changes_of_every_kind() -> None:
    shifts = {zone: len(changes_of(zone, year, year)) for zone, year in SAMPLE}

    assert min(shifts.values()) >= 1
    assert sum(shifts.values()) >= 45
