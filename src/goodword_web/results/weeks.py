"""The clocks of a promise, counted by the week in which they began."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from goodword.metric.estimate import estimate
from goodword.replay.outcomes import OUTCOMES, PromiseOutcome
from goodword_web.parts.charts import Point

WEEKS = 12


def points(outcome: PromiseOutcome, *, at: int, zone: str) -> tuple[Point, ...]:
    """Return the last twelve weeks, Monday to Sunday in `zone`; a week still running is marked."""
    here = ZoneInfo(zone)
    today = datetime.fromtimestamp(at, UTC).astimezone(here).date()
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    kept, judged, still = [0] * WEEKS, [0] * WEEKS, [False] * WEEKS
    for started, code in zip(outcome.clocks.started, outcome.clocks.outcome, strict=True):
        day = datetime.fromtimestamp(started, UTC).astimezone(here).date()
        week = (day - starts[0]).days // 7
        if 0 <= week < WEEKS:
            result = OUTCOMES[code]
            judged[week] += result.is_judged
            kept[week] += result.value == "kept"
            still[week] = still[week] or result.value == "open"
    first = next((week for week in range(WEEKS) if judged[week]), 0)
    return tuple(
        _point(starts[week], kept[week], judged[week], is_running=week == WEEKS - 1 or still[week])
        for week in range(first, WEEKS)
    )


def _point(start: object, kept: int, judged: int, *, is_running: bool) -> Point:
    bounds = estimate(kept, judged, None)
    return Point(
        label=f"{start:%-d %b}",
        kept=kept,
        n=judged,
        low=bounds.low if judged else 0.0,
        high=bounds.high if judged else 1.0,
        is_running=is_running,
    )
