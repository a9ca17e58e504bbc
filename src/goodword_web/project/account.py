"""One's own account, and where one goes after signing in."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword_web.people.access import access_required, signed_in
from goodword_web.project.navigation import first_address


@access_required("own_account")
def account(request: HttpRequest) -> HttpResponse:
    """Show who one is here, with the way to another password and a second step."""
    person = signed_in(request)
    return render(
        request,
        "project/account.html",
        {"person": person, "has_second_step": is_mfa_enabled(person)},
    )


@access_required("own_account")
def first_page(request: HttpRequest) -> HttpResponse:
    """Lead to the first page that this person may open."""
    return redirect(first_address(signed_in(request)) or "account")
