"""What became of the promises, ready for JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from goodword.history.problem import HistoryProblem
from goodword.metric.dimension import Dimension
from goodword.metric.estimate import Estimate
from goodword.metric.part import Part
from goodword.metric.suppress import FLOOR, rounded
from goodword.metric.survived import Survived
from goodword.metric.track_record import TrackRecord, track_record
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.replay.outcomes import Counts, PromiseOutcome

Cut = tuple[tuple[Dimension, ...], tuple[Part, ...]]


def promise_json(record: TrackRecord, cuts: Sequence[Cut], *, at: int, zone: str) -> dict[str, Any]:
    """Return one promise: its terms, its counts and estimates, its months and its parts."""
    outcome = record.outcome
    found = {
        **terms(outcome.promise),
        "unmeasured": outcome.unmeasured,
        **counts_json(outcome.counts),
        "estimate": estimate_json(record.estimate),
        "quantiles": {"unit": unit(outcome), **record.quantiles},
        "survival": _survival(outcome, record.kept_in),
        "months": [
            {
                "month": month.month.name,
                "so_far": month.so_far,
                **counts_json(month.counts),
                "estimate": estimate_json(month.estimate),
            }
            for month in record.months
        ],
    }
    if cuts:
        found["by"] = [
            {
                "dimensions": [dimension.value for dimension in by],
                "parts": [_part(part, by, at, zone) for part in parts],
            }
            for by, parts in cuts
        ]
    return found


def terms(promise: Promise) -> dict[str, Any]:
    """Return what a promise says, slot by slot."""
    limit = promise.limit
    return {
        "id": promise.id,
        "text": promise.text,
        "metric": promise.metric.value,
        "channels": list(promise.channels),
        "subject": promise.subject,
        "within": limit.iso if isinstance(limit, Duration) else None,
        "unit": limit.counting.value if isinstance(limit, Duration) else None,
        "anchor": _anchor(promise),
        "target": None if promise.target is None else float(promise.target),
    }


def counts_json(counts: Counts) -> dict[str, int]:
    """Return how many clocks came out how, with their number."""
    return {"n": counts.n, **asdict(counts)}


def estimate_json(estimate: Estimate) -> dict[str, Any]:
    """Return a share with its interval, its bounds and its verdict."""
    return {
        "value": estimate.value,
        "n": estimate.n,
        "low": estimate.low,
        "high": estimate.high,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "verdict": estimate.verdict.value,
        "needed": estimate.needed,
    }


def problem_json(problem: HistoryProblem) -> dict[str, Any]:
    """Return a problem of the history with its place."""
    return {**asdict(problem), "severity": problem.severity.value}


def unit(outcome: PromiseOutcome) -> str:
    """Return in which seconds times were taken."""
    return "open_seconds" if outcome.counts_open_seconds else "seconds"


def _anchor(promise: Promise) -> str | None:
    limit = promise.limit
    if isinstance(limit, Duration):
        return None
    return f"{limit.at:%H:%M}" if limit.at else limit.kind.value


def _survival(outcome: PromiseOutcome, found: Survived | None) -> dict[str, Any] | None:
    """Return what open cases change; None where nothing was kept of it."""
    if found is None:
        return None
    return {
        "n": found.n,
        "open": found.open,
        "kept_by_limit": None if found.kept is None else asdict(found.kept),
        "unit": unit(outcome),
        "times": [asdict(time) for time in found.times],
    }


def _part(part: Part, by: Sequence[Dimension], at: int, zone: str) -> dict[str, Any]:
    words = {dimension.value: word for dimension, word in zip(by, part.words, strict=True)}
    if part.is_hidden:
        why = f"fewer than {FLOOR} cases, or one that the total would tell"
        return {**words, "hidden": why}
    record = track_record(part.outcome, at=at, zone=zone)
    if part.is_rounded:
        value = record.estimate.value
        share = None if value is None else rounded(value)
        return {**words, "n": record.outcome.counts.n, "kept_rounded": share}
    return {
        **words,
        **counts_json(part.outcome.counts),
        "estimate": estimate_json(record.estimate),
        "quantiles": {"unit": unit(part.outcome), **(part.quantiles or record.quantiles)}
        if part.has_times
        else None,
        "survival": _survival(part.outcome, part.kept_in)
        if part.has_times or not part.outcome.counts.n
        else None,
    }
