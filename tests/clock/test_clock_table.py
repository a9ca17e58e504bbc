"""Each line of the clock table, by name."""

from dataclasses import replace
from datetime import time

import pytest

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, EventKind
from goodword.clock.clock import ClockState, Exchange, Outcome, Pause
from goodword.clock.run import run_clock, run_clocks
from goodword.clock.version import run_clocks_in_force, version_at
from goodword.errors import NeverOpenError
from goodword.policy.condition import Fact
from goodword.policy.promise import Metric, PauseRule
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Unit
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
FIRST = promise(Metric.FIRST_RESPONSE)
RESOLVE = promise(Metric.RESOLUTION, working(8))
RESOLVE_DAYS = promise(Metric.RESOLUTION, working(3, Unit.DAY))
NEXT = promise(Metric.NEXT_RESPONSE, working(2))
UPDATE = promise(Metric.UPDATE, working(3, Unit.DAY))
REPLY_IN_TIME = event("07 10:00", EventKind.REPLY)


def test_first_response_runs_from_the_first_message_to_the_first_reply_by_a_person() -> None:
    found = running(FIRST, case(OPENED, REPLY_IN_TIME), "30 12:00")
    assert (found.started_at, found.due, found.done_at) == (
        at("04 16:30"),
        at("07 12:30"),
        at("07 10:00"),
    )
    assert found.outcome is Outcome.KEPT
    assert found.state is ClockState.STOPPED
    assert found.wakes_at is None


def test_a_repeated_message_does_not_restart_the_first_response() -> None:
    again = event("07 09:30", EventKind.CUSTOMER_MESSAGE)
    found = running(FIRST, case(OPENED, again), "07 10:00")
    assert found.due == at("07 12:30")


def test_an_automatic_reply_never_counts() -> None:
    machine = event("04 16:31", EventKind.AUTOMATIC_REPLY)
    system = event("04 16:32", EventKind.REPLY, Actor.SYSTEM)
    found = running(FIRST, case(OPENED, machine, system), "30 12:00")
    assert found.outcome is Outcome.BROKEN_OPEN


def test_an_internal_note_does_not_count() -> None:
    found = running(FIRST, case(OPENED, event("04 16:45", EventKind.NOTE)), "04 17:00")
    assert found.outcome is Outcome.OPEN


def test_an_answered_call_is_a_first_response() -> None:
    call = event("04 16:31", EventKind.ANSWERED)
    found = running(FIRST, case(OPENED, call, channel="phone"), "30 12:00")
    assert found.done_at == at("04 16:31")


def test_an_assistant_counts_only_where_it_could_settle_the_matter() -> None:
    able = event("04 16:31", EventKind.REPLY, Actor.ASSISTANT, could_settle="yes")
    unable = event("04 16:31", EventKind.REPLY, Actor.ASSISTANT)
    assert running(FIRST, case(OPENED, able), "04 17:00").outcome is Outcome.KEPT
    assert running(FIRST, case(OPENED, unable), "04 17:00").outcome is Outcome.OPEN


def test_for_a_complaint_only_a_persons_reply_counts() -> None:
    able = event("04 16:31", EventKind.REPLY, Actor.ASSISTANT, could_settle="yes")
    found = running(FIRST, case(OPENED, able, kind="complaint"), "04 17:00")
    assert found.outcome is Outcome.OPEN
    answered = case(OPENED, able, REPLY_IN_TIME, kind="complaint")
    assert running(FIRST, answered, "30 12:00").done_at == at("07 10:00")


def test_acknowledge_is_stopped_by_an_acknowledgement_by_a_person() -> None:
    promised = promise(Metric.ACKNOWLEDGE, working(1, Unit.DAY))
    machine = event("04 16:31", EventKind.ACKNOWLEDGED, Actor.SYSTEM)
    person = event("07 16:31", EventKind.ACKNOWLEDGED)
    assert running(promised, case(OPENED, machine), "07 17:00").outcome is Outcome.OPEN
    found = running(promised, case(OPENED, machine, person), "08 09:00")
    assert (found.done_at, found.outcome) == (at("07 16:31"), Outcome.KEPT)


def test_answer_is_stopped_by_answering_the_call_and_by_nothing_else() -> None:
    promised = promise(Metric.ANSWER, Duration(30, Unit.SECOND, Counting.CLOCK))
    rang = event("04 16:30:00", EventKind.OPENED)
    late = event("04 16:30:31", EventKind.ANSWERED)
    found = running(promised, case(rang, late, channel="phone"), "04 17:00")
    assert found.outcome is Outcome.BROKEN_CLOSED
    unanswered = case(rang, event("04 16:40", EventKind.REPLY), channel="phone")
    assert running(promised, unanswered, "04 17:00").outcome is Outcome.BROKEN_OPEN


def test_answer_runs_on_calls_alone() -> None:
    promised = promise(Metric.ANSWER, Duration(30, Unit.SECOND, Counting.CLOCK))
    assert clock(promised, case(OPENED, channel="email"), "04 17:00") is None


def test_wait_is_stopped_when_the_visitor_is_seen() -> None:
    promised = promise(Metric.WAIT, Duration(10, Unit.MINUTE, Counting.CLOCK))
    seen = event("04 16:39", EventKind.ANSWERED)
    found = running(promised, case(OPENED, seen, channel="in_person"), "04 17:00")
    assert found.outcome is Outcome.KEPT


def test_a_callback_is_stopped_by_our_reply() -> None:
    promised = promise(Metric.CALLBACK, channels=("voicemail",))
    found = running(promised, case(OPENED, REPLY_IN_TIME, channel="voicemail"), "30 12:00")
    assert found.outcome is Outcome.KEPT


def test_next_response_runs_from_the_first_unanswered_message_and_repeats_do_not_reset_it() -> None:
    of = case(
        OPENED,
        REPLY_IN_TIME,
        event("07 11:00", EventKind.CUSTOMER_MESSAGE),
        event("07 12:00", EventKind.CUSTOMER_MESSAGE),
    )
    found = running(NEXT, of, "07 12:30")
    assert (found.started_at, found.due) == (at("07 11:00"), at("07 13:00"))
    assert found.left == 30 * 60


def test_next_response_has_no_clock_before_a_second_message() -> None:
    assert clock(NEXT, case(OPENED, REPLY_IN_TIME), "30 12:00") is None
    again = event("04 16:45", EventKind.CUSTOMER_MESSAGE)
    assert clock(NEXT, case(OPENED, again), "30 12:00") is None


def test_our_own_follow_up_starts_no_next_response() -> None:
    follow_up = event("08 10:00", EventKind.REPLY)
    assert clock(NEXT, case(OPENED, REPLY_IN_TIME, follow_up), "30 12:00") is None


def test_every_exchange_is_judged_and_the_worst_is_kept_for_the_case() -> None:
    of = case(
        OPENED,
        REPLY_IN_TIME,
        event("07 11:00", EventKind.CUSTOMER_MESSAGE),
        event("07 15:00", EventKind.REPLY),
        event("08 11:00", EventKind.CUSTOMER_MESSAGE),
        event("08 11:30", EventKind.REPLY),
    )
    found = running(NEXT, of, "30 12:00")
    assert found.exchanges == (
        Exchange(at("07 11:00"), at("07 13:00"), at("07 15:00"), Outcome.BROKEN_CLOSED),
        Exchange(at("08 11:00"), at("08 13:00"), at("08 11:30"), Outcome.KEPT),
    )
    assert found.outcome is Outcome.BROKEN_CLOSED
    assert found.done_at == at("07 15:00")


def test_an_open_exchange_after_a_broken_one_still_wakes() -> None:
    of = case(
        OPENED,
        REPLY_IN_TIME,
        event("07 11:00", EventKind.CUSTOMER_MESSAGE),
        event("07 15:00", EventKind.REPLY),
        event("08 11:00", EventKind.CUSTOMER_MESSAGE),
    )
    found = running(NEXT, of, "08 12:00")
    assert found.outcome is Outcome.BROKEN_CLOSED
    assert found.wakes_at == at("08 13:00") + 1
    assert found.left == 3600
    assert found.running == found.exchanges[-1]


def test_an_open_exchange_after_a_kept_one_stands_for_the_case() -> None:
    of = case(
        OPENED,
        REPLY_IN_TIME,
        event("07 11:00", EventKind.CUSTOMER_MESSAGE),
        event("07 11:10", EventKind.REPLY),
        event("08 11:00", EventKind.CUSTOMER_MESSAGE),
    )
    found = running(NEXT, of, "08 12:00")
    assert (found.outcome, found.due) == (Outcome.OPEN, at("08 13:00"))


def test_an_update_is_due_again_from_our_last_public_message_until_resolved() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.UPDATE),
        event("09 10:00", EventKind.NOTE),
        event("11 10:00", EventKind.REPLY),
    )
    found = running(UPDATE, of, "11 12:00")
    assert found.exchanges == (
        Exchange(at("04 16:30"), at("09 17:00"), at("07 10:00"), Outcome.KEPT),
        Exchange(at("07 10:00"), at("10 17:00"), at("11 10:00"), Outcome.BROKEN_CLOSED),
        Exchange(at("11 10:00"), at("16 17:00"), None, Outcome.OPEN),
    )
    assert found.outcome is Outcome.BROKEN_CLOSED
    assert found.wakes_at == at("16 17:00") + 1


def test_an_update_told_once_is_judged_by_our_first_public_message_alone() -> None:
    of = case(
        OPENED,
        event("07 09:30", EventKind.NOTE),
        event("07 10:00", EventKind.UPDATE),
    )
    found = running(replace(UPDATE, once=True), of, "30 12:00")
    assert (found.due, found.done_at, found.outcome) == (
        at("09 17:00"),
        at("07 10:00"),
        Outcome.KEPT,
    )
    assert found.state is ClockState.STOPPED


def test_no_update_is_due_any_more_once_it_is_resolved() -> None:
    of = case(OPENED, event("07 10:00", EventKind.UPDATE), event("08 10:00", EventKind.RESOLVED))
    found = running(UPDATE, of, "30 12:00")
    assert found.outcome is Outcome.KEPT
    assert found.state is ClockState.STOPPED
    assert found.exchanges[-1].outcome is Outcome.VOID


def test_an_update_that_was_never_due_is_void_not_kept() -> None:
    of = case(OPENED, event("07 10:00", EventKind.RESOLVED))
    assert running(UPDATE, of, "30 12:00").outcome is Outcome.VOID


def test_an_update_that_was_late_when_it_was_resolved_is_broken() -> None:
    of = case(OPENED, event("10 10:00", EventKind.RESOLVED))
    assert running(UPDATE, of, "30 12:00").outcome is Outcome.BROKEN_CLOSED


def test_updates_are_due_again_after_reopening() -> None:
    of = case(OPENED, event("07 10:00", EventKind.RESOLVED), event("10 10:00", EventKind.REOPENED))
    found = running(UPDATE, of, "11 12:00")
    assert (found.started_at, found.due) == (at("10 10:00"), at("15 17:00"))


def test_resolution_runs_from_the_first_message_to_resolved() -> None:
    of = case(OPENED, REPLY_IN_TIME, event("07 16:00", EventKind.RESOLVED))
    found = running(RESOLVE, of, "30 12:00")
    assert (found.due, found.done_at, found.outcome) == (
        at("07 16:30"),
        at("07 16:00"),
        Outcome.KEPT,
    )


def test_closing_automatically_later_is_not_resolution() -> None:
    of = case(OPENED, event("07 10:00", EventKind.CLOSED))
    assert running(RESOLVE, of, "30 12:00").outcome is Outcome.BROKEN_OPEN


def test_clock_pauses_while_we_wait_for_the_customer() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.WAITING),
        event("07 11:30", EventKind.RESUMED),
    )
    found = running(RESOLVE, of, "07 12:00", pauses=True)
    assert found.due == at("08 10:00")
    assert found.pauses == (Pause(at("07 10:00"), at("07 11:30")),)


def test_the_customers_answer_ends_the_pause() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.WAITING),
        event("07 11:30", EventKind.CUSTOMER_MESSAGE),
    )
    assert running(RESOLVE, of, "07 12:00", pauses=True).due == at("08 10:00")


def test_a_clock_that_is_paused_has_no_due_time_and_never_wakes() -> None:
    of = case(OPENED, event("07 10:00", EventKind.WAITING))
    found = running(RESOLVE, of, "30 12:00", pauses=True)
    assert (found.due, found.left, found.wakes_at) == (None, None, None)
    assert (found.state, found.outcome) == (ClockState.PAUSED, Outcome.OPEN)


def test_a_pause_after_the_due_time_saves_nothing() -> None:
    of = case(OPENED, event("08 10:00", EventKind.WAITING))
    found = running(RESOLVE, of, "30 12:00", pauses=True)
    assert (found.due, found.outcome) == (at("07 16:30"), Outcome.BROKEN_OPEN)


def test_no_clock_pauses_where_the_policy_does_not_say_so() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.WAITING),
        event("07 11:30", EventKind.RESUMED),
    )
    found = running(RESOLVE, of, "07 12:00")
    assert (found.due, found.pauses) == (at("07 16:30"), ())


def test_a_pause_rule_is_for_resolution_and_update_unless_it_says_otherwise() -> None:
    of = case(
        OPENED,
        event("04 16:45", EventKind.WAITING),
        event("07 10:00", EventKind.RESUMED),
    )
    assert running(FIRST, of, "07 11:00", PAUSES).due == at("07 12:30")
    rule = PauseRule(metrics=(Metric.FIRST_RESPONSE,))
    assert running(FIRST, of, "07 11:00", rule).due == at("07 13:45")


def test_a_day_whose_closing_falls_inside_a_pause_is_not_counted() -> None:
    of = case(
        OPENED,
        event("07 16:00", EventKind.WAITING),
        event("08 10:00", EventKind.RESUMED),
    )
    assert running(RESOLVE_DAYS, of, "08 12:00", pauses=True).due == at("10 17:00")


def test_reopening_takes_up_where_the_clock_stopped_and_leaves_out_the_time_resolved() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.RESOLVED),
        event("09 10:00", EventKind.REOPENED),
    )
    found = running(RESOLVE, of, "09 12:00")
    assert (found.due, found.outcome) == (at("09 16:30"), Outcome.OPEN)
    assert found.pauses == (Pause(at("07 10:00"), at("09 10:00"), reason="resolved"),)


def test_after_reopening_the_earlier_resolution_no_longer_counts() -> None:
    of = case(
        OPENED,
        event("07 10:00", EventKind.RESOLVED),
        event("09 10:00", EventKind.REOPENED),
        event("10 10:00", EventKind.RESOLVED),
    )
    assert running(RESOLVE, of, "08 12:00").outcome is Outcome.KEPT
    assert running(RESOLVE, of, "30 12:00").outcome is Outcome.BROKEN_CLOSED


URGENT = promise(Metric.RESOLUTION, working(2), subject="priority_1", name="urgent")
NORMAL = promise(Metric.RESOLUTION, working(8), name="normal")


def test_when_the_priority_changes_the_new_promise_is_counted_from_its_own_start() -> None:
    of = case(OPENED, event("07 09:30", EventKind.PRIORITY_CHANGED, priority="priority_1"))
    found = running(URGENT, of, "07 10:00", NORMAL)
    assert (found.started_at, found.due) == (at("04 16:30"), at("07 10:30"))


def test_a_promise_that_no_longer_applies_is_void_not_kept() -> None:
    of = case(
        OPENED,
        event("07 09:15", EventKind.RESOLVED),
        event("07 09:30", EventKind.PRIORITY_CHANGED, priority="priority_1"),
    )
    found = running(NORMAL, of, "30 12:00", URGENT)
    assert (found.outcome, found.wakes_at) == (Outcome.VOID, None)


def test_what_was_already_broken_stays_broken_when_the_priority_changes() -> None:
    of = case(
        OPENED,
        event("08 09:30", EventKind.PRIORITY_CHANGED, priority="priority_1"),
        event("09 09:30", EventKind.RESOLVED),
    )
    assert running(NORMAL, of, "30 12:00", URGENT).outcome is Outcome.BROKEN_CLOSED


def test_pauses_are_kept_when_the_kind_changes() -> None:
    promised = promise(Metric.RESOLUTION, working(8), subject="complaint")
    of = case(
        OPENED,
        event("07 10:00", EventKind.WAITING),
        event("07 11:30", EventKind.RESUMED),
        event("07 12:00", EventKind.KIND_CHANGED, kind="complaint"),
    )
    assert running(promised, of, "07 13:00", pauses=True).due == at("08 10:00")


def test_exactly_at_the_due_instant_is_kept() -> None:
    on_time = case(OPENED, event("07 12:30:00", EventKind.REPLY))
    assert running(FIRST, on_time, "30 12:00").outcome is Outcome.KEPT
    a_second_late = case(OPENED, event("07 12:30:01", EventKind.REPLY))
    assert running(FIRST, a_second_late, "30 12:00").outcome is Outcome.BROKEN_CLOSED


def test_a_clock_wakes_at_the_first_instant_at_which_it_is_broken() -> None:
    before = running(FIRST, case(OPENED), "04 16:30")
    assert before.wakes_at == at("07 12:30") + 1
    assert running(FIRST, case(OPENED), "07 12:30:00").outcome is Outcome.OPEN
    after = running(FIRST, case(OPENED), "07 12:30:01")
    assert (after.outcome, after.wakes_at, after.left) == (Outcome.BROKEN_OPEN, None, -1)


def test_outcomes_that_are_in_the_denominator() -> None:
    judged = {outcome for outcome in Outcome if outcome.is_judged}
    assert judged == {Outcome.KEPT, Outcome.BROKEN_CLOSED, Outcome.BROKEN_OPEN}


def test_an_exception_of_the_clause_itself_excuses() -> None:
    applied = event("07 09:00", EventKind.EXCEPTION_APPLIED, clause="promise")
    other = event("07 09:00", EventKind.EXCEPTION_APPLIED, clause="another")
    assert running(FIRST, case(OPENED, applied), "30 12:00").outcome is Outcome.EXCUSED
    assert running(FIRST, case(OPENED, other), "30 12:00").outcome is Outcome.BROKEN_OPEN


def test_an_exception_that_is_known_to_hold_excuses_and_an_unknown_one_does_not() -> None:
    promised = replace(FIRST, exception=Fact("we_agreed_otherwise"))
    agreed = event("07 09:00", EventKind.NOTE, we_agreed_otherwise="yes")
    assert running(promised, case(OPENED, agreed), "30 12:00").outcome is Outcome.EXCUSED
    assert running(promised, case(OPENED), "30 12:00").outcome is Outcome.BROKEN_OPEN


def test_a_case_that_should_never_have_run_is_void() -> None:
    of = case(OPENED, event("08 10:00", EventKind.VOIDED))
    found = running(FIRST, of, "30 12:00")
    assert (found.outcome, found.state) == (Outcome.VOID, ClockState.STOPPED)


def test_where_no_promise_applies_there_is_no_clock() -> None:
    by_text = promise(Metric.FIRST_RESPONSE, channels=("text_message",))
    assert clock(by_text, case(OPENED, channel="email"), "04 17:00") is None
    of_complaints = promise(Metric.FIRST_RESPONSE, subject="complaint")
    assert clock(of_complaints, case(OPENED), "04 17:00") is None
    assert clock(FIRST, case(), "04 17:00") is None


def test_a_promise_with_an_unknown_condition_does_not_apply() -> None:
    conditional = replace(FIRST, condition=Fact("appointment_is_late"))
    known = event("04 16:31", EventKind.TAGGED, appointment_is_late="yes")
    assert clock(conditional, case(OPENED), "04 17:00") is None
    assert running(conditional, case(OPENED, known), "04 17:00").outcome is Outcome.OPEN


def test_a_promise_of_the_subject_replaces_the_general_one() -> None:
    assert clock(NORMAL, case(OPENED, priority="priority_1"), "04 17:00", URGENT) is None
    found = running(URGENT, case(OPENED, priority="priority_1"), "04 17:00", NORMAL)
    assert found.due == at("07 10:30")
    assert running(NORMAL, case(OPENED), "04 17:00", URGENT).due == at("07 16:30")


def test_a_payment_complaint_is_a_complaint_unless_a_promise_speaks_of_it() -> None:
    every = promise(Metric.RESOLUTION, subject="complaint", name="every")
    payment = promise(Metric.RESOLUTION, subject="payment_complaint", name="payment")
    first = promise(Metric.RESOLUTION, subject="priority_1", name="first")
    about = case(OPENED, kind="payment_complaint", priority="priority_1")
    assert clock(payment, about, "04 17:00", every, first) is not None
    assert clock(every, about, "04 17:00", payment, first) is None
    assert clock(first, about, "04 17:00", every, payment) is not None
    assert clock(every, about, "04 17:00", first) is not None
    assert clock(every, case(OPENED, kind="data_complaint"), "04 17:00", payment) is not None


def test_a_promise_of_the_channel_replaces_the_general_one() -> None:
    by_email = promise(Metric.FIRST_RESPONSE, working(2), channels=("email",), name="email")
    assert clock(FIRST, case(OPENED), "04 17:00", by_email) is None
    assert running(FIRST, case(OPENED, channel="letter"), "04 17:00", by_email).left is not None


def test_two_targets_of_the_same_scope_both_run() -> None:
    short, long = promise(Metric.FIRST_RESPONSE), promise(Metric.FIRST_RESPONSE, working(8))
    both = run_clocks(
        policy(short, long), openings_for(HOURS, at("04 17:00")), case(OPENED), at=at("04 17:00")
    )
    assert [found.due for found in both] == [at("07 12:30"), at("07 16:30")]


def test_an_enquiry_is_any_case_that_is_no_complaint() -> None:
    enquiries = promise(Metric.RESOLUTION, working(8), subject="enquiry")
    assert clock(enquiries, case(OPENED), "04 17:00") is not None
    assert clock(enquiries, case(OPENED, kind="booking"), "04 17:00") is not None
    assert clock(enquiries, case(OPENED, kind="complaint"), "04 17:00") is None


def test_a_promise_with_its_own_start_has_no_clock_before_it() -> None:
    promised = promise(Metric.RESOLUTION, working(8), start="acknowledged")
    assert clock(promised, case(OPENED), "04 17:00") is None
    acknowledged = event("07 09:30", EventKind.ACKNOWLEDGED)
    found = running(promised, case(OPENED, acknowledged), "07 12:00")
    assert (found.started_at, found.due) == (at("07 09:30"), at("08 09:30"))


def test_a_promise_may_start_with_what_somebody_noticed() -> None:
    promised = promise(Metric.RESOLUTION, working(8), start="information_received")
    complete = event("07 09:30", EventKind.TAGGED, event="information_received")
    assert running(promised, case(OPENED, complete), "07 12:00").started_at == at("07 09:30")


def test_what_happened_after_the_instant_of_judgment_is_not_known() -> None:
    of = case(OPENED, REPLY_IN_TIME)
    found = running(FIRST, of, "07 09:59")
    assert (found.done_at, found.outcome) == (None, Outcome.OPEN)
    assert clock(FIRST, of, "04 16:29") is None


def test_events_out_of_order_give_the_same_clock() -> None:
    events = (
        OPENED,
        event("07 10:00", EventKind.WAITING),
        event("07 11:30", EventKind.RESUMED),
        event("08 09:00", EventKind.RESOLVED),
    )
    forwards = running(RESOLVE, case(*events), "30 12:00", pauses=True)
    backwards = running(RESOLVE, case(*reversed(events)), "30 12:00", pauses=True)
    assert forwards == backwards


def test_a_reply_before_the_first_message_stops_nothing() -> None:
    early = event("04 16:00", EventKind.REPLY)
    assert running(FIRST, case(early, OPENED), "04 17:00").outcome is Outcome.OPEN


def test_a_reply_at_the_instant_of_the_message_stops_the_clock() -> None:
    at_once = event("04 16:30", EventKind.REPLY, seq=1)
    assert running(FIRST, case(OPENED, at_once), "04 17:00").done_at == at("04 16:30")


def test_working_time_without_hours_is_refused_and_clock_time_is_not() -> None:
    bare = replace(policy(FIRST), hours=None)
    with pytest.raises(NeverOpenError):
        run_clock(FIRST, bare, None, case(OPENED), at=at("04 17:00"))
    plain = promise(Metric.FIRST_RESPONSE, Duration(4, Unit.HOUR, Counting.CLOCK))
    found = run_clock(plain, bare, None, case(OPENED), at=at("04 17:00"))
    assert found is not None
    assert found.due == at("04 20:30")


def test_left_is_open_time_for_working_hours_and_wall_time_for_days() -> None:
    assert running(FIRST, case(OPENED), "05 12:00").left == 3 * 3600 + 30 * 60
    of_days = promise(Metric.FIRST_RESPONSE, working(1, Unit.DAY))
    assert running(of_days, case(OPENED), "05 12:00").left == at("07 17:00") - at("05 12:00")


def test_an_anchor_is_due_that_day() -> None:
    promised = replace(FIRST, limit=Anchor(AnchorKind.AT_TIME, at=time(16, 45)))
    assert running(promised, case(OPENED), "04 16:40").due == at("04 16:45")


OLD, NEW = policy(promise(Metric.FIRST_RESPONSE, working(8))), policy(FIRST)
VERSIONS = ((at("01 00:00"), OLD), (at("07 00:00"), NEW))


def test_the_version_in_force_when_the_clock_started_judges() -> None:
    old_case = case(OPENED)
    new_case = case(event("07 09:00", EventKind.OPENED))
    old = run_clocks_in_force(VERSIONS, old_case, at=at("07 12:00"))
    new = run_clocks_in_force(VERSIONS, new_case, at=at("07 12:00"))
    assert [found.due for found in old] == [at("07 16:30")]
    assert [found.due for found in new] == [at("07 13:00")]


def test_before_the_first_version_no_policy_is_in_force() -> None:
    assert version_at(VERSIONS, at("2026-08-31 23:59")) is None
    assert version_at(VERSIONS, at("01 00:00")) is OLD
    assert version_at(VERSIONS, at("06 23:59")) is OLD
    assert version_at(VERSIONS, at("07 00:00")) is NEW
    early = Case("1", (event("2026-08-31 10:00", EventKind.OPENED),), "email")
    assert run_clocks_in_force(VERSIONS, early, at=at("04 12:00")) == ()


def test_what_ceased_to_apply_before_the_customer_came_never_ran() -> None:
    urgent = promise(Metric.RESOLUTION, working(8), subject="priority_1")
    note = event("04 15:00", EventKind.NOTE)
    beforehand = event("04 16:00", EventKind.PRIORITY_CHANGED, priority="priority_2")
    assert clock(urgent, case(note, beforehand, OPENED, priority="priority_1"), "30 12:00") is None
    after = event("04 17:00", EventKind.PRIORITY_CHANGED, priority="priority_2")
    found = running(urgent, case(note, OPENED, after, priority="priority_1"), "30 12:00")
    assert found.outcome is Outcome.VOID
