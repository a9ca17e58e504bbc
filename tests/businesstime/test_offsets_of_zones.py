"""Where the offsets of zones change: found by looking every few days, as by looking every day."""

from datetime import date, datetime
from zoneinfo import available_timezones

import pytest

from goodword.businesstime.offsets import STEPS, offsets
from goodword.businesstime.openings import compile_openings
from goodword.businesstime.zone import FIRST_ORDINAL, LAST_ORDINAL, offset_at
from goodword.policy.hours import ALWAYS_OPEN_WEEK
from tests.businesstime.plain_openings import at, hours


# Years in which zones changed twice within days or weeks: the war, Brazil, Argentina, Ramadans.
@pytest.mark.parametrize("year", [1939, 1943, 2000, 2004, 2010, 2040])
def test_no_zone_goes_to_another_offset_and_back_unseen(year: int) -> None:
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = range(first, last + 1)
    for zone in sorted(available_timezones()):
        seen = offsets(zone, first, last)
        daily = [offset_at(datetime.fromordinal(day), zone) for day in days]
        changes = [(first, daily[0])] + [
            (days[index], daily[index])
            for index in range(1, len(daily))
            if daily[index] != daily[index - 1]
        ]
        assert changes == seen, zone


def test_a_change_is_found_wherever_the_first_and_last_dates_lie() -> None:
    change = date(2026, 10, 4).toordinal() + 1
    longest = max(step for _, step in STEPS)
    for before in range(longest + 2):
        for after in range(longest + 2):
            found = offsets("Australia/Melbourne", change - before, change + after)
            expected = [(change - before, 36_000), (change, 39_600)]
            assert found == (expected if before else [(change, 39_600)])


def test_the_first_and_the_last_dates_of_the_calendar_have_offsets() -> None:
    assert offsets("Europe/London", FIRST_ORDINAL, FIRST_ORDINAL + 10)[0][1] == -75
    assert offsets("Europe/London", LAST_ORDINAL - 10, LAST_ORDINAL) == [(LAST_ORDINAL - 10, 0)]


def test_a_calendar_of_one_date_has_that_date() -> None:
    openings = compile_openings(
        hours(ALWAYS_OPEN_WEEK), at("2026-09-04 10:00"), at("2026-09-04 10:00")
    )

    assert len(openings.days) == 3
    assert openings.edges == (openings.start, openings.end)
