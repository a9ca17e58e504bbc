"""Opening a case, and hearing more of it. Instants are UTC seconds."""

from django.db import IntegrityError, transaction

from goodword.case.event import Actor, EventKind
from goodword.policy.policy import Policy
from goodword_web.cases import rules
from goodword_web.cases.actions.recording import (
    add_event,
    line_of,
    lock,
    words_of,
)
from goodword_web.cases.actions.settling import settle
from goodword_web.cases.models import (
    Case,
    Direction,
    Message,
    Status,
    new_token,
)
from goodword_web.people.models import Customer, Person
from goodword_web.policies import queries as policies


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
    words = words_of(body, "message")
    case = _new_case(policy, customer, channel, at, kind, priority, line_of(subject, words))
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
    add_event(
        case,
        EventKind.OPENED,
        at,
        by=Actor.CUSTOMER,
        message=message,
        facts={"channel": channel, "kind": kind, "priority": priority},
    )
    if answered_at is not None:
        add_event(case, EventKind.ANSWERED, answered_at, by=Actor.PERSON, person=actor)
    flag_emergency(case, policy, f"{subject} {words}", at)
    settle(case, actor, "open_case", max(at, answered_at or at))
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
    lock(case)
    words = words_of(body, "message")
    message = Message.objects.create(
        case=case,
        direction=Direction.IN,
        channel=channel or case.channel,
        subject=line_of(subject, ""),
        body=words,
        sent_at=at,
        message_id=message_id,
        from_address=from_address,
    )
    before = case.status
    add_event(
        case,
        EventKind.CUSTOMER_MESSAGE,
        at,
        by=Actor.CUSTOMER,
        message=message,
        facts={"channel": message.channel},
    )
    if before == Status.RESOLVED:
        add_event(case, EventKind.REOPENED, at, by=Actor.CUSTOMER)
    policy = policies.current_policy(at)
    flag_emergency(case, policy, f"{subject} {words}", at)
    settle(case, actor, "record_customer_message", at)
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


def flag_emergency(case: Case, policy: Policy, words: str, at: int) -> None:
    """The case is flagged where the policy's emergency words stand in what was said."""
    clause = rules.emergency_in(policy, words)
    if clause is None:
        return
    case.emergency = True
    add_event(
        case,
        EventKind.TAGGED,
        at,
        by=Actor.SYSTEM,
        facts={"event": "emergency", "clause": clause.id},
    )
