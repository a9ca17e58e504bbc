"""Reading what arrived. Instants are UTC seconds."""

from django.db.models import QuerySet

from goodword_web.cases.models import Case, Direction, Message, Status
from goodword_web.channels.mail import Mail
from goodword_web.channels.models import Knock, MailState, RawMail
from goodword_web.channels.rules import DAY, HOUR, TEN_MINUTES, token_in


def case_of(mail: Mail) -> Case | None:
    """Return the case that a mail belongs to: by its thread, our plus address or its reference.

    The reference alone can be guessed, so it counts only from an address that the case knows.
    """
    living = Case.objects.exclude(status=Status.VOID).select_related("customer")
    for message_id in mail.thread:
        case = living.filter(messages__message_id=message_id).first()
        if case is not None:
            return case
    tokens = [token for token in map(token_in, mail.addressed_to) if token]
    case = living.filter(uuid__in=tokens).first() if tokens else None
    if case is not None:
        return case
    for case in living.filter(reference=mail.reference) if mail.reference else ():
        known = {case.customer.email.casefold()} | {
            address.casefold() for address in case.messages.values_list("from_address", flat=True)
        }
        if mail.sender in known - {""}:
            return case
    return None


def stored_mails() -> QuerySet[RawMail]:
    """Return the mails that are kept and not yet looked at, oldest first."""
    return RawMail.objects.filter(state=MailState.STORED)


def mails_to_look_at() -> QuerySet[RawMail]:
    """Return the mails that somebody should look at: set aside or unreadable, newest first."""
    states = (MailState.SET_ASIDE, MailState.FAILED)
    return RawMail.objects.filter(state__in=states, erased_at=None).order_by("-received_at", "-id")


def mails_lately(sender: str, at: int) -> int:
    """Return how many mails came from this sender in the hour before `at`."""
    return RawMail.objects.filter(
        sender=sender, received_at__gt=at - HOUR, received_at__lte=at
    ).count()


def cases_lately(sender: str, at: int) -> int:
    """Return how many cases this address opened by mail in the hour before `at`."""
    return Case.objects.filter(
        customer__email=sender, channel="email", opened_at__gt=at - HOUR, opened_at__lte=at
    ).count()


def automatic_notes_lately(address: str, at: int) -> int:
    """Return how many automatic notes went to this address in the day before `at`."""
    return Message.objects.filter(
        case__customer__email=address,
        direction=Direction.OUT,
        automatic=True,
        sent_at__gt=at - DAY,
        sent_at__lte=at,
    ).count()


def knocks_lately(address_hash: str, at: int) -> tuple[int, int]:
    """Return how often this address used a public form in the last ten minutes, and day."""
    knocks = Knock.objects.filter(address_hash=address_hash, at__gt=at - DAY, at__lte=at)
    return knocks.filter(at__gt=at - TEN_MINUTES).count(), knocks.count()
