"""The track record of a promise: counts, estimate, quantiles, and month by month."""

from dataclasses import dataclass

from goodword.case.columns import NOTHING
from goodword.metric.estimate import Estimate, estimate
from goodword.metric.period import Month, months_between
from goodword.metric.quantile import quantiles
from goodword.metric.survived import Survived, survived
from goodword.replay.outcomes import OUTCOMES, Counts, PromiseOutcome

_JUDGED = tuple(code for code, outcome in enumerate(OUTCOMES) if outcome.is_judged)


@dataclass(frozen=True, slots=True)
class MonthRecord:
    """One calendar month of clocks that began in it.

    `so_far` while the month runs or one of its clocks does: then there is an estimate, and no
    verdict to publish.
    """

    month: Month
    counts: Counts
    estimate: Estimate
    so_far: bool


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """Everything known of one promise. `quantiles` are of the time taken, in seconds.

    What is not done yet took longer than anything done, so a quantile can be None: not known yet.
    `survived` is set where a long history keeps no single clocks.
    """

    outcome: PromiseOutcome
    estimate: Estimate
    quantiles: dict[str, int | None]
    months: tuple[MonthRecord, ...]
    survived: Survived | None = None

    @property
    def kept_in(self) -> Survived | None:
        """The estimates with open cases kept in; None where neither clocks nor waits were kept."""
        clocks = self.outcome.clocks
        if self.survived is None and self.outcome.counts.n and not clocks.started:
            return None
        return self.survived or survived(clocks)


def track_record(outcome: PromiseOutcome, *, at: int, zone: str) -> TrackRecord:
    """Return the track record of a promise as of `at`, by calendar months of `zone`."""
    import numpy as np  # noqa: PLC0415 - slow import

    counts = outcome.counts
    seconds = np.frombuffer(outcome.clocks.taken, np.int64)
    codes = np.frombuffer(outcome.clocks.outcome, np.int8)
    taken = np.sort(seconds[(seconds != NOTHING) & np.isin(codes, _JUDGED)])
    return TrackRecord(
        outcome=outcome,
        estimate=estimate(counts.kept, counts.judged, outcome.promise.target),
        quantiles=quantiles(taken, counts.broken_open),
        months=_months(outcome, at, zone),
    )


def _months(outcome: PromiseOutcome, at: int, zone: str) -> tuple[MonthRecord, ...]:
    import numpy as np  # noqa: PLC0415 - slow import

    clocks = outcome.clocks
    if not clocks.started:
        return ()
    started = np.frombuffer(clocks.started, np.int64)
    months = months_between(int(started.min()), int(started.max()), zone)
    begins = np.array([month.start for month in months], np.int64)
    place = np.searchsorted(begins, started, "right") - 1
    cell = place * len(OUTCOMES) + np.frombuffer(clocks.outcome, np.int8)
    table = np.bincount(cell, minlength=len(months) * len(OUTCOMES)).reshape(len(months), -1)
    return tuple(
        _month(month, [int(number) for number in codes], outcome, at)
        for month, codes in zip(months, table, strict=True)
        if codes.any()
    )


def _month(month: Month, codes: list[int], outcome: PromiseOutcome, at: int) -> MonthRecord:
    counts = Counts(**{kind.value: codes[code] for code, kind in enumerate(OUTCOMES)})
    return MonthRecord(
        month=month,
        counts=counts,
        estimate=estimate(counts.kept, counts.judged, outcome.promise.target),
        so_far=not month.is_closed(at) or counts.open > 0,
    )
