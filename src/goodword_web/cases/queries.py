"""Reading cases: what is due first, why, and what has happened. Instants are UTC seconds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.openings import openings_for
from goodword.case.case import Case as CoreCase
from goodword.case.event import Actor, EventKind
from goodword.case.event import Event as CoreEvent
from goodword.clock.clock import Clock, ClockState, Outcome
from goodword.clock.explain import explain
from goodword.clock.explanation import Explanation
from goodword.decision.decision import Given
from goodword.metric.track_record import TrackRecord, track_record
from goodword.policy.promise import Promise
from goodword.policy.quantity import Money
from goodword.replay.outcomes import Outcomes
from goodword.replay.replay import replay
from goodword_web.cases import rules
from goodword_web.cases.models import Case, ClockRow, Event, Message, Remedy, Status
from goodword_web.people.models import Customer, Person
from goodword_web.policies import queries as policies
from goodword_web.policies.models import Version

DAY = 86_400
OPEN_STATUSES = (Status.OPEN, Status.WAITING)


def core_event(event: Event) -> CoreEvent:
    """Return the core's event behind a row."""
    return CoreEvent(
        at=event.at,
        seq=event.seq,
        kind=EventKind(event.kind),
        actor=Actor(event.actor),
        facts={key: str(value) for key, value in event.facts.items()},
    )


def core_case(case: Case) -> CoreCase:
    """Return a case as the core sees it, from its events alone."""
    return rules.core_case(case.reference, [core_event(event) for event in case.events.all()])


def core_cases(cases: QuerySet[Case] | None = None) -> Iterator[CoreCase]:
    """Yield every case as the core sees it, in two queries."""
    chosen = Case.objects.all() if cases is None else cases
    rows = Event.objects.all() if cases is None else Event.objects.filter(case__in=cases)
    events: dict[int, list[CoreEvent]] = defaultdict(list)
    for event in rows.order_by("case_id", "at", "seq").iterator():
        events[event.case_id].append(core_event(event))
    for pk, reference in chosen.order_by("opened_at", "id").values_list("pk", "reference"):
        if events[pk]:
            yield rules.core_case(reference, events[pk])


def judged_clocks(case: CoreCase, at: int) -> tuple[rules.Judged, ...]:
    """Return the clocks of a core case, each under the version in force when it started.

    `version` of each is an index into `policies.queries.all_versions()`.
    """
    return rules.clocks_under(policies.versions_for_core(), case, at=at)


@dataclass(frozen=True, slots=True)
class CaseClock:
    """A clock of a case with the version that judges it and why it is due when it is."""

    clock: Clock
    version: Version
    explanation: Explanation

    @property
    def is_running(self) -> bool:
        """Whether time is being counted now."""
        return self.clock.state is ClockState.RUNNING

    @property
    def is_broken(self) -> bool:
        """Whether the promise was not kept, done late or still not done."""
        return self.clock.outcome in {Outcome.BROKEN_OPEN, Outcome.BROKEN_CLOSED}


def clocks_of(case: Case, at: int) -> tuple[CaseClock, ...]:
    """Return the clocks of a case as of `at`, first due first, each with its explanation."""
    versions = policies.all_versions()
    found = []
    core = core_case(case)
    for judged in judged_clocks(core, at):
        version = versions[judged.version]
        policy = policies.reading_of(version).policy
        reasons = explain(
            _to_the_minute(judged.clock),
            policy,
            policies.openings(policy, judged.clock.started_at),
            language=policy.language,
            case=core,
        )
        found.append(CaseClock(judged.clock, version, reasons))
    far = 1 << 62
    found.sort(key=lambda item: (not item.is_running, item.clock.due or far, item.clock.promise.id))
    return tuple(found)


def _to_the_minute(clock: Clock) -> Clock:
    """Return the clock as of the last full minute, where that tells the same: for reading."""
    shown = clock.at - clock.at % 60
    pauses = (instant for one in clock.pauses for instant in (one.start, one.end))
    told = (clock.started_at, clock.done_at, clock.due, *pauses)
    if any(one is not None and shown <= one <= clock.at for one in told):
        return clock
    return replace(clock, at=shown)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened, with the words that went with it where they still stand."""

    event: Event
    kind: EventKind
    message: Message | None
    note: str | None

    @property
    def at(self) -> int:
        """When it happened."""
        return self.event.at


def timeline(case: Case) -> tuple[TimelineEntry, ...]:
    """Return everything that happened to a case, oldest first, in one query."""
    events = case.events.select_related("message", "person", "note").order_by("at", "seq")
    return tuple(
        TimelineEntry(
            event,
            EventKind(event.kind),
            event.message,
            event.note.body if hasattr(event, "note") else None,
        )
        for event in events
    )


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A case on Today: its clock that is due first, and what is left of it.

    `left_seconds` is wall time until `due`, negative when late; `left_working_seconds` the open
    time until then where the promise counts working time, else None. Both are None while no clock
    runs. `is_late` is true from the instant after `due`.
    """

    case: Case
    clock: ClockRow | None
    due: int | None
    left_seconds: int | None
    left_working_seconds: int | None
    is_late: bool
    is_paused: bool


def today(at: int, *, limit: int = 200) -> tuple[TodayRow, ...]:
    """Return the open cases by time left, emergencies first, in the same few queries for any."""
    cases = (
        Case.objects.filter(status__in=OPEN_STATUSES)
        .select_related("customer")
        .prefetch_related("clock_rows__version")
    )
    rows = [_today_row(case, at) for case in cases]
    last = 1 << 62
    rows.sort(
        key=lambda row: (
            not row.case.emergency,
            last if row.due is None else row.due,
            row.case.opened_at,
        )
    )
    return tuple(rows[:limit])


def _today_row(case: Case, at: int) -> TodayRow:
    unfinished = [row for row in case.clock_rows.all() if row.state != ClockState.STOPPED]
    running = [row for row in unfinished if row.due is not None]
    first = min(running, key=lambda row: (row.due, row.promise_id), default=None)
    if first is None or first.due is None:
        paused = next(iter(unfinished), None)
        return TodayRow(case, paused, None, None, None, is_late=False, is_paused=bool(paused))
    left = first.due - at
    return TodayRow(
        case,
        first,
        first.due,
        left,
        _working_left(first, at),
        is_late=left < 0,
        is_paused=first.state == ClockState.PAUSED,
    )


def _working_left(row: ClockRow, at: int) -> int | None:
    if not row.payload.get("working") or row.due is None:
        return None
    policy = policies.reading_of(row.version).policy
    promise = policy.clause(row.promise_id)
    channels, parts = (
        (promise.channels, promise.parts) if isinstance(promise, Promise) else ((), ())
    )
    hours = policy.hours_for(channels, row.case.channel, parts)
    return None if hours is None else elapsed(openings_for(hours, at), at, row.due)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is to do, as of an instant."""

    open: int
    waiting: int
    late: int
    due_within_a_day: int
    emergencies: int
    resolved_this_week: int


def counts(at: int) -> Counts:
    """Return the counts that head Today and Vitals. Lateness comes from timestamps alone."""
    cases = Case.objects.filter(status__in=OPEN_STATUSES)
    running = ClockRow.objects.filter(case__status__in=OPEN_STATUSES, due__isnull=False).exclude(
        state=ClockState.STOPPED
    )
    late = running.filter(due__lt=at).values("case").distinct().count()
    soon = running.filter(due__gte=at, due__lte=at + DAY)
    return Counts(
        open=cases.count(),
        waiting=cases.filter(status=Status.WAITING).count(),
        late=late,
        due_within_a_day=soon.values("case").distinct().count(),
        emergencies=cases.filter(emergency=True).count(),
        resolved_this_week=Event.objects.filter(
            kind=EventKind.RESOLVED, at__gt=at - 7 * DAY, at__lte=at
        )
        .values("case")
        .distinct()
        .count(),
    )


def given_before(
    *, case: Case, customer: Customer, person: Person | None, at: int
) -> tuple[Given, ...]:
    """Return what was given so far that can count to a cap: to this customer, or by this person."""
    mine = Remedy.objects.filter(at__lte=at)
    relevant = mine.filter(customer=customer)
    if person is not None:
        relevant = relevant | mine.filter(person=person)
    return tuple(
        Given(
            action=remedy.action,
            worth=Money(remedy.worth, remedy.currency) if remedy.worth is not None else None,
            days_ago=(at - remedy.at) // DAY,
            same_case=remedy.case_id == case.pk,
            same_customer=remedy.customer_id == customer.pk,
            by_same_person=person is not None and remedy.person_id == person.pk,
        )
        for remedy in relevant.order_by("at", "id")
    )


def case_by_reference(reference: str) -> Case | None:
    """Return the case with this reference, however it was typed."""
    return Case.objects.filter(reference__iexact=reference.strip()).first()


def references_of(uuids: Iterable[UUID]) -> dict[str, str]:
    """Return the references of these cases by their uuid as text, in one query."""
    rows = Case.objects.filter(uuid__in=list(uuids)).values_list("uuid", "reference")
    return {str(uuid): reference for uuid, reference in rows}


def case_by_token(token: str) -> Case | None:
    """Return the case that this tracking link belongs to; a void case has none."""
    if not token or "\x00" in token:  # PostgreSQL cannot even be asked for a NUL
        return None
    return Case.objects.filter(token=token).exclude(status=Status.VOID).first()


def search(words: str, *, limit: int = 50) -> tuple[Case, ...]:
    """Return cases whose reference, subject or customer has these words, newest first."""
    wanted = words.replace("\x00", " ").strip()
    if not wanted:
        return ()
    cases = Case.objects.select_related("customer")
    found: Iterable[Case] = (
        cases.filter(reference__icontains=wanted)
        | cases.filter(subject_line__icontains=wanted)
        | cases.filter(customer__name__icontains=wanted)
        | cases.filter(customer__email__icontains=wanted)
    )[:limit]
    return tuple(found)


def outcomes(at: int) -> Outcomes:
    """Return what became of every promise on every case: the same replay as the command line's."""
    newest = Event.objects.filter(at__lte=at).order_by("-pk").values_list("pk", flat=True).first()
    versions = tuple((one.pk, one.sha256) for one in policies.all_versions())
    return _outcomes(versions, newest or 0, Event.objects.count(), at)


@lru_cache(maxsize=8)
def _outcomes(
    _versions: tuple[tuple[int, str], ...], _newest: int, _events: int, at: int
) -> Outcomes:
    return replay(policies.versions_for_core(), core_cases(), at=at)


def track_records(at: int) -> dict[str, TrackRecord]:
    """Return the track record of each promise by its clause id, those withdrawn among them."""
    found = outcomes(at)
    return {one.promise.id: track_record(one, at=at, zone=found.zone) for one in found.promises}
