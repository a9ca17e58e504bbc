"""Who may see and do what: one table, and the mark that every view carries."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache

from goodword_web.people.models import Access, Person

EVERYBODY = frozenset(Access)
LEADING = frozenset({Access.OWNER, Access.LEAD})
OWNING = frozenset({Access.OWNER})

PERMISSIONS: dict[str, frozenset[Access]] = {
    "see_vitals": EVERYBODY,
    "see_cases": EVERYBODY,
    "answer_cases": EVERYBODY,
    "give_remedies": EVERYBODY,
    "ask": EVERYBODY,
    "read_handbook": EVERYBODY,
    "learn": EVERYBODY,
    "see_results": EVERYBODY,
    "see_review": EVERYBODY,
    "propose_changes": EVERYBODY,
    "edit_policy": LEADING,
    "publish_policy": OWNING,
    "see_people": LEADING,
    "change_people": OWNING,
    "see_log": LEADING,
    "erase_customers": OWNING,
    "own_account": EVERYBODY,
}

MEANINGS: dict[str, str] = {
    "see_vitals": "See the vital signs and what needs somebody.",
    "see_cases": "See cases, their messages and their clocks.",
    "answer_cases": "Reply, note, wait and resolve.",
    "give_remedies": "Record a remedy; the policy's limits decide how much.",
    "ask": "Ask the policy what one may do.",
    "read_handbook": "Read the whole policy, with what is for the team only.",
    "learn": "Practise, and see one's own attempts.",
    "see_results": "See how promises were kept.",
    "see_review": "See when the policy is due for review, and its findings.",
    "propose_changes": "Propose a change to the draft.",
    "edit_policy": "Edit the draft.",
    "publish_policy": "Publish the draft as the next version.",
    "see_people": "See the team and each access level.",
    "change_people": "Add and deactivate team members, and change their access.",
    "see_log": "See who did what.",
    "erase_customers": "Erase a customer's name, addresses and words.",
    "own_account": "Change one's own password and second factor.",
}

PUBLIC = "public"
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def may(person: Any, permission: str) -> bool:
    """Whether this person, signed in or not, may do what the permission names."""
    allowed = PERMISSIONS[permission]
    return isinstance(person, Person) and person.is_active and Access(person.access) in allowed


def access_required(permission: str) -> Callable[[View], View]:
    """Let only those through who hold the permission; a stranger is asked to sign in.

    It stands outermost on a view, so that nothing is looked up before it is allowed.
    """
    PERMISSIONS[permission]  # a misspelt permission fails at import, not at the first visit

    def guarded(view: View) -> View:
        @wraps(view)
        def guard(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not may(request.user, permission):
                raise PermissionDenied(MEANINGS[permission])
            return never_cache(view)(request, *args, **kwargs)

        guard.permission = permission  # type: ignore[attr-defined]
        return cast("View", guard)

    return guarded


def public_page(view: View) -> View:
    """Mark a view that anybody may open."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    page.permission = PUBLIC  # type: ignore[attr-defined]
    return cast("View", page)


def permission_of(view: Callable[..., Any]) -> str | None:
    """Return the permission that a view asks for, `PUBLIC`, or None where it carries no mark."""
    return getattr(view, "permission", None)


def signed_in(request: HttpRequest) -> Person:
    """Return the person of a request that `access_required` let through."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user
