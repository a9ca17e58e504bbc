"""What could be promised, ready for JSON."""

from dataclasses import asdict
from typing import Any

from goodword.cli.replay_json import counts_json
from goodword.metric.backtest import Backtest
from goodword.metric.forecast import Forecast, Found
from goodword.metric.proof import Proof
from goodword.policy.quantity import Counting, Duration


def forecast_json(told: Forecast, *, dates_only: bool) -> dict[str, Any]:
    """Return one part: what to promise by, the same beside, and what backs it."""
    return {
        "metric": told.metric.value,
        "channel": told.channel,
        "subject": told.subject,
        "n": told.n,
        "open": told.open,
        "per_month": told.per_month,
        "unmeasured": told.unmeasured,
        "fewest_cases": told.fewest,
        "missing_cases": told.missing,
        "promise": _found(told.main, dates_only=dates_only),
        "beside": _found(told.beside, dates_only=dates_only),
        "later_cases": _later(told.backtest),
        "proof": _proof(told.proof),
        "curve": [{**_limit(rung.limit), **asdict(rung.kept)} for rung in told.curve],
    }


def _found(found: Found | None, *, dates_only: bool) -> dict[str, Any] | None:
    if found is None:
        return None
    in_open_time = found.counting is Counting.WORKING and not dates_only
    return {
        "sentence": found.sentence,
        **_limit(found.limit),
        "time": {
            "unit": "open_seconds" if in_open_time else "seconds",
            "value": found.time,
            "low": found.low,
            "high": found.high,
        },
        "replayed": None
        if found.kept is None
        else {**counts_json(found.counts), **asdict(found.kept)},
    }


def _limit(limit: Duration | None) -> dict[str, Any]:
    return {
        "within": None if limit is None else limit.iso,
        "unit": None if limit is None else limit.counting.value,
    }


def _later(tried: Backtest | None) -> dict[str, Any] | None:
    if tried is None:
        return None
    low, high = tried.interval
    return {
        "kept": tried.kept,
        "judged": tried.judged,
        "low": low,
        "high": high,
        "has_drifted": tried.has_drifted,
        "blocks": [asdict(block) for block in tried.blocks],
    }


def _proof(needed: Proof | None) -> dict[str, Any] | None:
    if needed is None:
        return None
    return {
        **asdict(needed),
        "months_without_miss": needed.months(needed.without_miss),
        "months_at_rate": needed.months(needed.at_rate),
    }
