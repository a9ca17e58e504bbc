"""Every page shows times in the zone of the policy's hours, as their country writes them."""

import time
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goodword.policy.policy import Policy
from goodword_web.parts.wording import times_of
from goodword_web.policies.errors import NoPolicyError
from goodword_web.policies.queries import current_policy, hours_of


class PolicyZone:
    """Activates the policy's zone, and leaves the policy's organisation on the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the response, made in the policy's zone."""
        policy = _policy()
        request.organisation = policy.organisation if policy else ""  # type: ignore[attr-defined]
        with times_of(hours_of(policy) if policy else None):
            return self.get_response(request)


def _policy() -> Policy | None:
    """Return the policy in force, None where there is none or the database does not answer."""
    try:
        return current_policy(int(time.time()))
    except (NoPolicyError, DatabaseError):
        return None


def zone_name() -> str:
    """Return the zone now in force as people say it: "Melbourne"."""
    return timezone.get_current_timezone_name().rpartition("/")[2].replace("_", " ")
