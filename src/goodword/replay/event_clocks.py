"""The clocks of a promise on a whole log of events at once: the same answers as one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from goodword.businesstime.openings import Openings
from goodword.case.columns import NOTHING
from goodword.case.event import EventKind
from goodword.case.event_columns import EventColumns
from goodword.case.holds import holds
from goodword.clock.applies import applies, asks_for_facts
from goodword.clock.clock import Clock, Outcome
from goodword.clock.run import known_of, run_known
from goodword.policy.lookup import LookupRow
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration
from goodword.replay.clock_arrays import CODE, clock_columns, done_code
from goodword.replay.dues import passed
from goodword.replay.event_dues import UNKNOWN, paused_dues
from goodword.replay.event_pauses import Pauses, pauses_of
from goodword.replay.event_situations import Situations, Standings
from goodword.replay.event_stretches import Stretches, stretches
from goodword.replay.event_table import NEVER, EventTable, Flags, Instants, Places
from goodword.replay.one_by_one import (
    is_in,
    openings_of_clock,
    time_allowed,
    time_taken,
    time_waited,
)
from goodword.replay.outcomes import OUTCOMES, ClockColumns, Window
from goodword.replay.rows_by_hours import rows_by_hours

# From the one that stands for the case to the one that stands last, as in the fold of one case.
_RANK = np.array(
    [
        [
            Outcome.BROKEN_OPEN,
            Outcome.BROKEN_CLOSED,
            Outcome.OPEN,
            Outcome.KEPT,
            Outcome.VOID,
            Outcome.EXCUSED,
        ].index(outcome)
        for outcome in OUTCOMES
    ],
    np.int64,
)


@dataclass(frozen=True, slots=True)
class EventClocks:
    """The clocks of one promise, one row a clock, in the order of the log's cases.

    `row` is the case; `began`, `started`, `due`, `done` and `wakes` are those of `Clock`, with
    `NOTHING` for None, and `outcome` is a place in `OUTCOMES`. `taken`, `waited` and `allowed` are
    those of `ClockColumns`.
    """

    row: Instants
    began: Instants
    started: Instants
    due: Instants
    done: Instants
    wakes: Instants
    outcome: Instants
    taken: Instants
    waited: Instants
    allowed: Instants

    def columns(self) -> ClockColumns:
        """Return what is kept of the clocks for results."""
        return clock_columns(
            started=self.began,
            outcome=self.outcome,
            taken=self.taken,
            row=self.row,
            waited=self.waited,
            allowed=self.allowed,
        )


class EventLog:
    """The events of many cases known at `at`, ready to be asked about promises.

    `judged` and `one_by_one` count the clocks it was asked for, and those of them that needed the
    fold of one case: promises that ceased to apply, and policies with tables to look up.
    """

    def __init__(self, columns: EventColumns, at: int) -> None:
        self.table = EventTable(columns, at)
        self.standings = Standings(self.table)
        self.at = at
        self.first = int(self.table.instant[:-1].min(initial=at))
        self.judged = self.one_by_one = 0

    def __len__(self) -> int:
        return len(self.table)

    def clocks(
        self, promise: Promise, policy: Policy, openings: Openings, window: Window
    ) -> EventClocks:
        """Return the promise's clocks that began in the window. `openings` are the house's."""
        now, before = self._cases(promise, policy)
        in_bulk = self._in_bulk(promise, policy, openings, window, now)
        alone = self._alone(promise, policy, openings, window, before)
        self.judged += len(in_bulk.row) + len(alone.row)
        self.one_by_one += len(alone.row)
        if not len(alone.row):
            return in_bulk
        both = _joined(in_bulk, alone)
        return _chosen(both, np.argsort(both.row, kind="stable"))

    def _situations(self, promise: Promise, policy: Policy) -> Situations:
        facts = asks_for_facts(promise, policy)
        return self.standings.informed if facts else self.standings.plain

    def _cases(self, promise: Promise, policy: Policy) -> tuple[Places, Places]:
        """Return the cases to which the promise applies now, and those to which it only did."""
        if policy.of_kind(LookupRow):
            return np.zeros(0, np.intp), np.arange(len(self))
        stood = self._situations(promise, policy)
        usable = np.array([applies(promise, policy, *one) for one in stood.each], np.bool_)
        now = usable[stood.last]
        # What was changed again at the same instant never stood.
        following = np.append(stood.places[1:], len(self.table.kind))[: len(stood.places)]
        stayed = self.table.instant[following] != self.table.instant[stood.places]
        before = np.zeros(len(self), np.bool_)
        before[self.table.case[stood.places[usable[stood.codes] & stayed]]] = True
        return np.flatnonzero(now), np.flatnonzero(before & ~now)

    def _in_bulk(
        self,
        promise: Promise,
        policy: Policy,
        openings: Openings,
        window: Window,
        cases: Places,
    ) -> EventClocks:
        plain = self.standings.plain
        complaint = np.array([one.is_complaint for one, _ in plain.each], np.bool_)[plain.last]
        found = stretches(promise, self.table, self.standings, cases, complaint)
        found = found.of(_began_in(window, found))
        pauses = pauses_of(promise, policy, self.table, self.standings, found)
        due = np.empty(len(found.case), np.int64)
        for own, mine in self._by_hours(promise, policy, openings, found.case):
            due[mine] = paused_dues(
                promise.limit, own, found.start[mine], found.done[mine], _of_rows(pauses, mine)
            )
        return self._assembled(promise, policy, openings, found, pauses, due)

    def _assembled(
        self,
        promise: Promise,
        policy: Policy,
        openings: Openings,
        found: Stretches,
        pauses: Pauses,
        due: Instants,
    ) -> EventClocks:
        is_done = found.done != NEVER
        code = done_code(is_done, found.done > due, self.at > due)
        code[found.cut & (code == CODE[Outcome.KEPT])] = CODE[Outcome.VOID]
        size = len(code)
        first = np.flatnonzero(np.diff(found.case, prepend=-1))
        last = np.append(first[1:], size)[: len(first)] - 1
        # The latest of the worst stands for the case.
        weight = _RANK[code] * size + (size - 1 - np.arange(size))
        stands = size - 1 - np.minimum.reduceat(weight, first) % size if size else first
        case = found.case[first]
        settled = self._settled(promise, case)
        stands = np.where(settled < 0, stands, first)
        runs_until = due[last]
        wakes = (found.done[last] == NEVER) & (runs_until >= self.at) & (settled < 0)
        wakes &= runs_until != UNKNOWN
        outcome = np.where(settled < 0, code[stands], settled)
        start, done, own_due = found.start[stands], found.done[stands], due[stands]
        own_pauses = _of_rows(pauses, stands)
        until = np.where(done == NEVER, self.at, done)
        waited, allowed = np.empty_like(start), np.full_like(start, NOTHING)
        exact = isinstance(promise.limit, Duration) and promise.limit.is_exact
        for own, mine in self._by_hours(promise, policy, openings, case):
            some = _of_rows(own_pauses, mine)
            waited[mine] = _without(promise, own, start[mine], until[mine], some)
            if not exact:
                known = mine[own_due[mine] != UNKNOWN]
                some = _of_rows(own_pauses, known)
                some = some.between(start[known], done[known])
                allowed[known] = _without(promise, own, start[known], own_due[known], some)
        if isinstance(promise.limit, Duration) and exact:
            allowed[:] = promise.limit.seconds
        taken = (done != NEVER) & (outcome != CODE[Outcome.VOID])
        return EventClocks(
            row=self.table.codes[case].astype(np.int64),
            began=found.start[first],
            started=start,
            due=np.where(own_due == UNKNOWN, NOTHING, own_due),
            done=np.where(done == NEVER, NOTHING, done),
            wakes=np.where(wakes, runs_until + 1, NOTHING),
            outcome=outcome,
            taken=np.where(taken, waited, NOTHING),
            waited=waited,
            allowed=allowed,
        )

    def _settled(self, promise: Promise, case: Places) -> Instants:
        """Return the outcome of what is outside every denominator, -1 where nothing is."""
        settled = np.full(len(self), -1, np.int64)
        applied = self.table.places(EventKind.EXCEPTION_APPLIED)
        applied = applied[self.table.with_fact("clause", promise.id)[applied]]
        settled[self.table.case[applied]] = CODE[Outcome.EXCUSED]
        if promise.exception is not None:
            known = self.standings.known
            true = np.array([holds(promise.exception, one) is True for one in known], np.bool_)
            settled[true[self.standings.known_last]] = CODE[Outcome.EXCUSED]
        settled[self.table.case[self.table.places(EventKind.VOIDED)]] = CODE[Outcome.VOID]
        return settled[case]

    def _by_hours(
        self, promise: Promise, policy: Policy, openings: Openings, case: Places
    ) -> Iterator[tuple[Openings, Places]]:
        """Yield the openings in which rows of these cases are counted, and which rows they are."""
        stood = self.standings.informed if policy.part_hours else self.standings.plain
        return rows_by_hours(promise, policy, openings, stood.each, stood.last[case], self.at)

    def _alone(
        self,
        promise: Promise,
        policy: Policy,
        openings: Openings,
        window: Window,
        cases: Places,
    ) -> EventClocks:
        """Return the clocks of cases that need the fold of one case."""
        rows: list[tuple[int, ...]] = []
        for number in cases.tolist():
            line = known_of(self.table.case_of(number), policy, self.at)
            clock = run_known(promise, policy, openings, line)
            if clock is not None and is_in(window, clock.began_at):
                own = openings_of_clock(clock, policy, openings)
                rows.append(_row(int(self.table.codes[number]), clock, own))
        values = np.array(rows, np.int64).reshape(len(rows), len(fields(EventClocks)))
        return EventClocks(*values.T)


def _row(row: int, clock: Clock, openings: Openings) -> tuple[int, ...]:
    """Return a clock as one row of `EventClocks`."""
    told = (
        clock.due,
        clock.done_at,
        clock.wakes_at,
        CODE[clock.outcome],
        time_taken(clock, openings),
        time_waited(clock, openings),
        time_allowed(clock, openings),
    )
    known = (NOTHING if one is None else one for one in told)
    return (row, clock.began_at, clock.started_at, *known)


def _began_in(window: Window, found: Stretches) -> Flags:
    """Return the stretches of cases whose first one began in the window."""
    first = np.diff(found.case, prepend=-1) != 0
    began = found.start[np.maximum.accumulate(np.where(first, np.arange(len(first)), 0))]
    chosen: Flags = began >= window[0]
    if window[1] is not None:
        chosen &= began < window[1]
    return chosen


def _of_rows(pauses: Pauses, rows: Places) -> Pauses:
    """Return the pauses of some rows, which are sorted, by their place among these."""
    place = np.searchsorted(rows, pauses.row)
    own = np.append(rows, -1)[place] == pauses.row
    return Pauses(place[own], pauses.start[own], pauses.end[own])


def _without(
    promise: Promise, openings: Openings, start: Instants, until: Instants, pauses: Pauses
) -> Instants:
    """Return the time from each start until then, as the promise counts it, without pauses."""
    left_out = pauses.between(start, until)
    whole = passed(promise.limit, openings, start, until)
    if len(left_out.row):
        paused = passed(promise.limit, openings, left_out.start, left_out.end)
        np.subtract.at(whole, left_out.row, paused)
    return whole


def _joined(one: EventClocks, other: EventClocks) -> EventClocks:
    names = [field.name for field in fields(EventClocks)]
    return EventClocks(
        *(np.concatenate([getattr(one, name), getattr(other, name)]) for name in names)
    )


def _chosen(clocks: EventClocks, rows: Places) -> EventClocks:
    return EventClocks(*(getattr(clocks, field.name)[rows] for field in fields(EventClocks)))
