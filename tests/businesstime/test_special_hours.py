"""Seasons, n-th days of the month, holidays with hours, and dates that move with Easter."""

from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.holiday import holidays_of
from goodword.businesstime.openings import compile_openings, fingerprint_of
from goodword.businesstime.special import easter_sunday
from goodword.policy.hours import Closure, HolidayPlace, Hours, Interval, Occasion, SpecialHours
from tests.businesstime.plain_openings import WEEKDAYS, hours
from tests.businesstime.plain_special import special_minutes

NINE_TO_FOUR = (Interval(540, 960),)
VICTORIA = HolidayPlace("AU", "VIC")
# Bounds of two years, with a leap day, so that no clock change hides behind a minute count.
FIRST, LAST = date(2027, 12, 1), date(2029, 1, 31)


def open_minutes(hours: Hours, day: date) -> set[int]:
    """Return the minutes of a date in a zone without clock changes."""
    midnight = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    openings = compile_openings(hours, midnight, midnight + 86_400)
    return {
        minute
        for opening, closing in zip(openings.opens, openings.closes, strict=True)
        for minute in range((opening - midnight) // 60, (closing - midnight) // 60)
        if 0 <= minute < 1440
    }


def with_special(*special: SpecialHours, closures: tuple[Closure, ...] = ()) -> Hours:
    return Hours("UTC", WEEKDAYS, closures=closures, special=special)


@pytest.mark.parametrize("year", [1, 1818, 1961, 1981, 2024, 2038, 2285, 4089])
def test_easter_is_where_the_tables_have_it(year: int) -> None:
    assert easter_sunday(year) == easter(year)


months_and_days = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(
    lambda day: (day.month, min(day.day, 28))
)
quarters = st.integers(24, 88).map(lambda quarter: 15 * quarter)


@st.composite
def daytime(draw: st.DrawFn, most: int = 4) -> tuple[Interval, ...]:
    edges = sorted(draw(st.sets(quarters, max_size=most)))
    return tuple(Interval(edges[i], edges[i + 1]) for i in range(0, len(edges) - 1, 2))


@st.composite
def occasions(draw: st.DrawFn) -> Occasion:
    weekdays = tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3))))
    first = draw(st.none() | months_and_days)
    return Occasion(
        weekdays=weekdays,
        nth=draw(st.sampled_from(((), (), (1,), (-1,), (2, 4), (5,)))) if weekdays else (),
        first=first,
        last=draw(st.just(first) | months_and_days) if first else None,
        year=draw(st.none() | st.just(2028)) if first else None,
        easter=draw(st.sampled_from((None, None, None, (1, 1), (-2, 1)))),
        public_holiday=draw(st.booleans()),
    )


@st.composite
def special_hours(draw: st.DrawFn) -> SpecialHours:
    return SpecialHours(
        on=draw(occasions()),
        intervals=draw(st.none() | daytime()),
        opens=draw(st.none() | quarters),
        closes=draw(st.none() | quarters),
        breaks=draw(daytime(most=2)),
    )


@given(
    st.lists(daytime(), min_size=7, max_size=7),
    st.lists(special_hours(), min_size=1, max_size=4),
    st.lists(months_and_days, max_size=2),
    st.lists(st.dates(FIRST, LAST), min_size=1, max_size=12),
)
@settings(max_examples=60, deadline=None)
def test_every_date_opens_as_the_rules_say_one_by_one(
    week: list[tuple[Interval, ...]],
    special: list[SpecialHours],
    closed: list[tuple[int, int]],
    days: list[date],
) -> None:
    closures = tuple(Closure(month, day) for month, day in closed)
    calendar = Hours("UTC", tuple(week), (VICTORIA,), closures, (), tuple(special))  # type: ignore[arg-type]
    holidays = set(holidays_of(VICTORIA, 2027, 2029))
    for day in days:
        shut = (day.month, day.day) in closed
        plain = special_minutes(calendar, day, holidays, shut=shut)
        usual = [one for one in special if one.is_usual and one.on.rank == 4]
        if usual and (shut or day in holidays):
            continue  # "as usual" on a closed date is looked at by itself below
        assert open_minutes(calendar, day) == plain, day


def test_a_date_that_is_open_as_usual_is_open_on_a_public_holiday() -> None:
    good_friday = SpecialHours(Occasion(easter=(-2, -2)))
    calendar = Hours("UTC", WEEKDAYS, (VICTORIA,), special=(good_friday,))
    assert open_minutes(calendar, date(2028, 4, 14)) == set(range(540, 1020))
    assert open_minutes(calendar, date(2028, 4, 17)) == set()


def test_winter_closes_earlier_over_the_turn_of_the_year() -> None:
    winter = Occasion(first=(10, 1), last=(3, 31))
    calendar = with_special(SpecialHours(winter, closes=960))
    assert max(open_minutes(calendar, date(2028, 3, 31))) == 959
    assert max(open_minutes(calendar, date(2028, 4, 3))) == 1019
    assert max(open_minutes(calendar, date(2028, 10, 2))) == 959
    assert open_minutes(calendar, date(2028, 10, 1)) == set()


def test_the_last_friday_of_the_month_closes_earlier_and_no_other() -> None:
    last = SpecialHours(Occasion(weekdays=(4,), nth=(-1,)), closes=900)
    calendar = with_special(last)
    closing = {day: max(open_minutes(calendar, date(2028, 6, day))) for day in (2, 9, 16, 23, 30)}
    assert closing == {2: 1019, 9: 1019, 16: 1019, 23: 1019, 30: 899}


def test_a_night_before_a_date_that_special_hours_close_is_cut_at_midnight() -> None:
    nights = Hours(
        "UTC",
        ((Interval(1320, 360),),) * 7,
        special=(SpecialHours(Occasion(easter=(1, 1)), ()),),
    )
    assert open_minutes(nights, date(2028, 4, 17)) == set()
    assert open_minutes(nights, date(2028, 4, 18)) == set(range(1320, 1440))


def test_a_break_cuts_an_overnight_opening_in_two() -> None:
    rule = SpecialHours(Occasion(), breaks=(Interval(1380, 1410),))
    assert rule.applied((Interval(1320, 360),)) == (Interval(1320, 1380), Interval(1410, 360))


def test_the_name_of_a_closed_date_is_kept_for_people() -> None:
    monday = SpecialHours(Occasion(easter=(1, 1)), (), name="Easter Monday")
    calendar = with_special(monday)
    start = int(datetime(2028, 4, 10, tzinfo=UTC).timestamp())
    assert compile_openings(calendar, start, start + 14 * 86_400).closed == {
        date(2028, 4, 17): "Easter Monday"
    }


def test_special_hours_that_open_a_week_without_openings_are_openings() -> None:
    summer = SpecialHours(
        Occasion(weekdays=(5,), first=(6, 1), last=(8, 31)), intervals=NINE_TO_FOUR
    )
    calendar = Hours("UTC", ((),) * 7, special=(summer,))
    assert calendar.ever_open
    assert open_minutes(calendar, date(2028, 7, 1)) == set(range(540, 960))
    assert open_minutes(calendar, date(2028, 7, 1) + timedelta(days=1)) == set()


def test_the_fingerprint_follows_special_hours() -> None:
    special = SpecialHours(Occasion(weekdays=(3,)), closes=1200)
    assert fingerprint_of(hours(zone="UTC")) != fingerprint_of(with_special(special))
