"""Promises: what we promise everybody, with the record of each, misses as well as successes."""

import time
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.document.echo_label import label
from goodword.metric.track_record import TrackRecord
from goodword.policy.policy import Policy
from goodword.publishing.charter import CharterLine, charter
from goodword_web.cases.letters import emergency_line
from goodword_web.cases.queries import track_records
from goodword_web.people.access import public_page
from goodword_web.policies.queries import current_version, reading_of


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A public promise, what it is about, and its record, None before the first case."""

    line: CharterLine
    about: str
    record: TrackRecord | None


@public_page
def promises(request: HttpRequest) -> HttpResponse:
    """Show the public promises of the version in force, and how they were kept."""
    at = int(time.time())
    version = current_version(at)
    policy = reading_of(version).policy
    shown = charter(policy)
    records = track_records(at)
    return render(
        request,
        "portal/promises.html",
        {
            "version": version,
            "policy": policy,
            "charter": shown,
            "lines": [
                PromiseLine(one, _about(policy, one.clause_id), records.get(one.clause_id))
                for one in shown.promises
            ],
            "emergency": emergency_line(policy),
        },
    )


def _about(policy: Policy, clause_id: str) -> str:
    clause = policy.clause(clause_id)
    return label(clause, policy) if clause is not None else ""
