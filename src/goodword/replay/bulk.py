"""A table of cases judged in columns: the same answers as one by one, a million in a moment."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings
from goodword.case.columns import NOTHING, CaseColumns, LeftOut
from goodword.case.holds import holds
from goodword.clock.applies import applies
from goodword.clock.clock import Outcome
from goodword.clock.timeline import Standing
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Duration
from goodword.replay.clock_arrays import CODE, clock_columns, done_code
from goodword.replay.dues import Instants, dues, passed
from goodword.replay.outcomes import ClockColumns, Window
from goodword.replay.rows_by_hours import rows_by_hours

STOPPED_BY = {
    Metric.ANSWER: ("answered",),
    Metric.WAIT: ("answered",),
    Metric.CALLBACK: ("first_response", "answered"),
    Metric.FIRST_RESPONSE: ("first_response", "answered"),
    Metric.ACKNOWLEDGE: ("acknowledged",),
    Metric.RESOLUTION: ("resolved",),
}
_NEVER = 2**62


def can_judge(promise: Promise) -> bool:
    """Whether one row of a table settles the promise, so that columns can judge it."""
    return promise.metric in STOPPED_BY and promise.start is None


class BulkTable:
    """The rows of a table that exist at `at` and are judged, ready to be asked about promises."""

    def __init__(self, columns: CaseColumns, at: int) -> None:
        opened = np.frombuffer(columns.opened, np.int64)
        judged = np.frombuffer(columns.left_out, np.int8) == LeftOut.NO
        self.rows: NDArray[np.intp] = np.flatnonzero(judged & (opened <= at))
        self.opened: Instants = opened[self.rows]
        self.first = int(self.opened.min()) if len(self.rows) else at
        self.at = at
        self._columns = columns
        self._standing, self._standings = self._kinds_of_case()

    def judge(
        self,
        promise: Promise,
        policy: Policy,
        openings: Openings,
        window: Window,
    ) -> ClockColumns:
        """Return the promise's clocks on the rows it applies to that were opened in the window."""
        chosen = self.opened >= window[0]
        if window[1] is not None:
            chosen &= self.opened < window[1]
        usable = np.array(
            [applies(promise, policy, one, facts) for one, facts in self._standings], np.bool_
        )
        here = chosen & usable[self._standing] if len(usable) else chosen
        starts = self.opened[here]
        if not len(starts):
            return ClockColumns()
        done = self._done(promise, here)
        is_done = done <= self.at
        due, waited = np.empty_like(starts), np.empty_like(starts)
        ends = np.where(is_done, done, self.at)
        of = self._standing[here]
        for own, mine in rows_by_hours(promise, policy, openings, self._standings, of, self.at):
            due[mine] = dues(promise.limit, own, starts[mine])
            waited[mine] = passed(promise.limit, own, starts[mine], ends[mine])
        code = done_code(is_done, done > due, self.at > due)
        if promise.exception is not None and holds(promise.exception, {}) is True:
            code[:] = CODE[Outcome.EXCUSED]
        return clock_columns(
            started=starts,
            outcome=code,
            taken=np.where(is_done, waited, NOTHING),
            row=self.rows[here],
            waited=waited,
            allowed=_allowed(promise, starts, due),
        )

    def _done(self, promise: Promise, here: NDArray[np.bool_]) -> Instants:
        """Return when each was done by what stops the promise first; `_NEVER` where it was not."""
        rows = self.rows[here]
        done = np.full(len(rows), _NEVER, np.int64)
        for name in STOPPED_BY[promise.metric]:
            if name in self._columns.instants:
                column = np.frombuffer(self._columns.instants[name], np.int64)[rows]
                done = np.minimum(done, np.where(column == NOTHING, _NEVER, column))
        return done

    def _kinds_of_case(
        self,
    ) -> tuple[NDArray[np.intp], list[tuple[Standing, Mapping[str, str]]]]:
        """Return every combination of channel, kind, priority and place, and that of each row."""
        names = [self._columns.channel, self._columns.kind, self._columns.priority]
        place = self._columns.place
        key = np.zeros(len(self.rows), np.int64)
        for name in names if place is None else [*names, place]:
            key = key * len(name.words) + np.frombuffer(name.codes, np.int32)[self.rows]
        _, example, which = np.unique(key, return_index=True, return_inverse=True)
        standings: list[tuple[Standing, Mapping[str, str]]] = []
        for index in example:
            row = int(self.rows[index])
            where = None if place is None else place.of(row)
            facts = {} if where is None else {"place": where}
            standings.append((Standing(0, *(name.of(row) for name in names)), facts))
        return which, standings


def _allowed(promise: Promise, starts: Instants, due: Instants) -> Instants:
    limit = promise.limit
    if isinstance(limit, Duration) and limit.is_exact:
        return np.full_like(starts, limit.seconds)
    return due - starts
