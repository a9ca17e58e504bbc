"""A table of cases judged in columns: the same answers as one by one, a million in a moment."""

from array import array
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.bulk import elapsed
from goodword.businesstime.openings import Openings
from goodword.case.columns import NOTHING, CaseColumns, LeftOut
from goodword.case.holds import holds
from goodword.clock.applies import applies
from goodword.clock.clock import Outcome
from goodword.clock.own_hours import openings_of
from goodword.clock.timeline import Standing
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration
from goodword.replay.dues import Instants, dues
from goodword.replay.outcomes import OUTCOMES, ClockColumns, Window

STOPPED_BY = {
    Metric.ANSWER: ("answered",),
    Metric.WAIT: ("answered",),
    Metric.CALLBACK: ("first_response", "answered"),
    Metric.FIRST_RESPONSE: ("first_response", "answered"),
    Metric.ACKNOWLEDGE: ("acknowledged",),
    Metric.RESOLUTION: ("resolved",),
}
_CODE = {outcome: OUTCOMES.index(outcome) for outcome in Outcome}
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
        for own, mine in self._by_hours(promise, policy, openings, self._standing[here]):
            due[mine] = dues(promise.limit, own, starts[mine])
            waited[mine] = _waited(promise, own, starts[mine], ends[mine])
        code = np.where(
            is_done,
            np.where(done > due, _CODE[Outcome.BROKEN_CLOSED], _CODE[Outcome.KEPT]),
            np.where(self.at > due, _CODE[Outcome.BROKEN_OPEN], _CODE[Outcome.OPEN]),
        )
        if promise.exception is not None and holds(promise.exception, {}) is True:
            code[:] = _CODE[Outcome.EXCUSED]
        return ClockColumns(
            _array("q", starts, np.int64),
            _array("b", code, np.int8),
            _array("q", np.where(is_done, waited, NOTHING), np.int64),
            _array("q", self.rows[here], np.int64),
            _array("q", waited, np.int64),
            _array("q", _allowed(promise, starts, due), np.int64),
        )

    def _by_hours(
        self,
        promise: Promise,
        policy: Policy,
        openings: Openings,
        standing: NDArray[np.intp],
    ) -> Iterator[tuple[Openings, NDArray[np.bool_]]]:
        """Yield the openings of each channel and place of the rows, and which rows these are."""
        found: dict[str, tuple[Openings, list[int]]] = {}
        for index in np.unique(standing).tolist():
            one, facts = self._standings[index]
            parts = policy.parts_named(facts) if policy.part_hours else ()
            own = openings_of(promise, policy, openings, one.channel, self.at, parts)
            found.setdefault(own.fingerprint, (own, []))[1].append(index)
        for own, those in found.values():
            yield own, np.isin(standing, those)

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


def _waited(promise: Promise, openings: Openings, starts: Instants, ends: Instants) -> Instants:
    limit = promise.limit
    if isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING:
        return elapsed(openings, starts, ends)
    return ends - starts


def _allowed(promise: Promise, starts: Instants, due: Instants) -> Instants:
    limit = promise.limit
    if isinstance(limit, Duration) and limit.is_exact and limit.counting is Counting.WORKING:
        return np.full_like(starts, limit.seconds)
    return due - starts


def _array(code: str, values: NDArray[np.generic], kind: type[np.generic]) -> "array[int]":
    filled: array[int] = array(code)
    filled.frombytes(values.astype(kind).tobytes())
    return filled
