"""Trap: events of a case are not in the order in which they happened."""

from goodword.history.traps.stretch import Stretch, there, written
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_TURNED = 0.9


class EventsOutOfOrder:
    """Finds rows of a case that stand after a later one, and rows that share their time."""

    def __init__(self, heading: str | None) -> None:
        self._heading = heading
        self._last: dict[str, tuple[int, str]] = {}
        self._n = 0
        self._early = 0
        self._equal = 0
        self._ties = 0
        self._first: tuple[int, str] | None = None
        self._first_tie: tuple[int, str] | None = None

    def take(self, stretch: Stretch) -> None:
        """Compare each row with the one before it of the same case."""
        walls = stretch.walls["at"]
        good = there(walls)
        said = stretch.words.get("state") or stretch.words.get("event")
        for row, case in enumerate(stretch.words["case"]):
            if not good[row]:
                continue
            at = int(walls[row])
            word = said[row] if said is not None else ""
            before = self._last.get(case)
            self._last[case] = at, word
            if before is None:
                continue
            self._n += 1
            if at < before[0]:
                self._early += 1
                if self._first is None:
                    shown = f"{case[:40]}: {written(at)} after {written(before[0])}"
                    self._first = stretch.lines[row], shown
            elif at == before[0]:
                self._equal += 1
                self._ties += word != before[1]
                if self._first_tie is None and word != before[1]:
                    shown = f"{case[:40]}: {before[1][:40]}, {word[:40]} at {written(at)}"
                    self._first_tie = stretch.lines[row], shown

    def found(self) -> list[Trap]:
        """Return what was found of order and of ties."""
        traps = []
        turned = self._early > _TURNED * (self._n - self._equal)
        if self._early and self._first is not None:
            traps.append(
                Trap(
                    code="events-out-of-order",
                    severity=Severity.INFO,
                    message="The newest event of a case stands first."
                    if turned
                    else f"{share(self._early, self._n)} events stand after a later one of their "
                    "case.",
                    rows=self._early,
                    of=self._n,
                    column=self._heading,
                    line=self._first[0],
                    example=self._first[1],
                    effect="None: events are taken in the order in which they happened.",
                    advice="Nothing to do, unless day and month are exchanged.",
                )
            )
        if self._ties and self._first_tie is not None and (turned or self._ties > 0.01 * self._n):
            traps.append(
                Trap(
                    code="events-out-of-order",
                    severity=Severity.WARNING if turned else Severity.INFO,
                    message=f"{share(self._ties, self._n)} events share their time with another "
                    "one of the case that says something else.",
                    rows=self._ties,
                    of=self._n,
                    column=self._heading,
                    line=self._first_tie[0],
                    example=self._first_tie[1],
                    effect="The order of rows decides between them"
                    + (
                        ", and here the newest stands first: it is the wrong one."
                        if turned
                        else "."
                    ),
                    advice="Sort the file so that the oldest row stands first."
                    if turned
                    else "Export seconds, if your system has them.",
                )
            )
        return traps
