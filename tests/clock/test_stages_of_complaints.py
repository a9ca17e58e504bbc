"""What is promised for a stage of a complaint counts from that stage, and what was kept stays."""

from goodword.case.event import EventKind
from goodword.clock.clock import Outcome
from goodword.document.read import read
from goodword.policy.promise import Metric
from goodword.policy.quantity import Unit
from goodword.replay.replay import replay, what_if
from tests.clock.clock_cases import at, case, clock, event, promise, running, working

FIRST = promise(Metric.FIRST_RESPONSE, working(10, Unit.DAY), subject="stage_1_complaint")
SECOND = promise(Metric.FIRST_RESPONSE, working(20, Unit.DAY), subject="stage_2_complaint")
SETTLED = promise(Metric.RESOLUTION, working(20, Unit.DAY), subject="stage_2_complaint")
OPENED = event("01 10:00", EventKind.OPENED)
ANSWERED = event("04 12:00", EventKind.REPLY)
RESOLVED = event("04 12:01", EventKind.RESOLVED)
ASKED = event("09 11:00", EventKind.KIND_CHANGED, kind="stage_2_complaint")
REVIEWED = event("16 15:00", EventKind.REPLY)


def test_a_complaint_stands_at_stage_1_until_it_goes_on() -> None:
    found = running(FIRST, case(OPENED, kind="complaint"), "02 12:00", SECOND)
    assert found.due == at("15 17:00")


def test_what_is_promised_for_stage_2_counts_from_the_day_on_which_it_was_asked_for() -> None:
    found = running(SECOND, case(OPENED, ANSWERED, ASKED, kind="complaint"), "10 12:00", FIRST)
    assert (found.started_at, found.outcome) == (at("09 11:00"), Outcome.OPEN)
    # A public holiday of Victoria falls between.
    assert found.due == at("2026-10-08 17:00")


def test_the_answer_of_stage_1_does_not_answer_stage_2() -> None:
    found = running(SECOND, case(OPENED, ANSWERED, ASKED, REVIEWED, kind="complaint"), "20 12:00")
    assert (found.done_at, found.outcome) == (at("16 15:00"), Outcome.KEPT)


def test_what_was_kept_at_stage_1_stays_kept_at_stage_2() -> None:
    found = running(FIRST, case(OPENED, ANSWERED, ASKED, kind="complaint"), "20 12:00", SECOND)
    assert (found.done_at, found.outcome, found.wakes_at) == (at("04 12:00"), Outcome.KEPT, None)


def test_what_was_still_open_at_stage_1_is_owed_no_more() -> None:
    found = running(FIRST, case(OPENED, ASKED, kind="complaint"), "20 12:00", SECOND)
    assert found.outcome is Outcome.VOID


def test_what_was_broken_at_stage_1_stays_broken() -> None:
    late = event("18 12:00", EventKind.KIND_CHANGED, kind="stage_2_complaint")
    found = running(FIRST, case(OPENED, late, kind="complaint"), "20 12:00", SECOND)
    assert found.outcome is Outcome.BROKEN_OPEN


def test_a_complaint_that_was_resolved_is_open_again_at_stage_2() -> None:
    events = (OPENED, ANSWERED, RESOLVED, ASKED)
    found = running(SETTLED, case(*events, kind="complaint"), "20 12:00")
    assert (found.started_at, found.outcome) == (at("09 11:00"), Outcome.OPEN)
    done = case(*events, event("21 10:00", EventKind.RESOLVED), kind="complaint")
    assert running(SETTLED, done, "30 12:00").done_at == at("21 10:00")


def test_a_complaint_opened_at_stage_2_counts_from_its_first_message() -> None:
    found = running(SECOND, case(OPENED, kind="stage_2_complaint"), "02 12:00")
    assert found.started_at == at("01 10:00")


def test_a_kind_of_complaint_with_its_own_promise_does_not_wait_for_the_stages() -> None:
    own = promise(
        Metric.FIRST_RESPONSE, working(5, Unit.DAY), subject="payment_complaint", name="own"
    )
    one = case(OPENED, kind="payment_complaint")
    assert clock(FIRST, one, "02 12:00", own) is None
    assert running(own, one, "02 12:00", FIRST).due == at("08 17:00")
    assert running(FIRST, one, "02 12:00").due == at("15 17:00")


def test_replay_gives_the_same_answer_for_stages() -> None:
    policy = read(
        "Our opening hours are Monday to Friday, 9am to 5pm.\nAll times are Melbourne time.\n\n"
        "## Complaints\n\nStage 1 complaints are answered within 10 working days.\n"
        "Stage 2 complaints are answered within 20 working days.\n"
    ).policy
    one = case(OPENED, ANSWERED, ASKED, REVIEWED, kind="complaint")
    found = replay(what_if(policy), (one,), at=at("30 12:00"))
    assert [outcome.counts.kept for outcome in found.promises] == [1, 1]
