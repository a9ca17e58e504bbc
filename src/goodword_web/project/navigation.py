"""The navigation: only pages that are there, and that this person may open."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword_web.people.access import may
from goodword_web.people.models import Person
from goodword_web.project.zone import zone_name
from goodword_web.work.queries import can_send_mail


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the navigation: the URL's name, its label, and who may open it."""

    url_name: str
    label: str | Promise
    permission: str


PLACES = (
    Place("vitals", _("Vitals"), "see_vitals"),
    Place("today", _("Today"), "see_cases"),
    Place("ask", _("Ask"), "ask"),
    Place("handbook", _("Handbook"), "read_handbook"),
    Place("learn", _("Learn"), "learn"),
    Place("results", _("Results"), "see_results"),
    Place("review", _("Review"), "see_review"),
)

# At the foot of each page, and on the account page: for those who keep the house.
HOUSE_PLACES = (
    Place("team", _("Team"), "see_people"),
    Place("log", _("Log"), "see_log"),
)

PUBLIC_PLACES = (
    Place("promises", _("Our promises"), "public"),
    Place("contact", _("Contact"), "public"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of every page shows: where one can go, whose site it is, its zone.

    `places`, `house_places` and `public_places` hold only pages that are installed, each with its
    address.
    """
    person = getattr(request, "user", None)
    return {
        "organisation": getattr(request, "organisation", ""),
        "zone": zone_name(),
        "can_send_mail": can_send_mail(),
        "places": _lines(tuple(p for p in PLACES if may(person, p.permission)), request.path),
        "house_places": _lines(
            tuple(p for p in HOUSE_PLACES if may(person, p.permission)), request.path
        ),
        "public_places": _lines(PUBLIC_PLACES, request.path),
    }


def _lines(places: tuple[Place, ...], path: str) -> list[dict[str, Any]]:
    found = []
    for place in places:
        try:
            address = reverse(place.url_name)
        except NoReverseMatch:
            continue  # this face is not installed
        here = path == address or (address != "/" and path.startswith(address))
        found.append({"address": address, "label": place.label, "is_here": here})
    return found


def first_address(person: Person) -> str | None:
    """Return the address of the first page that this person may open, None without any."""
    lines = _lines(tuple(p for p in PLACES if may(person, p.permission)), "")
    return lines[0]["address"] if lines else None
