"""A history: what an export tells of past cases."""

from collections import Counter
from dataclasses import dataclass, field

from goodword.case.case import Case
from goodword.case.columns import CaseColumns
from goodword.case.event import EventKind
from goodword.history.problem import HistoryProblem


@dataclass(frozen=True, slots=True)
class History:
    """The cases of an export, as columns (one row a case) or as cases (one row an event).

    `rows` counts the rows read; `last_event` is the latest instant at which anything happened,
    None without any. `zone` is the one in which local times were read. `tells` names the kinds
    of event that the export holds, so that nothing is judged on what it cannot tell. With
    `dates_only` there is no time of day anywhere, so hours cannot be judged. `left_out` counts
    rows that are read but not judged, by reason. `counts` counts problems by code; `problems`
    keeps the first hundred places of each.
    """

    path: str
    zone: str
    rows: int
    last_event: int | None
    tells: frozenset[EventKind]
    columns: CaseColumns | None = None
    cases: tuple[Case, ...] = ()
    dates_only: bool = False
    left_out: Counter[str] = field(default_factory=Counter)
    problems: tuple[HistoryProblem, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.cases) if self.columns is None else len(self.columns)
