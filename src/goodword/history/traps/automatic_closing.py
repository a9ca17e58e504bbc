"""Trap: a machine closes, and its closing is taken for the resolution."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_DAY = 86_400
_ENOUGH = 20
_SAME_SPAN = 0.25
_SAME_MINUTE = 0.15
_SHORTEST = 1800
_MOST_KEPT = 100_000


class AutomaticClosing:
    """Finds ends that come the same span after another date, or at one minute of the day.

    A quarter of all ends after one and the same span to the minute (of at least half an hour), or
    in it within the hour around whole days, is no human hand; nor are 15 in 100 ends within one
    minute of the day, where evenly spread ones would be one in 1,440.
    """

    def __init__(self, headings: Mapping[str, str]) -> None:
        self._headings = headings
        self._spans: dict[tuple[str, str], Counter[int]] = {}
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._minutes: dict[str, NDArray[np.int64]] = {}
        self._first: dict[tuple[str, str, int], tuple[int, str]] = {}

    def take(self, stretch: Stretch) -> None:
        """Count spans to the minute, and minutes of the day."""
        for end in ("resolved", "closed"):
            if end not in stretch.walls:
                continue
            ends = stretch.walls[end]
            good = there(ends)
            timed = ends[good & (ends % _DAY != 0)]
            minutes = np.bincount(timed % _DAY // 60, minlength=1440)
            self._minutes[end] = self._minutes.get(end, np.zeros(1440, np.int64)) + minutes
            for start in ("opened", "first_response", "resolved", "due"):
                if start == end or start not in stretch.walls:
                    continue
                starts = stretch.walls[start]
                # Between two dates without a time every span is of whole days.
                timed_pair = (ends % _DAY != 0) | (starts % _DAY != 0)
                both = good & there(starts) & timed_pair
                rows = np.flatnonzero(both)
                spans = (ends[rows] - starts[rows] + 30) // 60
                self._count(start, end, spans, rows, stretch)

    def _count(
        self,
        start: str,
        end: str,
        spans: NDArray[np.int64],
        rows: NDArray[np.intp],
        stretch: Stretch,
    ) -> None:
        counter = self._spans.setdefault((start, end), Counter())
        self._pairs[start, end] += len(spans)
        values, first, counts = np.unique(spans, return_index=True, return_counts=True)
        for span, at, n in zip(values.tolist(), first.tolist(), counts.tolist(), strict=True):
            counter[span] += n
            if n > 1 and (start, end, span) not in self._first:
                row = int(rows[at])
                shown = f"{written(int(stretch.walls[start][row]))} to "
                shown += written(int(stretch.walls[end][row]))
                self._first[start, end, span] = stretch.lines[row], shown
        if len(counter) > _MOST_KEPT:  # spans that came once so far are let go
            for span in [span for span, n in counter.items() if n == 1]:
                del counter[span]

    def found(self) -> list[Trap]:
        """Return a trap for each end that a machine makes."""
        traps = []
        for end in ("resolved", "closed"):
            found = self._same_span(end) or self._same_minute(end)
            if found is not None:
                traps.append(found)
        return traps

    def _same_span(self, end: str) -> Trap | None:
        best: tuple[float, str, int, int, int] | None = None
        for (start, its_end), counter in self._spans.items():
            n = self._pairs[start, its_end]
            if its_end != end or n < _ENOUGH:
                continue
            spans = Counter({span: k for span, k in counter.items() if span * 60 >= _SHORTEST})
            if not spans:
                continue
            span, same = spans.most_common(1)[0]
            whole = round(span / 1440) * 1440
            if whole:
                near = sum(k for one, k in spans.items() if abs(one - whole) <= 60)
                if near >= 2 * _SAME_SPAN * n and near > same:
                    span, same = whole, near
            if same >= _SAME_SPAN * n and (best is None or same / n > best[0]):
                best = same / n, start, span, same, n
        if best is None:
            return None
        _, start, span, same, n = best
        said = f"{_length(span)} after {_NOUNS[start]}, to the minute"
        if (start, end, span) not in self._first:
            said = f"about {_length(span)} after {_NOUNS[start]}"
        line, example = self._first.get((start, end, span), (None, ""))
        return self._trap(end, f"come {said}", same, n, line, example)

    def _same_minute(self, end: str) -> Trap | None:
        minutes = self._minutes.get(end)
        if minutes is None or int(minutes.sum()) < _ENOUGH * 2:
            return None
        n = int(minutes.sum())
        top = int(minutes.argmax())
        same = int(minutes[top])
        # Rounded to the hour, many ends share few minutes: the top must stand out from the next.
        others = np.sort(np.delete(minutes, top))[-23:]
        if same < _SAME_MINUTE * n or same < 4 * float(others.mean()):
            return None
        said = f"fall within one minute of the day, {top // 60:02}:{top % 60:02}"
        return self._trap(end, said, same, n, None, f"{top // 60:02}:{top % 60:02}")

    def _trap(self, end: str, said: str, same: int, n: int, line: int | None, example: str) -> Trap:
        heading = self._headings.get(end)
        is_taken = end == "resolved"
        return Trap(
            code="automatic-closing",
            severity=Severity.ERROR if is_taken else Severity.INFO,
            message=f"A machine seems to close: {share(same, n)} of these ends {said}.",
            rows=same,
            of=n,
            column=heading,
            line=line,
            example=example,
            effect="The map takes this column for the resolution: each case would count as solved "
            "when the machine closed it, days after the customer had the answer."
            if is_taken
            else "None: the map takes it for closing, which resolves nothing.",
            advice="Look for a column that says when a person solved it and put that under "
            "resolved; call this one closed."
            if is_taken
            else "Nothing to do. Keep it out of resolved.",
            map_lines=f'closed = "{heading}"  # instead of resolved' if is_taken else "",
        )


_NOUNS = {
    "opened": "the opening",
    "first_response": "the first response",
    "resolved": "the resolution",
    "due": "the due time",
}


def _length(minutes: int) -> str:
    if minutes % 1440 == 0:
        days = minutes // 1440
        return f"exactly {days} day{'s' * (days != 1)}"
    if minutes < 180:
        return f"{minutes} minutes"
    return f"{minutes / 60:.1f} hours" if minutes < 2880 else f"{minutes / 1440:.2f} days"
