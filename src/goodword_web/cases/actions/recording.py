"""Adding events to a case that nobody else is changing meanwhile. Instants are UTC seconds."""

from collections.abc import Mapping

from django.db.models import Max

from goodword.case.event import Actor, EventKind
from goodword_web.cases import rules
from goodword_web.cases.errors import (
    EmptyWordsError,
    WrongStateError,
)
from goodword_web.cases.models import (
    Case,
    Event,
    Message,
    Status,
)
from goodword_web.people.models import Person
from goodword_web.policies.rules import storable


def lock(case: Case) -> None:
    """Make the case as it is now in the database, and nobody else's until we are done."""
    fresh = Case.objects.select_for_update().get(pk=case.pk)
    case.status, case.kind, case.priority = fresh.status, fresh.kind, fresh.priority
    case.emergency = fresh.emergency


def add_event(
    case: Case,
    kind: EventKind,
    at: int,
    *,
    by: Actor,
    person: Person | None = None,
    message: Message | None = None,
    facts: Mapping[str, str] | None = None,
) -> Event:
    """One more event stands in the case; its facts name nobody."""
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


def require(case: Case, status: Status, message: str) -> None:
    """Raise WrongStateError unless the case stands so."""
    if case.status != status:
        raise WrongStateError(message, hint=f"It is {case.get_status_display()}.")


def refuse_void(case: Case) -> None:
    """Raise WrongStateError for a case that was set aside."""
    if case.status == Status.VOID:
        raise WrongStateError("This case was set aside as void.", hint="Open a new one instead.")


def words_of(text: str, what: str) -> str:
    """Return what was written, as it can be stored; raises EmptyWordsError."""
    words = storable(text).strip()
    if not words:
        raise EmptyWordsError(what)
    return words


def line_of(subject: str, body: str) -> str:
    """Return a subject of one line, from the first words of the body where none was given."""
    line = " ".join(storable(subject).split()) or " ".join(storable(body).split())
    return line if len(line) <= 120 else f"{line[:119].rstrip()}…"
