"""The versions: what was in force when, and what each one changed."""

import time

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goodword_web.people.access import access_required
from goodword_web.policies import queries


@access_required("read_handbook")
def versions(request: HttpRequest) -> HttpResponse:
    """List every version, the newest first."""
    at = int(time.time())
    return render(
        request,
        "studio/versions.html",
        {
            "versions": tuple(reversed(queries.all_versions())),
            "current": queries.version_at(at),
        },
    )


@access_required("read_handbook")
def version(request: HttpRequest, number: int) -> HttpResponse:
    """Show the text of one version, and what it changed."""
    found = next((one for one in queries.all_versions() if one.number == number), None)
    if found is None:
        raise Http404(f"There is no version {number}.")
    current = queries.version_at(int(time.time()))
    return render(
        request,
        "studio/version.html",
        {"version": found, "is_current": current is not None and current.pk == found.pk},
    )
