"""Everything that writes what arrives: mail, the public form. Instants are UTC seconds."""

import hashlib
import logging
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from goodword_web.cases import actions as cases
from goodword_web.cases.models import Case, Message
from goodword_web.channels import queries, rules
from goodword_web.channels.errors import TooManyError
from goodword_web.channels.mail import DAMAGED, Mail, read_mail
from goodword_web.channels.models import Knock, MailState, RawMail
from goodword_web.channels.responder import is_bounce
from goodword_web.people import actions as people
from goodword_web.people.actions import find_or_add_customer, record
from goodword_web.people.models import Customer, Person
from goodword_web.policies.rules import storable

log = logging.getLogger(__name__)

NO_WORDS = "(This mail has no words; what it holds is kept with the mail.)"


# Mail


@transaction.atomic
def store_mail(*, raw: bytes, received_at: int, size: int | None = None) -> RawMail | None:
    """The mail is kept as it came. None where a mail with its Message-ID is kept already."""
    mail = read_mail(raw)
    kept, is_new = RawMail.objects.get_or_create(
        message_id=mail.message_id[:255],
        defaults={
            "sha256": hashlib.sha256(raw).hexdigest(),
            "sender": mail.sender,
            "received_at": received_at,
            "content": raw,
            "size": len(raw) if size is None else size,
        },
    )
    return kept if is_new else None


def process_mail(*, raw_mail: RawMail, at: int) -> Case | None:
    """The mail is in its case, or set aside with the reason; doing it again changes nothing.

    A mail that cannot be processed is marked so that somebody looks at it, and is never lost.
    """
    try:
        with transaction.atomic():
            return _process(raw_mail, at)
    except Exception as error:
        log.exception("Mail %s could not be processed", raw_mail.pk)
        RawMail.objects.filter(pk=raw_mail.pk).update(
            state=MailState.FAILED, reason=f"{type(error).__name__}: {error}"[:300]
        )
        return None


def process_stored_mails(*, at: int) -> int:
    """Every mail that was kept is processed; returns how many were."""
    waiting = list(queries.stored_mails())
    for raw_mail in waiting:
        process_mail(raw_mail=raw_mail, at=at)
    return len(waiting)


@transaction.atomic
def take_in_mail(*, actor: Person, raw_mail: RawMail, at: int) -> Case | None:
    """A mail that was set aside is in a case after all, because a person said so."""
    fresh = RawMail.objects.select_for_update().get(pk=raw_mail.pk)
    if fresh.state == MailState.TAKEN:
        return fresh.case
    record(actor=actor, action="take_in_mail", subject=f"mail:{fresh.pk}", at=at)
    return _take(fresh, read_mail(bytes(fresh.content)), at, may_answer=False)


@transaction.atomic
def erase_raw_mail(*, actor: Person | None, address: str, at: int) -> int:
    """No kept mail of this sender can be read any more; their rows stand as tombstones."""
    count = _empty(RawMail.objects.filter(sender=address.strip().casefold()), at)
    record(actor=actor, action="erase_raw_mail", subject="mail", facts={"count": count}, at=at)
    return count


@transaction.atomic
def erase_customer(*, actor: Person, customer: Customer, at: int) -> None:
    """Nothing names the customer any more, in cases, mail or the outbox; every count stays.

    A mail of theirs that nobody has looked at yet is taken into its case first, so that it counts
    like any other. What was erased already stays as it is.
    """
    sender = customer.email.strip().casefold()
    if sender:
        for raw_mail in queries.stored_mails().filter(sender=sender):
            process_mail(raw_mail=raw_mail, at=at)
        erase_raw_mail(actor=actor, address=sender, at=at)
    # Somebody may write about their case from another address too.
    _empty(RawMail.objects.filter(case__customer=customer), at)
    cases.erase_words(actor=actor, customer=customer, at=at)
    people.erase_customer(actor=actor, customer=customer, at=at)


def _empty(mails: QuerySet[RawMail], at: int) -> int:
    """Leave nothing in these mails; why one could not be read may quote it, so that goes too."""
    kept = mails.filter(erased_at=None)
    kept.filter(state=MailState.FAILED).update(reason="")
    return kept.update(content=b"", sender="", erased_at=at)


def _process(raw_mail: RawMail, at: int) -> Case | None:
    fresh = RawMail.objects.select_for_update().get(pk=raw_mail.pk)
    if fresh.state not in {MailState.STORED, MailState.FAILED}:
        return fresh.case
    mail = read_mail(bytes(fresh.content))
    reason = _set_aside_because(mail, fresh)
    if reason:
        return _set_aside(fresh, mail, reason, at)
    return _take(fresh, mail, at, may_answer=not mail.wants_no_automatic_reply)


def _set_aside_because(mail: Mail, raw_mail: RawMail) -> str:
    if mail.automatic:
        return mail.automatic
    if not mail.sender:
        return "it names no sender to answer"
    if mail.sender == parseaddr(settings.DEFAULT_FROM_EMAIL)[1].casefold():
        return "it came from our own address"
    if queries.mails_lately(mail.sender, raw_mail.received_at) > rules.MAILS_AN_HOUR:
        return f"more than {rules.MAILS_AN_HOUR} mails came from this sender within an hour"
    opens = queries.case_of(mail) is None
    if opens and queries.cases_lately(mail.sender, raw_mail.received_at) >= rules.CASES_AN_HOUR:
        return f"this sender opened {rules.CASES_AN_HOUR} cases within an hour"
    return ""


def _set_aside(raw_mail: RawMail, mail: Mail, reason: str, at: int) -> Case | None:
    case = queries.case_of(mail)
    raw_mail.state, raw_mail.reason, raw_mail.case = MailState.SET_ASIDE, reason, case
    raw_mail.save(update_fields=["state", "reason", "case"])
    if case is not None and is_bounce(reason):
        cases.tag_case(actor=None, case=case, event="mail_came_back", at=at)
    record(
        actor=None,
        action="set_mail_aside",
        subject=f"mail:{raw_mail.pk}",
        facts={"by": "channel:email", "reason": reason},
        at=at,
    )
    return None


def _take(raw_mail: RawMail, mail: Mail, at: int, *, may_answer: bool) -> Case:
    notes = [DAMAGED] if mail.is_damaged else []
    if raw_mail.size > len(raw_mail.content):
        megabytes = raw_mail.size / 1_048_576
        notes.append(f"This mail has {megabytes:.0f} MB; its end stays in the mailbox.")
    body = "\n\n".join([mail.text or NO_WORDS, *(f"({note})" for note in notes)])
    case = queries.case_of(mail)
    if case is None:
        case = _open_by_mail(raw_mail, mail, body)
        notes_sent = queries.automatic_notes_lately(mail.sender, at)
        if may_answer and notes_sent < rules.AUTOMATIC_NOTES_A_DAY:
            cases.send_automatic_acknowledgement(case=case, at=max(at, raw_mail.received_at))
    elif not Message.objects.filter(message_id=raw_mail.message_id).exists():
        cases.record_customer_message(
            actor=None,
            case=case,
            body=body,
            at=raw_mail.received_at,
            channel="email",
            subject=mail.subject,
            message_id=raw_mail.message_id,
            from_address=mail.sender,
        )
    raw_mail.state, raw_mail.case = MailState.TAKEN, case
    raw_mail.save(update_fields=["state", "case"])
    return case


def _open_by_mail(raw_mail: RawMail, mail: Mail, body: str) -> Case:
    # What starts a clock is the arrival at our mailbox, never the date that a mail claims.
    customer = find_or_add_customer(
        actor=None, name=mail.sender_name, email=mail.sender, phone="", at=raw_mail.received_at
    )
    return cases.open_case(
        actor=None,
        customer=customer,
        channel="email",
        body=body,
        at=raw_mail.received_at,
        subject=mail.subject,
        message_id=raw_mail.message_id,
        from_address=mail.sender,
    )


# The public form


@transaction.atomic
def accept_contact(
    *,
    name: str,
    email: str,
    phone: str,
    body: str,
    address: str,
    at: int,
    subject: str = "",
    kind: str = "",
) -> Case:
    """A case stands for what somebody wrote into the public form, acknowledged by email.

    `address` is where the form came from; only a keyed hash of it is kept, for a day. Take the
    values from `forms.ContactForm`. Raises TooManyError.
    """
    _knock(address, at)
    customer = find_or_add_customer(
        actor=None, name=storable(name), email=email, phone=phone, at=at
    )
    case = cases.open_case(
        actor=None,
        customer=customer,
        channel="web_form",
        body=body,
        at=at,
        subject=subject,
        kind=kind,
        from_address=email.strip().casefold(),
    )
    if customer.email:
        notes_sent = queries.automatic_notes_lately(customer.email, at)
        if notes_sent < rules.AUTOMATIC_NOTES_A_DAY:
            cases.send_automatic_acknowledgement(case=case, at=at)
    return case


@transaction.atomic
def accept_more(*, case: Case, body: str, address: str, at: int) -> None:
    """The customer's words from the tracking page stand in their case. Raises TooManyError."""
    _knock(address, at)
    cases.record_customer_message(
        actor=None, case=case, body=storable(body), at=at, channel="web_form"
    )


def _knock(address: str, at: int) -> None:
    address_hash = rules.keyed_hash(address, settings.SECRET_KEY)
    in_ten_minutes, in_a_day = queries.knocks_lately(address_hash, at)
    if in_ten_minutes >= rules.FORMS_IN_TEN_MINUTES or in_a_day >= rules.FORMS_A_DAY:
        raise TooManyError
    Knock.objects.create(address_hash=address_hash, at=at)


@transaction.atomic
def forget_knocks(*, before: int) -> int:
    """No knock from before this instant is kept; returns how many were."""
    count, _ = Knock.objects.filter(at__lt=before).delete()
    return count
