"""Vitals: one line for the owner, and the four signs, each from its own evidence."""

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goodword_web.channels.models import MailState
from goodword_web.channels.queries import mails_to_look_at
from goodword_web.people.access import access_required
from goodword_web.policies.queries import current_policy
from goodword_web.reviews import queries

LINKS = {
    "emergencies": "today",
    "late": "today",
    "review": "review",
    "proposals": "review",
    "mail": "mail",
}


@access_required("see_vitals")
def vitals(request: HttpRequest) -> HttpResponse:
    """Show whether the policy is alive, and what needs somebody."""
    at = int(time.time())
    aside = mails_to_look_at().filter(state=MailState.FAILED).count()
    also = (
        (queries.Need("mail", f"{aside} mail{'s' * (aside > 1)} that could not be read"),)
        if aside
        else ()
    )
    signs = queries.vitals(at, also=also)
    return render(
        request,
        "results/vitals.html",
        {
            "policy": current_policy(at),
            "vitals": signs,
            "needs": [
                (need, reverse(LINKS[need.code]) if need.code in LINKS else "")
                for need in signs.needs
            ],
        },
    )
