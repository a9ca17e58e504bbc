"""Whether the site is well, for machines that watch it."""

import time
from importlib.metadata import PackageNotFoundError, version

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from goodword_web.people.access import public_page
from goodword_web.work.queries import can_send_mail, heartbeat_age, overdue, waiting_mail

OLDEST_HEARTBEAT_SECONDS = 60


def product_version() -> str:
    """Return the installed version of Goodword."""
    try:
        return version("goodword")
    except PackageNotFoundError:
        return "0"


@public_page
def health(_request: HttpRequest) -> JsonResponse:
    """Return 200 while the database answers and a worker lives, 503 otherwise."""
    at = int(time.time())
    answer: dict[str, object] = {"version": product_version(), "database": connection.vendor}
    try:
        age = heartbeat_age(at)
        answer |= {
            "worker_seen_seconds_ago": age,
            "overdue": overdue(at - OLDEST_HEARTBEAT_SECONDS),
            "mail_waiting": waiting_mail().count(),
            "mail_server": can_send_mail(),
        }
    except DatabaseError:
        answer |= {"ok": False, "database": "does not answer"}
        return _answer(answer)
    answer["ok"] = age is not None and age <= OLDEST_HEARTBEAT_SECONDS
    return _answer(answer)


def _answer(answer: dict[str, object]) -> JsonResponse:
    response = JsonResponse(answer, status=200 if answer["ok"] else 503)
    response["Cache-Control"] = "no-store"
    # An answer to a watcher is no error of ours: keep it out of the log.
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
    return response
