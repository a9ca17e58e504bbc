"""The draft: the next version, with what the check says of it, and publishing."""

import time

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goodword.document.compare import compare
from goodword.errors import GoodwordError
from goodword.problem import Severity
from goodword_web.parts.fields import WordsField
from goodword_web.people.access import access_required, may, signed_in
from goodword_web.policies import actions, queries
from goodword_web.reviews.queries import open_proposals
from goodword_web.studio.problems import problem_lines

LONGEST = 500_000
MENDED = (Severity.ERROR, Severity.WARNING)


class DraftForm(forms.Form):
    """The text of the draft."""

    text = WordsField(label="The draft, in Markdown", max_length=LONGEST, rows=28, strip=False)


@access_required("edit_policy")
def draft(request: HttpRequest) -> HttpResponse:
    """Show the draft with its problems and what it would change; a POST saves it."""
    at = int(time.time())
    text = queries.draft_text(at)
    form = DraftForm(request.POST if request.method == "POST" else None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n")
        actions.save_draft(actor=signed_in(request), text=text, at=at)
        messages.success(request, "The draft is saved. Nobody sees it until it is published.")
        return redirect("draft")
    return _page(request, form, text, at, status=422 if form.is_bound else 200)


@access_required("publish_policy")
@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Make the draft the next version; errors keep it a draft, and are shown."""
    at = int(time.time())
    try:
        version = actions.publish_version(actor=signed_in(request), at=at)
    except GoodwordError as refusal:
        messages.error(request, f"{refusal.message} {refusal.hint}")
        return redirect("draft")
    messages.success(
        request,
        f"Version {version.number} is in force. Clocks that already run stay under their version.",
    )
    return redirect("version", number=version.number)


def _page(
    request: HttpRequest, form: DraftForm, text: str, at: int, *, status: int
) -> HttpResponse:
    problems = actions.problems_of(text, at=at)
    lines = problem_lines(text, problems)
    current = queries.version_at(at)
    changes = (
        compare(queries.reading_of(current).policy, queries.reading_of_text(text).policy).words
        if current is not None and current.text != text
        else ()
    )
    return render(
        request,
        "studio/draft.html",
        {
            "form": form,
            "lines": [one for one in lines if one.problem.severity in MENDED],
            "hints": [one for one in lines if one.problem.severity not in MENDED],
            "has_errors": any(one.severity is Severity.ERROR for one in problems),
            "is_changed": current is None or current.text != text,
            "changes": changes,
            "proposals": open_proposals(),
            "may_publish": may(request.user, "publish_policy"),
        },
        status=status,
    )
