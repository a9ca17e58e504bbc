"""Reading what arrived. Instants are UTC seconds."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goodword_web.cases.models import Case, Direction, Message, Note, Status
from goodword_web.cases.queries import OPEN_STATUSES
from goodword_web.channels.mail import Mail
from goodword_web.channels.models import Knock, MailState, RawMail
from goodword_web.channels.rules import DAY, HOUR, TEN_MINUTES, token_in
from goodword_web.people.models import Customer


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


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a customer can be erased: their cases, and how many words of each sort stand."""

    cases: tuple[Case, ...]
    messages: int
    notes: int
    mails: int

    @property
    def open_cases(self) -> tuple[Case, ...]:
        """The cases that somebody still works on."""
        return tuple(case for case in self.cases if case.status in OPEN_STATUSES)

    @property
    def is_empty(self) -> bool:
        """Whether no words are left to erase."""
        return not (self.messages or self.notes or self.mails)


def kept_of(customer: Customer) -> Kept:
    """Return what is kept of a customer and can be erased."""
    cases = Case.objects.filter(customer=customer)
    theirs = Q(case__customer=customer)
    if customer.email:
        theirs |= Q(sender=customer.email.strip().casefold())
    return Kept(
        cases=tuple(cases),
        messages=Message.objects.filter(case__in=cases, erased_at=None).count(),
        notes=Note.objects.filter(event__case__in=cases, erased_at=None).count(),
        mails=RawMail.objects.filter(theirs, erased_at=None).count(),
    )


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
