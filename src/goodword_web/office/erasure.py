"""Erasure: a customer's name, addresses and words go; what happened, and every count, stays."""

import time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from goodword_web.cases.queries import case_by_reference
from goodword_web.channels.actions import erase_customer
from goodword_web.channels.queries import kept_of
from goodword_web.people.access import access_required, signed_in


@access_required("erase_customers")
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what would go and what would stay; erase when told so."""
    case = case_by_reference(reference)
    if case is None:
        raise Http404(f"There is no case {reference}.")
    if request.method == "POST":
        erase_customer(actor=signed_in(request), customer=case.customer, at=int(time.time()))
        messages.success(request, _("The customer is erased. Every count stays as it was."))
        return redirect("case", reference=case.reference)
    kept = kept_of(case.customer)
    return render(
        request,
        "office/erase_customer.html",
        {
            "case": case,
            "customer": case.customer,
            "kept": kept,
            "is_erased": case.customer.erased_at is not None and kept.is_empty,
        },
    )
