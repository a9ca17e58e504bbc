"""Keeping clock rows, wake-ups and escalations as the events say. Instants: UTC seconds."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from goodword.case.case import Case as CoreCase
from goodword.case.event import Actor, EventKind
from goodword.clock.clock import Clock
from goodword.duty import Duty, escalations_due, next_escalation_at
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration
from goodword_web.cases import letters, queries, rules
from goodword_web.cases.actions.recording import add_event, lock
from goodword_web.cases.models import (
    Case,
    ClockRow,
)
from goodword_web.people.models import Access, Person
from goodword_web.policies import queries as policies
from goodword_web.policies.models import Version
from goodword_web.work.actions import cancel, queue_mail, wake

CLOCK_TASK = "run_clocks"


@transaction.atomic
def refresh_clocks(*, case: Case, at: int) -> None:
    """The clock rows of a case are as of `at`, and whoever must be told of it was told."""
    lock(case)
    run_clocks(case, at)


@transaction.atomic
def rebuild_clocks(*, case: Case, at: int) -> None:
    """The clock rows were thrown away and computed anew from the events, with their wake-ups."""
    lock(case)
    for key in case.clock_rows.values_list("promise_id", flat=True):
        cancel(key=f"clock:{case.pk}:{key}")
    case.clock_rows.all().delete()
    run_clocks(case, at)


def run_clocks(case: Case, at: int, core: CoreCase | None = None) -> None:
    """The clock rows, wake-ups and escalations of the case are as its events say at `at`."""
    core = core or queries.core_case(case)
    versions = policies.all_versions()
    judged = rules.clocks_under(policies.policies_of(versions), core, at=at)
    before = {(row.promise_id, row.version_id): row for row in case.clock_rows.all()}
    rows = [_row(case, versions[item.version], item.clock) for item in judged]
    ClockRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["case", "promise_id", "version"],
        update_fields=["started_at", "due", "done_at", "state", "outcome", "wakes_at", "payload"],
    )
    gone = set(before) - {(row.promise_id, row.version_id) for row in rows}
    if gone:
        ClockRow.objects.filter(pk__in=[before[key].pk for key in gone]).delete()
    _set_wake_ups(case, list(before.values()), rows)
    _escalate(case, core, versions, judged, at)


def _set_wake_ups(case: Case, before: Sequence[ClockRow], rows: Sequence[ClockRow]) -> None:
    """Move, set and cancel the wake-ups of a case's clocks, only where something changed."""
    stood, wanted = rules.wake_ups(before), rules.wake_ups(rows)
    for promise_id, run_at in wanted.items():
        if stood.get(promise_id) != run_at:
            wake(
                task=CLOCK_TASK,
                run_at=run_at,
                key=f"clock:{case.pk}:{promise_id}",
                args={"case": case.pk},
            )
    for promise_id in set(stood) - set(wanted):
        cancel(key=f"clock:{case.pk}:{promise_id}")


def _row(case: Case, version: Version, clock: Clock) -> ClockRow:
    limit = clock.promise.limit
    return ClockRow(
        case=case,
        promise_id=clock.promise.id,
        version=version,
        started_at=clock.started_at,
        due=clock.due,
        done_at=clock.done_at,
        state=clock.state.value,
        outcome=clock.outcome.value,
        wakes_at=clock.wakes_at,
        payload={
            "metric": clock.promise.metric.value,
            "working": isinstance(limit, Duration)
            and limit.is_exact
            and limit.counting is Counting.WORKING,
            "pauses": [[pause.start, pause.end] for pause in clock.pauses],
            "exchanges": [
                [one.started_at, one.due, one.done_at, one.outcome.value] for one in clock.exchanges
            ],
        },
    )


def _escalate(
    case: Case,
    core: CoreCase,
    versions: Sequence[Version],
    judged: Sequence[rules.Judged],
    at: int,
) -> None:
    """Tell whoever must be told by now, once; and wake when the next must be."""
    index = rules.version_index(policies.policies_of(versions), case.opened_at)
    if index is None:
        return
    policy = policies.reading_of(versions[index]).policy
    openings = policies.openings(policy, case.opened_at)
    clocks = [item.clock for item in judged]
    for duty in escalations_due(policy, openings, core, clocks, at=at):
        _tell(case, policy, duty, at)
    key = f"clock:{case.pk}:escalation"
    run_at = next_escalation_at(policy, openings, core, at=at)
    if run_at is None:
        cancel(key=key)
    else:
        wake(task=CLOCK_TASK, run_at=run_at, key=key, args={"case": case.pk})


def _tell(case: Case, policy: Policy, duty: Duty, at: int) -> None:
    facts = {"clause": duty.clause.id, "to": duty.to or "", "late": "yes" if duty.is_late else ""}
    event = add_event(case, EventKind.TOLD, at, by=Actor.SYSTEM, facts=facts)
    team = Person.objects.filter(is_active=True)
    # Where nobody has the role, the owner hears of it: it must reach a person.
    listeners = list(team.filter(role=duty.to)) or list(team.filter(access=Access.OWNER))
    for person in listeners:
        queue_mail(
            to=person.email,
            subject=f"[{case.reference}] {duty.words}",
            text=letters.escalation_text(
                name=person.name,
                words=duty.words,
                clause=duty.clause.text,
                link=f"{settings.SITE_URL}/desk/cases/{case.reference}/",
                is_late=duty.is_late,
                organisation=policy.organisation,
            ),
            message_id=letters.message_id_for(
                f"{case.uuid}.told.{event.seq}.{person.pk}", settings.DEFAULT_FROM_EMAIL
            ),
            key=f"told:{case.pk}:{duty.key}:{person.pk}",
            automatic=True,
            at=at,
        )
