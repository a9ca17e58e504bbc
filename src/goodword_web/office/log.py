"""Log: who did what, newest first. It is read, never added up: no counts, no order by person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from goodword_web.office.shown import about, log_lines
from goodword_web.people.access import access_required, signed_in
from goodword_web.people.queries import log_for

PAGE = 50
LONGEST_SUBJECT = 200


@access_required("see_log")
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show a page of the log; with `about` the lines on one thing, with `own` one's own."""
    asked = request.GET
    subject = asked.get("about", "").replace("\x00", "")[:LONGEST_SUBJECT]
    own = asked.get("own") == "yes"
    before = asked.get("before", "")
    entries = log_for(
        signed_in(request),
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        subject=subject,
        own=own,
        limit=PAGE + 1,
    )
    return render(
        request,
        "office/log.html",
        {
            "lines": log_lines(entries[:PAGE]),
            "about": about(subject) if subject else None,
            "own": own,
            "is_first": not before,
            "older": entries[PAGE - 1].pk if len(entries) > PAGE else None,
        },
    )
