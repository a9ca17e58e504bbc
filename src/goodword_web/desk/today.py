"""Today: the cases by time left, and a way to write a new one down."""

import time

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword_web.cases import actions, queries
from goodword_web.channels.forms import CallForm
from goodword_web.desk.shown import today_lines
from goodword_web.people.access import access_required, signed_in
from goodword_web.people.actions import find_or_add_customer
from goodword_web.policies.queries import current_policy


@access_required("see_cases")
def today(request: HttpRequest) -> HttpResponse:
    """Show what is due first; with words to look for, the cases that have them."""
    at = int(time.time())
    words = request.GET.get("q", "").replace("\x00", " ").strip()
    return render(
        request,
        "desk/today.html",
        {
            "at": at,
            "policy": current_policy(at),
            "counts": queries.counts(at),
            "words": words,
            "lines": () if words else today_lines(queries.today(at)),
            "found": queries.search(words) if words else (),
        },
    )


@access_required("answer_cases")
def new_case(request: HttpRequest) -> HttpResponse:
    """Write down a call or a visit as a case."""
    at = int(time.time())
    form = CallForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actor = signed_in(request)
        customer = find_or_add_customer(
            actor=actor, name=said["name"], email=said["email"], phone=said["phone"], at=at
        )
        opened = actions.open_case(
            actor=actor,
            customer=customer,
            channel=said["channel"],
            kind="complaint" if said["is_complaint"] else "",
            body=said["body"],
            at=at,
            answered_at=form.answered_at(at),
        )
        messages.success(request, f"Case {opened.reference} is open. Its clocks are running.")
        return redirect("case", reference=opened.reference)
    status = 422 if form.is_bound else 200
    return render(request, "desk/new_case.html", {"form": form}, status=status)
