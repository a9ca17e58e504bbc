"""Traps: a gap, only cases that are over, rows chosen by their end, and bulk imports."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_DAY = 86_400
_ENOUGH = 60
_EXPECTED = 20.0
_OPEN_EXPECTED = 5.0
_SHORTEST_GAP = 7
_FIRST, _LAST = 631_152_000 // _DAY, 4_102_444_800 // _DAY
_MOST_STAMPS = 300_000
_MOST_SPANS = 200_000


class Coverage:
    """Finds what an export left out: weeks, open cases, long cases; and what came in at once."""

    def __init__(self, headings: Mapping[str, str], *, is_log: bool) -> None:
        self._headings = headings
        self._is_log = is_log
        self._days: Counter[int] = Counter()
        self._open: Counter[int] = Counter()
        self._spans: list[NDArray[np.int64]] = []
        self._kept = 0
        self._last_end = 0
        self._stamps: Counter[int] = Counter()
        self._lines: dict[int, int] = {}
        self._n = 0
        self._timed = 0

    def take(self, stretch: Stretch) -> None:
        """Count days, open cases and moments."""
        opened = stretch.walls.get("opened", stretch.walls.get("at"))
        if opened is None:
            return
        good = there(opened)
        days = opened[good] // _DAY
        self._n += len(days)
        self._days.update(days.tolist())
        if not self._is_log:
            self._ends(stretch, opened, good)
            self._moments(stretch, opened, good)

    def _ends(self, stretch: Stretch, opened: NDArray[np.int64], good: NDArray[np.bool_]) -> None:
        ended = stretch.walls.get("resolved", stretch.walls.get("closed"))
        if ended is None:
            return
        over = there(ended) & (ended < _LAST * _DAY)
        both = good & over
        if both.any():
            self._last_end = max(self._last_end, int(ended[both].max()))
        self._open.update((opened[good & ~over] // _DAY).tolist())
        if self._kept < _MOST_SPANS:
            self._spans.append((ended - opened)[both])
            self._kept += int(both.sum())

    def _moments(
        self, stretch: Stretch, opened: NDArray[np.int64], good: NDArray[np.bool_]
    ) -> None:
        timed = good & (opened % _DAY != 0)
        self._timed += int(timed.sum())
        values, first, counts = np.unique(opened[timed], return_index=True, return_counts=True)
        rows = np.flatnonzero(timed)
        for wall, at, n in zip(values.tolist(), first.tolist(), counts.tolist(), strict=True):
            self._stamps[wall] += n
            if n > 1:
                self._lines.setdefault(wall, stretch.lines[int(rows[at])])
        if len(self._stamps) > _MOST_STAMPS:
            for wall in [wall for wall, n in self._stamps.items() if n == 1]:
                del self._stamps[wall]

    def found(self) -> list[Trap]:
        """Return what was left out, and what came in at once."""
        traps = [self._gap(), self._survivors(), self._chosen_by_end(), self._bulk()]
        return [trap for trap in traps if trap is not None]

    def _gap(self) -> Trap | None:
        days = np.array(sorted(day for day in self._days if _FIRST <= day < _LAST))
        if len(days) < 20 or self._n < _ENOUGH:
            return None
        counts = np.array([self._days[int(day)] for day in days])
        gaps = np.diff(days) - 1
        at = int(gaps.argmax())
        length = int(gaps[at])
        # The rate is that of the four weeks around the gap: a file that thins out has no gap.
        near = (days > days[at] - 28) & (days <= days[at + 1] + 28)
        around = float(counts[near].sum()) / 56
        before = float(counts[(days > days[at] - 28) & (days <= days[at])].sum())
        after = float(counts[(days >= days[at + 1]) & (days < days[at + 1] + 28)].sum())
        sides = min(before, after) / 28
        lonely = min(before, after) < 0.1 * max(before, after)
        if lonely or length < _SHORTEST_GAP or sides * length < _EXPECTED:
            return None
        start, end = written(int(days[at] + 1) * _DAY)[:10], written(int(days[at + 1] - 1) * _DAY)
        return Trap(
            code="gap",
            severity=Severity.WARNING,
            message=f"From {start} to {end[:10]} ({length} days) there is not one case; about "
            f"{around * length:,.0f} would have been usual.",
            rows=0,
            of=self._n,
            column=self._headings.get("opened") or self._headings.get("at"),
            effect="A month with a gap looks quiet, and what was open then is missing.",
            advice="Were you closed, or is the export incomplete? Export those days again.",
        )

    def _survivors(self) -> Trap | None:
        """Tell that no case is open though the file ends while cases ought to be."""
        if self._is_log or not self._spans or self._kept < _ENOUGH:
            return None
        spans = np.concatenate(self._spans)
        spans = np.sort(spans[spans >= 0])
        if not len(spans):
            return None
        if self._open.total():
            return None
        # How many should be open when the last case ended, had they taken as long as the others?
        end = self._last_end
        ages = np.array([end - day * _DAY - _DAY // 2 for day in self._days])
        numbers = np.array(list(self._days.values()))
        numbers, ages = numbers[ages >= 0], ages[ages >= 0]
        longer = 1 - np.searchsorted(spans, ages, "right") / len(spans)
        expected = float((numbers * longer).sum())
        if expected < _OPEN_EXPECTED:
            return None
        return Trap(
            code="survivors",
            severity=Severity.ERROR if expected >= 2 * _OPEN_EXPECTED else Severity.WARNING,
            message=f"Not one of {self._n:,} cases is open, though the file goes on to "
            f"{written(end)[:10]}: by how long cases take, about {expected:,.0f} should be.",
            rows=0,
            of=self._n,
            column=self._headings.get("resolved") or self._headings.get("closed"),
            effect="Open cases are missing. Those past their time are broken promises: without "
            "them every figure looks too good.",
            advice="Export by the day of opening, and with open cases.",
        )

    def _chosen_by_end(self) -> Trap | None:
        """Tell a long thin beginning: rows were chosen by when they ended."""
        if self._is_log or not self._spans or self._n < 200:
            return None
        days = np.array(sorted(day for day in self._days if _FIRST <= day < _LAST))
        counts = np.array([self._days[int(day)] for day in days])
        total = np.cumsum(counts)
        start = int(days[int(np.searchsorted(total, 0.05 * total[-1]))])
        end = int(days[-1])
        main = end - start
        before = start - int(days[0])
        if main < 14 or before < 0.5 * main or not self._last_end:
            return None
        rate = 0.95 * total[-1] / max(1, main)
        early = float(total[int(np.searchsorted(days, start))]) / max(1, before)
        if early > 0.15 * rate or self._last_end / _DAY - end > 14:
            return None
        n = int(total[int(np.searchsorted(days, start))])
        return Trap(
            code="chosen-by-end",
            severity=Severity.WARNING,
            message=f"{n:,} cases were opened before {written(start * _DAY)[:10]}, thinly spread "
            "over a long time; the others after it. The rows seem to be chosen by when they "
            "ended or changed.",
            rows=n,
            of=self._n,
            column=self._headings.get("opened"),
            effect="Of the early days only cases that took long are there: those months look "
            "worse than they were.",
            advice="Export by the day of opening, or judge only what was opened after that day.",
        )

    def _bulk(self) -> Trap | None:
        if not self._stamps or self._timed < _ENOUGH:
            return None
        wall, most = self._stamps.most_common(1)[0]
        usual = self._timed / max(1, len(self._stamps))
        least = max(10, 20 * usual, 0.002 * self._timed if usual < 1.5 else 0)
        if most < least:
            return None
        heaps = [n for n in self._stamps.values() if n >= least]
        total = sum(heaps)
        return Trap(
            code="bulk-import",
            severity=Severity.WARNING,
            message=f"{share(total, self._timed)} cases begin together with many others in the "
            f"same instant; the most, {most:,}, at {written(wall)}.",
            rows=total,
            of=self._timed,
            column=self._headings.get("opened"),
            line=self._lines.get(wall),
            example=written(wall),
            effect="Cases that were imported did not come then: their times say nothing.",
            advice="Leave them out, or export them from the system that they came from.",
        )
