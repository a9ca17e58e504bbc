"""Working on a case. Instants are UTC seconds."""

from django.db import transaction

from goodword.case.event import Actor, EventKind
from goodword_web.cases.actions.recording import add_event, lock, refuse_void, require, words_of
from goodword_web.cases.actions.settling import do, settle
from goodword_web.cases.errors import (
    WrongStateError,
)
from goodword_web.cases.models import (
    Case,
    Message,
    Note,
    Status,
)
from goodword_web.people.actions import record
from goodword_web.people.models import Customer, Person


@transaction.atomic
def add_note(*, actor: Person, case: Case, body: str, at: int) -> Note:
    """An internal note stands in the case; it stops no clock."""
    lock(case)
    words = words_of(body, "note")
    event = add_event(case, EventKind.NOTE, at, by=Actor.PERSON, person=actor)
    note = Note.objects.create(event=event, body=words)
    settle(case, actor, "add_note", at)
    return note


@transaction.atomic
def wait_for_customer(*, actor: Person, case: Case, at: int) -> None:
    """We wait for the customer; clocks stand still where the policy says so."""
    lock(case)
    require(case, Status.OPEN, "Only an open case can wait for the customer.")
    do(case, EventKind.WAITING, actor, "wait_for_customer", at)


@transaction.atomic
def resume(*, actor: Person, case: Case, at: int) -> None:
    """We no longer wait for the customer."""
    lock(case)
    require(case, Status.WAITING, "This case is not waiting for the customer.")
    do(case, EventKind.RESUMED, actor, "resume", at)


@transaction.atomic
def resolve(*, actor: Person, case: Case, at: int) -> None:
    """The matter is settled."""
    lock(case)
    if case.status not in {Status.OPEN, Status.WAITING}:
        raise WrongStateError("This case is not open.", hint="Reopen it first.")
    do(case, EventKind.RESOLVED, actor, "resolve", at)


@transaction.atomic
def reopen(*, actor: Person | None, case: Case, at: int) -> None:
    """The matter is not settled after all; the resolution clock takes up where it stopped."""
    lock(case)
    require(case, Status.RESOLVED, "Only a resolved case can be reopened.")
    do(case, EventKind.REOPENED, actor, "reopen", at)


@transaction.atomic
def change_kind(*, actor: Person, case: Case, kind: str, at: int) -> None:
    """The case is of another kind; each promise that now applies counts from its own start."""
    lock(case)
    refuse_void(case)
    if kind == case.kind:
        return
    case.kind = kind
    do(case, EventKind.KIND_CHANGED, actor, "change_kind", at, {"kind": kind})


@transaction.atomic
def change_priority(*, actor: Person, case: Case, priority: str, at: int) -> None:
    """The case has another priority."""
    lock(case)
    refuse_void(case)
    if priority == case.priority:
        return
    case.priority = priority
    do(case, EventKind.PRIORITY_CHANGED, actor, "change_priority", at, {"priority": priority})


@transaction.atomic
def tag_case(*, actor: Person | None, case: Case, event: str, at: int) -> None:
    """Something was noticed in the case, such as `safety_issue`; those who must know are told."""
    lock(case)
    do(case, EventKind.TAGGED, actor, "tag_case", at, {"event": event})


@transaction.atomic
def hand_over(*, actor: Person, case: Case, to: str, at: int) -> None:
    """The case was handed over to the role `to`."""
    lock(case)
    refuse_void(case)
    do(case, EventKind.HANDED_OVER, actor, "hand_over", at, {"to": to})


@transaction.atomic
def except_promise(*, actor: Person, case: Case, clause_id: str, at: int) -> None:
    """The clause's own "unless" held for this case; its clock is excused."""
    lock(case)
    refuse_void(case)
    facts = {"clause": clause_id}
    do(case, EventKind.EXCEPTION_APPLIED, actor, "except_promise", at, facts)


@transaction.atomic
def void_case(*, actor: Person, case: Case, at: int) -> None:
    """The case should never have been one: merged, spam or a test. Its clocks are void."""
    lock(case)
    refuse_void(case)
    do(case, EventKind.VOIDED, actor, "void_case", at)


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
