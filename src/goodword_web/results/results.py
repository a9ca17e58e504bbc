"""Results: each promise with its n, its interval and its verdict, and one chart."""

import time
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.document.echo_label import label
from goodword.metric.track_record import TrackRecord
from goodword_web.cases.queries import counts, track_records
from goodword_web.parts.charts import Chart, kept_by_week
from goodword_web.people.access import access_required
from goodword_web.policies.queries import current_policy
from goodword_web.results.weeks import points


@dataclass(frozen=True, slots=True)
class RecordLine:
    """The track record of a promise, and what it is about in a few words."""

    record: TrackRecord
    about: str


@access_required("see_results")
def results(request: HttpRequest) -> HttpResponse:
    """Show how each promise was kept, and one of them week by week."""
    at = int(time.time())
    policy = current_policy(at)
    records = track_records(at)
    lines = [RecordLine(one, label(one.outcome.promise, policy)) for one in records.values()]
    current = [one for one in lines if policy.clause(one.record.outcome.promise.id) is not None]
    chosen = records.get(request.GET.get("promise", "")) or _most_judged(
        [one.record for one in current]
    )
    return render(
        request,
        "results/results.html",
        {
            "at": at,
            "policy": policy,
            "lines": current,
            "past": [one for one in lines if one not in current],
            "chosen": chosen,
            "chart": _chart(chosen, at, policy.hours.zone if policy.hours else "UTC"),
            "counts": counts(at),
        },
    )


def _most_judged(records: list[TrackRecord]) -> TrackRecord | None:
    judged = [one for one in records if one.estimate.n]
    return max(judged, key=lambda one: one.estimate.n, default=None)


def _chart(record: TrackRecord | None, at: int, zone: str) -> Chart | None:
    if record is None or not record.outcome.clocks.started:
        return None
    promise = record.outcome.promise
    return kept_by_week(
        points(record.outcome, at=at, zone=zone),
        title=f"“{promise.text}”",
        target=float(promise.target) if promise.target is not None else None,
    )
