"""Mail that was set aside: kept with its reason, and a person can take it into a case."""

import time

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goodword.errors import GoodwordError
from goodword_web.channels.actions import take_in_mail
from goodword_web.channels.mail import read_mail
from goodword_web.channels.queries import mails_to_look_at
from goodword_web.people.access import access_required, signed_in

SHOWN = 100


@access_required("see_cases")
def mail(request: HttpRequest) -> HttpResponse:
    """List the mails that opened no case, each with the reason."""
    found = [(one, read_mail(bytes(one.content))) for one in mails_to_look_at()[:SHOWN]]
    return render(request, "desk/mail.html", {"mails": found})


@access_required("answer_cases")
@require_POST
def take(request: HttpRequest, number: int) -> HttpResponse:
    """Take a mail into a case after all."""
    raw_mail = mails_to_look_at().filter(pk=number).first()
    if raw_mail is None:
        raise Http404("This mail is in a case already, or it was erased.")
    try:
        case = take_in_mail(actor=signed_in(request), raw_mail=raw_mail, at=int(time.time()))
    except GoodwordError as refusal:
        messages.error(request, f"{refusal.message} {refusal.hint}")
        return redirect("mail")
    if case is None:
        return redirect("mail")
    messages.success(request, f"It is in case {case.reference}. Its clocks count from its arrival.")
    return redirect("case", reference=case.reference)
