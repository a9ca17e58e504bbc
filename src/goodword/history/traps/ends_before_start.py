"""Trap: cases end before they begin."""

from collections import Counter
from collections.abc import Mapping
from zoneinfo import ZoneInfo

import numpy as np

from goodword.history.instants import InstantReader
from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_DAY = 86_400
_MANY = 0.05
_FEW = 5
_MOST = 0.5
_WHY_MIDNIGHT = (
    " Most of them end on the day itself, at 00:00: that is no time, or stands for never."
)
_WHAT_THEN = (
    "Where 00:00 stands for never, empty those cells: the case was not ended. Where the column has "
    "no times at all, export them, or leave it out of the map."
)
_AT_MIDNIGHT = (_WHY_MIDNIGHT, _WHAT_THEN)
_ENDS = ("answered", "acknowledged", "first_response", "resolved", "closed")


class EndsBeforeStart:
    """Finds ends that lie before the opening, and whether a zone, a date alone or a mix-up did it.

    An end in the hour that the clocks of `zone` repeat in autumn is given its second occurrence.
    """

    def __init__(self, headings: Mapping[str, str], zone: str | None) -> None:
        self._headings = headings
        self._zone = ZoneInfo(zone) if zone else None
        self._n: Counter[str] = Counter()
        self._early: Counter[str] = Counter()
        self._same_day: Counter[str] = Counter()
        self._hours: dict[str, Counter[int]] = {}
        self._short: Counter[str] = Counter()
        self._first: dict[str, tuple[int, str]] = {}

    def take(self, stretch: Stretch) -> None:
        """Compare the ends with the openings."""
        opened = stretch.walls.get("opened")
        if opened is None:
            return
        begun = there(opened)
        for name in _ENDS:
            if name not in stretch.walls:
                continue
            ends = stretch.walls[name]
            both = begun & there(ends)
            self._n[name] += int(both.sum())
            early = np.flatnonzero(both & (ends < opened))
            for row in early.tolist():
                start, end = int(opened[row]), int(ends[row])
                if start - end <= 7200 and self._comes_again(end, start):
                    continue
                self._early[name] += 1
                if end % _DAY == 0 and start // _DAY == end // _DAY:
                    self._same_day[name] += 1
                hours = self._hours.setdefault(name, Counter())
                hours[-((start - end) // -3600)] += 1
                if name not in self._first:
                    shown = f"opened {written(start)}, ended {written(end)}"
                    self._first[name] = stretch.lines[row], shown

    def _comes_again(self, end: int, start: int) -> bool:
        if self._zone is None:
            return False
        reader = InstantReader(("iso",), self._zone)
        first, begun = reader.read(written(end)), reader.read(written(start))
        later = reader.second_occurrence(first) if first is not None else None
        return later is not None and begun is not None and later >= begun

    def found(self) -> list[Trap]:
        """Return a trap for each column with such ends."""
        return [self._trap(name, early) for name, early in self._early.items() if early]

    def _trap(self, name: str, early: int) -> Trap:
        n = self._n[name]
        line, example = self._first[name]
        why, advice = self._reason(name, early, n)
        grave = early >= max(_FEW, _MANY * n)
        return Trap(
            code="ends-before-start",
            severity=Severity.ERROR if grave else Severity.WARNING,
            message=f"{share(early, n)} cases end before they begin.{why}",
            rows=early,
            of=n,
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="These cases are left out and judged by no promise; the figures speak of the "
            "others alone."
            if early <= _MOST * n
            else "Nothing could be judged: the file is refused.",
            advice=advice,
        )

    def _reason(self, name: str, early: int, n: int) -> tuple[str, str]:
        if early > _MOST * n:
            return (
                " The columns seem to be exchanged.",
                "Exchange them in the map: what is called opened is the end.",
            )
        if self._same_day[name] > 0.8 * early:
            return _AT_MIDNIGHT
        # In two zones: all early ends lie within the same few hours, and there are many.
        within = sum(k for hours, k in self._hours[name].items() if hours <= 13)
        if early >= max(20, _MANY * n) and within > 0.95 * early:
            most = max(self._hours[name])
            off = max(h for h, k in self._hours[name].items() if k > 0.01 * early)
            why = f" All of them by at most {min(most, off)} hours: the two columns seem to be "
            return (
                why + "written in different zones.",
                "Export both columns in one zone; a map has one zone for all of them.",
            )
        return (
            "",
            "Look at these cases where they were exported from; the two times may be exchanged.",
        )
