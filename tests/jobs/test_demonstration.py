from pathlib import Path
from typing import Any

import pytest

from goodword.case.event import EventKind
from goodword.clock.clock import Outcome
from goodword.replay.outcomes import Counts
from goodword.replay.replay import replay
from goodword_web.cases import actions as cases
from goodword_web.cases import queries
from goodword_web.cases.models import Case, ClockRow, Event, Remedy
from goodword_web.jobs.demo.seed import NotEmptyError, first_policy_text, policy_text, seed
from goodword_web.lessons.models import Attempt
from goodword_web.people.models import Person
from goodword_web.policies import queries as policies
from goodword_web.policies.models import Version
from goodword_web.reviews import queries as reviews
from goodword_web.work.models import OutboxMail, WakeUp
from tests.jobs.conftest import Demonstration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]
FIELDS = (
    "promise_id",
    "version_id",
    "started_at",
    "due",
    "done_at",
    "state",
    "outcome",
    "wakes_at",
)


def rows_of(case: Case) -> list[tuple[Any, ...]]:
    return sorted(case.clock_rows.values_list(*FIELDS, "payload"), key=lambda row: row[:2])


def test_the_policy_shipped_with_it_is_the_example(root: Path) -> None:
    expected = (root / "examples" / "riverside" / "policy.md").read_text(encoding="utf-8")
    assert expected == policy_text()
    assert expected != first_policy_text()


def test_eight_weeks_hold_a_believable_number_of_cases_of_every_sort(now: int) -> None:
    assert 110 <= Case.objects.count() <= 180
    channels = set(Case.objects.values_list("channel", flat=True))
    assert {"email", "phone", "web_form", "text", "in_person"} == channels
    kinds = set(Event.objects.values_list("kind", flat=True))
    wanted = {
        EventKind.ACKNOWLEDGED, EventKind.REOPENED, EventKind.WAITING, EventKind.UPDATE,
        EventKind.REMEDY_GIVEN, EventKind.TOLD, EventKind.NOTE, EventKind.TAGGED,
    }  # fmt: skip
    assert not wanted - kinds
    assert now - 57 * 86_400 < Case.objects.earliest("opened_at").opened_at


def test_some_promises_were_broken_some_are_open_one_is_about_due(now: int) -> None:
    outcomes = set(ClockRow.objects.values_list("outcome", flat=True))
    assert {Outcome.KEPT, Outcome.BROKEN_CLOSED, Outcome.BROKEN_OPEN, Outcome.OPEN} <= outcomes
    assert any(row.is_late for row in queries.today(now))
    assert any(
        row.left_seconds is not None and 0 <= row.left_seconds < 3600 for row in queries.today(now)
    )


def test_rebuilding_every_clock_from_its_events_changes_nothing(now: int) -> None:
    for case in Case.objects.all():
        stored = rows_of(case)
        wakes = set(WakeUp.objects.filter(args__case=case.pk).values_list("key", "run_at"))
        cases.rebuild_clocks(case=case, at=now)
        assert stored == rows_of(case)
        rebuilt = set(WakeUp.objects.filter(args__case=case.pk).values_list("key", "run_at"))
        assert wakes == rebuilt


def test_live_equals_replay_on_every_case_across_a_change_of_version(now: int) -> None:
    versions = policies.versions_for_core()
    assert len(versions) == 2
    judged_by = set(ClockRow.objects.values_list("version__number", flat=True))
    assert {1, 2} == judged_by
    for case in Case.objects.all():
        outcomes = replay(versions, [queries.core_case(case)], at=now)
        replayed = {
            one.promise.id: {k: v for k, v in _counts(one.counts).items() if v}
            for one in outcomes.promises
            if len(one.clocks.started)
        }
        live: dict[str, dict[str, int]] = {}
        for row in case.clock_rows.all():
            counts = live.setdefault(row.promise_id, {})
            counts[row.outcome] = counts.get(row.outcome, 0) + 1
        assert replayed == live, case


def _counts(counts: Counts) -> dict[str, int]:
    return {outcome.value: getattr(counts, outcome.value) for outcome in Outcome}


def test_the_record_of_a_promise_counts_what_the_clock_rows_say(now: int) -> None:
    for promise_id, record in queries.track_records(now).items():
        rows = ClockRow.objects.filter(promise_id=promise_id)
        assert rows.filter(outcome=Outcome.KEPT).count() == record.outcome.counts.kept


def test_no_mail_of_the_demonstration_waits_to_leave() -> None:
    assert OutboxMail.objects.exists()
    assert not OutboxMail.objects.filter(sent_at=None).exists()
    assert not WakeUp.objects.filter(task="send_mail").exists()


def test_the_promise_that_was_changed_is_judged_by_the_version_of_its_day() -> None:
    limits = {
        row.version.number: (row.due or 0) - row.started_at
        for row in ClockRow.objects.filter(promise_id="promise-first-response-email")
    }
    assert {1, 2} == set(limits)
    last = Version.objects.get(number=2)
    assert "4 working hours" in last.note or "4 working" in last.note


def test_an_empty_database_begins_with_it_and_says_how_to_begin_with_ones_own(
    demonstration: Demonstration,
) -> None:
    assert len(demonstration.entries) == Person.objects.count() > 3
    assert any("--policy FILE --owner EMAIL" in line for line in demonstration.said)


def test_the_team_learnt_and_reviewed_and_can_sign_in(
    demonstration: Demonstration, now: int
) -> None:
    assert Attempt.objects.count() >= 50
    assert reviews.last_review(now) is not None
    for email, password, _ in demonstration.entries:
        assert Person.objects.get(email=email).check_password(password)


def test_escalations_told_somebody_and_are_counted_once() -> None:
    told = Event.objects.filter(kind=EventKind.TOLD)
    keys = [(event.case_id, event.facts["clause"]) for event in told]
    assert len(set(keys)) == len(keys)
    assert not any(event.facts.get("late") for event in told)


def test_remedies_were_given_within_authority_or_with_a_reason() -> None:
    assert Remedy.objects.count() >= 5
    for remedy in Remedy.objects.select_related("decision"):
        assert remedy.decision.ruling in {"allow", "your_call"} or remedy.decision.override_reason


def test_the_vital_signs_come_from_the_evidence(now: int) -> None:
    vitals = reviews.vitals(now)
    assert [sign.name for sign in vitals.signs] == ["taught", "used", "reviewed", "improved"]
    assert vitals.line.endswith(("need you", "needs you"))
    assert all(sign.evidence for sign in vitals.signs)


def test_the_demonstration_stays_out_of_an_installation_in_use(now: int) -> None:
    with pytest.raises(NotEmptyError):
        seed(now)
