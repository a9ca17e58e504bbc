"""Team: who is here and what they may see and do; the owner lets people in, and sees them off."""

import time
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from goodword.errors import GoodwordError
from goodword_web.office.forms import PersonForm
from goodword_web.office.shown import role_names, roles_for, team_lines
from goodword_web.people import actions
from goodword_web.people.access import access_required, may, signed_in
from goodword_web.people.errors import EmailTakenError, OwnAccountError
from goodword_web.people.models import Access, Person
from goodword_web.people.queries import former_team, person_by_id, team_by_access
from goodword_web.people.rules import new_password


def _found(pk: int) -> Person:
    person = person_by_id(pk)
    if person is None:
        raise Http404(f"There is no team member {pk}.")
    return person


@access_required("see_people")
@require_GET
def team(request: HttpRequest) -> HttpResponse:
    """Show who can sign in, owners first, and for the owner those who no longer can."""
    names = role_names(int(time.time()))
    can_change = may(request.user, "change_people")
    return render(
        request,
        "office/team.html",
        {
            "lines": team_lines(team_by_access(), names),
            "former": team_lines(former_team(), names) if can_change else (),
            "can_change": can_change,
            "can_see_log": may(request.user, "see_log"),
        },
    )


@access_required("change_people")
def add(request: HttpRequest) -> HttpResponse:
    """Let somebody new in; their password stands on the next page, once."""
    at = int(time.time())
    posted = request.POST if request.method == "POST" else None
    form = PersonForm(posted, roles=roles_for(None, at))
    if posted is not None and form.is_valid():
        said = form.cleaned_data
        word = new_password()
        try:
            person = actions.add_person(
                actor=signed_in(request),
                email=said["email"],
                name=said["name"],
                access=Access(said["access"]),
                role=said["role"],
                joined_on=timezone.localdate(),
                password=word,
                at=at,
            )
        except EmailTakenError as refusal:
            form.add_error("email", f"{refusal.message} {refusal.hint}")
        else:
            return _password_page(request, person, word, is_new=True)
    status = 422 if form.is_bound else 200
    return render(request, "office/add_person.html", {"form": form}, status=status)


@access_required("change_people")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one team member, and change their name, address, access and role."""
    at = int(time.time())
    found = _found(pk)
    if request.method != "POST":
        return _page(request, found, at)
    form = PersonForm(request.POST, roles=roles_for(found, at))
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.change_person(
                actor=signed_in(request),
                person=found,
                name=said["name"],
                email=said["email"],
                access=Access(said["access"]),
                role=said["role"],
                at=at,
            )
        except GoodwordError as refusal:
            field = "email" if isinstance(refusal, EmailTakenError) else "access"
            form.add_error(field, f"{refusal.message} {refusal.hint}")
        else:
            messages.success(request, _("It is kept: %(name)s.") % {"name": found.name})
            return redirect("team")
    return _page(request, _found(pk), at, form=form, status=422)


def _page(
    request: HttpRequest,
    person: Person,
    at: int,
    *,
    form: PersonForm | None = None,
    status: int = 200,
) -> HttpResponse:
    now = {
        "name": person.name,
        "email": person.email,
        "access": person.access,
        "role": person.role,
    }
    return render(
        request,
        "office/person.html",
        {
            "person": person,
            "is_oneself": person.pk == signed_in(request).pk,
            "form": form or PersonForm(initial=now, roles=roles_for(person, at)),
        },
        status=status,
    )


@access_required("change_people")
@require_POST
def password(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a new password, shown once; where they are signed in, they no longer are."""
    at = int(time.time())
    found = _found(pk)
    if found.pk == signed_in(request).pk:
        refusal = OwnAccountError(
            _("Your own password is changed on your account page."),
            hint=_("Choose “Another password” there."),
        )
        messages.error(request, str(refusal))
        return _page(request, found, at, status=422)
    word = new_password()
    actions.change_password(actor=signed_in(request), person=found, password=word, at=at)
    return _password_page(request, found, word, is_new=False)


def _password_page(
    request: HttpRequest, person: Person, word: str, *, is_new: bool
) -> HttpResponse:
    """Answer the form itself with the password, so that it is never kept for another request."""
    return render(
        request, "office/password.html", {"person": person, "password": word, "is_new": is_new}
    )


@access_required("change_people")
@require_POST
def deactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep somebody from signing in."""
    done = _("%(name)s can no longer sign in. What they did stays theirs in the log.")
    return _deed(request, pk, actions.deactivate_person, done)


@access_required("change_people")
@require_POST
def reactivate(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody sign in again."""
    return _deed(request, pk, actions.reactivate_person, _("%(name)s can sign in again."))


def _deed(request: HttpRequest, pk: int, deed: Callable[..., None], done: str) -> HttpResponse:
    at = int(time.time())
    found = _found(pk)
    try:
        deed(actor=signed_in(request), person=found, at=at)
    except GoodwordError as refusal:
        messages.error(request, f"{refusal.message} {refusal.hint}")
        return _page(request, found, at, status=422)
    messages.success(request, done % {"name": found.name})
    return redirect("team")
