from dataclasses import replace

from goodword.case.case import Case
from goodword.case.event import EventKind
from goodword.clock.run import run_clocks
from goodword.duty import Duty, escalations_due, next_escalation_at
from tests.duty.duty_policy import (
    MONDAY,
    OPENINGS,
    POLICY,
    TEXT,
    complaint,
    event,
    instant,
    openings_of,
    policy_of,
)

# Arrived on Monday 7 September at 10:00: acknowledged by Tuesday 17:00, resolved by Tuesday 10:00.
RESOLVE_BY = instant("2026-09-08T10:00")
ACKNOWLEDGE_BY = instant("2026-09-08T17:00")
ACKNOWLEDGED = event(EventKind.ACKNOWLEDGED, "2026-09-07T11:00")


def due(case: Case, at: int, *away: str) -> tuple[Duty, ...]:
    return escalations_due(POLICY, OPENINGS, case, at=at, away=away)


def test_an_escalation_falls_due_when_its_time_has_passed() -> None:
    case = complaint(ACKNOWLEDGED)
    assert due(case, RESOLVE_BY) == ()
    found = due(case, RESOLVE_BY + 1)
    assert [(one.to, one.due_at) for one in found] == [("practice_owner", RESOLVE_BY + 1)]
    assert found[0].words == (
        "Tell the practice owner: the complaint was not resolved within 8 working hours."
    )


def test_each_trigger_has_its_own_time() -> None:
    found = due(complaint(), ACKNOWLEDGE_BY + 1)
    assert [one.to for one in found] == ["practice_manager", "practice_owner"]


def test_what_was_done_in_time_never_escalates() -> None:
    case = complaint(ACKNOWLEDGED, event(EventKind.RESOLVED, "2026-09-08T10:00"))
    assert due(case, instant("2026-10-01T10:00")) == ()


def test_the_clock_stops_while_we_wait() -> None:
    case = complaint(
        ACKNOWLEDGED,
        event(EventKind.WAITING, "2026-09-07T12:00"),
        event(EventKind.RESUMED, "2026-09-07T16:00"),
    )
    assert due(case, instant("2026-09-08T14:00")) == ()
    assert [one.due_at for one in due(case, instant("2026-09-08T14:30"))] == [
        instant("2026-09-08T14:00") + 1
    ]


def test_nothing_falls_due_while_we_wait() -> None:
    case = complaint(ACKNOWLEDGED, event(EventKind.WAITING, "2026-09-07T12:00"))
    assert due(case, instant("2026-12-01T12:00")) == ()
    assert next_escalation_at(POLICY, OPENINGS, case, at=MONDAY + 9_000) is None


def test_what_fell_due_while_we_were_down_comes_once_and_is_late() -> None:
    case = complaint(ACKNOWLEDGED)
    at = instant("2026-09-11T10:00")
    found = due(case, at)
    assert [(one.is_late, one.due_at < at) for one in found] == [(True, True)]
    told = event(EventKind.TOLD, "2026-09-11T10:00", 9, clause=found[0].clause.id)
    assert due(complaint(ACKNOWLEDGED, told), at + 60) == ()


def test_what_was_done_too_late_is_told_all_the_same() -> None:
    case = complaint(ACKNOWLEDGED, event(EventKind.RESOLVED, "2026-09-09T10:00"))
    found = due(case, instant("2026-09-10T10:00"))
    assert [(one.to, one.is_late) for one in found] == [("practice_owner", True)]


def test_a_worker_that_looks_every_minute_is_not_late() -> None:
    assert [one.is_late for one in due(complaint(ACKNOWLEDGED), RESOLVE_BY + 60)] == [False]


def test_an_escalation_is_for_its_own_kind_of_case() -> None:
    assert due(complaint(kind="enquiry"), instant("2026-10-01T10:00")) == ()


def test_a_case_that_should_never_have_been_escalates_nothing() -> None:
    case = complaint(event(EventKind.VOIDED, "2026-09-07T11:00"))
    assert due(case, instant("2026-10-01T10:00")) == ()


def test_the_deputy_is_told_while_the_role_is_away() -> None:
    found = due(complaint(ACKNOWLEDGED), RESOLVE_BY + 1, "practice_owner")
    assert [(one.to, one.away) for one in found] == [("practice_manager", "practice_owner")]


def test_an_event_escalates_at_once_and_says_by_when() -> None:
    injury = next(clause for clause in POLICY.clauses if "injury" in clause.text)
    tag = event(EventKind.TAGGED, "2026-09-07T10:30", event=getattr(injury, "event", "") or "")
    case = complaint(ACKNOWLEDGED, tag)
    found = due(case, tag.at)
    assert [(one.to, one.due_at, one.by) for one in found] == [
        ("practice_manager", tag.at, tag.at + 3600)
    ]
    assert [one.is_late for one in due(case, tag.at + 3600)] == [False]
    assert [one.is_late for one in due(case, tag.at + 3601)] == [True]
    told = event(EventKind.TOLD, "2026-09-07T10:31", 5, clause=injury.id)
    assert due(complaint(ACKNOWLEDGED, tag, told), tag.at + 60) == ()
    again = event(EventKind.TAGGED, "2026-09-07T10:40", 6, event=tag.facts["event"])
    assert len(due(complaint(ACKNOWLEDGED, tag, told, again), again.at)) == 1


def test_a_hedged_promise_never_escalates() -> None:
    policy = policy_of(TEXT + "\nWe aim to answer every email within 1 working hour.\n")
    case = complaint(ACKNOWLEDGED)
    at = instant("2026-09-07T13:00")
    clocks = run_clocks(policy, OPENINGS, case, at=at)
    assert escalations_due(policy, OPENINGS, case, clocks, at=at) == ()


def test_the_next_escalation_is_known_ahead() -> None:
    case = complaint()
    ahead = next_escalation_at(POLICY, OPENINGS, case, at=MONDAY)
    assert ahead == RESOLVE_BY + 1
    assert next_escalation_at(POLICY, OPENINGS, case, at=RESOLVE_BY + 1) == ACKNOWLEDGE_BY + 1


def test_the_same_escalation_has_the_same_key_whenever_it_is_found() -> None:
    case = complaint(ACKNOWLEDGED)
    early, late = due(case, RESOLVE_BY + 1), due(case, RESOLVE_BY + 90_000)
    assert early[0].key == late[0].key


def test_openings_may_be_left_to_the_policy() -> None:
    case = complaint(ACKNOWLEDGED)
    at = RESOLVE_BY + 1
    assert escalations_due(POLICY, None, case, at=at) == due(case, at)
    assert openings_of(POLICY, at).hours == OPENINGS.hours


def test_an_escalation_of_one_channel_leaves_the_others_alone() -> None:
    policy = policy_of(
        TEXT.replace(
            "If a complaint is not resolved within 8 working hours",
            "If a complaint by phone is not resolved within 8 working hours",
        )
    )
    case = complaint(ACKNOWLEDGED)
    assert escalations_due(policy, OPENINGS, case, at=RESOLVE_BY + 1) == ()
    phoned = replace(case, channel="phone")
    (duty,) = escalations_due(policy, OPENINGS, phoned, at=RESOLVE_BY + 1)
    assert duty.to == "practice_owner"
