"""Trap: in a log of states, a machine closes some time after the resolution."""

from collections import Counter
from collections.abc import Mapping

from goodword.history.column_map import States
from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_ENOUGH = 20
_DAY = 1440
_SAME = 0.25
_NEAR = 0.5
_SHORTEST = 30
_ASIDE = 120


class ClosingStates:
    """Finds cases that are closed the same span after they were resolved, or never resolved.

    It keeps the last resolution and closing of each case.
    """

    def __init__(self, states: States, headings: Mapping[str, str]) -> None:
        self._states = states
        self._headings = headings
        self._resolved: dict[str, int] = {}
        self._closed: dict[str, tuple[int, int]] = {}

    def take(self, stretch: Stretch) -> None:
        """Remember when each case was resolved and closed."""
        at = stretch.walls["at"]
        good = there(at)
        dated = stretch.walls.get("resolved")
        has_date = None if dated is None else there(dated)
        for row, (case, state) in enumerate(
            zip(stretch.words["case"], stretch.words["state"], strict=True)
        ):
            if not good[row]:
                continue
            if dated is not None and has_date is not None and has_date[row]:
                self._resolved[case] = int(dated[row])
            elif state in self._states.resolved and dated is None:
                self._resolved[case] = int(at[row])
            if state in self._states.closed and case not in self._closed:
                self._closed[case] = int(at[row]), stretch.lines[row]

    def found(self) -> list[Trap]:
        """Return what closes by itself, and what was closed without a resolution."""
        return [*self._by_machine(), *self._unresolved()]

    def _by_machine(self) -> list[Trap]:
        pairs = [
            (case, closed, line, (closed - self._resolved[case] + 30) // 60)
            for case, (closed, line) in self._closed.items()
            if case in self._resolved
        ]
        if len(pairs) < _ENOUGH:
            return []
        spans = Counter(span for *_, span in pairs if span >= _SHORTEST)
        if not spans:
            return []
        span, same = spans.most_common(1)[0]
        whole = Counter(round(one / _DAY) for one in spans.elements() if one >= _DAY // 2)
        days = whole.most_common(1)[0][0] if whole else 0
        near = sum(n for one, n in spans.items() if days and abs(one - days * _DAY) <= _ASIDE)
        if near >= _NEAR * len(pairs):
            said, n = f"about {days} day{'s' * (days != 1)}", near
            chosen = range(days * _DAY - _ASIDE, days * _DAY + _ASIDE + 1)
        elif same >= _SAME * len(pairs):
            said, n = f"{span / 60:.1f} hours, to the minute,", same
            chosen = range(span, span + 1)
        else:
            return []
        case, closed, line, _ = next(one for one in pairs if one[3] in chosen)
        shown = f"{case[:40]}: resolved {written(self._resolved[case])}, closed {written(closed)}"
        return [
            Trap(
                code="automatic-closing",
                severity=Severity.INFO,
                message=f"A machine seems to close: {share(n, len(pairs))} cases are closed "
                f"{said} after they were resolved.",
                rows=n,
                of=len(pairs),
                column=self._headings.get("state"),
                line=line,
                example=shown,
                effect="None: the map takes the resolution, and closing resolves nothing. Judged "
                "at the closing, each case would look days slower.",
                advice="Keep the closed states out of resolved.",
            )
        ]

    def _unresolved(self) -> list[Trap]:
        without = [
            (line, case) for case, (_, line) in self._closed.items() if case not in self._resolved
        ]
        if not without or not (self._states.resolved or "resolved" in self._headings):
            return []
        line, case = min(without)
        return [
            Trap(
                code="closed-without-date",
                severity=Severity.WARNING,
                message=f"{share(len(without), len(self._closed))} closed cases were never "
                "resolved, by what the log says.",
                rows=len(without),
                of=len(self._closed),
                column=self._headings.get("resolved") or self._headings.get("state"),
                line=line,
                example=case[:40],
                effect="They count as not resolved: broken once they are past their time.",
                advice="Look at one of them: was it cancelled, or is the resolution not recorded?",
            )
        ]
