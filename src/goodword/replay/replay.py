"""Histories judged under the versions of a policy that were in force."""

from collections.abc import Callable, Iterable

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.openings import Openings, compile_openings
from goodword.case.case import Case
from goodword.case.columns import CaseColumns
from goodword.case.event import EventKind
from goodword.clock.clock import Clock, Outcome
from goodword.clock.own_hours import openings_of
from goodword.clock.run import run_clock
from goodword.clock.version import Versions
from goodword.errors import GoodwordError
from goodword.policy.definition import ZoneClause
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration
from goodword.replay.measurable import why_unmeasured
from goodword.replay.outcomes import ClockColumns, Outcomes, PromiseOutcome, Window, count
from goodword.replay.recorded import count_recorded

ALWAYS = -(2**62)
"""As the beginning of a version: it always was. A what-if is one such version."""


Progress = Callable[[int, int], None]
"""Is told how much of how much is done."""


def what_if(policy: Policy) -> Versions:
    """Return the versions of a policy that always was in force."""
    return ((ALWAYS, policy),)


def replay(
    versions: Versions,
    cases: CaseColumns | Iterable[Case],
    *,
    at: int,
    tells: frozenset[EventKind] | None = None,
    dates_only: bool = False,
    progress: Progress | None = None,
) -> Outcomes:
    """Return what became of each promise, as it was known at `at` (UTC seconds).

    Each clock is judged by the version in force when it started; a clock that started before the
    first version is none. A case opened after `at` does not exist, and what happened after it has
    not happened. `tells` are the kinds of event that the history holds, None for all of them. A
    table of cases is judged in bulk where one row settles a promise: same answers, much faster.
    `progress` is told after each promise.
    """
    if isinstance(cases, CaseColumns):
        source: _Source = _Table(cases, at)
    else:
        source = _OneByOne(enumerate(cases), at)
    ordered = sorted(versions, key=lambda version: version[0])
    clocks: dict[str, ClockColumns] = {}
    promises: dict[str, Promise] = {}
    reasons: dict[str, str] = {}
    asked, answered = sum(len(policy.of_kind(Promise)) for _, policy in ordered), 0
    for index, (begins, policy) in enumerate(ordered):
        ends = ordered[index + 1][0] if index + 1 < len(ordered) else None
        openings = _openings(policy, source.first, at)
        for promise in policy.of_kind(Promise):
            promises[promise.id] = promise
            clocks.setdefault(promise.id, ClockColumns())
            why = why_unmeasured(promise, policy, tells, dates_only=dates_only)
            if why is None:
                try:
                    run = source.run(promise, policy, openings, (begins, ends))
                    clocks[promise.id].extend(run)
                except GoodwordError as refusal:
                    why = str(refusal)
            if why is not None:
                reasons[promise.id] = why
            answered += 1
            if progress is not None:
                progress(answered, asked)
    return Outcomes(
        at=at,
        zone=_zone(ordered[-1][1]) if ordered else "UTC",
        cases=len(source),
        promises=tuple(
            PromiseOutcome(
                promise=promise,
                counts=count(clocks[clause_id].outcome),
                clocks=clocks[clause_id],
                unmeasured=None if clocks[clause_id].started else reasons.get(clause_id),
            )
            for clause_id, promise in promises.items()
        ),
        recorded=count_recorded(cases, at=at) if isinstance(cases, CaseColumns) else None,
    )


class _OneByOne:
    """Cases judged one by one, those that existed at `at`."""

    def __init__(self, cases: Iterable[tuple[int, Case]], at: int) -> None:
        self._cases = tuple(
            (row, case) for row, case in cases if case.events and case.opened_at <= at
        )
        self._at = at
        self.first = min((case.opened_at for _, case in self._cases), default=at)

    def __len__(self) -> int:
        return len(self._cases)

    def run(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> ClockColumns:
        """Return the clocks of one promise that began in the version's window."""
        found = ClockColumns()
        for row, case in self._cases:
            clock = run_clock(promise, policy, openings, case, at=self._at)
            if clock is not None and _is_in(window, clock.began_at):
                own = openings_of(promise, policy, openings, clock.channel, self._at)
                found.add(
                    clock.began_at,
                    clock.outcome,
                    time_taken(clock, own),
                    row=row,
                    waited=time_waited(clock, own),
                    allowed=time_allowed(clock, own),
                )
        return found


class _Table:
    """A table of cases judged in bulk, or one by one where a promise needs more than columns."""

    def __init__(self, columns: CaseColumns, at: int) -> None:
        from goodword.replay.bulk import BulkTable, can_judge  # noqa: PLC0415 - slow import

        self._bulk = BulkTable(columns, at)
        self._can_judge = can_judge
        self._columns = columns
        self._at = at
        self.first = self._bulk.first
        self._rows: _OneByOne | None = None

    def __len__(self) -> int:
        return len(self._bulk.rows)

    def run(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> ClockColumns:
        """Return the clocks of one promise that began in the version's window."""
        if self._can_judge(promise):
            return self._bulk.judge(promise, policy, openings, window)
        if self._rows is None:
            rows = self._bulk.rows.tolist()
            cases = ((row, self._columns.case(row, at=self._at)) for row in rows)
            self._rows = _OneByOne(cases, self._at)
        return self._rows.run(promise, policy, openings, window)


_Source = _OneByOne | _Table


def time_taken(clock: Clock, openings: Openings) -> int | None:
    """Return the time from start to done without the pauses; None while it is not done.

    Open seconds where the promise counts working hours, else seconds of wall time.
    """
    if clock.done_at is None or clock.outcome is Outcome.VOID:
        return None
    return _without_pauses(clock, openings, clock.done_at)


def time_waited(clock: Clock, openings: Openings) -> int:
    """Return the time without the pauses from start to done, or so far while it is not done."""
    return _without_pauses(clock, openings, clock.at if clock.done_at is None else clock.done_at)


def time_allowed(clock: Clock, openings: Openings) -> int | None:
    """Return the time without the pauses from start to due; None while that is not known."""
    limit = clock.promise.limit
    if isinstance(limit, Duration) and limit.is_exact:
        return limit.seconds
    return None if clock.due is None else _without_pauses(clock, openings, clock.due)


def _without_pauses(clock: Clock, openings: Openings, until: int) -> int:
    limit = clock.promise.limit
    working = isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING

    def between(start: int, end: int) -> int:
        return elapsed(openings, start, end) if working else end - start

    passed = between(clock.started_at, until)
    cursor = clock.started_at
    for pause in clock.pauses:
        end = until if pause.end is None else min(pause.end, until)
        start = max(pause.start, cursor)
        if end > start:
            passed -= between(start, end)
            cursor = end
    return passed


def _is_in(window: Window, instant: int) -> bool:
    return window[0] <= instant and (window[1] is None or instant < window[1])


def _zone(policy: Policy) -> str:
    if policy.hours is not None:
        return policy.hours.zone
    zones = [clause.zone for clause in policy.of_kind(ZoneClause)]
    return zones[-1] if zones else "UTC"


def _openings(policy: Policy, first: int, at: int) -> Openings:
    """Return openings from the first case to `at`: one horizon for the whole history."""
    return compile_openings(policy.hours or Hours(zone=_zone(policy)), first, at)
