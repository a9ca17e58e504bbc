"""Zones whose clock changes are unusual: at midnight, by half an hour, over a whole day."""

import pickle
from itertools import pairwise

import pytest

from goodword.businesstime.openings import compile_openings
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Interval, Week
from tests.businesstime.plain_openings import at, every_day, hours

UNUSUAL = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Goose_Bay",
    "America/Havana",
    "America/Sao_Paulo",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Fakaofo",
)
NIGHT = every_day(Interval(22 * 60, 6 * 60))
ODD = every_day(Interval(90, 150), Interval(23 * 60 + 30, 1440))
FIRST, LAST = at("2005-01-01 00:00"), at("2015-01-01 00:00")


@pytest.mark.parametrize("zone", UNUSUAL)
@pytest.mark.parametrize("week", [NIGHT, ODD], ids=["night", "odd"])
def test_openings_stay_in_order_over_every_clock_change(zone: str, week: Week) -> None:
    openings = compile_openings(hours(week, zone=zone), FIRST, LAST)
    assert all(before < after for before, after in pairwise(openings.edges))
    assert sorted(openings.day_closes) == list(openings.day_closes)


@pytest.mark.parametrize("zone", UNUSUAL)
def test_round_the_clock_has_no_gap_at_any_clock_change(zone: str) -> None:
    openings = compile_openings(hours(ALWAYS_OPEN_WEEK, zone=zone), FIRST, LAST)
    assert openings.edges == (openings.start, openings.end)


def test_openings_travel_to_other_processes() -> None:
    openings = compile_openings(hours(), FIRST, LAST)
    arrived = pickle.loads(pickle.dumps(openings))  # noqa: S301 - our own value
    assert (openings, openings.edges) == (arrived, arrived.edges)
