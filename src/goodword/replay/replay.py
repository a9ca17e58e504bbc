"""Histories judged under the versions of a policy that were in force."""

from collections.abc import Callable, Iterable

from goodword.businesstime.openings import Openings, compile_openings
from goodword.case.case import Case
from goodword.case.columns import CaseColumns
from goodword.case.event import EventKind
from goodword.case.event_columns import EventColumns
from goodword.case.table_events import events_of
from goodword.clock.version import Versions
from goodword.errors import GoodwordError
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.replay.measurable import why_unmeasured
from goodword.replay.one_by_one import OneByOne
from goodword.replay.outcomes import ClockColumns, Outcomes, PromiseOutcome, Window, count
from goodword.replay.recorded import count_recorded

ALWAYS = -(2**62)
"""As the beginning of a version: it always was. A what-if is one such version."""
# From so many cases on, columns are worth the making.
_MANY = 64

Progress = Callable[[int, int], None]
"""Is told how much of how much is done."""


def what_if(policy: Policy) -> Versions:
    """Return the versions of a policy that always was in force."""
    return ((ALWAYS, policy),)


def replay(
    versions: Versions,
    cases: CaseColumns | EventColumns | Iterable[Case],
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
    table of cases is judged in bulk where one row settles a promise, and so is a log of events:
    same answers, much faster. `progress` is told after each promise.
    """
    source = _Table(cases, at) if isinstance(cases, CaseColumns) else _source_of(cases, at)
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
        zone=house_zone(ordered[-1][1]) if ordered else "UTC",
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


class _Table:
    """A table of cases judged in bulk, as a log of events where a promise needs more than that."""

    def __init__(self, columns: CaseColumns, at: int) -> None:
        from goodword.replay.bulk import BulkTable, can_judge  # noqa: PLC0415 - slow import

        self._bulk = BulkTable(columns, at)
        self._can_judge = can_judge
        self._columns = columns
        self._at = at
        self.first = self._bulk.first
        self._log: _Log | None = None

    def __len__(self) -> int:
        return len(self._bulk.rows)

    def run(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> ClockColumns:
        """Return the clocks of one promise that began in the version's window."""
        if self._can_judge(promise):
            return self._bulk.judge(promise, policy, openings, window)
        if self._log is None:
            self._log = _Log(events_of(self._columns, self._bulk.rows), self._at)
        return self._log.run(promise, policy, openings, window)


class _Log:
    """A log of events judged in bulk."""

    def __init__(self, columns: EventColumns, at: int) -> None:
        from goodword.replay.event_clocks import EventLog  # noqa: PLC0415 - slow import

        self._log = EventLog(columns, at)
        self.first = self._log.first

    def __len__(self) -> int:
        return len(self._log)

    def run(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> ClockColumns:
        """Return the clocks of one promise that began in the version's window."""
        return self._log.clocks(promise, policy, openings, window).columns()


_Source = OneByOne | _Table | _Log


def _source_of(cases: EventColumns | Iterable[Case], at: int) -> _Source:
    """Return what judges cases of many events: a few of them are sooner done one by one."""
    if isinstance(cases, EventColumns):
        return _Log(cases, at)
    known = tuple(cases)
    return (
        OneByOne(enumerate(known), at)
        if len(known) < _MANY
        else _Log(EventColumns.of_cases(known), at)
    )


def _openings(policy: Policy, first: int, at: int) -> Openings:
    """Return openings from the first case to `at`: one horizon for the whole history."""
    return compile_openings(policy.hours or Hours(zone=house_zone(policy)), first, at)
