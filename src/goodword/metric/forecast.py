"""What could be promised: the shortest time that past cases show to be kept, as a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from goodword.case.case import Case
from goodword.case.columns import CaseColumns
from goodword.case.event import EventKind
from goodword.case.event_columns import EventColumns
from goodword.metric.backtest import Backtest, backtest
from goodword.metric.estimate import smallest_proof
from goodword.metric.ladder import day_rungs, exact_rungs, rough_days
from goodword.metric.promise_words import promise_sentence
from goodword.metric.proof import Proof, per_month, proof
from goodword.metric.survival import Share, Survival
from goodword.metric.survived import limit_survival, time_survival
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.outcomes import Counts, PromiseOutcome
from goodword.replay.replay import replay, what_if

METRICS = (
    Metric.ANSWER,
    Metric.WAIT,
    Metric.CALLBACK,
    Metric.ACKNOWLEDGE,
    Metric.FIRST_RESPONSE,
    Metric.RESOLUTION,
)
"""What can be forecast: what a case does once, so that each case has one time."""
_ROUND_THE_CLOCK = frozenset({Metric.ANSWER, Metric.WAIT})
"""Nobody rings or stands at the desk while we are closed: seconds are counted as they pass."""
_OWN_CHANNELS = {
    Metric.ANSWER: frozenset({"phone", "chat"}),
    Metric.WAIT: frozenset({"in_person"}),
    Metric.CALLBACK: frozenset({"voicemail"}),
}

_MANY = 64
_LEAST, _MOST = 0.1, 0.995
"""Between these shares the curve is drawn."""
_STEP = 0.04
"""So much more is kept from one length of the curve to the next, or about so much."""

Cases = CaseColumns | EventColumns | Sequence[Case]


@dataclass(frozen=True, slots=True)
class Asked:
    """A history, the policy whose hours count, and what is asked of both.

    `share` of the cases are to be kept, shown with one-sided `confidence`; `day` is how many
    seconds a usual day is open, 0 without hours.
    """

    policy: Policy
    at: int
    share: Decimal
    confidence: float
    tells: frozenset[EventKind] | None = None
    dates_only: bool = False

    @property
    def alpha(self) -> float:
        """The chance that is left for the bound not to hold."""
        return round(1.0 - self.confidence, 12)

    @property
    def fewest(self) -> int | None:
        """The fewest cases that can prove the share, none of them missed."""
        return smallest_proof(0, float(self.share), alpha=self.alpha)

    @property
    def day(self) -> int:
        """How many seconds the longest usual day is open; 0 without hours."""
        if self.policy.hours is None:
            return 0
        return max(
            sum((one.end - one.start) % 1440 or 1440 for one in day) * 60
            for day in self.policy.hours.week
        )


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the times of a part show, in working time or round the clock.

    `time` is the point estimate of the time for the share, `low` and `high` its bounds, each of
    the asked confidence, in open seconds or seconds of wall time; None where it is not reached.
    `limit` is the shortest sayable length that is proven; `kept` and `counts` are what became of
    that very promise when it was replayed over all cases; `sentence` says it.
    """

    counting: Counting
    curve: Survival
    time: float | None
    low: float | None
    high: float | None
    limit: Duration | None = None
    kept: Share | None = None
    counts: Counts = field(default_factory=Counts)
    sentence: str | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """A length that could be promised, and the share of the cases that would have been kept."""

    limit: Duration
    kept: Share


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """What could be promised for one part of a history.

    `channel` and `subject` are None for any. `n` are the cases that began a clock, `open` those
    not done. `unmeasured` says why nothing could be measured. `main` is what to promise by: in
    working time where there are hours, else round the clock; `beside` is the other. `curve` is the
    share kept by promised length, each length replayed.
    """

    metric: Metric
    channel: str | None
    subject: str | None
    n: int
    open: int
    per_month: float
    fewest: int | None
    unmeasured: str | None = None
    main: Found | None = None
    beside: Found | None = None
    backtest: Backtest | None = None
    proof: Proof | None = None
    curve: tuple[Rung, ...] = ()

    @property
    def missing(self) -> int:
        """How many cases are missing before anything can be proven; 0 where there are enough."""
        return max((self.fewest or 0) - self.n, 0)


def is_measured_on(metric: Metric, channel: str | None) -> bool:
    """Whether what the metric measures exists on the channel: nobody waits at the desk by email.

    A call that was answered at once tells nothing of calling back, so that is one of voicemail.
    """
    own = _OWN_CHANNELS.get(metric)
    return own is None or channel in own or (channel is None and metric is not Metric.CALLBACK)


def forecast(
    asked: Asked, cases: Cases, metric: Metric, channel: str | None, subject: str | None
) -> Forecast:
    """Return what could be promised for such cases; `cases` are those of the part alone.

    Every number comes from replaying a promise over the cases, so that what is forecast is counted
    as it will be counted: with pauses, reopenings and the hours of the channel.
    """
    if not isinstance(cases, CaseColumns | EventColumns) and len(cases) >= _MANY:
        # Many promises are replayed over the same cases: they are put into columns once.
        cases = EventColumns.of_cases(cases)
    main = Counting.CLOCK if metric in _ROUND_THE_CLOCK else Counting.WORKING
    if asked.policy.hours is None:
        main = Counting.CLOCK
    probe = _promise(asked, metric, channel, subject, _probe_limit(asked, main))
    outcome = _replayed(asked, cases, probe)
    curve = time_survival(outcome.clocks)
    told = Forecast(
        metric=metric,
        channel=channel,
        subject=subject,
        n=curve.n,
        open=curve.open,
        per_month=per_month(outcome.clocks.started),
        fewest=asked.fewest,
        unmeasured=outcome.unmeasured,
    )
    if outcome.unmeasured is not None or told.fewest is None or told.missing:
        return told
    share = float(asked.share)
    found = _found(asked, cases, probe, main, curve)
    other = Counting.CLOCK if main is Counting.WORKING else Counting.WORKING
    return replace(
        told,
        main=found,
        beside=_beside(asked, cases, probe, other),
        backtest=backtest(
            outcome.clocks,
            lambda at: _replayed(asked, cases, probe, at=at).clocks,
            share=share,
            confidence=asked.confidence,
        ),
        proof=None
        if found.kept is None
        else proof(share, found.kept.value, told.per_month, alpha=asked.alpha),
    )


def with_curve(asked: Asked, cases: Cases, told: Forecast) -> Forecast:
    """Return the forecast with its curve, for which a dozen promises or so are replayed."""
    return replace(told, curve=_kept_by_length(asked, cases, told))


def _kept_by_length(asked: Asked, cases: Cases, told: Forecast) -> tuple[Rung, ...]:
    """Return the share kept for some lengths around what could be promised, shortest first.

    Each length is a promise of its own, replayed over the cases.
    """
    found = told.main
    if found is None:
        return ()
    lengths = list(day_rungs(found.counting))
    if not asked.dates_only:
        lengths = [*exact_rungs(found.counting, day=asked.day), *lengths]
    some: list[Duration] = []
    last = -1.0
    for length in lengths:
        at = found.curve.share_by(_rough_seconds(asked, length))
        share = last + _STEP if at is None else at.value
        if length == found.limit or (_LEAST <= share <= _MOST and share >= last + _STEP):
            some.append(length)
            last = share
        if at is None and found.limit in (None, *some):
            break
    curve: list[Rung] = []
    for length in some:
        promise = _promise(asked, told.metric, told.channel, told.subject, length)
        kept = limit_survival(_replayed(asked, cases, promise).clocks).share_by(
            1.0, confidence=asked.confidence
        )
        if kept is not None:
            curve.append(Rung(length, kept))
    return tuple(curve)


def _rough_seconds(asked: Asked, length: Duration) -> int:
    """Return about how many seconds a length is, to know which lengths are worth a look."""
    if length.is_exact:
        return length.seconds
    is_working = length.counting is Counting.WORKING and not asked.dates_only
    return length.amount * (asked.day if is_working else 86_400)


def _beside(asked: Asked, cases: Cases, probe: Promise, counting: Counting) -> Found | None:
    """Return the same in the other kind of time, where it says anything."""
    if asked.policy.hours is None or probe.metric in _ROUND_THE_CLOCK:
        return None
    other = replace(probe, limit=_probe_limit(asked, counting))
    return _found(
        asked, cases, other, counting, time_survival(_replayed(asked, cases, other).clocks)
    )


def _found(
    asked: Asked, cases: Cases, probe: Promise, counting: Counting, curve: Survival
) -> Found:
    share = float(asked.share)
    low, high = curve.time_bounds(share, asked.confidence)
    found = Found(counting, curve, curve.time_for(share), low, high)
    if high is None:
        return found
    chosen = None if asked.dates_only else _exact(asked, cases, probe, counting, high)
    chosen = chosen or _in_days(asked, cases, probe, counting, high)
    if chosen is None:
        return found
    promise, outcome, kept = chosen
    assert isinstance(promise.limit, Duration)
    return replace(
        found,
        limit=promise.limit,
        kept=kept,
        counts=outcome.counts,
        sentence=promise_sentence(promise, asked.policy),
    )


_Chosen = tuple[Promise, PromiseOutcome, Share]


def _exact(
    asked: Asked, cases: Cases, probe: Promise, counting: Counting, high: float
) -> _Chosen | None:
    """Return the shortest promise in hours or less that is proven; None where days are needed."""
    for rung in exact_rungs(counting, day=asked.day):
        if rung.seconds >= high:
            proven = _proven(asked, cases, replace(probe, limit=rung))
            if proven is not None:
                return proven
    return None


def _in_days(
    asked: Asked, cases: Cases, probe: Promise, counting: Counting, high: float
) -> _Chosen | None:
    """Return the shortest promise in days that is proven; None beyond what was ever seen."""
    rungs = day_rungs(counting)
    # In dates alone there is no open time: seconds are those of the wall.
    by = Counting.CLOCK if asked.dates_only else counting
    place = rough_days(high, by, day=asked.day)
    chosen = _proven(asked, cases, replace(probe, limit=rungs[place]))
    if chosen is not None:
        while place:
            shorter = _proven(asked, cases, replace(probe, limit=rungs[place - 1]))
            if shorter is None:
                break
            chosen, place = shorter, place - 1
        return chosen
    for rung in rungs[place + 1 :]:
        chosen = _proven(asked, cases, replace(probe, limit=rung))
        if chosen is not None:
            return chosen
    return None


def _proven(asked: Asked, cases: Cases, promise: Promise) -> _Chosen | None:
    """Return the promise as it was kept when replayed, where that proves the share."""
    outcome = _replayed(asked, cases, promise)
    kept = limit_survival(outcome.clocks).share_by(1.0, confidence=asked.confidence)
    if kept is None or kept.lower < float(asked.share) - 1e-12:
        return None
    return promise, outcome, kept


def _replayed(
    asked: Asked, cases: Cases, promise: Promise, *, at: int | None = None
) -> PromiseOutcome:
    """Return what would have become of the one promise, all else in the policy as it is."""
    others = (clause for clause in asked.policy.clauses if not isinstance(clause, Promise))
    policy = replace(asked.policy, clauses=(*others, promise))
    (found,) = replay(
        what_if(policy),
        cases,
        at=asked.at if at is None else at,
        tells=asked.tells,
        dates_only=asked.dates_only,
    ).promises
    return found


def _promise(
    asked: Asked, metric: Metric, channel: str | None, subject: str | None, limit: Duration
) -> Promise:
    return Promise(
        id="forecast",
        metric=metric,
        channels=() if channel is None else (channel,),
        subject=subject,
        limit=limit,
        target=asked.share,
    )


def _probe_limit(asked: Asked, counting: Counting) -> Duration:
    """Return a limit that says in what time is counted; which length it has changes no time."""
    if not asked.dates_only:
        return Duration(1, Unit.HOUR, counting)
    by = Counting.WORKING if counting is Counting.WORKING else Counting.CALENDAR
    return Duration(1, Unit.DAY, by)
