"""Trap: a case is over by its status, but no date says since when."""

from goodword.history.guess.lexicon import word_class
from goodword.history.traps.stretch import Stretch, there
from goodword.history.traps.trap import Trap, share
from goodword.problem import Severity

_FEW = 5


class EndedUndated:
    """Finds cases whose status says closed while the map's end column is empty."""

    def __init__(self, heading: str | None, place: int | None) -> None:
        self._heading = heading
        self._place = place
        self._over: dict[str, bool] = {}
        self._n = 0
        self._undated = 0
        self._has_end = True
        self._first: tuple[int, str] | None = None

    def take(self, stretch: Stretch) -> None:
        """Compare the status with the end."""
        if self._place is None:
            return
        ended = stretch.walls.get("resolved", stretch.walls.get("closed"))
        self._has_end = ended is not None
        over = None if ended is None else there(ended)
        for row, fields in enumerate(stretch.rows):
            word = fields[self._place].strip()
            is_over = self._over.get(word)
            if is_over is None:
                is_over = word_class(word, "state") in ("closed", "resolved")
                self._over[word] = is_over
            if not is_over:
                continue
            self._n += 1
            if over is None or not over[row]:
                self._undated += 1
                self._first = self._first or (stretch.lines[row], word)

    def found(self) -> list[Trap]:
        """Return the trap where such cases are more than a handful."""
        if self._undated < _FEW or self._first is None:
            return []
        grave = self._undated > 0.05 * self._n
        return [
            Trap(
                code="closed-without-date",
                severity=Severity.ERROR if grave and self._has_end else Severity.WARNING,
                message=f"{share(self._undated, self._n)} cases that are over have no date of "
                "their end."
                if self._has_end
                else f"{self._n:,} cases are over, but no column says since when.",
                rows=self._undated,
                of=self._n,
                column=self._heading,
                line=self._first[0],
                example=self._first[1],
                effect="They count as open, and as broken once they are past their time."
                if self._has_end
                else "Promises about the resolution cannot be judged.",
                advice="Export the date of the end for them.",
            )
        ]
