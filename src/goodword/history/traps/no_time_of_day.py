"""Trap: dates without a time."""

from collections.abc import Mapping

import numpy as np

from goodword.history.traps.stretch import Stretch, there
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_DAY = 86_400
_ALL = 0.98
_SOME = 0.02
_NOON = 0.2
_FEW = 5
_BARE = len("2026-09-04")


class NoTimeOfDay:
    """Finds dates at midnight or noon to the second, far oftener than one in 1,440 minutes."""

    def __init__(self, headings: Mapping[str, str], *, is_read_as_date: bool) -> None:
        self._headings = headings
        self._is_read_as_date = is_read_as_date
        self._counts: dict[str, list[int]] = {}
        self._first: dict[str, tuple[int, str]] = {}

    def take(self, stretch: Stretch) -> None:
        """Count midnights and noons."""
        for name, walls in stretch.walls.items():
            good = there(walls)
            midnight = good & (walls % _DAY == 0)
            counts = self._counts.setdefault(name, [0, 0, 0, 0, 0])
            counts[4] += int((good & (walls % 3600 == 0)).sum())
            counts[3] += sum(
                len(stretch.texts[name][row]) <= _BARE for row in np.flatnonzero(midnight).tolist()
            )
            counts[0] += int(good.sum())
            counts[1] += int(midnight.sum())
            counts[2] += int((good & (walls % _DAY == _DAY // 2)).sum())
            if name not in self._first and midnight.any():
                row = int(np.argmax(midnight))
                self._first[name] = stretch.lines[row], stretch.texts[name][row]

    def found(self) -> list[Trap]:
        """Return a trap for the whole export, or one for each column that lacks times."""
        lacking = {
            name: counts
            for name, counts in self._counts.items()
            if counts[0] and counts[1] >= _ALL * counts[0]
        }
        timed = {name for name, counts in self._counts.items() if counts[0] and name not in lacking}
        traps = []
        if lacking and not timed - {"due"}:
            traps.append(self._all(lacking))
        else:
            traps += [self._column(name, counts) for name, counts in lacking.items()]
        for name, (n, midnight, noon, _, full) in self._counts.items():
            if name in lacking or not n:
                continue
            # Where people round to the hour, midnight is one of its 24.
            if midnight >= max(_FEW, _SOME * n, 3 * (full - midnight) / 23):
                traps.append(self._some(name, midnight, n))
            if noon >= max(_FEW, _NOON * n, 3 * (full - noon) / 23):
                traps.append(self._noon(name, noon, n))
        return traps

    def _all(self, lacking: Mapping[str, list[int]]) -> Trap:
        name = min(lacking, key=lambda one: one not in ("opened", "at"))
        line, example = self._first[name]
        n = lacking[name][0]
        handled = self._is_read_as_date or lacking[name][3] == lacking[name][1]
        return Trap(
            code="no-time-of-day",
            severity=Severity.INFO if handled else Severity.ERROR,
            message="No date of this export has a time of day.",
            rows=lacking[name][1],
            of=n,
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="Promises in hours are not judged; those in days are."
            if handled
            else "00:00 would be taken for the time: promises in hours would be judged from "
            "midnight.",
            advice="Export the times as well, if your system has them, to judge hours too."
            if handled
            else "Write the zeros into the format, so that they are no time.",
            map_lines="" if handled else 'dates = ["%Y-%m-%d 00:00:00"]',
        )

    def _column(self, name: str, counts: list[int]) -> Trap:
        line, example = self._first[name]
        is_due = name == "due"
        return Trap(
            code="no-time-of-day",
            severity=Severity.INFO if is_due else Severity.WARNING,
            message=f"This column has no time of day in {share(counts[1], counts[0])}; others "
            "have one.",
            rows=counts[1],
            of=counts[0],
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="A due date counts until the end of its day."
            if is_due
            else "Each is read as the beginning of its day: what was done that day seems to end "
            "before it began, or is off by up to a day.",
            advice="Nothing to do."
            if is_due
            else "Export this column with its time, or leave it "
            "out of the map: then promises about it are not judged.",
        )

    def _some(self, name: str, midnight: int, n: int) -> Trap:
        line, example = self._first[name]
        return Trap(
            code="no-time-of-day",
            severity=Severity.WARNING,
            message=f"Midnight to the second stands in {share(midnight, n)} of this column; by "
            "chance it would be one in 1,440. These dates probably have no time.",
            rows=midnight,
            of=n,
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="They count from 00:00, so that hours are too many by up to a day.",
            advice="Find out what these rows have in common (a channel, an import), and leave "
            "them out where hours matter.",
        )

    def _noon(self, name: str, noon: int, n: int) -> Trap:
        return Trap(
            code="no-time-of-day",
            severity=Severity.WARNING,
            message=f"12:00 to the second stands in {share(noon, n)} of this column: it may stand "
            "for a date without a time.",
            rows=noon,
            of=n,
            column=self._headings.get(name),
            effect="They count from noon, so that hours are off by up to half a day.",
            advice="Ask whether somebody types the time, or the system puts noon for the day.",
        )
