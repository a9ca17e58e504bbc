"""Track: a customer follows their case by a link that nobody can guess."""

import time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from goodword.case.event import EventKind
from goodword.document.echo_label import label
from goodword.errors import GoodwordError
from goodword.policy.clause import Audience
from goodword_web.cases import queries
from goodword_web.cases.letters import emergency_line
from goodword_web.cases.models import Case
from goodword_web.channels.actions import accept_more
from goodword_web.channels.forms import MoreForm
from goodword_web.people.access import public_page
from goodword_web.policies.queries import current_policy

SHOWN = frozenset(
    {
        EventKind.OPENED,
        EventKind.CUSTOMER_MESSAGE,
        EventKind.ANSWERED,
        EventKind.ACKNOWLEDGED,
        EventKind.REPLY,
        EventKind.UPDATE,
        EventKind.WAITING,
        EventKind.RESUMED,
        EventKind.RESOLVED,
        EventKind.REOPENED,
    }
)


@public_page
@never_cache
def track(request: HttpRequest, token: str) -> HttpResponse:
    """Show how a case stands, when we owe an answer, and why then."""
    at = int(time.time())
    case = queries.case_by_token(token)
    if case is None:
        raise Http404("This link does not lead to a case. Is it complete?")
    form = MoreForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        address = request.META.get("REMOTE_ADDR", "")
        try:
            accept_more(case=case, body=form.cleaned_data["body"], address=address, at=at)
        except GoodwordError as refusal:
            form.add_error(None, f"{refusal.message} {refusal.hint}")
        else:
            return redirect("track", token=token)
    return _page(request, case, form, at)


def _page(request: HttpRequest, case: Case, form: MoreForm, at: int) -> HttpResponse:
    policy = current_policy(at)
    promised = [
        (item, label(item.clock.promise, policy))
        for item in queries.clocks_of(case, at)
        if item.clock.promise.audience is Audience.PUBLIC
    ]
    response = render(
        request,
        "portal/track.html",
        {
            "at": at,
            "case": case,
            "policy": policy,
            "clocks": promised,
            "timeline": [entry for entry in queries.timeline(case) if entry.kind in SHOWN],
            "form": form,
            "emergency": emergency_line(policy),
        },
        status=422 if form.is_bound else 200,
    )
    # The link is the key to the case: it must not travel on to other sites or into an index.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
