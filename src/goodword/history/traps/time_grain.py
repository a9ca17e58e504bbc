"""Traps: times are rounded, or are written finer from some day on."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_ENOUGH = 60
_DAY = 86_400
_MONTH = 30 * _DAY
_ROUND = (
    (60, "the full hour", 0.5),
    (30, "the half hour", 0.6),
    (15, "the quarter", 0.7),
    (5, "five minutes", 0.9),
)


class TimeGrain:
    """Finds minutes that people round, and the day on which the seconds begin.

    Half of all times on the full hour (chance: one in sixty), six in ten on the half hour, seven
    in ten on the quarter or nine in ten on five minutes are typed by hand.
    """

    def __init__(self, headings: Mapping[str, str]) -> None:
        self._headings = headings
        self._minutes: dict[str, NDArray[np.int64]] = {}
        self._months: dict[str, dict[int, list[int]]] = {}

    def take(self, stretch: Stretch) -> None:
        """Count minutes of the hour, and seconds by month."""
        for name, walls in stretch.walls.items():
            if name == "due":
                continue
            good = walls[there(walls) & (walls % _DAY != 0)]
            if not len(good):
                continue
            minutes = np.bincount(good % 3600 // 60, minlength=60)
            self._minutes[name] = self._minutes.get(name, np.zeros(60, np.int64)) + minutes
            months = self._months.setdefault(name, {})
            values, where = np.unique(good // _MONTH, return_inverse=True)
            n = np.bincount(where)
            fine = np.bincount(where, weights=good % 60 != 0)
            for month, count, with_seconds in zip(values.tolist(), n, fine, strict=True):
                known = months.setdefault(month, [0, 0])
                known[0] += int(count)
                known[1] += int(with_seconds)

    def found(self) -> list[Trap]:
        """Return a trap for each column that is rounded or changes."""
        found = [trap for name in self._minutes if (trap := self._rounded(name)) is not None]
        traps = [_together(found)] if found else []
        for name in self._months:
            trap = self._finer(name)
            if trap is not None:
                traps.append(trap)
                break
        return traps

    def _rounded(self, name: str) -> Trap | None:
        minutes = self._minutes[name]
        n = int(minutes.sum())
        if n < _ENOUGH:
            return None
        for step, said, least in _ROUND:
            on = int(minutes[::step].sum())
            if on >= least * n:
                return Trap(
                    code="rounded-times",
                    severity=Severity.WARNING,
                    message=f"{share(on, n)} of these times stand on {said}: somebody types them.",
                    rows=on,
                    of=n,
                    column=self._headings.get(name),
                    effect=f"A span may be off by {step} minutes: promises in minutes cannot be "
                    "judged from it.",
                    advice="Judge promises of half a day or more from it, or export the times that "
                    "the system itself keeps.",
                )
        return None

    def _finer(self, name: str) -> Trap | None:
        months = sorted((month, n, fine) for month, (n, fine) in self._months[name].items())
        total = sum(n for _, n, _ in months)
        fine = sum(fine for *_, fine in months)
        if total < 2 * _ENOUGH or not 0.1 < fine / total < 0.9:
            return None
        best: tuple[float, int, bool] | None = None
        before_n = before_fine = 0
        for at in range(1, len(months)):
            before_n += months[at - 1][1]
            before_fine += months[at - 1][2]
            after_n, after_fine = total - before_n, fine - before_fine
            if min(before_n, after_n) < _ENOUGH:
                continue
            step = after_fine / after_n - before_fine / before_n
            if best is None or abs(step) > best[0]:
                best = abs(step), months[at][0], step > 0
        if best is None or best[0] < 0.85:
            return None
        day = written(best[1] * _MONTH)[:10]
        way = "with seconds" if best[2] else "without seconds"
        return Trap(
            code="finer-times",
            severity=Severity.INFO,
            message=f"About {day} the export changes: from then on times are written {way}.",
            rows=fine,
            of=total,
            column=self._headings.get(name),
            effect="Spans of minutes before and after that day cannot be compared: the system, or "
            "its settings, changed.",
            advice="Judge both parts apart: save the rows before and after that day as two files.",
        )


def _together(found: list[Trap]) -> Trap:
    """Return the trap of the most rounded column, naming the others."""
    first, *others = sorted(found, key=lambda trap: -trap.rows / trap.of)
    if not others:
        return first
    named = ", ".join(f'"{trap.column}"' for trap in others)
    return replace(first, message=f"{first.message} So it is with {named}.")
