"""Traps: dates in the future, dates that stand for none, and values that are no dates."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

import numpy as np

from goodword.history.guess.date_shape import date_shape
from goodword.history.traps.stretch import UNREAD, Stretch, there
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_DAY = 86_400
_MARKERS = {
    -2_208_988_800: "1900-01-01",
    -2_209_075_200: "1899-12-31",
    -2_209_161_600: "1899-12-30",
    0: "1970-01-01",
    -86_400: "1969-12-31",
    946_684_800: "2000-01-01",
    -62_135_596_800: "0001-01-01",
}
_FAR = int(datetime(2090, 1, 1, tzinfo=UTC).timestamp())
_OLD = int(datetime(1971, 1, 1, tzinfo=UTC).timestamp())
_MOST_KEPT = 2000


class OddDates:
    """Finds dates after `now`, markers such as 1900-01-01 and 9999-12-31, and what is no date."""

    def __init__(self, headings: Mapping[str, str], now: int) -> None:
        self._headings = headings
        self._tomorrow = now + _DAY
        self._n: Counter[str] = Counter()
        self._future: Counter[str] = Counter()
        self._markers: dict[str, Counter[str]] = {}
        self._unread: dict[str, Counter[str]] = {}
        self._bad: Counter[str] = Counter()
        self._first: dict[tuple[str, str], tuple[int, str]] = {}

    def take(self, stretch: Stretch) -> None:
        """Look at each date that is out of the ordinary."""
        for name, walls in stretch.walls.items():
            good = there(walls)
            self._n[name] += int(good.sum()) + int((walls == UNREAD).sum())
            day = walls // _DAY * _DAY
            marker = good & (
                (walls >= _FAR) | (walls < _OLD) | ((day == 946_684_800) & (walls % _DAY == 0))
            )
            for row in np.flatnonzero(marker).tolist():
                kept = self._markers.setdefault(name, Counter())
                if len(kept) < _MOST_KEPT:
                    kept[stretch.texts[name][row]] += 1
                self._remember("marker", name, stretch, row)
            if name != "due":
                future = good & ~marker & (walls > self._tomorrow)
                self._future[name] += int(future.sum())
                if future.any():
                    self._remember("future", name, stretch, int(np.argmax(future)))
            for row in np.flatnonzero(walls == UNREAD).tolist():
                self._bad[name] += 1
                kept = self._unread.setdefault(name, Counter())
                if len(kept) < _MOST_KEPT:
                    kept[stretch.texts[name][row]] += 1
                self._remember("unread", name, stretch, row)

    def _remember(self, what: str, name: str, stretch: Stretch, row: int) -> None:
        self._first.setdefault((what, name), (stretch.lines[row], stretch.texts[name][row]))

    def found(self) -> list[Trap]:
        """Return a trap for each column and kind."""
        traps = []
        for name, counts in self._markers.items():
            total = counts.total()
            few = [text for text, n in counts.most_common(3) if n > 1 or total < 3]
            if len(counts) <= max(3, total // 2) or all(_is_marker(text) for text in few):
                traps.append(self._marker(name, counts))
        traps += [self._in_future(name, n) for name, n in self._future.items() if n]
        traps += [self._no_dates(name, counts) for name, counts in self._unread.items()]
        return traps

    def _marker(self, name: str, counts: Counter[str]) -> Trap:
        line, _ = self._first["marker", name]
        listed = ", ".join(f'"{text}"' for text, _ in counts.most_common(3))
        total = counts.total()
        return Trap(
            code="odd-dates",
            severity=Severity.ERROR if total > 0.01 * self._n[name] else Severity.WARNING,
            message=f"{share(total, self._n[name])} of these dates stand for no date at all.",
            rows=total,
            of=self._n[name],
            column=self._headings.get(name),
            line=line,
            example=counts.most_common(1)[0][0],
            effect="An open case with such an end would be counted as ended, or left out.",
            advice="Say that these values mean: nothing known.",
            map_lines=f"missing = [{listed}]",
        )

    def _in_future(self, name: str, n: int) -> Trap:
        line, example = self._first["future", name]
        return Trap(
            code="odd-dates",
            severity=Severity.WARNING,
            message=f"{share(n, self._n[name])} of these dates lie in the future.",
            rows=n,
            of=self._n[name],
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="The last event of the file is the instant of judgment, unless you name one: "
            "with a date in the future every open case is overdue.",
            advice="Name the day of the export with --at when you replay; see whether day and "
            "month are exchanged.",
        )

    def _no_dates(self, name: str, counts: Counter[str]) -> Trap:
        line, example = self._first["unread", name]
        n, of = self._bad[name], self._n[name]
        shown = ", ".join(f'"{text[:30]}"' for text, _ in counts.most_common(3))
        words = [text for text, k in counts.most_common(3) if k > 1 and date_shape(text) is None]
        listed = ", ".join(f'"{text}"' for text in words if not any(c.isdigit() for c in text))
        shape = next((s for text in counts if (s := date_shape(text)) is not None), None)
        line_for_map = f"missing = [{listed}]" if listed else ""
        advice = "Where a value stands for nothing, name it under missing; mend the other cells."
        if shape is not None and not shape.is_number:
            line_for_map = f'dates = ["{shape.form}"]  # beside the formats that are there'
            advice = "Some are dates written another way: add their format to the map."
        return Trap(
            code="unreadable-dates",
            severity=Severity.ERROR if n > 0.05 * of else Severity.WARNING,
            message=f"{share(n, of)} values of this column are no dates that I can read: {shown}.",
            rows=n,
            of=of,
            column=self._headings.get(name),
            line=line,
            example=example,
            effect="These cases are read and judged by no promise.",
            advice=advice,
            map_lines=line_for_map,
        )


def _is_marker(text: str) -> bool:
    return any(mark in text for mark in ("9999", "2099", "2999", "1900", "1899", "1970", "0001"))
