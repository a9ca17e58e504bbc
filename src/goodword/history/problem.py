"""Something wrong in an exported history: a value that names file, line and column."""

import sys
from collections import Counter
from dataclasses import dataclass, field

from goodword.problem import Severity

KEPT_OF_EACH = 100
"""How many places of one kind of problem are kept; all are counted."""


@dataclass(frozen=True, slots=True)
class HistoryProblem:
    """One finding about a row, or about the whole file where `line` is None.

    `line` is counted from 1, the heading included; `column` is the heading's name. `understood`
    says how the row is used all the same; `hint` is the next step.
    """

    code: str
    severity: Severity
    message: str
    path: str
    line: int | None = None
    column: str | None = None
    value: str = ""
    understood: str = ""
    hint: str = ""

    @property
    def place(self) -> str:
        """Return file, line and column as people write them."""
        line = f" line {self.line}" if self.line else ""
        column = f', column "{self.column}"' if self.column else ""
        return f"{self.path}{line}{column}"


@dataclass(slots=True)
class ProblemList:
    """Problems as they are met while a long file streams by: counted all, kept the first ones.

    The first are those of the first lines, whatever the order in which they are found.
    """

    path: str
    kept: list[HistoryProblem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    _paths: dict[str, int] = field(default_factory=dict)
    _last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        *,
        line: int | None = None,
        column: str | None = None,
        value: str = "",
        understood: str = "",
        hint: str = "",
    ) -> None:
        """Count a problem, and keep it with its place where it is among the first of its kind."""
        self.counts[code] += 1
        place = self._paths.setdefault(self.path, len(self._paths)), line or sys.maxsize
        is_one_too_many = self.counts[code] > KEPT_OF_EACH
        if is_one_too_many and (place >= self._last[code] or not self._forget_last(code)):
            return
        self.kept.append(
            HistoryProblem(
                code, severity, message, self.path, line, column, value, understood, hint
            )
        )
        self._last[code] = max(self._last.get(code, place), place)

    def _forget_last(self, code: str) -> bool:
        """Forget the last of a kind, as one comes to light before it; False where none is kept."""
        own = [place for place, one in enumerate(self.kept) if one.code == code]
        if len(own) < KEPT_OF_EACH:
            return False
        own.sort(key=lambda place: self._place(self.kept[place]))
        self._last[code] = self._place(self.kept[own[-2]])
        del self.kept[own[-1]]
        return True

    def _place(self, problem: HistoryProblem) -> tuple[int, int]:
        return self._paths.get(problem.path, 0), problem.line or sys.maxsize

    def taken(self) -> tuple[tuple[HistoryProblem, ...], Counter[str]]:
        """Return what was found since this was last asked, and forget it but for its number."""
        found, counts = self.in_order(), self.counts - self.told
        self.kept = []
        self.told = self.counts.copy()
        return found, counts

    def in_order(self) -> tuple[HistoryProblem, ...]:
        """Return the kept problems by line; those of the whole file come last."""
        return tuple(sorted(self.kept, key=_in_file))


def _in_file(problem: HistoryProblem) -> tuple[int, str, str]:
    """Return where a problem stands; those of one line have an order that is theirs alone."""
    if problem.line is None:
        return sys.maxsize, "", ""
    return problem.line, problem.code, problem.column or ""
