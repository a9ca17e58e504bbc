"""One case: what happened, what is due and why, and what can be done next."""

import time
import uuid

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from goodword.errors import GoodwordError
from goodword_web.cases import queries
from goodword_web.cases.models import Case
from goodword_web.desk.choices import events_of, kinds_of, remedies_of
from goodword_web.desk.deeds import DEEDS, filled_form
from goodword_web.desk.forms import HappenedForm, KindForm, NoteForm, RemedyForm, ReplyForm
from goodword_web.desk.shown import clock_lines, entry_lines
from goodword_web.people.access import access_required, may, signed_in
from goodword_web.policies.queries import current_policy


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
        "happened": HappenedForm(events=events_of(policy)),
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
            "can_erase": may(request.user, "erase_customers"),
        },
        status=status,
    )


@access_required("see_cases")
@require_GET
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one case."""
    return _page(request, _found(reference), int(time.time()))


@access_required("answer_cases")
@require_POST
def do(request: HttpRequest, reference: str, deed: str) -> HttpResponse:
    """Do one thing to a case, and show the case again; a refusal stands at its form."""
    at = int(time.time())
    case = _found(reference)
    if deed not in DEEDS:
        raise Http404(f"Nothing called {deed} can be done to a case.")
    act, form_name = DEEDS[deed]
    form = filled_form(form_name, case, at, request) if form_name else Form(request.POST)
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
