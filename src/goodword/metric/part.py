"""A promise cut by part: by channel, priority, kind, place, month, weekday or hour."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.case.case import Case
from goodword.case.columns import CaseColumns, LeftOut
from goodword.case.event import EventKind
from goodword.metric.dimension import Dimension
from goodword.metric.period import months_between
from goodword.metric.suppress import EXACT_FROM, shown
from goodword.metric.survived import Survived, survived
from goodword.replay.outcomes import ClockColumns, PromiseOutcome, count

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_QUARTER = 900
"""Clocks of the world are apart by whole quarters of an hour."""

Cases = CaseColumns | Sequence[Case]
Codes = NDArray[np.int64]
Words = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a promise's clocks. `words` has one for each dimension, None where not told.

    With `is_hidden` there are too few cases to be shown, and no number of it is told; with
    `is_rounded` so few that only its number and a share rounded to 5% are. Where single clocks are
    not kept, `cases` says of how many cases they are, and `quantiles` and `survived` how long they
    took.
    """

    words: tuple[str | None, ...]
    outcome: PromiseOutcome
    is_hidden: bool = False
    is_rounded: bool = False
    cases: int | None = None
    quantiles: dict[str, int | None] | None = None
    survived: Survived | None = None

    @property
    def has_times(self) -> bool:
        """Whether it is known how long its clocks took."""
        return self.survived is not None or bool(self.outcome.clocks.started)

    @property
    def kept_in(self) -> Survived:
        """The estimates with open cases kept in."""
        return self.survived or survived(self.outcome.clocks)


class Parts:
    """The parts of a history, ready to cut promises by.

    Months, weekdays and hours are those of `zone` in which the clock began; channel and place are
    those by which the case came; kind and priority are the latest ones known at `at`.
    """

    def __init__(self, cases: Cases, *, at: int, zone: str) -> None:
        self._cases = cases
        self._at = at
        self._zone = zone
        self._known: dict[Dimension, tuple[Codes, Words]] = {}

    def cut(self, outcome: PromiseOutcome, by: Sequence[Dimension]) -> tuple[Part, ...]:
        """Return each part that has clocks, in the order of its words and never of its results.

        Where a dimension is about people, parts of fewer than five cases are hidden, and one more
        where the total would tell them.
        """
        clocks = outcome.clocks
        if not clocks.started:
            return ()
        key = np.zeros(len(clocks.started), np.int64)
        every: list[Words] = []
        for dimension in by:
            codes, words = self._codes(dimension, clocks)
            key = key * len(words) + codes
            every.append(words)
        which, place = np.unique(key, return_inverse=True)
        parts = [
            Part(_words(int(one), every), _only(outcome, place == index))
            for index, one in enumerate(which)
        ]
        return hidden_parts(parts, by)

    def groups(self, by: Sequence[Dimension]) -> list[tuple[tuple[str | None, ...], Cases]]:
        """Return the words of each part with its cases alone, in the order of the words.

        Only what a case has from the start, or what it became: no months, weekdays or hours.
        """
        key = np.zeros(len(self._cases), np.int64)
        every: list[Words] = []
        for dimension in by:
            codes, words = self._of_cases(dimension)
            key = key * len(words) + codes
            every.append(words)
        return [
            (_words(int(one), every), _cases_where(self._cases, key == one))
            for one in np.unique(key)
        ]

    def _codes(self, dimension: Dimension, clocks: ClockColumns) -> tuple[Codes, Words]:
        started = np.frombuffer(clocks.started, np.int64)
        match dimension:
            case Dimension.MONTH:
                months = months_between(int(started.min()), int(started.max()), self._zone)
                begins = np.array([month.start for month in months], np.int64)
                place = np.searchsorted(begins, started, "right") - 1
                return place.astype(np.int64), [month.name for month in months]
            case Dimension.WEEKDAY:
                return _local(started, self._zone, lambda local: local.weekday()), WEEKDAYS
            case Dimension.HOUR:
                hours = [f"{hour:02}:00" for hour in range(24)]
                return _local(started, self._zone, lambda local: local.hour), hours
        if dimension not in self._known:
            self._known[dimension] = self._of_cases(dimension)
        codes, words = self._known[dimension]
        return codes[np.frombuffer(clocks.row, np.int64)], words

    def _of_cases(self, dimension: Dimension) -> tuple[Codes, Words]:
        """Return the word of each case as a code, in alphabetical order, what is not told last."""
        codes: Codes
        words: list[str | None]
        if isinstance(self._cases, CaseColumns):
            names = getattr(self._cases, dimension)
            if names is None:
                return np.zeros(len(self._cases), np.int64), [None]
            codes, words = np.frombuffer(names.codes, np.int32).astype(np.int64), names.words
        else:
            told = [word_of(case, dimension, at=self._at) for case in self._cases]
            words = list(dict.fromkeys(told))
            places = {word: place for place, word in enumerate(words)}
            codes = np.array([places[word] for word in told], np.int64)
        order = sorted(range(len(words)), key=lambda code: (words[code] is None, words[code] or ""))
        rank = np.empty(len(words), np.int64)
        rank[order] = np.arange(len(words))
        return rank[codes], [words[code] for code in order]


def word_of(case: Case, dimension: Dimension, *, at: int) -> str | None:
    """Return the channel, kind, priority or place of a case as it was known at `at`."""
    opening = case.events[0].facts if case.events else {}
    if dimension is Dimension.PLACE:
        return opening.get("place")
    word: str | None = getattr(case, dimension) or opening.get(dimension)
    changed = {
        Dimension.KIND: EventKind.KIND_CHANGED,
        Dimension.PRIORITY: EventKind.PRIORITY_CHANGED,
    }.get(dimension)
    for event in case.events:
        if event.kind is changed and event.at <= at:
            word = event.facts.get(dimension) or None
    return word


def _local(started: Codes, zone: str, of: Callable[[datetime], int]) -> Codes:
    local_zone = ZoneInfo(zone)
    quarters, place = np.unique(started // _QUARTER, return_inverse=True)
    found = [
        of(datetime.fromtimestamp(quarter * _QUARTER, UTC).astimezone(local_zone))
        for quarter in quarters.tolist()
    ]
    return np.array(found, np.int64)[place]


def _words(key: int, every: Sequence[Words]) -> tuple[str | None, ...]:
    found: list[str | None] = []
    for words in reversed(every):
        key, code = divmod(key, len(words))
        found.append(words[code])
    return tuple(reversed(found))


def _cases_where(cases: Cases, here: NDArray[np.bool_]) -> Cases:
    """Return the cases of a part; in columns the others are left out and keep their places."""
    if not isinstance(cases, CaseColumns):
        return tuple(cases[row] for row in np.flatnonzero(here).tolist())
    left_out = np.where(here, np.frombuffer(cases.left_out, np.int8), LeftOut.OWN_WORK)
    return replace(cases, left_out=array("b", left_out.astype(np.int8).tobytes()))


def _only(outcome: PromiseOutcome, here: NDArray[np.bool_]) -> PromiseOutcome:
    clocks = outcome.clocks
    some = ClockColumns(
        **{
            name: _chosen(getattr(clocks, name), here)
            for name in ("started", "outcome", "taken", "row", "waited", "allowed")
        }
    )
    return PromiseOutcome(outcome.promise, count(some.outcome), some, outcome.unmeasured)


def _chosen(column: "array[int]", here: NDArray[np.bool_]) -> "array[int]":
    some: array[int] = array(column.typecode)
    some.frombytes(np.array(column)[here].tobytes())
    return some


def hidden_parts(parts: Sequence[Part], by: Sequence[Dimension]) -> tuple[Part, ...]:
    """Return the parts, those with few cases hidden where a dimension is about people."""
    if not any(dimension.is_about_people for dimension in by):
        return tuple(parts)
    sizes = {
        str(index): len(set(part.outcome.clocks.row)) or part.cases or part.outcome.counts.n
        for index, part in enumerate(parts)
    }
    visible = shown(sizes)
    return tuple(
        replace(
            part,
            is_hidden=str(index) not in visible,
            is_rounded=part.outcome.counts.judged < EXACT_FROM,
        )
        for index, part in enumerate(parts)
    )
