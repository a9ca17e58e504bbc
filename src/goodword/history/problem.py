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
    """Problems as they are met while a long file streams by: counted all, kept the first ones."""

    path: str
    kept: list[HistoryProblem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)

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
        """Count a problem, and keep it with its place while there are few of its kind."""
        self.counts[code] += 1
        if self.counts[code] <= KEPT_OF_EACH:
            self.kept.append(
                HistoryProblem(
                    code, severity, message, self.path, line, column, value, understood, hint
                )
            )

    def taken(self) -> tuple[tuple[HistoryProblem, ...], Counter[str]]:
        """Return what was found since this was last asked, and forget it but for its number."""
        found, counts = self.in_order(), self.counts - self.told
        self.kept = []
        self.told = self.counts.copy()
        return found, counts

    def in_order(self) -> tuple[HistoryProblem, ...]:
        """Return the kept problems by line; those of the whole file come last."""
        return tuple(sorted(self.kept, key=lambda problem: problem.line or sys.maxsize))
