"""What a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self

from goodword.checks.evidence import Evidence
from goodword.document.reading import Reading
from goodword.problem import Problem, Severity

SEEN = date(2026, 11, 22)
Run = Callable[[Reading, int, Evidence], Iterable[Problem]]
HELP = "docs/reference/checks"


class Confidence(StrEnum):
    """How sure we are that a finding is worth the author's time."""

    CERTAIN = "certain"  # follows from what the text says
    LIKELY = "likely"  # a rule of thumb that is nearly always right
    OPINION = "opinion"  # good style; reasonable people differ


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its permanent code, what it looks for, and where the rule comes from.

    `name` is the headline of a finding and `again` the short form for the second one in a text.
    `severity` is the usual one; a finding may be graver. `run` is None for what the reader itself
    notices while it reads a sentence, and for what another check finds along with its own.
    """

    code: str
    name: str
    again: str
    description: str
    source: str
    date: date
    confidence: Confidence
    severity: Severity
    run: Run | None = field(default=None, compare=False)

    @classmethod
    def of(
        cls,
        confidence: Confidence,
        code: str,
        name: str,
        again: str,
        description: str,
        source: str,
        severity: Severity,
        run: Run | None,
    ) -> Self:
        """Return a check as the lists of families write it down, its source seen on SEEN."""
        return cls(code, name, again, description, source, SEEN, confidence, severity, run)

    @property
    def help_page(self) -> str:
        """The path of the page that explains this check."""
        return f"{HELP}/{self.code}.md"
