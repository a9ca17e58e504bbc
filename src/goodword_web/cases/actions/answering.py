"""Saying something to the customer. Instants are UTC seconds."""

from django.conf import settings
from django.db import transaction

from goodword.case.event import Actor, EventKind
from goodword.clock.clock import ClockState
from goodword.policy.clause import Audience, Strength
from goodword.policy.promise import Metric, Promise
from goodword_web.cases import letters
from goodword_web.cases.actions.recording import add_event, lock, refuse_void, words_of
from goodword_web.cases.actions.settling import settle
from goodword_web.cases.errors import (
    NoAddressError,
)
from goodword_web.cases.models import (
    Case,
    Direction,
    Message,
)
from goodword_web.people.models import Person
from goodword_web.policies import queries as policies
from goodword_web.policies.rules import storable
from goodword_web.work.actions import queue_mail


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
    lock(case)
    refuse_void(case)
    policy = policies.current_policy(at)
    way = channel or way_out(case)
    text = letters.acknowledgement_text(
        reference=case.reference,
        name=actor.name,
        organisation=policy.organisation,
        link=tracking_link(case),
        words=storable(body),
    )
    message = send(case, way, text, at, person=actor, automatic=False, key=key)
    if message.events.exists():
        return message
    add_event(
        case,
        EventKind.ACKNOWLEDGED,
        at,
        by=Actor.PERSON,
        person=actor,
        message=message,
        facts={"channel": way},
    )
    settle(case, actor, "acknowledge", at)
    return message


@transaction.atomic
def send_automatic_acknowledgement(*, case: Case, at: int) -> Message | None:
    """An automatic note went out with the emergency line, the reference and the tracking link.

    It never stops a clock. None where the customer has no email address.
    """
    lock(case)
    if not case.customer.email:
        return None
    policy = policies.current_policy(at)
    text = letters.automatic_text(
        policy, reference=case.reference, link=tracking_link(case), due=due_line(case)
    )
    message = send(case, "email", text, at, person=None, automatic=True)
    add_event(
        case,
        EventKind.AUTOMATIC_REPLY,
        at,
        by=Actor.SYSTEM,
        message=message,
        facts={"channel": "email"},
    )
    settle(case, None, "send_automatic_acknowledgement", at)
    return message


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
    lock(case)
    refuse_void(case)
    words = words_of(body, "reply")
    way = channel or way_out(case)
    message = send(case, way, words, at, person=actor, automatic=False, key=key)
    if message.events.exists():
        return message
    add_event(
        case, kind, at, by=Actor.PERSON, person=actor, message=message, facts={"channel": way}
    )
    settle(case, actor, action, at)
    return message


def way_out(case: Case) -> str:
    """Return the channel by which we answer where nobody chose one."""
    return "email" if case.customer.email else case.channel


def send(
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
        reply_to=letters.plus_address(ours, case.uuid.hex) if settings.MAIL_PLUS else None,
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


def due_line(case: Case) -> str:
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
            when = letters.due_words(row.due, policies.hours_of(policy))
            aims = "aim to answer" if promise.strength is Strength.AIM else "answer"
            return f"A person will read it. We {aims} by {when}."
    return "A person will read it."


def tracking_link(case: Case) -> str:
    """Return the address under which the customer can follow the case."""
    return f"{settings.SITE_URL}/track/{case.token}"
