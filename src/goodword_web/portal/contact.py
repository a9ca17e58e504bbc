"""Contact: anybody can write to us, and is told at once how their case can be followed."""

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword.errors import GoodwordError
from goodword_web.cases.letters import emergency_line
from goodword_web.channels.actions import accept_contact
from goodword_web.channels.forms import ContactForm
from goodword_web.people.access import public_page
from goodword_web.policies.queries import current_policy
from goodword_web.portal.reach import opening_lines, ways_to_reach


@public_page
def contact(request: HttpRequest) -> HttpResponse:
    """Show how to reach us, the emergency line first; a sent form opens a case."""
    at = int(time.time())
    policy = current_policy(at)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            case = accept_contact(
                **form.contact, address=request.META.get("REMOTE_ADDR", ""), at=at
            )
        except GoodwordError as refusal:
            form.add_error(None, f"{refusal.message} {refusal.hint}")
        else:
            return redirect("track", token=case.token)
    return render(
        request,
        "portal/contact.html",
        {
            "policy": policy,
            "form": form,
            "emergency": emergency_line(policy),
            "ways": ways_to_reach(policy),
            "hours": opening_lines(policy, at),
        },
        status=422 if form.is_bound else 200,
    )
