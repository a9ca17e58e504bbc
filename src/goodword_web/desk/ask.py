"""Ask: plain words in, the situation, its steps, the ruling and the person to ask out."""

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.decision.ask import ask as ask_policy
from goodword_web.people.access import access_required, signed_in
from goodword_web.policies.queries import current_version, reading_of

LONGEST_QUESTION = 500


@access_required("ask")
def ask(request: HttpRequest) -> HttpResponse:
    """Answer a question for the role of whoever asks, or for every role of the policy."""
    at = int(time.time())
    version = current_version(at)
    policy = reading_of(version).policy
    words = request.GET.get("q", "").replace("\x00", " ").strip()[:LONGEST_QUESTION]
    roles = tuple((role.slug, role.name) for role in policy.roles)
    role = request.GET.get("role", signed_in(request).role)
    known = role if role in {slug for slug, _ in roles} else None
    return render(
        request,
        "desk/ask.html",
        {
            "version": version,
            "words": words,
            "roles": roles,
            "role": known or "",
            "answer": ask_policy(policy, words, known, at=at) if words else None,
        },
    )
