"""The lines of the clock table in their hard combinations: pauses, changes, ties, late news."""

from dataclasses import replace
from itertools import permutations

import pytest

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock, ClockState, Exchange, Outcome, Pause
from goodword.clock.run import run_clocks
from goodword.clock.version import run_clocks_in_force
from goodword.policy.clause import Strength
from goodword.policy.condition import Fact
from goodword.policy.promise import Metric, PauseRule
from goodword.policy.quantity import Counting, Duration, Unit
from tests.clock.clock_cases import (
    HOURS,
    PAUSES,
    at,
    case,
    clock,
    event,
    policy,
    promise,
    running,
    working,
)

OPENED = event("04 16:30", EventKind.OPENED)
MONDAY = event("07 09:00", EventKind.OPENED)
FIRST = promise(Metric.FIRST_RESPONSE)
NEXT = promise(Metric.NEXT_RESPONSE, working(2))
UPDATE = promise(Metric.UPDATE, working(3, Unit.DAY))
RESOLVE = promise(Metric.RESOLUTION, working(8))
DAYS = promise(Metric.RESOLUTION, working(3, Unit.DAY))
LATER = "30 12:00"


def waits(start: str, end: str | None = None, seq: int = 0) -> tuple[Event, ...]:
    """Return the events of waiting for the customer, without an end where there is none."""
    begun = event(start, EventKind.WAITING, seq=seq)
    return (begun,) if end is None else (begun, event(end, EventKind.RESUMED, seq=seq))


def customer(when: str, seq: int = 0) -> Event:
    return event(when, EventKind.CUSTOMER_MESSAGE, seq=seq)


def reply(when: str, seq: int = 0) -> Event:
    return event(when, EventKind.REPLY, seq=seq)


def resolved(when: str, seq: int = 0) -> Event:
    return event(when, EventKind.RESOLVED, seq=seq)


def reopened(when: str, seq: int = 0) -> Event:
    return event(when, EventKind.REOPENED, seq=seq)


def priority(when: str, to: str, seq: int = 0) -> Event:
    return event(when, EventKind.PRIORITY_CHANGED, seq=seq, priority=to)


def summary(found: Clock) -> tuple[int, int | None, int | None, Outcome]:
    return found.started_at, found.due, found.done_at, found.outcome


# Pauses.


def test_a_pause_that_began_before_the_clock_counts_from_its_start_on() -> None:
    promised = replace(RESOLVE, start="acknowledged")
    acknowledged = event("07 12:00", EventKind.ACKNOWLEDGED)
    of = case(MONDAY, *waits("07 10:00", "07 14:00"), acknowledged)
    found = running(promised, of, "07 15:00", pauses=True)
    assert (found.started_at, found.due) == (at("07 12:00"), at("08 14:00"))


def test_a_case_that_waits_from_its_first_instant_counts_from_the_end_of_the_wait() -> None:
    of = case(MONDAY, *waits("07 09:00", "07 11:00", seq=1))
    assert running(RESOLVE, of, "07 12:00", pauses=True).due == at("08 11:00")


def test_waiting_twice_without_an_end_between_is_one_pause() -> None:
    of = case(MONDAY, *waits("07 10:00"), *waits("07 11:00", "07 12:00"))
    found = running(RESOLVE, of, "07 13:00", pauses=True)
    assert found.pauses == (Pause(at("07 10:00"), at("07 12:00")),)
    assert found.due == at("08 11:00")


def test_resuming_what_did_not_wait_changes_nothing() -> None:
    of = case(MONDAY, event("07 10:00", EventKind.RESUMED))
    found = running(RESOLVE, of, "07 13:00", pauses=True)
    assert (found.due, found.pauses) == (at("07 17:00"), ())


def test_pauses_one_after_the_other_add_up() -> None:
    of = case(
        MONDAY,
        *waits("07 10:00", "07 11:00"),
        *waits("07 11:00", "07 12:00", seq=1),
        customer(LATER),
    )
    assert running(RESOLVE, of, "07 13:00", pauses=True).due == at("08 11:00")


def test_a_pause_over_a_closing_leaves_out_open_time_alone() -> None:
    of = case(MONDAY, *waits("07 16:00", "08 10:00"))
    # One hour on Monday and one on Tuesday; the night was closed anyway.
    assert running(RESOLVE, of, "08 12:00", pauses=True).due == at("08 11:00")


def test_a_pause_while_we_are_closed_changes_nothing_for_hours() -> None:
    of = case(OPENED, *waits("05 10:00", "06 20:00"))
    assert running(RESOLVE, of, "07 12:00", pauses=True).due == at("07 16:30")


def test_a_pause_that_begins_exactly_at_the_due_time_saves_nothing() -> None:
    of = case(MONDAY, *waits("07 17:00"))
    found = running(RESOLVE, of, "08 12:00", pauses=True)
    assert (found.due, found.outcome) == (at("07 17:00"), Outcome.BROKEN_OPEN)


def test_a_pause_that_ends_exactly_at_a_closing_does_not_swallow_the_day() -> None:
    of = case(MONDAY, *waits("08 10:00", "08 17:00"))
    assert running(DAYS, of, "08 18:00", pauses=True).due == at("10 17:00")


def test_a_pause_that_begins_exactly_at_a_closing_does_not_swallow_the_day() -> None:
    of = case(MONDAY, *waits("08 17:00", "09 09:00"))
    assert running(DAYS, of, "09 10:00", pauses=True).due == at("10 17:00")


def test_each_working_day_whose_closing_falls_inside_a_pause_is_left_out() -> None:
    of = case(MONDAY, *waits("08 16:59", "10 17:01"))
    assert running(DAYS, of, "11 10:00", pauses=True).due == at("15 17:00")


def test_the_date_of_arrival_is_no_counted_day_whether_paused_or_not() -> None:
    of = case(MONDAY, *waits("07 10:00", "07 18:00"))
    assert running(DAYS, of, "08 10:00", pauses=True).due == at("10 17:00")


def test_calendar_days_leave_out_a_date_whose_same_local_time_is_paused() -> None:
    promised = promise(Metric.RESOLUTION, Duration(3, Unit.DAY, Counting.CALENDAR))
    of = case(MONDAY, *waits("08 08:00", "08 10:00"))
    assert running(promised, of, "08 12:00", pauses=True).due == at("11 09:00")


def test_clock_hours_are_paused_round_the_clock() -> None:
    promised = promise(Metric.RESOLUTION, Duration(24, Unit.HOUR, Counting.CLOCK))
    of = case(MONDAY, *waits("07 18:00", "08 06:00"))
    assert running(promised, of, "08 12:00", pauses=True).due == at("08 21:00")


def test_what_is_done_while_paused_is_judged_as_if_the_pause_ended_then() -> None:
    of = case(MONDAY, *waits("07 10:00"), resolved("09 16:00"))
    found = running(RESOLVE, of, LATER, pauses=True)
    # One hour was used by ten; seven were left when it was resolved on Wednesday at four.
    assert (found.due, found.outcome) == (at("10 15:00"), Outcome.KEPT)


def test_a_clock_broken_before_a_pause_stays_broken_in_it_and_after_it() -> None:
    of = case(MONDAY, *waits("08 10:00", "10 10:00"))
    during = running(RESOLVE, of, "09 10:00", pauses=True)
    after = running(RESOLVE, of, "11 10:00", pauses=True)
    assert (during.outcome, during.state) == (Outcome.BROKEN_OPEN, ClockState.PAUSED)
    assert (after.outcome, after.due) == (Outcome.BROKEN_OPEN, at("07 17:00"))


def test_a_pause_before_the_first_message_of_a_next_response_shortens_nothing() -> None:
    rule = PauseRule(metrics=(Metric.NEXT_RESPONSE,))
    of = case(MONDAY, reply("07 10:00"), *waits("07 10:00", seq=1), customer("07 12:00"))
    # The customer's message ends the wait, so that nothing of it falls into the exchange.
    assert running(NEXT, of, "07 13:00", rule).due == at("07 14:00")


def test_an_update_is_not_due_while_we_wait_and_takes_up_after_it() -> None:
    of = case(MONDAY, event("07 10:00", EventKind.UPDATE), *waits("08 16:00"))
    during = running(UPDATE, of, LATER, pauses=True)
    assert (during.due, during.outcome) == (None, Outcome.OPEN)
    again = case(*of.events, customer("10 10:00"))
    # Tuesday and Wednesday closed inside the wait: Thursday, Friday and Monday are counted.
    assert running(UPDATE, again, "10 12:00", pauses=True).due == at("14 17:00")


# Reopening.


def test_opened_again_twice_both_times_resolved_are_left_out() -> None:
    of = case(
        MONDAY,
        resolved("07 11:00"),
        reopened("08 09:00"),
        resolved("08 12:00"),
        reopened("09 15:00"),
    )
    found = running(RESOLVE, of, "09 16:00")
    # Two hours on Monday, three on Tuesday, and the last three from Wednesday three o'clock.
    assert (found.due, found.outcome) == (at("10 10:00"), Outcome.OPEN)
    assert [pause.reason for pause in found.pauses] == ["resolved", "resolved"]


def test_resolved_while_we_wait_and_opened_again_waits_no_more() -> None:
    of = case(MONDAY, *waits("07 10:00"), resolved("07 12:00"), reopened("08 09:00"))
    found = running(RESOLVE, of, "08 10:00", pauses=True)
    assert (found.state, found.due) == (ClockState.RUNNING, at("08 16:00"))
    assert found.pauses == (
        Pause(at("07 10:00"), at("07 12:00")),
        Pause(at("07 12:00"), at("08 09:00"), reason="resolved"),
    )


def test_waiting_after_it_was_resolved_is_no_pause() -> None:
    of = case(MONDAY, resolved("07 10:00"), *waits("07 11:00"), reopened("08 09:00"))
    found = running(RESOLVE, of, "08 10:00", pauses=True)
    assert (found.state, found.due) == (ClockState.RUNNING, at("08 16:00"))


def test_waiting_after_it_was_opened_again_is_one() -> None:
    of = case(MONDAY, resolved("07 10:00"), reopened("08 09:00"), *waits("08 10:00", "08 11:00"))
    assert running(RESOLVE, of, "08 12:00", pauses=True).due == at("08 17:00")


def test_a_late_resolution_that_was_opened_again_is_broken_until_it_is_resolved_anew() -> None:
    of = case(MONDAY, resolved("08 10:00"), reopened("09 10:00"), resolved("09 11:00"))
    assert running(RESOLVE, of, "08 12:00").outcome is Outcome.BROKEN_CLOSED
    assert running(RESOLVE, of, "09 10:30").outcome is Outcome.BROKEN_OPEN
    found = running(RESOLVE, of, LATER)
    assert (found.outcome, found.done_at) == (Outcome.BROKEN_CLOSED, at("09 11:00"))


def test_resolved_twice_without_a_reopening_the_first_counts() -> None:
    of = case(MONDAY, resolved("07 10:00"), resolved("09 10:00"))
    assert running(RESOLVE, of, LATER).done_at == at("07 10:00")


def test_opened_again_without_a_resolution_changes_nothing() -> None:
    of = case(MONDAY, reopened("07 10:00"))
    assert running(RESOLVE, of, "07 11:00").due == at("07 17:00")


def test_an_automatic_closing_after_the_resolution_and_a_reopening_take_nothing_away() -> None:
    of = case(
        MONDAY, resolved("07 10:00"), event("09 10:00", EventKind.CLOSED), reopened("10 09:00")
    )
    assert running(RESOLVE, of, "10 10:00").due == at("10 16:00")


def test_a_case_resolved_and_opened_again_in_one_instant_is_open() -> None:
    of = case(MONDAY, resolved("07 10:00", seq=1), reopened("07 10:00", seq=2))
    found = running(RESOLVE, of, "07 11:00")
    assert (found.due, found.pauses, found.outcome) == (at("07 17:00"), (), Outcome.OPEN)


def test_counted_days_leave_out_those_that_closed_while_it_was_resolved() -> None:
    of = case(MONDAY, resolved("08 10:00"), reopened("10 10:00"))
    assert running(DAYS, of, "10 11:00").due == at("14 17:00")


def test_a_resolution_before_the_customers_first_message_is_none() -> None:
    of = case(resolved("07 08:00"), MONDAY)
    assert running(RESOLVE, of, LATER).outcome is Outcome.BROKEN_OPEN
    again = case(resolved("07 08:00"), MONDAY, resolved("07 12:00"))
    assert running(RESOLVE, again, LATER).done_at == at("07 12:00")


def test_what_was_resolved_before_its_own_start_is_owed_no_more() -> None:
    promised = replace(RESOLVE, start="acknowledged")
    told = replace(UPDATE, start="acknowledged")
    of = case(MONDAY, resolved("07 10:00"), event("08 10:00", EventKind.ACKNOWLEDGED))
    assert clock(promised, of, LATER) is None
    assert clock(told, of, LATER) is None
    again = case(*of.events, reopened("09 10:00"))
    assert running(told, again, "09 12:00").started_at == at("09 10:00")


# Updates.


def test_updates_stop_at_each_resolution_and_start_at_each_reopening() -> None:
    of = case(
        MONDAY,
        event("08 10:00", EventKind.UPDATE),
        resolved("08 12:00"),
        event("08 13:00", EventKind.UPDATE),
        reopened("14 10:00"),
        event("18 10:00", EventKind.UPDATE),
        resolved("18 11:00"),
    )
    found = running(UPDATE, of, LATER)
    assert [(one.started_at, one.done_at, one.outcome) for one in found.exchanges] == [
        (at("07 09:00"), at("08 10:00"), Outcome.KEPT),
        (at("08 10:00"), at("08 12:00"), Outcome.VOID),
        (at("14 10:00"), at("18 10:00"), Outcome.BROKEN_CLOSED),
        (at("18 10:00"), at("18 11:00"), Outcome.VOID),
    ]
    assert found.outcome is Outcome.BROKEN_CLOSED


def test_resolved_exactly_when_an_update_was_due_is_not_late() -> None:
    of = case(MONDAY, resolved("10 17:00:00"))
    assert running(UPDATE, of, LATER).outcome is Outcome.VOID
    late = case(MONDAY, resolved("10 17:00:01"))
    assert running(UPDATE, late, LATER).outcome is Outcome.BROKEN_CLOSED


def test_an_update_exactly_when_it_was_due_is_kept() -> None:
    of = case(MONDAY, event("10 17:00:00", EventKind.UPDATE), resolved("11 09:00"))
    assert running(UPDATE, of, LATER).outcome is Outcome.KEPT


def test_a_message_of_the_customer_and_a_note_are_no_update() -> None:
    of = case(MONDAY, customer("08 10:00"), event("09 10:00", EventKind.NOTE))
    found = running(UPDATE, of, "10 10:00")
    assert (found.started_at, found.due) == (at("07 09:00"), at("10 17:00"))


def test_a_complaint_at_a_later_stage_is_open_again_for_its_updates() -> None:
    of = case(
        MONDAY,
        resolved("08 10:00"),
        event("09 10:00", EventKind.KIND_CHANGED, kind="stage_2_complaint"),
        kind="complaint",
    )
    found = running(UPDATE, of, "09 12:00")
    assert (found.started_at, found.due) == (at("09 10:00"), at("14 17:00"))


# Next response.


def test_the_worst_of_several_exchanges_stands_for_the_case() -> None:
    of = case(
        MONDAY,
        reply("07 09:30"),
        customer("07 10:00"),
        reply("07 11:00"),
        customer("07 12:00"),
        customer("07 13:00"),
        reply("07 16:00"),
        customer("08 10:00"),
        reply("08 10:30"),
        reply("08 11:00"),
        customer("09 10:00"),
    )
    found = running(NEXT, of, "09 11:00")
    assert [one.outcome for one in found.exchanges] == [
        Outcome.KEPT,
        Outcome.BROKEN_CLOSED,
        Outcome.KEPT,
        Outcome.OPEN,
    ]
    assert summary(found) == (
        at("07 12:00"),
        at("07 14:00"),
        at("07 16:00"),
        Outcome.BROKEN_CLOSED,
    )
    assert found.wakes_at == at("09 12:00") + 1
    # An exchange that is not done and late is worse than one that was done late.
    assert running(NEXT, of, "09 12:00:01").outcome is Outcome.BROKEN_OPEN


def test_messages_before_our_first_reply_are_the_first_response() -> None:
    of = case(MONDAY, customer("07 10:00"), customer("07 11:00"), reply("07 12:00"))
    assert clock(NEXT, of, LATER) is None
    assert running(FIRST, of, LATER).started_at == at("07 09:00")


def test_our_message_before_the_customers_first_answers_nothing() -> None:
    of = case(reply("07 08:00"), MONDAY)
    assert running(FIRST, of, "07 10:00").outcome is Outcome.OPEN
    asked = case(reply("07 08:00"), MONDAY, customer("07 10:00"))
    assert clock(NEXT, asked, LATER) is None


def test_an_automatic_reply_a_note_and_an_unable_assistant_end_no_exchange() -> None:
    of = case(
        MONDAY,
        reply("07 09:30"),
        customer("07 10:00"),
        event("07 10:01", EventKind.AUTOMATIC_REPLY),
        event("07 10:02", EventKind.NOTE),
        event("07 10:03", EventKind.REPLY, Actor.ASSISTANT),
    )
    assert running(NEXT, of, "07 11:00").outcome is Outcome.OPEN


def test_a_question_and_our_answer_in_one_instant_are_one_exchange() -> None:
    of = case(MONDAY, reply("07 09:30"), customer("07 10:00", seq=1), reply("07 10:00", seq=2))
    found = running(NEXT, of, LATER)
    assert found.exchanges == (
        Exchange(at("07 10:00"), at("07 12:00"), at("07 10:00"), Outcome.KEPT),
    )


def test_an_answer_just_before_a_question_of_the_same_instant_answers_the_one_before() -> None:
    of = case(MONDAY, reply("07 10:00", seq=1), customer("07 10:00", seq=2))
    assert running(FIRST, of, LATER).done_at == at("07 10:00")
    assert running(NEXT, of, "07 11:00").outcome is Outcome.OPEN


# Changes of priority and kind.

URGENT = promise(Metric.RESOLUTION, working(2), subject="priority_1", name="urgent")
NORMAL = promise(Metric.RESOLUTION, working(8), name="normal")
COMPLAINT = promise(Metric.FIRST_RESPONSE, working(2), subject="complaint", name="complaint")


def test_a_priority_raised_after_the_new_due_time_is_broken_at_once() -> None:
    of = case(MONDAY, priority("07 12:00", "priority_1"))
    found = running(URGENT, of, "07 12:00", NORMAL)
    assert summary(found) == (at("07 09:00"), at("07 11:00"), None, Outcome.BROKEN_OPEN)
    assert running(NORMAL, of, "07 12:00", URGENT).outcome is Outcome.VOID


def test_a_priority_raised_before_the_new_due_time_may_still_be_kept() -> None:
    of = case(MONDAY, priority("07 10:00", "priority_1"), resolved("07 11:00"))
    assert running(URGENT, of, LATER, NORMAL).outcome is Outcome.KEPT
    assert running(NORMAL, of, LATER, URGENT).outcome is Outcome.VOID


def test_a_priority_that_goes_and_comes_back_counts_as_if_it_had_stayed() -> None:
    of = case(
        MONDAY,
        priority("07 09:30", "priority_1"),
        event("07 10:30", EventKind.PRIORITY_CHANGED),
        resolved("07 16:00"),
    )
    assert running(NORMAL, of, LATER, URGENT).outcome is Outcome.KEPT
    # It was not late yet when it ceased to apply.
    assert running(URGENT, of, LATER, NORMAL).outcome is Outcome.VOID


def test_what_was_broken_at_a_priority_stays_broken_after_it_comes_down() -> None:
    of = case(
        MONDAY,
        priority("07 09:30", "priority_1"),
        event("07 12:00", EventKind.PRIORITY_CHANGED),
        resolved("07 16:00"),
    )
    assert running(URGENT, of, LATER, NORMAL).outcome is Outcome.BROKEN_CLOSED
    assert running(NORMAL, of, LATER, URGENT).outcome is Outcome.KEPT


def test_a_priority_lowered_exactly_at_the_due_time_breaks_nothing() -> None:
    of = case(MONDAY, event("07 11:00", EventKind.PRIORITY_CHANGED), priority="priority_1")
    of = replace(of, events=(replace(OPENED, at=at("07 09:00")), of.events[1]))
    # The case's own priority is what it was when it was opened.
    assert running(URGENT, of, "07 11:00", NORMAL).outcome is Outcome.VOID


def test_a_change_to_what_it_is_already_changes_nothing() -> None:
    of = case(MONDAY, priority("07 10:00", "priority_1"), priority="priority_1")
    assert running(URGENT, of, "07 10:30", NORMAL).due == at("07 11:00")


def test_what_a_case_was_for_no_time_at_all_is_no_promise() -> None:
    of = case(MONDAY, priority("07 09:00", "priority_1", seq=1))
    assert clock(NORMAL, of, "07 10:00", URGENT) is None
    passing = case(
        MONDAY,
        priority("07 12:00", "priority_1", seq=1),
        event("07 12:00", EventKind.PRIORITY_CHANGED, seq=2),
    )
    assert clock(URGENT, passing, LATER, NORMAL) is None
    assert running(NORMAL, passing, "07 12:30", URGENT).due == at("07 17:00")


def test_pauses_are_kept_when_the_priority_changes() -> None:
    of = case(MONDAY, *waits("07 09:30", "07 11:30"), priority("07 12:00", "priority_1"))
    assert running(URGENT, of, "07 12:30", NORMAL, PAUSES).due == at("07 13:00")


def test_an_assistants_answer_no_longer_counts_once_it_is_a_complaint() -> None:
    able = event("07 09:05", EventKind.REPLY, Actor.ASSISTANT, could_settle="yes")
    of = case(MONDAY, able, event("07 10:00", EventKind.KIND_CHANGED, kind="complaint"))
    before = case(*of.events[:2])
    assert running(FIRST, before, LATER, COMPLAINT).outcome is Outcome.KEPT
    found = running(COMPLAINT, of, "07 10:30", FIRST)
    assert summary(found) == (at("07 09:00"), at("07 11:00"), None, Outcome.OPEN)
    assert running(FIRST, of, "07 10:30", COMPLAINT).outcome is Outcome.VOID
    answered = case(*of.events, reply("07 10:45"))
    assert running(COMPLAINT, answered, LATER, FIRST).outcome is Outcome.KEPT


def test_a_persons_answer_before_it_became_a_complaint_counts() -> None:
    of = case(
        MONDAY, reply("07 09:30"), event("07 10:00", EventKind.KIND_CHANGED, kind="complaint")
    )
    assert running(COMPLAINT, of, LATER, FIRST).outcome is Outcome.KEPT


def test_a_promise_that_ceased_to_apply_judges_no_later_exchange() -> None:
    enquiries = promise(Metric.NEXT_RESPONSE, working(2), subject="enquiry", name="enquiries")
    complaints = promise(Metric.NEXT_RESPONSE, working(1), subject="complaint", name="complaints")
    of = case(
        MONDAY,
        reply("07 09:30"),
        customer("07 10:00"),
        reply("07 14:00"),
        customer("08 09:00"),
        event("08 10:00", EventKind.KIND_CHANGED, kind="complaint"),
        reply("08 16:00"),
        customer("09 10:00"),
    )
    found = running(enquiries, of, "09 10:30", complaints)
    assert [(one.started_at, one.outcome) for one in found.exchanges] == [
        (at("07 10:00"), Outcome.BROKEN_CLOSED),
        (at("08 09:00"), Outcome.VOID),
    ]
    assert (found.outcome, found.state, found.wakes_at) == (
        Outcome.BROKEN_CLOSED,
        ClockState.STOPPED,
        None,
    )
    assert running(complaints, of, "09 10:30", enquiries).wakes_at == at("09 11:00") + 1


def test_a_promise_whose_condition_ceases_to_hold_is_void_unless_it_was_broken() -> None:
    promised = replace(FIRST, condition=Fact("is_member"))
    member = event("07 09:00", EventKind.OPENED, is_member="yes")
    early = event("07 10:00", EventKind.TAGGED, is_member="no")
    late = event("07 14:00", EventKind.TAGGED, is_member="no")
    assert running(promised, case(member, early), LATER).outcome is Outcome.VOID
    assert running(promised, case(member, late), LATER).outcome is Outcome.BROKEN_OPEN


def test_what_was_done_before_its_condition_was_known_is_owed_no_more() -> None:
    promised = replace(FIRST, condition=Fact("is_member"))
    known = event("07 12:00", EventKind.TAGGED, is_member="yes")
    assert clock(promised, case(MONDAY, reply("07 10:00"), known), LATER) is None
    told_so = event("07 10:00", EventKind.REPLY, is_member="yes")
    assert clock(promised, case(MONDAY, told_so), LATER) is None
    found = running(promised, case(MONDAY, known, reply("07 15:00")), LATER)
    assert summary(found) == (at("07 12:00"), at("07 16:00"), at("07 15:00"), Outcome.KEPT)


# Exceptions and voids.


def test_an_exception_that_becomes_known_after_the_due_time_excuses_from_then_on() -> None:
    promised = replace(FIRST, exception=Fact("flood"))
    told = event("08 12:00", EventKind.NOTE, flood="yes")
    of = case(MONDAY, told)
    assert running(promised, of, "08 11:00").outcome is Outcome.BROKEN_OPEN
    found = running(promised, of, "08 12:00")
    assert (found.outcome, found.state, found.wakes_at) == (
        Outcome.EXCUSED,
        ClockState.STOPPED,
        None,
    )


def test_an_exception_that_is_taken_back_excuses_no_more() -> None:
    promised = replace(FIRST, exception=Fact("flood"))
    of = case(
        event("07 09:00", EventKind.OPENED, flood="yes"),
        event("07 10:00", EventKind.NOTE, flood="no"),
    )
    assert running(promised, of, "07 11:00").outcome is Outcome.OPEN


def test_an_exception_excuses_what_was_kept_as_well() -> None:
    applied = event("07 11:00", EventKind.EXCEPTION_APPLIED, clause="promise")
    assert running(FIRST, case(MONDAY, reply("07 10:00"), applied), LATER).outcome is (
        Outcome.EXCUSED
    )


@pytest.mark.parametrize("before", ["kept", "broken", "paused", "excused"])
def test_a_merged_or_spam_case_is_void_whatever_it_was(before: str) -> None:
    told = {
        "kept": resolved("07 10:00"),
        "broken": customer("08 10:00"),
        "paused": event("07 10:00", EventKind.WAITING),
        "excused": event("07 10:00", EventKind.EXCEPTION_APPLIED, clause="promise"),
    }[before]
    of = case(MONDAY, told, event("09 10:00", EventKind.VOIDED))
    assert running(RESOLVE, of, "08 12:00", pauses=True).outcome is not Outcome.VOID
    found = running(RESOLVE, of, LATER, pauses=True)
    assert (found.outcome, found.wakes_at) == (Outcome.VOID, None)


# Order, ties and late news.


def test_a_case_is_opened_before_anything_else_of_the_same_instant() -> None:
    at_once = event("07 09:00", EventKind.REPLY, seq=-1)
    found = running(FIRST, case(at_once, MONDAY), LATER)
    assert (found.done_at, found.outcome) == (at("07 09:00"), Outcome.KEPT)


def test_any_order_of_arrival_gives_the_same_clock() -> None:
    events = (
        MONDAY,
        *waits("07 10:00", "07 12:00"),
        resolved("07 13:00"),
        reopened("07 14:00"),
    )
    found = {
        summary(running(RESOLVE, case(*shuffled), "07 15:00", pauses=True))
        for shuffled in permutations(events)
    }
    assert found == {(at("07 09:00"), at("08 12:00"), None, Outcome.OPEN)}


def test_a_reply_that_is_told_late_turns_a_broken_promise_into_a_kept_one() -> None:
    before = running(FIRST, case(MONDAY), "08 12:00")
    after = running(FIRST, case(MONDAY, reply("07 12:00")), "08 12:00")
    assert (before.outcome, after.outcome) == (Outcome.BROKEN_OPEN, Outcome.KEPT)


def test_a_pause_that_is_told_late_moves_the_due_time() -> None:
    of = case(MONDAY, resolved("08 10:00"))
    late = case(*of.events, *waits("07 10:00", "07 12:00"))
    assert running(RESOLVE, of, LATER, pauses=True).outcome is Outcome.BROKEN_CLOSED
    assert running(RESOLVE, late, LATER, pauses=True).outcome is Outcome.KEPT


def test_an_earlier_message_that_is_told_late_moves_the_start() -> None:
    of = case(MONDAY, customer("04 16:30"))
    assert running(FIRST, of, "07 10:00").started_at == at("04 16:30")


# Exactly then.


@pytest.mark.parametrize(
    ("limit", "due"),
    [
        (working(8), "07 17:00:00"),
        (working(1, Unit.DAY), "08 17:00:00"),
        (Duration(90, Unit.MINUTE, Counting.CLOCK), "07 10:30:00"),
        (Duration(1, Unit.MONTH, Counting.CALENDAR), "2026-10-07 09:00:00"),
    ],
    ids=["at closing", "a working day", "clock time", "a month over the clock change"],
)
def test_done_exactly_at_the_due_instant_is_kept_and_a_second_later_is_not(
    limit: Duration, due: str
) -> None:
    promised = promise(Metric.RESOLUTION, limit)
    for late, outcome in ((0, Outcome.KEPT), (1, Outcome.BROKEN_CLOSED)):
        done = Event(at(due) + late, 0, EventKind.RESOLVED, Actor.PERSON)
        found = running(promised, case(MONDAY, done), "2026-12-01 12:00")
        assert (found.due, found.outcome) == (at(due), outcome)


def test_a_calendar_day_over_the_change_of_clocks_is_the_same_local_time() -> None:
    # Clocks in Melbourne go forward on 4 October 2026 at 2:00.
    opened = event("2026-10-03 12:00", EventKind.OPENED)
    day = promise(Metric.RESOLUTION, Duration(1, Unit.DAY, Counting.CALENDAR))
    hours = promise(Metric.RESOLUTION, Duration(24, Unit.HOUR, Counting.CLOCK))
    assert running(day, case(opened), "2026-10-03 13:00").due == at("2026-10-04 12:00")
    assert running(hours, case(opened), "2026-10-03 13:00").due == at("2026-10-04 13:00")


def test_a_month_from_the_last_of_january_is_due_on_the_last_of_february() -> None:
    opened = event("2026-01-31 10:00", EventKind.OPENED)
    month = promise(Metric.RESOLUTION, Duration(1, Unit.MONTH, Counting.CALENDAR))
    assert running(month, case(opened), "2026-02-01 13:00").due == at("2026-02-28 10:00")


# Versions.

OLD = policy(replace(NEXT, limit=working(4)), replace(RESOLVE, id="kept"))
NEW = policy(replace(NEXT, limit=working(1)))
VERSIONS = ((at("07 00:00"), OLD), (at("08 00:00"), NEW))


def test_a_version_between_two_exchanges_does_not_judge_the_clock_that_began_before() -> None:
    of = case(
        MONDAY,
        reply("07 09:30"),
        customer("07 10:00"),
        reply("07 12:00"),
        customer("08 10:00"),
        reply("08 12:00"),
    )
    found = run_clocks_in_force(VERSIONS, of, at=at("07 13:00"))
    (exchange,) = (one for one in found if one.promise.metric is Metric.NEXT_RESPONSE)
    assert exchange.due == at("07 14:00")
    later = run_clocks_in_force(VERSIONS, of, at=at(LATER))
    (exchanges,) = (one for one in later if one.promise.metric is Metric.NEXT_RESPONSE)
    assert [one.outcome for one in exchanges.exchanges] == [Outcome.KEPT, Outcome.KEPT]


def test_each_clock_of_a_case_is_judged_by_the_version_in_force_when_that_one_began() -> None:
    of = case(MONDAY, reply("07 09:30"), customer("08 10:00"))
    found = run_clocks_in_force(VERSIONS, of, at=at("08 10:30"))
    assert [(one.promise.metric, one.due) for one in found] == [
        (Metric.RESOLUTION, at("07 17:00")),
        (Metric.NEXT_RESPONSE, at("08 11:00")),
    ]


def test_a_promise_withdrawn_by_a_version_judges_what_began_before_and_nothing_after() -> None:
    before, after = case(MONDAY), Case("2", (event("08 09:00", EventKind.OPENED),), "email")
    assert [one.outcome for one in run_clocks_in_force(VERSIONS, before, at=at("09 12:00"))] == [
        Outcome.BROKEN_OPEN
    ]
    assert run_clocks_in_force(VERSIONS, after, at=at("09 12:00")) == ()


# Whoever looks, and whatever it is called.


def test_that_nobody_looked_when_it_fell_due_changes_nothing() -> None:
    of = case(MONDAY, reply("07 14:00"))
    found = [running(FIRST, of, when) for when in ("07 14:00", "08 09:00", LATER)]
    assert {summary(one) for one in found} == {
        (at("07 09:00"), at("07 13:00"), at("07 14:00"), Outcome.BROKEN_CLOSED)
    }


def test_a_promise_that_is_only_aimed_at_is_measured_like_any_other() -> None:
    aimed = replace(FIRST, strength=Strength.AIM)
    of = case(MONDAY, reply("07 14:00"))
    assert running(aimed, of, LATER).outcome is Outcome.BROKEN_CLOSED


def test_a_case_without_a_promise_has_no_clock_at_all() -> None:
    by_phone = replace(FIRST, channels=("phone",))
    assert (
        run_clocks(policy(by_phone), openings_for(HOURS, at(LATER)), case(MONDAY), at=at(LATER))
        == ()
    )
