"""One case: what happened, what is due and why, and what can be done next."""

import time
import uuid
from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from goodword.errors import GoodwordError
from goodword_web.cases import actions, queries
from goodword_web.cases.models import Case
from goodword_web.desk.choices import kinds_of, remedies_of
from goodword_web.desk.forms import KindForm, NoteForm, RemedyForm, ReplyForm
from goodword_web.desk.shown import clock_lines, entry_lines
from goodword_web.people.access import access_required, may, signed_in
from goodword_web.people.models import Person
from goodword_web.policies.queries import current_policy

Deed = Callable[[Person, Case, Form, int], str]


def _found(reference: str) -> Case:
    case = queries.case_by_reference(reference)
    if case is None:
        raise Http404(f"There is no case {reference}.")
    return case


def _forms(case: Case, at: int, filled: Form | None = None) -> dict[str, Form]:
    policy = current_policy(at)
    fresh: dict[str, Form] = {
        "reply": ReplyForm(initial={"once": uuid.uuid4().hex}),
        "note": NoteForm(),
        "kind": KindForm(initial={"kind": case.kind}, kinds=kinds_of(policy)),
        "remedy": RemedyForm(actions=remedies_of(policy)),
    }
    if filled is not None:
        fresh |= {name: filled for name, form in fresh.items() if type(form) is type(filled)}
    return fresh


def _page(
    request: HttpRequest, case: Case, at: int, *, filled: Form | None = None, status: int = 200
) -> HttpResponse:
    policy = current_policy(at)
    return render(
        request,
        "desk/case.html",
        {
            "at": at,
            "case": case,
            "policy": policy,
            "clocks": clock_lines(case, at),
            "timeline": entry_lines(case),
            "forms": _forms(case, at, filled),
            "remedies": case.remedies.select_related("decision").order_by("at"),
            "can_answer": may(request.user, "answer_cases"),
        },
        status=status,
    )


@access_required("see_cases")
@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one case."""
    return _page(request, _found(reference), int(time.time()))


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
}


def _filled(name: str, case: Case, at: int, request: HttpRequest) -> Form:
    policy = current_policy(at)
    if name == "reply":
        return ReplyForm(request.POST)
    if name == "note":
        return NoteForm(request.POST)
    if name == "kind":
        return KindForm(request.POST, initial={"kind": case.kind}, kinds=kinds_of(policy))
    return RemedyForm(request.POST, actions=remedies_of(policy))


@access_required("answer_cases")
@require_POST
def do(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    """Do one thing to a case, and show the case again; a refusal stands at its form."""
    at = int(time.time())
    case = _found(reference)
    if deed not in DEEDS:
        raise Http404(f"Nothing called {deed} can be done to a case.")
    act, form_name = DEEDS[deed]
    form = _filled(form_name, case, at, request) if form_name else Form(request.POST)
    if not form.is_valid():
        return _page(request, case, at, filled=form, status=422)
    try:
        done = act(signed_in(request), case, form, at)
    except GoodwordError as refusal:
        if form_name is None:
            messages.error(request, f"{refusal.message} {refusal.hint}")
        form.add_error(None, f"{refusal.message} {refusal.hint}".strip())
        return _page(request, _found(reference), at, filled=form, status=422)
    messages.success(request, done)
    return redirect("case", reference=case.reference)
