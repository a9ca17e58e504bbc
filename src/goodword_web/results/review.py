"""Review: when it is due, what the evidence says, and proposing a change."""

import time

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goodword.errors import GoodwordError
from goodword.review import Finding
from goodword_web.parts.fields import WordsField
from goodword_web.people.access import access_required, may, signed_in
from goodword_web.policies.queries import current_policy, current_version
from goodword_web.reviews import actions, queries


class ProposalForm(forms.Form):
    """A change that somebody proposes, with or without a finding behind it."""

    words = WordsField(label="What should change, and why", max_length=4000, rows=4)
    text = WordsField(
        label="The sentence as it should read, if you have one",
        max_length=4000,
        rows=3,
        required=False,
    )
    finding = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    clause_id = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)


class HeldForm(forms.Form):
    """What came of the review."""

    note = WordsField(label="What you decided", max_length=8000, rows=4, required=False)


@access_required("see_review")
def review(request: HttpRequest) -> HttpResponse:
    """Show when the policy is due for review, and what the evidence says of it."""
    return _page(request, int(time.time()))


def _page(
    request: HttpRequest, at: int, *, proposal: ProposalForm | None = None, status: int = 200
) -> HttpResponse:
    found = queries.findings(at)
    return render(
        request,
        "results/review.html",
        {
            "at": at,
            "policy": current_policy(at),
            "version": current_version(at),
            "due": queries.review_due(at),
            "last": queries.last_review(at),
            "findings": [(one, _prefilled(one)) for one in found],
            "proposals": queries.open_proposals(),
            "form": proposal or ProposalForm(),
            "held_form": HeldForm(auto_id="held_%s"),
            "may_edit": may(request.user, "edit_policy"),
        },
        status=status,
    )


def _prefilled(finding: Finding) -> dict[str, str]:
    return {
        "words": finding.words,
        "text": finding.replacement or "",
        "finding": finding.kind.value,
        "clause_id": finding.clause_id or "",
    }


@access_required("propose_changes")
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Put a proposal down; it waits for somebody who may edit the draft."""
    at = int(time.time())
    form = ProposalForm(request.POST)
    if not form.is_valid():
        return _page(request, at, proposal=form, status=422)
    said = form.cleaned_data
    actions.propose_change(actor=signed_in(request), at=at, **said)
    messages.success(request, "Your proposal stands, with the evidence it came from.")
    return redirect("review")


@access_required("edit_policy")
@require_POST
def held(request: HttpRequest) -> HttpResponse:
    """Note that the review was held; the next one is counted from now."""
    form = HeldForm(request.POST)
    if form.is_valid():
        actions.hold_review(
            actor=signed_in(request), at=int(time.time()), note=form.cleaned_data["note"]
        )
        messages.success(request, "The review is on record. The next one is counted from today.")
    else:
        messages.error(request, " ".join(str(error) for error in form.errors["note"]))
    return redirect("review")


@access_required("edit_policy")
@require_POST
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Take a proposal into the draft, or decline it with a reason."""
    at = int(time.time())
    actor = signed_in(request)
    proposal = next((one for one in queries.open_proposals() if one.pk == number), None)
    if proposal is None:
        raise Http404("This proposal was answered, or never made.")
    reason = request.POST.get("reason", "")
    try:
        if request.POST.get("answer") == "take":
            actions.take_proposal(actor=actor, proposal=proposal, at=at)
            messages.success(request, "It is in the draft. Read it there before you publish.")
            return redirect("draft")
        actions.decline_proposal(actor=actor, proposal=proposal, reason=reason, at=at)
        messages.success(request, "It is declined; your reason is kept with it.")
    except GoodwordError as refusal:
        messages.error(request, f"{refusal.message} {refusal.hint}")
    return redirect("review")
