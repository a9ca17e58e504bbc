import re

from django.urls import resolve

from goodword.case.event import EventKind
from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case
from goodword_web.work.loop import run_due
from goodword_web.work.models import OutboxMail, WakeUp
from tests.cases.case_practice import Practice


def told(case: Case) -> list[dict[str, str]]:
    return [event.facts for event in case.events.filter(kind=EventKind.TOLD)]


def run_until(at: int) -> None:
    while first := WakeUp.objects.filter(run_at__lte=at).order_by("run_at").first():
        assert not first.last_error
        run_due(first.run_at)


def test_a_complaint_that_nobody_acknowledged_is_told_at_its_instant(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30", kind="complaint")
    due = practice.at("2026-09-05 13:00")
    run_until(due)
    assert told(case) == []
    run_until(due + 1)
    assert [facts["to"] for facts in told(case)] == ["practice_manager"]
    mail = OutboxMail.objects.get()
    assert practice.lead.email == mail.to
    assert case.reference in mail.subject
    assert "not acknowledged" in mail.text
    [link] = re.findall(r"https?://[^/]+(/\S+)", mail.text)
    assert resolve(link).kwargs == {"reference": case.reference}


def test_an_escalation_that_fell_due_while_we_were_down_is_sent_once_and_marked_late(
    practice: Practice,
) -> None:
    case = practice.case("2026-09-04 16:30", kind="complaint")
    run_due(practice.at("2026-09-08 09:00"))
    run_due(practice.at("2026-09-08 09:01"))
    assert [facts["late"] for facts in told(case)] == ["yes"]
    assert "earlier" in OutboxMail.objects.get().text


def test_an_escalation_by_event_is_told_at_once(practice: Practice) -> None:
    case = practice.case("2026-09-07 10:00", kind="complaint")
    clause = next(
        one for one in practice.policy_escalations() if one.event and "solicitor" in one.text
    )
    assert clause.event
    cases.tag_case(
        actor=practice.mia, case=case, event=clause.event, at=practice.at("2026-09-07 10:05")
    )
    assert [clause.id] == [facts["clause"] for facts in told(case)]
    assert practice.owner.email == OutboxMail.objects.get().to


def test_an_acknowledgement_in_time_tells_nobody(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30", kind="complaint")
    cases.acknowledge(actor=practice.mia, case=case, at=practice.at("2026-09-04 17:00"))
    run_until(practice.at("2026-09-07 09:00"))
    assert told(case) == []


def test_a_resolved_complaint_has_no_escalation_left_to_wake_for(practice: Practice) -> None:
    case = practice.case("2026-09-04 16:30", kind="complaint")
    cases.acknowledge(actor=practice.mia, case=case, at=practice.at("2026-09-04 17:00"))
    assert WakeUp.objects.filter(key=f"clock:{case.pk}:escalation").exists()
    cases.resolve(actor=practice.mia, case=case, at=practice.at("2026-09-05 10:00"))
    assert not WakeUp.objects.filter(key=f"clock:{case.pk}:escalation").exists()
