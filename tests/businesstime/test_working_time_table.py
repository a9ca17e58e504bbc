"""Each line of the working-time table, by name."""

from datetime import date, time

import pytest

from goodword.businesstime.arithmetic import add, elapsed, is_open, left, next_open
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import compile_openings, openings_for
from goodword.businesstime.workdays import add_working_days, last_closing, working_days_between
from goodword.businesstime.zone import local_date, midnight_of
from goodword.errors import NeverOpenError, OutsideCalendarError, UnknownNameError
from goodword.policy.hours import (
    ALWAYS_OPEN_WEEK,
    CLOSED_WEEK,
    Closure,
    HolidayPlace,
    Hours,
    Interval,
    OwnHours,
)
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from tests.businesstime.plain_openings import (
    MELBOURNE,
    NINE_TO_FIVE,
    WEEKDAYS,
    at,
    every_day,
    hours,
    only,
    shown,
)

HOUR = 3600
FRIDAY = at("2026-09-04 16:30")
OPENINGS = openings_for(hours(), FRIDAY)


def working(amount: int, unit: Unit) -> Duration:
    return Duration(amount, unit, Counting.WORKING)


def test_a_due_time_exactly_at_closing_stays_at_closing() -> None:
    due = add(OPENINGS, at("2026-09-04 16:00"), HOUR)
    assert shown(due) == "2026-09-04 17:00+10:00"


def test_closing_at_24_and_opening_at_0_are_one_unbroken_opening() -> None:
    week = every_day(Interval(0, 1440))
    openings = compile_openings(hours(week), at("2026-09-01 00:00"), at("2026-09-10 00:00"))
    assert len(openings.opens) == 1
    halves = every_day(Interval(0, 12 * 60), Interval(12 * 60, 1440))
    joined = compile_openings(hours(halves), at("2026-09-01 00:00"), at("2026-09-10 00:00"))
    assert openings.edges == joined.edges


def test_overnight_opening_joins_the_morning_after() -> None:
    night_and_day = every_day(Interval(22 * 60, 6 * 60), Interval(6 * 60, 7 * 60))
    openings = openings_for(hours(night_and_day), FRIDAY)
    assert shown(add(openings, at("2026-09-04 22:00"), 9 * HOUR)) == "2026-09-05 07:00+10:00"


def test_an_open_day_across_a_clock_change_has_23_or_25_hours() -> None:
    openings = openings_for(hours(ALWAYS_OPEN_WEEK), FRIDAY)
    spring = elapsed(openings, at("2026-10-04 00:00"), at("2026-10-05 00:00"))
    autumn = elapsed(openings, at("2026-04-05 00:00"), at("2026-04-06 00:00"))
    assert (spring, autumn) == (23 * HOUR, 25 * HOUR)


def test_an_opening_time_that_does_not_exist_is_read_with_the_offset_before_the_change() -> None:
    openings = openings_for(hours(only(6, Interval(150, 360))), FRIDAY)
    opening = next_open(openings, at("2026-10-04 00:00"))
    assert shown(opening) == "2026-10-04 03:30+11:00"


def test_a_closing_time_that_does_not_exist_is_read_with_the_offset_before_the_change() -> None:
    openings = openings_for(hours(only(6, Interval(60, 150))), FRIDAY)
    closing = last_closing(openings, date(2026, 10, 4))
    assert closing is not None
    assert shown(closing) == "2026-10-04 03:30+11:00"


def test_an_interval_that_is_empty_by_the_clock_change_is_dropped() -> None:
    openings = openings_for(hours(only(6, Interval(150, 195))), FRIDAY)
    assert last_closing(openings, date(2026, 10, 4)) is None
    assert last_closing(openings, date(2026, 10, 11)) == at("2026-10-11 03:15")


def test_a_time_that_happens_twice_is_its_first_occurrence() -> None:
    openings = openings_for(hours(only(6, Interval(150, 240))), FRIDAY)
    opening = next_open(openings, at("2026-04-05 00:00"))
    assert shown(opening) == "2026-04-05 02:30+11:00"
    assert elapsed(openings, at("2026-04-05 00:00"), at("2026-04-06 00:00")) == 150 * 60


def test_an_overnight_opening_before_a_closed_date_is_cut_at_midnight() -> None:
    week = every_day(Interval(22 * 60, 6 * 60))
    openings = openings_for(hours(week, closures=(Closure(12, 25),)), FRIDAY)
    assert add(openings, at("2026-12-24 22:00"), 2 * HOUR) == at("2026-12-25 00:00")
    assert next_open(openings, at("2026-12-25 00:00")) == at("2026-12-26 22:00")
    assert elapsed(openings, at("2026-12-25 00:00"), at("2026-12-26 00:00")) == 0


def test_the_horizon_grows_by_itself() -> None:
    openings = compile_openings(hours(), at("2026-09-01 00:00"), at("2026-09-02 00:00"))
    assert elapsed(openings, at("2016-09-05 00:00"), at("2036-09-01 00:00")) == 5215 * 8 * HOUR
    assert add(openings, FRIDAY, 100_000 * HOUR) == add(OPENINGS, FRIDAY, 100_000 * HOUR)
    assert add(openings, FRIDAY, -100_000 * HOUR) == add(OPENINGS, FRIDAY, -100_000 * HOUR)


def test_the_end_of_the_calendar_is_refused_not_saturated() -> None:
    with pytest.raises(OutsideCalendarError):
        add(OPENINGS, FRIDAY, 10**13)
    with pytest.raises(OutsideCalendarError):
        elapsed(OPENINGS, FRIDAY, 10**13)
    with pytest.raises(OutsideCalendarError):
        add_working_days(OPENINGS, FRIDAY, 10**8)
    with pytest.raises(OutsideCalendarError):
        due_time(Duration(100_000, Unit.MONTH, Counting.CALENDAR), OPENINGS, FRIDAY)


def test_the_closing_instant_is_outside_and_the_opening_instant_inside() -> None:
    assert is_open(OPENINGS, at("2026-09-04 09:00"))
    assert not is_open(OPENINGS, at("2026-09-04 17:00"))


def test_adding_nothing_is_the_start_when_open_else_the_next_opening() -> None:
    assert add(OPENINGS, FRIDAY, 0) == FRIDAY
    assert add(OPENINGS, at("2026-09-04 17:00"), 0) == at("2026-09-07 09:00")


def test_looking_back_from_an_opening_instant_stays_there() -> None:
    assert add(OPENINGS, at("2026-09-07 10:00"), -HOUR) == at("2026-09-07 09:00")
    assert add(OPENINGS, at("2026-09-07 09:00"), -HOUR) == at("2026-09-04 16:00")


def test_an_end_before_the_start_is_the_mirror() -> None:
    later = at("2026-09-07 10:00")
    assert elapsed(OPENINGS, FRIDAY, later) == 90 * 60
    assert elapsed(OPENINGS, later, FRIDAY) == -90 * 60
    assert left(OPENINGS, later, FRIDAY) == -90 * 60
    assert working_days_between(OPENINGS, later, FRIDAY) == -1


def test_hours_that_never_open_are_refused() -> None:
    never = openings_for(hours(CLOSED_WEEK), FRIDAY)
    with pytest.raises(NeverOpenError, match="never open"):
        add(never, FRIDAY, HOUR)
    with pytest.raises(NeverOpenError):
        next_open(never, FRIDAY)
    with pytest.raises(NeverOpenError):
        add_working_days(never, FRIDAY, 1)
    assert elapsed(never, FRIDAY, FRIDAY + 10**6) == 0


def test_hours_whose_every_day_is_closed_are_refused() -> None:
    all_closed = tuple(Closure(month, day) for month in range(1, 13) for day in range(1, 32))
    never = openings_for(hours(closures=all_closed), FRIDAY)
    with pytest.raises(NeverOpenError, match="everything is closed"):
        add(never, FRIDAY, HOUR)
    with pytest.raises(NeverOpenError, match="everything is closed"):
        add(never, FRIDAY, -HOUR)


def test_hours_that_opened_only_once_are_refused_after_it() -> None:
    once = Hours(MELBOURNE, own_hours=(OwnHours(date(2026, 9, 1), NINE_TO_FIVE),))
    openings = openings_for(once, FRIDAY)
    assert add(openings, at("2026-08-01 00:00"), HOUR) == at("2026-09-01 10:00")
    with pytest.raises(NeverOpenError):
        next_open(openings, FRIDAY)


def test_several_intervals_a_day() -> None:
    week = every_day(Interval(9 * 60, 12 * 60), Interval(13 * 60, 17 * 60))
    openings = openings_for(hours(week), FRIDAY)
    assert add(openings, at("2026-09-04 11:00"), 2 * HOUR) == at("2026-09-04 14:00")
    assert add(openings, at("2026-09-04 11:00"), HOUR) == at("2026-09-04 12:00")


def test_part_day_closure() -> None:
    training = Closure(9, 9, 2026, "team training", 13 * 60, 15 * 60)
    openings = openings_for(hours(closures=(training,)), FRIDAY)
    assert add(openings, at("2026-09-09 12:00"), 2 * HOUR) == at("2026-09-09 16:00")


def test_part_day_closure_over_midnight() -> None:
    repairs = Closure(9, 9, 2026, "repairs", 23 * 60, 60)
    openings = openings_for(hours(ALWAYS_OPEN_WEEK, closures=(repairs,)), FRIDAY)
    assert add(openings, at("2026-09-09 22:00"), 2 * HOUR) == at("2026-09-10 02:00")


def test_one_off_opening() -> None:
    saturday = OwnHours(date(2026, 9, 5), (Interval(10 * 60, 11 * 60),))
    openings = openings_for(Hours(MELBOURNE, WEEKDAYS, own_hours=(saturday,)), FRIDAY)
    assert add(openings, FRIDAY, HOUR) == at("2026-09-05 10:30")


def test_a_date_with_its_own_hours_replaces_those_of_the_week() -> None:
    short = OwnHours(date(2026, 12, 24), (Interval(9 * 60, 12 * 60),))
    closed = OwnHours(date(2026, 12, 25), ())
    openings = openings_for(Hours(MELBOURNE, WEEKDAYS, own_hours=(short, closed)), FRIDAY)
    assert add(openings, at("2026-12-24 11:00"), 2 * HOUR) == at("2026-12-28 10:00")


def test_a_holiday_with_its_own_hours_is_open() -> None:
    cup_day = OwnHours(date(2026, 11, 3), (Interval(9 * 60, 11 * 60),))
    place = HolidayPlace("AU", "VIC")
    openings = openings_for(Hours(MELBOURNE, WEEKDAYS, (place,), own_hours=(cup_day,)), FRIDAY)
    assert last_closing(openings, date(2026, 11, 3)) == at("2026-11-03 11:00")


def test_a_closure_every_year_and_one_in_a_single_year() -> None:
    closures = (Closure(12, 25), Closure(9, 7, 2026))
    openings = openings_for(hours(closures=closures), FRIDAY)
    assert last_closing(openings, date(2026, 12, 25)) is None
    assert last_closing(openings, date(2028, 12, 25)) is None
    assert last_closing(openings, date(2026, 9, 7)) is None
    assert last_closing(openings, date(2027, 9, 7)) == at("2027-09-07 17:00")


def test_public_holidays_close_with_their_names_observed_days_included() -> None:
    openings = openings_for(Hours(MELBOURNE, WEEKDAYS, (HolidayPlace("AU", "VIC"),)), FRIDAY)
    assert add_working_days(openings, at("2026-11-02 10:00"), 1) == at("2026-11-04 17:00")
    assert openings.closed[date(2026, 11, 3)] == "Melbourne Cup Day"
    assert openings.closed[date(2026, 12, 28)] == "Boxing Day (observed)"
    assert last_closing(openings, date(2026, 12, 28)) is None


def test_public_holidays_of_a_place_without_a_calendar_are_refused_by_name() -> None:
    nowhere = Hours(MELBOURNE, WEEKDAYS, (HolidayPlace("XX", None, "Atlantis"),))
    with pytest.raises(UnknownNameError, match="Atlantis"):
        openings_for(nowhere, FRIDAY)


def test_a_zone_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(UnknownNameError, match="Mars/Olympus"):
        openings_for(hours(zone="Mars/Olympus"), FRIDAY)
    with pytest.raises(UnknownNameError):
        openings_for(hours(zone="../etc/passwd"), FRIDAY)


def test_working_hours_are_open_seconds() -> None:
    assert due_time(working(4, Unit.HOUR), OPENINGS, FRIDAY) == at("2026-09-07 12:30")


def test_the_date_of_arrival_is_day_0_whatever_the_hour() -> None:
    for hour in ("00:00", "09:00", "16:59", "17:00", "23:59"):
        due = add_working_days(OPENINGS, at(f"2026-09-03 {hour}"), 1)
        assert due == at("2026-09-04 17:00")


def test_saturday_and_1_working_day_is_mondays_close() -> None:
    assert add_working_days(OPENINGS, at("2026-09-05 11:00"), 1) == at("2026-09-07 17:00")


def test_friday_afternoon_and_3_working_days_is_wednesdays_close() -> None:
    assert due_time(working(3, Unit.DAY), OPENINGS, FRIDAY) == at("2026-09-09 17:00")


def test_working_days_look_back_too() -> None:
    assert add_working_days(OPENINGS, FRIDAY, -1) == at("2026-09-03 17:00")
    assert add_working_days(OPENINGS, FRIDAY, 0) == at("2026-09-04 17:00")
    assert add_working_days(OPENINGS, at("2026-09-05 11:00"), 0) == at("2026-09-07 17:00")


def test_a_day_of_which_we_open_a_part_is_a_working_day() -> None:
    night = openings_for(hours(only(4, Interval(22 * 60, 6 * 60))), FRIDAY)
    assert last_closing(night, date(2026, 9, 4)) == at("2026-09-05 00:00")
    assert last_closing(night, date(2026, 9, 5)) == at("2026-09-05 06:00")


def test_a_round_the_clock_day_closes_at_24() -> None:
    openings = openings_for(hours(ALWAYS_OPEN_WEEK), FRIDAY)
    assert add_working_days(openings, FRIDAY, 1) == at("2026-09-06 00:00")


def test_a_day_whose_closing_falls_inside_a_pause_is_not_counted() -> None:
    pause = (at("2026-09-08 10:00"), at("2026-09-09 10:00"))
    due = due_time(working(3, Unit.DAY), OPENINGS, FRIDAY, (pause,))
    assert due == at("2026-09-10 17:00")


def test_a_pause_between_two_closings_moves_no_counted_day() -> None:
    pause = (at("2026-09-08 10:00"), at("2026-09-08 16:00"))
    due = due_time(working(3, Unit.DAY), OPENINGS, FRIDAY, (pause,))
    assert due == at("2026-09-09 17:00")


def test_a_pause_that_begins_at_the_closing_leaves_that_day_counted() -> None:
    pause = (at("2026-09-08 17:00"), at("2026-09-10 10:00"))
    due = due_time(working(3, Unit.DAY), OPENINGS, FRIDAY, (pause,))
    assert due == at("2026-09-10 17:00")


def test_a_pause_is_left_out_of_working_hours() -> None:
    pause = (at("2026-09-04 16:45"), at("2026-09-07 10:00"))
    due = due_time(working(4, Unit.HOUR), OPENINGS, FRIDAY, (pause,))
    assert due == at("2026-09-07 13:45")


def test_a_due_time_reached_at_the_start_of_a_pause_stays_there() -> None:
    pause = (at("2026-09-07 12:30"), at("2026-09-08 10:00"))
    due = due_time(working(4, Unit.HOUR), OPENINGS, FRIDAY, (pause,))
    assert due == at("2026-09-07 12:30")


def test_a_pause_is_left_out_of_clock_hours() -> None:
    limit = Duration(24, Unit.HOUR, Counting.CLOCK)
    pause = (FRIDAY + HOUR, FRIDAY + 3 * HOUR)
    assert due_time(limit, OPENINGS, FRIDAY, (pause,)) == FRIDAY + 26 * HOUR


def test_a_calendar_day_whose_time_falls_inside_a_pause_is_not_counted() -> None:
    limit = Duration(30, Unit.DAY, Counting.CALENDAR)
    pause = (at("2026-09-10 10:00"), at("2026-09-12 10:00"))
    assert due_time(limit, OPENINGS, FRIDAY, (pause,)) == at("2026-10-06 16:30")


def test_calendar_days_keep_the_local_time_across_a_clock_change() -> None:
    limit = Duration(5, Unit.WEEK, Counting.CALENDAR)
    due = due_time(limit, OPENINGS, FRIDAY)
    assert shown(due) == "2026-10-09 16:30+11:00"


def test_months_are_clipped_to_the_months_end() -> None:
    month = Duration(1, Unit.MONTH, Counting.CALENDAR)
    assert due_time(month, OPENINGS, at("2027-01-31 10:00")) == at("2027-02-28 10:00")
    year = Duration(1, Unit.YEAR, Counting.CALENDAR)
    assert due_time(year, OPENINGS, at("2028-02-29 10:00")) == at("2029-02-28 10:00")


def test_clock_hours_run_round_the_clock() -> None:
    limit = Duration(24, Unit.HOUR, Counting.CLOCK)
    due = due_time(limit, OPENINGS, at("2026-10-03 10:00"))
    assert shown(due) == "2026-10-04 11:00+11:00"


def test_the_same_day_is_that_days_last_closing() -> None:
    same_day = Anchor(AnchorKind.SAME_DAY)
    assert due_time(same_day, OPENINGS, FRIDAY) == at("2026-09-04 17:00")


def test_the_same_day_of_an_arrival_when_we_are_done_for_the_day_is_the_next_working_day() -> None:
    same_day = Anchor(AnchorKind.SAME_DAY)
    for arrival in ("2026-09-04 17:00", "2026-09-04 20:00", "2026-09-05 11:00"):
        assert due_time(same_day, OPENINGS, at(arrival)) == at("2026-09-07 17:00")


def test_the_next_working_day_is_its_last_closing() -> None:
    anchor = Anchor(AnchorKind.NEXT_WORKING_DAY)
    assert due_time(anchor, OPENINGS, FRIDAY) == at("2026-09-07 17:00")


def test_by_5pm_is_that_local_time() -> None:
    anchor = Anchor(AnchorKind.AT_TIME, at=time(16, 45))
    assert due_time(anchor, OPENINGS, FRIDAY) == at("2026-09-04 16:45")
    assert due_time(anchor, OPENINGS, at("2026-09-04 16:50")) == at("2026-09-07 16:45")
    assert due_time(anchor, OPENINGS, at("2026-09-05 09:00")) == at("2026-09-07 16:45")


def test_a_cutoff_moves_a_later_arrival_to_the_next_working_day() -> None:
    anchor = Anchor(AnchorKind.SAME_DAY, cutoff=time(14))
    assert due_time(anchor, OPENINGS, at("2026-09-04 14:00")) == at("2026-09-04 17:00")
    assert due_time(anchor, OPENINGS, at("2026-09-04 14:01")) == at("2026-09-07 17:00")
    following = Anchor(AnchorKind.NEXT_WORKING_DAY, cutoff=time(14))
    assert due_time(following, OPENINGS, at("2026-09-04 14:00")) == at("2026-09-07 17:00")
    assert due_time(following, OPENINGS, at("2026-09-04 14:01")) == at("2026-09-08 17:00")


@pytest.mark.parametrize(
    "arrival", ["04 15:00", "05 00:00", "05 13:00", "05 20:00", "06 09:00", "07 13:00", "07 14:00"]
)
def test_with_a_cutoff_a_closed_day_counts_as_the_next_working_day(arrival: str) -> None:
    following = Anchor(AnchorKind.NEXT_WORKING_DAY, cutoff=time(14))
    assert due_time(following, OPENINGS, at(f"2026-09-{arrival}")) == at("2026-09-08 17:00")
    at_ten = Anchor(AnchorKind.NEXT_WORKING_DAY, at=time(10), cutoff=time(14))
    assert due_time(at_ten, OPENINGS, at(f"2026-09-{arrival}")) == at("2026-09-08 10:00")


@pytest.mark.parametrize("arrival", ["04 15:00", "05 00:00", "05 20:00", "06 09:00", "07 14:00"])
def test_the_same_day_with_a_cutoff_is_the_day_it_counts_as_come(arrival: str) -> None:
    same_day = Anchor(AnchorKind.SAME_DAY, cutoff=time(14))
    assert due_time(same_day, OPENINGS, at(f"2026-09-{arrival}")) == at("2026-09-07 17:00")


def test_a_cutoff_that_comes_twice_is_its_first_occurrence() -> None:
    openings = openings_for(hours(every_day(Interval(0, 1440))), at("2026-04-05 12:00"))
    same_day = Anchor(AnchorKind.SAME_DAY, cutoff=time(2, 30))
    first = at("2026-04-05 02:30")
    assert due_time(same_day, openings, first) == at("2026-04-06 00:00")
    for later in (first + 60, first + 3_600, first + 7_200):
        assert due_time(same_day, openings, later) == at("2026-04-07 00:00")


@pytest.mark.parametrize(
    ("start", "closing"),
    [("04 23:00", "04"), ("04 00:00", "04"), ("05 11:00", "07"), ("06 23:00", "07")],
)
def test_no_working_day_added_is_that_dates_closing_or_the_next_working_days(
    start: str, closing: str
) -> None:
    due = add_working_days(OPENINGS, at(f"2026-09-{start}"), 0)
    assert due == at(f"2026-09-{closing} 17:00")


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("03 09:00", "04 08:00", 1),
        ("03 08:00", "03 20:00", 0),
        ("03 16:59", "04 00:00", 1),
        ("04 09:00", "06 09:00", 0),
        ("05 09:00", "07 00:00", 1),
        ("07 00:00", "05 09:00", -1),
    ],
)
def test_between_two_dates_the_first_is_not_counted_and_the_last_is(
    start: str, end: str, count: int
) -> None:
    found = working_days_between(OPENINGS, at(f"2026-09-{start}"), at(f"2026-09-{end}"))
    assert found == count


def test_a_date_does_not_go_back_with_the_clock() -> None:
    # In Newfoundland the clock went from 00:01 on 7 November 2010 back to 23:01 on the 6th.
    zone = "America/St_Johns"
    midnight = midnight_of(date(2010, 11, 7).toordinal(), zone)
    dates = [local_date(midnight + seconds, zone) for seconds in (-1, 0, 59, 60, 3_600, 3_661)]
    assert dates == [date(2010, 11, 6), *[date(2010, 11, 7)] * 5]


def test_an_anchor_inside_a_pause_moves_to_the_next_working_day() -> None:
    anchor = Anchor(AnchorKind.NEXT_WORKING_DAY)
    pause = (at("2026-09-07 10:00"), at("2026-09-08 10:00"))
    assert due_time(anchor, OPENINGS, FRIDAY, (pause,)) == at("2026-09-08 17:00")


def test_a_working_week_has_as_many_working_days_as_the_hours_week() -> None:
    assert due_time(working(1, Unit.WEEK), OPENINGS, FRIDAY) == at("2026-09-11 17:00")


def test_a_working_month_ends_on_the_first_working_day_from_its_date() -> None:
    due = due_time(working(1, Unit.MONTH), OPENINGS, at("2026-09-03 10:00"))
    assert due == at("2026-10-05 17:00")


def test_a_skipped_date_is_no_working_day() -> None:
    samoa = openings_for(hours(every_day(*NINE_TO_FIVE), zone="Pacific/Apia"), 1_325_000_000)
    assert last_closing(samoa, date(2011, 12, 30)) is None
    assert last_closing(samoa, date(2011, 12, 31)) == at("2011-12-31 17:00", "Pacific/Apia")


def test_openings_with_the_same_hours_and_year_are_cached() -> None:
    assert openings_for(hours(), FRIDAY) is openings_for(hours(), FRIDAY + 86_400)


def test_the_fingerprint_follows_the_hours_and_not_the_horizon() -> None:
    again = compile_openings(hours(), FRIDAY, FRIDAY)
    other = compile_openings(hours(every_day(*NINE_TO_FIVE)), FRIDAY, FRIDAY)
    assert again.fingerprint == OPENINGS.fingerprint
    assert other.fingerprint != OPENINGS.fingerprint
