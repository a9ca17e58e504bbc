"""What a customer reads about a due time."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.explain import explain
from goodword.clock.run import run_clocks
from goodword.document.read import read
from goodword.policy.hours import ALWAYS_OPEN_WEEK, Closure, Hours
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
from tests.clock.clock_cases import (
    HOURS,
    PAUSES,
    at,
    case,
    event,
    policy,
    promise,
    running,
    working,
)

FIRST = promise(Metric.FIRST_RESPONSE)
RESOLVE = promise(Metric.RESOLUTION, working(4))
OPENED = event("04 16:40", EventKind.OPENED)
WAITED = (event("07 10:05", EventKind.WAITING), event("07 11:30", EventKind.RESUMED))


def told(promised: Promise, of: Case, when: str) -> str:
    clock = running(promised, of, when, pauses=True)
    whole = policy(promised, PAUSES)
    return explain(clock, whole, openings_for(HOURS, at(when))).summary


def test_a_due_time_is_explained_step_by_step() -> None:
    assert told(RESOLVE, case(OPENED, *WAITED), "07 12:00") == (
        "Started Fri 4 Sep, 4:40 pm; 20 minutes counted to closing at 5:00 pm; "
        "closed over the weekend until Mon 7 Sep, 9:00 am; 1 hour 5 minutes counted to 10:05 am; "
        "paused 10:05 am to 11:30 am while we waited for you; 2 hours 35 minutes counted to "
        "2:05 pm; due 2:05 pm (4 working hours); still open at 12 noon: 2 hours 5 minutes of "
        "opening time left."
    )


def test_the_steps_carry_instants_local_times_and_codes() -> None:
    clock = running(RESOLVE, case(OPENED, *WAITED), "07 12:00", pauses=True)
    why = explain(clock, policy(RESOLVE, PAUSES), openings_for(HOURS, at("07 12:00")))
    assert [reason.code for reason in why.reasons] == [
        "started",
        "counted",
        "closed",
        "counted",
        "paused",
        "counted",
        "due",
        "running",
    ]
    assert why.reasons[0].at == at("04 16:40")
    assert why.reasons[0].local == "Fri 4 Sep 2026, 4:40 pm"
    assert why.reasons[4].words == "Paused 10:05 am to 11:30 am while we waited for you."


@pytest.mark.parametrize(
    ("done", "end"),
    [
        ("07 10:00", "done 10:00 am: kept, with 2 hours 40 minutes of opening time to spare."),
        ("07 12:40", "done 12:40 pm: kept, exactly on time."),
        ("07 13:15", "done 1:15 pm: not kept, late by 35 minutes of opening time."),
        (
            "08 09:10",
            "done Tue 8 Sep, 9:10 am: not kept, late by 4 hours 30 minutes of opening time.",
        ),
    ],
)
def test_what_was_done_says_when_and_by_how_much(done: str, end: str) -> None:
    summary = told(FIRST, case(OPENED, event(done, EventKind.REPLY)), "30 12:00")
    assert summary.rpartition("; ")[2] == end


def test_what_is_late_says_by_how_much_so_far() -> None:
    assert told(FIRST, case(OPENED), "07 13:10").endswith(
        "due 12:40 pm (4 working hours); not done by 1:10 pm: late by 30 minutes of opening time "
        "so far."
    )


def test_lateness_while_we_are_closed_is_said_by_the_clock() -> None:
    at_closing = replace(FIRST, limit=working(8))
    evening = event("07 17:00:30", EventKind.REPLY)
    summary = told(at_closing, case(event("07 09:00", EventKind.OPENED), evening), "30 12:00")
    assert summary.endswith("done 5:00:30 pm: not kept, late by 30 seconds.")


def test_holidays_are_told_by_name() -> None:
    of = case(event("2026-11-02 16:00", EventKind.OPENED))
    assert told(FIRST, of, "2026-11-02 16:00") == (
        "Started Mon 2 Nov, 4:00 pm; 1 hour counted to closing at 5:00 pm; "
        "closed on Tue 3 Nov, Melbourne Cup Day; closed until Wed 4 Nov, 9:00 am; "
        "3 hours counted to 12 noon; due 12 noon (4 working hours)."
    )


def test_working_days_are_numbered_and_holidays_named() -> None:
    of = case(event("2026-10-30 16:00", EventKind.OPENED))
    assert told(replace(FIRST, limit=working(3, Unit.DAY)), of, "2026-10-30 16:00") == (
        "Started Fri 30 Oct, 4:00 pm; Mon 2 Nov is working day 1; "
        "closed on Tue 3 Nov, Melbourne Cup Day; Wed 4 Nov is working day 2; "
        "Thu 5 Nov is working day 3; due Thu 5 Nov, 5:00 pm, when we close (3 working days)."
    )


def test_a_run_of_closed_dates_is_told_once() -> None:
    closures = tuple(Closure(12, day) for day in range(24, 32))
    hours = replace(HOURS, closures=closures)
    of = case(event("2026-12-23 16:00", EventKind.OPENED))
    clock = running(FIRST, of, "2026-12-23 16:00")
    openings = openings_for(hours, clock.at)
    late = replace(clock, due=at("2027-01-04 12:00"))
    summary = explain(late, policy(FIRST), openings).summary
    assert (
        "closed from Thu 24 Dec to Fri 1 Jan 2027 (Christmas Day, Boxing Day, New Year's Day)"
        in summary
    )
    assert "closed until Mon 4 Jan 2027, 9:00 am" in summary


def test_a_day_that_is_not_counted_is_told_with_its_reason() -> None:
    of = case(OPENED, event("07 16:00", EventKind.WAITING), event("08 10:00", EventKind.RESUMED))
    assert told(replace(RESOLVE, limit=working(2, Unit.DAY)), of, "08 11:00") == (
        "Started Fri 4 Sep, 4:40 pm; Mon 7 Sep is not counted: we were waiting for you when we "
        "closed; Tue 8 Sep is working day 1; Wed 9 Sep is working day 2; due Wed 9 Sep, 5:00 pm, "
        "when we close (2 working days); still open on Tue 8 Sep at 11:00 am: 1 day 6 hours left."
    )


def test_a_clock_that_is_paused_says_so() -> None:
    assert told(RESOLVE, case(OPENED, WAITED[0]), "07 11:00").endswith(
        "paused since 10:05 am; no due time while we wait for you."
    )
    in_days = replace(RESOLVE, limit=working(2, Unit.DAY))
    assert told(in_days, case(OPENED, WAITED[0]), "08 11:00").endswith(
        "paused since Mon 7 Sep, 10:05 am; no due time while we wait for you."
    )


def test_many_steps_are_told_in_few() -> None:
    summary = told(replace(FIRST, limit=working(100)), case(OPENED), "04 16:40")
    assert summary == (
        "Started Fri 4 Sep, 4:40 pm; 20 minutes counted to closing at 5:00 pm; "
        "closed over the weekend until Mon 7 Sep, 9:00 am; 96 hours counted up to Tue 22 Sep, "
        "5:00 pm; closed until Wed 23 Sep, 9:00 am; 3 hours 40 minutes counted to 12:40 pm; "
        "due 12:40 pm (100 working hours)."
    )
    days = told(replace(FIRST, limit=working(10, Unit.DAY)), case(OPENED), "04 16:40")
    assert "; working days 3 to 8 counted, up to Wed 16 Sep; " in days


def test_clock_hours_days_and_anchors_need_few_words() -> None:
    def summary(limit: Duration | Anchor) -> str:
        return told(replace(FIRST, limit=limit), case(OPENED), "04 16:40")

    start = "Started Fri 4 Sep, 4:40 pm; due "
    assert summary(Duration(24, Unit.HOUR, Counting.CLOCK)) == (
        f"{start}Sat 5 Sep, 4:40 pm (24 hours round the clock)."
    )
    assert summary(Duration(30, Unit.DAY, Counting.CALENDAR)) == (
        "Started Fri 4 Sep, 4:40 pm; 30 days by the calendar, closed days included; "
        "due Sun 4 Oct, 4:40 pm (30 days)."
    )
    assert summary(Anchor(AnchorKind.SAME_DAY)) == f"{start}5:00 pm, when we close (the same day)."
    assert summary(Anchor(AnchorKind.NEXT_WORKING_DAY)) == (
        f"{start}Mon 7 Sep, 5:00 pm, when we close (the next working day)."
    )
    assert summary(Anchor(AnchorKind.AT_TIME, at=time(16, 45))) == f"{start}4:45 pm (by 4:45 pm)."


def test_with_a_cutoff_it_is_told_as_which_day_s_an_arrival_counts() -> None:
    def summary(came: str, limit: Anchor) -> str:
        of = case(event(came, EventKind.OPENED))
        return told(replace(FIRST, limit=limit), of, came).split("; ")[1]

    following = Anchor(AnchorKind.NEXT_WORKING_DAY, cutoff=time(14))
    counted = "so it is treated as if it had come on the next working day"
    assert summary("04 15:00", following) == f"it came after 2:00 pm, {counted}"
    assert summary("05 15:00", following) == f"we are closed on that day, {counted}"
    assert summary("05 10:00", following) == f"we are closed on that day, {counted}"
    same_day = Anchor(AnchorKind.SAME_DAY, cutoff=time(14))
    assert summary("05 15:00", same_day) == (
        "we are closed on that day, so the next working day counts"
    )


def test_clock_time_tells_its_pauses() -> None:
    promised = replace(RESOLVE, limit=Duration(72, Unit.HOUR, Counting.CLOCK))
    assert told(promised, case(OPENED, *WAITED), "07 12:00") == (
        "Started Fri 4 Sep, 4:40 pm; 2 days 17 hours counted round the clock; "
        "paused Mon 7 Sep, 10:05 am to 11:30 am while we waited for you; "
        "6 hours 35 minutes counted round the clock; due 6:05 pm (72 hours round the clock); "
        "still open at 12 noon: 6 hours 5 minutes left."
    )


def test_the_time_spent_resolved_is_told_after_reopening() -> None:
    of = case(OPENED, event("07 09:30", EventKind.RESOLVED), event("07 11:00", EventKind.REOPENED))
    said = "resolved at 9:30 am, reopened at 11:00 am: the time between is left out"
    assert said in told(RESOLVE, of, "07 12:00")


def test_what_is_excused_or_void_says_why_it_is_not_counted() -> None:
    excused = case(OPENED, event("04 16:50", EventKind.EXCEPTION_APPLIED, clause="promise"))
    assert told(FIRST, excused, "30 12:00").endswith(
        "excused: the promise itself makes an exception here."
    )
    void = case(OPENED, event("04 16:50", EventKind.VOIDED))
    assert told(FIRST, void, "30 12:00").endswith(
        "this promise does not apply to the case any more."
    )


def summary_of(text: str, channel: str, *events: Event, when: str, kind: str | None = None) -> str:
    whole = read(text).policy
    assert whole.hours is not None
    of = Case("1", events, channel, kind)
    openings = openings_for(whole.hours, at(when))
    (clock,) = run_clocks(whole, openings, of, at=at(when))
    return explain(clock, whole, openings, case=of).summary


MELBOURNE = (
    "All times are Melbourne time.\n\nOur opening hours are Monday to Friday, 9am to 5pm.\n\n"
)


def test_rings_are_said_in_seconds() -> None:
    said = summary_of(
        f"{MELBOURNE}We answer every call within 3 rings.\n", "phone", OPENED, when="04 16:40"
    )
    assert said == (
        "Started Fri 4 Sep, 4:40 pm; “3 rings” counts as 9 seconds; due 4:40:09 pm (9 seconds)."
    )


def test_of_a_range_the_longer_time_is_named() -> None:
    said = summary_of(
        f"{MELBOURNE}We resolve every enquiry within 1 to 2 working days.\n",
        "email",
        OPENED,
        when="04 16:40",
    )
    assert "; of “1 to 2 working days” the longer time counts: 2 working days; " in said


def test_an_update_that_was_not_owed_any_more_says_so() -> None:
    said = summary_of(
        f"{MELBOURNE}We update you every 3 working days until your complaint is resolved.\n",
        "email",
        OPENED,
        event("07 10:00", EventKind.RESOLVED),
        when="09 12:00",
        kind="complaint",
    )
    assert said.endswith(
        "resolved on Mon 7 Sep at 10:00 am, before an update was due, so none is owed any more."
    )


def test_a_promise_that_starts_with_an_event_names_it() -> None:
    promised = replace(RESOLVE, start="acknowledged")
    of = case(OPENED, event("07 09:30", EventKind.ACKNOWLEDGED))
    assert told(promised, of, "07 09:30").startswith(
        "Started Mon 7 Sep, 9:30 am, when we had acknowledged it; 4 hours counted to 1:30 pm; "
    )


def test_a_clock_change_of_half_an_hour_gives_the_day_its_own_length() -> None:
    hours = Hours("Australia/Lord_Howe", ALWAYS_OPEN_WEEK)
    start = round(datetime(2026, 4, 4, 20, tzinfo=ZoneInfo("Australia/Lord_Howe")).timestamp())
    promised = promise(Metric.FIRST_RESPONSE, Duration(8, Unit.HOUR, Counting.CLOCK))
    whole = replace(policy(promised), hours=hours)
    of = Case("1", (Event(start, 0, EventKind.OPENED, Actor.CUSTOMER),), "email")
    openings = openings_for(hours, start)
    (clock,) = run_clocks(whole, openings, of, at=start)
    why = explain(clock, whole, openings)
    assert "; the clocks go back on Sun 5 Apr at 02:00, so that day has 24 hours 30 minutes; " in (
        why.summary
    )


def test_an_exception_is_quoted_as_the_policy_words_it() -> None:
    said = summary_of(
        f"{MELBOURNE}We resolve every repair within 2 working days, unless parts must be "
        "ordered.\n",
        "email",
        OPENED,
        event("04 16:50", EventKind.EXCEPTION_APPLIED, clause="promise-resolution-repair"),
        when="09 12:00",
        kind="repair",
    )
    assert said.endswith(
        "excused: the promise itself makes an exception here (“parts must be ordered”)."
    )


def test_what_was_late_before_the_kind_changed_stays_late() -> None:
    whole = read(
        f"{MELBOURNE}We reply to every enquiry within 2 working hours.\n\n"
        "We reply to every complaint within 1 working day.\n"
    ).policy
    assert whole.hours is not None
    of = case(
        event("04 09:30", EventKind.OPENED),
        event("07 10:30", EventKind.KIND_CHANGED, kind="complaint"),
    )
    openings = openings_for(whole.hours, at("07 12:00"))
    enquiry, complaint = run_clocks(whole, openings, of, at=at("07 12:00"))
    late = explain(enquiry, whole, openings, case=of)
    assert "due 11:30 am (2 working hours); it became a complaint on Mon 7 Sep at 10:30 am: " in (
        late.summary
    )
    assert "what was late by then stays late; not done by 12 noon: late by " in late.summary
    assert (
        "it became a complaint on Mon 7 Sep at 10:30 am, and is counted from the start all the "
        "same; Mon 7 Sep is working day 1; " in explain(complaint, whole, openings, case=of).summary
    )


def test_a_promise_whose_condition_no_longer_holds_says_so() -> None:
    whole = read(f"{MELBOURNE}If a customer is a member, we reply within 4 working hours.\n").policy
    assert whole.hours is not None
    of = case(
        event("04 09:30", EventKind.OPENED, customer_is_member="yes"),
        event("04 10:30", EventKind.TAGGED, customer_is_member="no"),
    )
    openings = openings_for(whole.hours, at("04 12:00"))
    (clock,) = run_clocks(whole, openings, of, at=at("04 12:00"))
    assert explain(clock, whole, openings, case=of).verdict == (
        "What the promise depends on changed on Fri 4 Sep at 10:30 am, so it does not apply any "
        "more."
    )


def test_a_priority_that_changed_is_named() -> None:
    whole = read(
        f"{MELBOURNE}We resolve every priority 1 case within 2 working hours.\n\n"
        "We resolve every priority 2 case within 2 working days.\n"
    ).policy
    assert whole.hours is not None
    of = case(
        event("04 16:00", EventKind.OPENED, priority="priority_2"),
        event("04 16:30", EventKind.PRIORITY_CHANGED, priority="priority_1"),
    )
    openings = openings_for(whole.hours, at("04 16:45"))
    first, second = run_clocks(whole, openings, of, at=at("04 16:45"))
    assert (
        "; its priority became 1 at 4:30 pm, and it is counted from the start all the same; "
        in (explain(first, whole, openings, case=of).summary)
    )
    assert explain(second, whole, openings, case=of).verdict == (
        "Its priority became 1 on Fri 4 Sep at 4:30 pm, so this promise does not apply any more."
    )


def test_a_part_of_a_day_that_is_closed_is_told_by_its_name() -> None:
    hours = replace(HOURS, closures=(Closure(9, 7, 2026, "fire drill", 600, 720),))
    promised = promise(Metric.FIRST_RESPONSE)
    whole = replace(policy(promised), hours=hours)
    of = case(event("07 09:30", EventKind.OPENED))
    openings = openings_for(hours, at("07 09:30"))
    (clock,) = run_clocks(whole, openings, of, at=at("07 09:30"))
    assert explain(clock, whole, openings).summary == (
        "Started Mon 7 Sep, 9:30 am; 30 minutes counted to closing at 10:00 am; "
        "closed until 12 noon (fire drill); 3 hours 30 minutes counted to 3:30 pm; "
        "due 3:30 pm (4 working hours)."
    )
