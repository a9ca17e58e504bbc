"""What can be done to a case, each with the form that it takes and the words that confirm it."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest

from goodword_web.cases import actions
from goodword_web.cases.models import Case
from goodword_web.desk.choices import events_of, kinds_of, remedies_of
from goodword_web.desk.forms import HappenedForm, KindForm, NoteForm, RemedyForm, ReplyForm
from goodword_web.people.models import Person
from goodword_web.policies.queries import current_policy

Deed = Callable[[Person, Case, Form, int], str]


def _reply(actor: Person, case: Case, form: Form, at: int) -> str:
    said = form.cleaned_data
    actions.send_reply(actor=actor, case=case, body=said["words"], at=at, key=said["once"])
    return "Your reply is on its way." if case.customer.email else "Your reply is on record."


def _acknowledge(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.acknowledge(actor=actor, case=case, at=at)
    return "They know that you have it, with your name and the reference."


def _note(actor: Person, case: Case, form: Form, at: int) -> str:
    actions.add_note(actor=actor, case=case, body=form.cleaned_data["words"], at=at)
    return "The note is in the case."


def _wait(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.wait_for_customer(actor=actor, case=case, at=at)
    return "We wait for the customer now."


def _resume(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.resume(actor=actor, case=case, at=at)
    return "The case is with us again."


def _resolve(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.resolve(actor=actor, case=case, at=at)
    return "The case is resolved."


def _reopen(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.reopen(actor=actor, case=case, at=at)
    return "The case is open again. Its clock goes on where it stopped."


def _void(actor: Person, case: Case, _form: Form, at: int) -> str:
    actions.void_case(actor=actor, case=case, at=at)
    return "The case is set aside. It counts nowhere."


def _kind(actor: Person, case: Case, form: Form, at: int) -> str:
    actions.change_kind(actor=actor, case=case, kind=form.cleaned_data["kind"], at=at)
    return "The kind is changed. The promises that now apply are counted from their start."


def _remedy(actor: Person, case: Case, form: Form, at: int) -> str:
    said = form.cleaned_data
    action, _, goods = said["action"].partition(":")
    actions.give_remedy(
        actor=actor,
        case=case,
        action=action,
        goods=goods or None,
        amount=None if goods else said["amount"],
        override_reason=said["reason"],
        at=at,
    )
    return "It is on record, and counts to the limits of the policy."


def _happened(actor: Person, case: Case, form: Form, at: int) -> str:
    actions.tag_case(actor=actor, case=case, event=form.cleaned_data["event"], at=at)
    return "It is on record. Whoever the policy names is told."


DEEDS: dict[str, tuple[Deed, str | None]] = {
    "reply": (_reply, "reply"),
    "acknowledge": (_acknowledge, None),
    "note": (_note, "note"),
    "wait": (_wait, None),
    "resume": (_resume, None),
    "resolve": (_resolve, None),
    "reopen": (_reopen, None),
    "void": (_void, None),
    "kind": (_kind, "kind"),
    "remedy": (_remedy, "remedy"),
    "happened": (_happened, "happened"),
}


def filled_form(name: str, case: Case, at: int, request: HttpRequest) -> Form:
    """Return the form called `name` with what was sent."""
    policy = current_policy(at)
    if name == "reply":
        return ReplyForm(request.POST)
    if name == "note":
        return NoteForm(request.POST)
    if name == "kind":
        return KindForm(request.POST, initial={"kind": case.kind}, kinds=kinds_of(policy))
    if name == "happened":
        return HappenedForm(request.POST, events=events_of(policy))
    return RemedyForm(request.POST, actions=remedies_of(policy))
