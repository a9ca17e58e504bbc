"""Everything that writes cases. Instants are UTC seconds; `actor` None is a customer or a machine.

Each action records its events, runs the clocks of the case anew, sets one wake-up for each clock,
and adds one entry to the log, in one transaction.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max

from goodword.case.case import Case as CoreCase
from goodword.case.event import Actor, EventKind
from goodword.clock.clock import Clock, ClockState
from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Request, Ruling, Value
from goodword.duty import Duty, escalations_due, next_escalation_at
from goodword.policy.clause import Audience, Strength
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration
from goodword_web.cases import letters, queries, rules
from goodword_web.cases.errors import (
    EmptyWordsError,
    NoAddressError,
    OverrideNotAllowedError,
    RemedyRefusedError,
    WrongStateError,
)
from goodword_web.cases.models import (
    Case,
    ClockRow,
    DecisionRow,
    Direction,
    Event,
    Message,
    Note,
    Remedy,
    Status,
    new_token,
)
from goodword_web.people.access import LEADING
from goodword_web.people.actions import record
from goodword_web.people.models import Access, Customer, Person
from goodword_web.policies import queries as policies
from goodword_web.policies.models import Version
from goodword_web.policies.rules import storable
from goodword_web.work.actions import cancel, queue_mail, wake

CLOCK_TASK = "run_clocks"
LATE_AFTER = 300  # a worker that looks every few seconds is not late within five minutes


# Opening and hearing


@transaction.atomic
def open_case(  # noqa: PLR0913 - one keyword for each thing that is known of a first message
    *,
    actor: Person | None,
    customer: Customer,
    channel: str,
    body: str,
    at: int,
    subject: str = "",
    kind: str = "",
    priority: str = "",
    message_id: str = "",
    from_address: str = "",
    answered_at: int | None = None,
) -> Case:
    """A new case stands, opened by the customer's first message at `at`, with its clocks running.

    `answered_at` is when a call or a visitor was answered, None where nobody was there yet.
    Emergency words of the policy flag the case. Raises NoPolicyError before the first version.
    """
    policy = policies.current_policy(at)
    words = _words(body, "message")
    case = _new_case(policy, customer, channel, at, kind, priority, _line(subject, words))
    message = Message.objects.create(
        case=case,
        direction=Direction.IN,
        channel=channel,
        subject=case.subject_line,
        body=words,
        sent_at=at,
        message_id=message_id,
        from_address=from_address,
    )
    _add(
        case,
        EventKind.OPENED,
        at,
        by=Actor.CUSTOMER,
        message=message,
        facts={"channel": channel, "kind": kind, "priority": priority},
    )
    if answered_at is not None:
        _add(case, EventKind.ANSWERED, answered_at, by=Actor.PERSON, person=actor)
    _flag_emergency(case, policy, f"{subject} {words}", at)
    _settle(case, actor, "open_case", max(at, answered_at or at))
    return case


@transaction.atomic
def record_customer_message(
    *,
    actor: Person | None,
    case: Case,
    body: str,
    at: int,
    channel: str = "",
    subject: str = "",
    message_id: str = "",
    from_address: str = "",
) -> Message:
    """The customer wrote or said more. It ends our waiting, and opens a resolved case again."""
    _locked(case)
    words = _words(body, "message")
    message = Message.objects.create(
        case=case,
        direction=Direction.IN,
        channel=channel or case.channel,
        subject=_line(subject, ""),
        body=words,
        sent_at=at,
        message_id=message_id,
        from_address=from_address,
    )
    before = case.status
    _add(
        case,
        EventKind.CUSTOMER_MESSAGE,
        at,
        by=Actor.CUSTOMER,
        message=message,
        facts={"channel": message.channel},
    )
    if before == Status.RESOLVED:
        _add(case, EventKind.REOPENED, at, by=Actor.CUSTOMER)
    policy = policies.current_policy(at)
    _flag_emergency(case, policy, f"{subject} {words}", at)
    _settle(case, actor, "record_customer_message", at)
    return message


def log_phone_call(
    *,
    actor: Person,
    customer: Customer,
    body: str,
    at: int,
    answered_at: int | None,
    subject: str = "",
    kind: str = "",
    priority: str = "",
) -> Case:
    """A call that rang at `at` stands as a case; answered at `answered_at`, or missed (None)."""
    return open_case(
        actor=actor,
        customer=customer,
        channel="phone",
        body=body,
        at=at,
        subject=subject,
        kind=kind,
        priority=priority,
        answered_at=answered_at,
    )


# Answering


@transaction.atomic
def send_reply(
    *, actor: Person, case: Case, body: str, at: int, channel: str = "", key: str = ""
) -> Message:
    """A reply by a person is recorded; by email it stands in the outbox, in the mail's thread.

    `channel` is email where the customer has an address, else the case's own: then it records
    what was said by phone, text message or in person. `key` makes sending twice send once.
    Raises NoAddressError, EmptyWordsError, WrongStateError for a void case.
    """
    return _say(EventKind.REPLY, "send_reply", actor, case, body, at, channel, key)


@transaction.atomic
def send_update(
    *, actor: Person, case: Case, body: str, at: int, channel: str = "", key: str = ""
) -> Message:
    """The customer was told how things stand; as `send_reply`, recorded as an update."""
    return _say(EventKind.UPDATE, "send_update", actor, case, body, at, channel, key)


@transaction.atomic
def acknowledge(
    *, actor: Person, case: Case, at: int, body: str = "", channel: str = "", key: str = ""
) -> Message:
    """The customer was told by a person, with a name and the reference, that we have it."""
    _locked(case)
    _refuse_void(case)
    policy = policies.current_policy(at)
    way = channel or _way_out(case)
    text = letters.acknowledgement_text(
        reference=case.reference,
        name=actor.name,
        organisation=policy.organisation,
        link=tracking_link(case),
        words=storable(body),
    )
    message = _send(case, way, text, at, person=actor, automatic=False, key=key)
    if message.events.exists():
        return message
    _add(
        case,
        EventKind.ACKNOWLEDGED,
        at,
        by=Actor.PERSON,
        person=actor,
        message=message,
        facts={"channel": way},
    )
    _settle(case, actor, "acknowledge", at)
    return message


@transaction.atomic
def send_automatic_acknowledgement(*, case: Case, at: int) -> Message | None:
    """An automatic note went out with the emergency line, the reference and the tracking link.

    It never stops a clock. None where the customer has no email address.
    """
    _locked(case)
    if not case.customer.email:
        return None
    policy = policies.current_policy(at)
    text = letters.automatic_text(
        policy, reference=case.reference, link=tracking_link(case), due=_due_line(case)
    )
    message = _send(case, "email", text, at, person=None, automatic=True)
    _add(
        case,
        EventKind.AUTOMATIC_REPLY,
        at,
        by=Actor.SYSTEM,
        message=message,
        facts={"channel": "email"},
    )
    _settle(case, None, "send_automatic_acknowledgement", at)
    return message


# Working on it


@transaction.atomic
def add_note(*, actor: Person, case: Case, body: str, at: int) -> Note:
    """An internal note stands in the case; it stops no clock."""
    _locked(case)
    words = _words(body, "note")
    event = _add(case, EventKind.NOTE, at, by=Actor.PERSON, person=actor)
    note = Note.objects.create(event=event, body=words)
    _settle(case, actor, "add_note", at)
    return note


@transaction.atomic
def wait_for_customer(*, actor: Person, case: Case, at: int) -> None:
    """We wait for the customer; clocks stand still where the policy says so."""
    _locked(case)
    _require(case, Status.OPEN, "Only an open case can wait for the customer.")
    _do(case, EventKind.WAITING, actor, "wait_for_customer", at)


@transaction.atomic
def resume(*, actor: Person, case: Case, at: int) -> None:
    """We no longer wait for the customer."""
    _locked(case)
    _require(case, Status.WAITING, "This case is not waiting for the customer.")
    _do(case, EventKind.RESUMED, actor, "resume", at)


@transaction.atomic
def resolve(*, actor: Person, case: Case, at: int) -> None:
    """The matter is settled."""
    _locked(case)
    if case.status not in {Status.OPEN, Status.WAITING}:
        raise WrongStateError("This case is not open.", hint="Reopen it first.")
    _do(case, EventKind.RESOLVED, actor, "resolve", at)


@transaction.atomic
def reopen(*, actor: Person | None, case: Case, at: int) -> None:
    """The matter is not settled after all; the resolution clock takes up where it stopped."""
    _locked(case)
    _require(case, Status.RESOLVED, "Only a resolved case can be reopened.")
    _do(case, EventKind.REOPENED, actor, "reopen", at)


@transaction.atomic
def change_kind(*, actor: Person, case: Case, kind: str, at: int) -> None:
    """The case is of another kind; each promise that now applies counts from its own start."""
    _locked(case)
    _refuse_void(case)
    if kind == case.kind:
        return
    case.kind = kind
    _do(case, EventKind.KIND_CHANGED, actor, "change_kind", at, {"kind": kind})


@transaction.atomic
def change_priority(*, actor: Person, case: Case, priority: str, at: int) -> None:
    """The case has another priority."""
    _locked(case)
    _refuse_void(case)
    if priority == case.priority:
        return
    case.priority = priority
    _do(case, EventKind.PRIORITY_CHANGED, actor, "change_priority", at, {"priority": priority})


@transaction.atomic
def tag_case(*, actor: Person | None, case: Case, event: str, at: int) -> None:
    """Something was noticed in the case, such as `safety_issue`; those who must know are told."""
    _locked(case)
    _do(case, EventKind.TAGGED, actor, "tag_case", at, {"event": event})


@transaction.atomic
def hand_over(*, actor: Person, case: Case, to: str, at: int) -> None:
    """The case was handed over to the role `to`."""
    _locked(case)
    _refuse_void(case)
    _do(case, EventKind.HANDED_OVER, actor, "hand_over", at, {"to": to})


@transaction.atomic
def except_promise(*, actor: Person, case: Case, clause_id: str, at: int) -> None:
    """The clause's own "unless" held for this case; its clock is excused."""
    _locked(case)
    _refuse_void(case)
    facts = {"clause": clause_id}
    _do(case, EventKind.EXCEPTION_APPLIED, actor, "except_promise", at, facts)


@transaction.atomic
def void_case(*, actor: Person, case: Case, at: int) -> None:
    """The case should never have been one: merged, spam or a test. Its clocks are void."""
    _locked(case)
    _refuse_void(case)
    _do(case, EventKind.VOIDED, actor, "void_case", at)


@transaction.atomic
def erase_words(*, actor: Person, customer: Customer, at: int) -> int:
    """No message, note or subject of this customer's cases can be read; returns how many cases.

    Events, clocks, decisions and their counts stay as they are.
    """
    found = Case.objects.filter(customer=customer)
    words = Message.objects.filter(case__in=found, erased_at=None)
    words.update(subject="", body="", from_address="", erased_at=at)
    Note.objects.filter(event__case__in=found, erased_at=None).update(body="", erased_at=at)
    count = found.update(subject_line="")
    record(
        actor=actor,
        action="erase_words",
        subject=f"customer:{customer.pk}",
        facts={"cases": count},
        at=at,
    )
    return count


# Deciding and giving


@transaction.atomic
def record_decision(
    *,
    actor: Person,
    action: str,
    at: int,
    case: Case | None = None,
    amount: Decimal | None = None,
    goods: str | None = None,
    facts: Mapping[str, Value] | None = None,
) -> tuple[Decision, DecisionRow]:
    """What was asked and answered stands on record, with its version, facts and trace."""
    decision, row = _decide(actor, action, at, case, amount, goods, facts or {}, "")
    record(
        actor=actor,
        action="record_decision",
        subject=f"decision:{row.pk}",
        facts={"ruling": decision.ruling.value},
        at=at,
    )
    return decision, row


def give_remedy(
    *,
    actor: Person,
    case: Case,
    action: str,
    at: int,
    amount: Decimal | None = None,
    goods: str | None = None,
    facts: Mapping[str, Value] | None = None,
    override_reason: str = "",
) -> Remedy:
    """The customer was given this, within the actor's authority or as an override with a reason.

    What was given before counts to the caps. Raises RemedyRefusedError with the decision, which
    stays on record too; OverrideNotAllowedError where the actor may not override.
    """
    reason = override_reason.strip()
    with transaction.atomic():
        _locked(case)
        _refuse_void(case)
        decision, row = _decide(actor, action, at, case, amount, goods, facts or {}, reason)
        allowed = decision.ruling in {Ruling.ALLOW, Ruling.YOUR_CALL}
        if not allowed and reason:
            _refuse_override(actor)
        if allowed or reason:
            return _give(actor, case, row, decision, action, at, amount, goods)
        record(
            actor=actor,
            action="ask_remedy",
            subject=f"case:{case.uuid}",
            facts={"ruling": decision.ruling.value, "decision": row.pk},
            at=at,
        )
    # Outside the transaction, so that the question and its answer stay on record.
    raise RemedyRefusedError(decision)


def _decide(
    actor: Person,
    action: str,
    at: int,
    case: Case | None,
    amount: Decimal | None,
    goods: str | None,
    facts: Mapping[str, Value],
    reason: str,
) -> tuple[Decision, DecisionRow]:
    version = policies.current_version(at)
    policy = policies.reading_of(version).policy
    given = (
        queries.given_before(case=case, customer=case.customer, person=actor, at=at)
        if case is not None
        else ()
    )
    request = Request(role=actor.role, action=action, amount=amount, goods=goods)
    decision = decide(policy, request, Facts(values=dict(facts), given=given), at=at)
    row = DecisionRow.objects.create(
        case=case,
        at=at,
        version=version,
        person=actor,
        request={
            "role": actor.role,
            "action": action,
            "amount": None if amount is None else str(amount),
            "goods": goods,
        },
        facts={
            "values": {name: _plain_value(value) for name, value in facts.items()},
            "given": [
                {
                    "action": one.action,
                    "worth": None if one.worth is None else str(one.worth.amount),
                    "days_ago": one.days_ago,
                    "same_case": one.same_case,
                }
                for one in given
            ],
        },
        ruling=decision.ruling.value,
        summary=decision.summary,
        clause_ids=[clause.id for clause in decision.clauses],
        trace=[
            {"words": step.words, "holds": step.holds, "clause": step.clause_id}
            for step in decision.trace
        ],
        override_reason=reason if decision.ruling is not Ruling.ALLOW else "",
    )
    return decision, row


def _plain_value(value: Value) -> bool | str:
    return value if isinstance(value, bool) else str(value)


def _refuse_override(actor: Person) -> None:
    if Access(actor.access) not in LEADING:
        raise OverrideNotAllowedError(
            "An override needs somebody with the access level lead or owner.",
            hint="Ask them to give the remedy, with the reason.",
        )


def _give(
    actor: Person,
    case: Case,
    row: DecisionRow,
    decision: Decision,
    action: str,
    at: int,
    amount: Decimal | None,
    goods: str | None,
) -> Remedy:
    policy = policies.reading_of(row.version).policy
    worth = amount if amount is not None else rules.worth_of(policy, action, goods)
    remedy = Remedy.objects.create(
        case=case,
        customer=case.customer,
        decision=row,
        at=at,
        person=actor,
        action=action,
        goods=goods or "",
        worth=worth,
        currency=policy.currency,
    )
    _add(
        case,
        EventKind.REMEDY_GIVEN,
        at,
        by=Actor.PERSON,
        person=actor,
        facts={"action": action, "clause": next((c.id for c in decision.clauses), "")},
    )
    _settle(case, actor, "give_remedy", at, {"override": bool(row.override_reason)})
    return remedy


# Clocks


@transaction.atomic
def refresh_clocks(*, case: Case, at: int) -> None:
    """The clock rows of a case are as of `at`, and whoever must be told of it was told."""
    _locked(case)
    _run(case, at)


@transaction.atomic
def rebuild_clocks(*, case: Case, at: int) -> None:
    """The clock rows were thrown away and computed anew from the events, with their wake-ups."""
    _locked(case)
    for key in case.clock_rows.values_list("promise_id", flat=True):
        cancel(key=f"clock:{case.pk}:{key}")
    case.clock_rows.all().delete()
    _run(case, at)


def _run(case: Case, at: int, core: CoreCase | None = None) -> None:
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
    event = _add(case, EventKind.TOLD, at, by=Actor.SYSTEM, facts=facts)
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
                link=f"{settings.SITE_URL}/cases/{case.reference}",
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


def _due_line(case: Case) -> str:
    """Return by when a person answers, where a public promise says so; else nothing."""
    answers = {Metric.FIRST_RESPONSE, Metric.ACKNOWLEDGE, Metric.CALLBACK}
    rows = case.clock_rows.filter(due__isnull=False).exclude(state=ClockState.STOPPED)
    for row in rows.select_related("version").order_by("due"):
        policy = policies.reading_of(row.version).policy
        promise = policy.clause(row.promise_id)
        if (
            isinstance(promise, Promise)
            and promise.metric in answers
            and promise.audience is Audience.PUBLIC
            and row.due is not None
        ):
            when = letters.due_words(row.due, policies.zone_of(policy))
            aims = "aim to answer" if promise.strength is Strength.AIM else "answer"
            return f"A person will read it. We {aims} by {when}."
    return "A person will read it."


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


def tracking_link(case: Case) -> str:
    """Return the address under which the customer can follow the case."""
    return f"{settings.SITE_URL}/track/{case.token}"


def _new_case(
    policy: Policy,
    customer: Customer,
    channel: str,
    at: int,
    kind: str,
    priority: str,
    subject: str,
) -> Case:
    for attempt in range(20):
        reference = rules.reference_for(policy.organisation, length=4 + attempt // 5)
        try:
            with transaction.atomic():
                return Case.objects.create(
                    reference=reference,
                    token=new_token(),
                    customer=customer,
                    channel=channel,
                    kind=kind,
                    priority=priority,
                    subject_line=subject,
                    opened_at=at,
                )
        except IntegrityError:
            continue
    raise RuntimeError("No free reference was found in twenty tries.")


def _locked(case: Case) -> None:
    """Make the case as it is now in the database, and nobody else's until we are done."""
    fresh = Case.objects.select_for_update().get(pk=case.pk)
    case.status, case.kind, case.priority = fresh.status, fresh.kind, fresh.priority
    case.emergency = fresh.emergency


def _add(
    case: Case,
    kind: EventKind,
    at: int,
    *,
    by: Actor,
    person: Person | None = None,
    message: Message | None = None,
    facts: Mapping[str, str] | None = None,
) -> Event:
    last = case.events.aggregate(last=Max("seq"))["last"]
    return Event.objects.create(
        case=case,
        seq=0 if last is None else last + 1,
        at=at,
        kind=kind.value,
        actor=by.value,
        person=person,
        message=message,
        facts=rules.nameless(facts or {}),
    )


def _settle(
    case: Case,
    actor: Person | None,
    action: str,
    at: int,
    facts: Mapping[str, str | bool] | None = None,
) -> None:
    """Fold the case anew, run its clocks and log what was done. Every action ends here."""
    core = queries.core_case(case)
    case.status = rules.status_of(core.events)
    case.save(update_fields=["status", "kind", "priority", "emergency"])
    _run(case, at, core)
    record(actor=actor, action=action, subject=f"case:{case.uuid}", facts=dict(facts or {}), at=at)


def _do(
    case: Case,
    kind: EventKind,
    actor: Person | None,
    action: str,
    at: int,
    facts: Mapping[str, str] | None = None,
) -> None:
    by = Actor.SYSTEM if actor is None else Actor.PERSON
    _add(case, kind, at, by=by, person=actor, facts=facts)
    _settle(case, actor, action, at)


def _say(
    kind: EventKind,
    action: str,
    actor: Person,
    case: Case,
    body: str,
    at: int,
    channel: str,
    key: str,
) -> Message:
    _locked(case)
    _refuse_void(case)
    words = _words(body, "reply")
    way = channel or _way_out(case)
    message = _send(case, way, words, at, person=actor, automatic=False, key=key)
    if message.events.exists():
        return message
    _add(case, kind, at, by=Actor.PERSON, person=actor, message=message, facts={"channel": way})
    _settle(case, actor, action, at)
    return message


def _way_out(case: Case) -> str:
    return "email" if case.customer.email else case.channel


def _send(
    case: Case,
    way: str,
    words: str,
    at: int,
    *,
    person: Person | None,
    automatic: bool,
    key: str = "",
) -> Message:
    """Keep what was said, and put it in the outbox where it goes by email."""
    if way != "email":
        return Message.objects.create(
            case=case, direction=Direction.OUT, channel=way, body=words, sent_at=at
        )
    if not case.customer.email:
        raise NoAddressError(case.reference)
    ours = settings.DEFAULT_FROM_EMAIL
    count = case.messages.count()
    message_id = letters.message_id_for(key or f"{case.uuid}.{count}", ours)
    earlier = Message.objects.filter(direction=Direction.OUT, message_id=message_id).first()
    if earlier is not None:
        return earlier
    in_reply_to, references = letters.thread_of(
        list(case.messages.filter(channel="email").values_list("message_id", flat=True))
    )
    subject = letters.subject_with(
        case.reference, case.subject_line, answering=bool(in_reply_to) or not automatic
    )
    text = words
    if person is not None and not words.endswith(f"{tracking_link(case)}\n"):
        policy = policies.current_policy(at)
        text = letters.reply_text(
            words, name=person.name, organisation=policy.organisation, link=tracking_link(case)
        )
    queue_mail(
        to=case.customer.email,
        subject=subject,
        text=text,
        message_id=message_id,
        key=f"case:{case.pk}:{message_id}",
        in_reply_to=in_reply_to,
        references=references,
        automatic=automatic,
        at=at,
    )
    return Message.objects.create(
        case=case,
        direction=Direction.OUT,
        channel="email",
        subject=subject,
        body=text,
        sent_at=at,
        message_id=message_id,
        from_address=ours,
        automatic=automatic,
    )


def _flag_emergency(case: Case, policy: Policy, words: str, at: int) -> None:
    clause = rules.emergency_in(policy, words)
    if clause is None:
        return
    case.emergency = True
    _add(
        case,
        EventKind.TAGGED,
        at,
        by=Actor.SYSTEM,
        facts={"event": "emergency", "clause": clause.id},
    )


def _require(case: Case, status: Status, message: str) -> None:
    if case.status != status:
        raise WrongStateError(message, hint=f"It is {case.get_status_display()}.")


def _refuse_void(case: Case) -> None:
    if case.status == Status.VOID:
        raise WrongStateError("This case was set aside as void.", hint="Open a new one instead.")


def _words(text: str, what: str) -> str:
    words = storable(text).strip()
    if not words:
        raise EmptyWordsError(what)
    return words


def _line(subject: str, body: str) -> str:
    """Return a subject of one line, from the first words of the body where none was given."""
    line = " ".join(storable(subject).split()) or " ".join(storable(body).split())
    return line if len(line) <= 120 else f"{line[:119].rstrip()}…"
