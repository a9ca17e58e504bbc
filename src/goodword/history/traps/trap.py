"""A trap: something in an export that would make figures wrong, or that is worth knowing."""

from dataclasses import dataclass
from typing import Protocol

from goodword.history.traps.stretch import Stretch
from goodword.problem import Severity

CODES = {
    "shifted-zone": "the times are those of another zone",
    "clock-changes": "the times do not follow the change of clocks",
    "weekdays": "the quiet days of the week are odd ones",
    "no-time-of-day": "dates without a time",
    "day-or-month": "it is not settled whether the day or the month comes first",
    "automatic-closing": "a machine closes, and it is taken for the resolution",
    "events-out-of-order": "events of a case are not in the order in which they happened",
    "ends-before-start": "cases end before they begin",
    "own-cases": "the organisation's own cases",
    "duplicate-ids": "one case stands in several rows",
    "verdict": "another system's verdict is not ours",
    "changing-verdict": "another system's verdict changes while a case runs",
    "rounded-times": "times are rounded",
    "finer-times": "from some day on, times are written finer",
    "no-cases": "cases that should not be judged: tests, spam, merged ones",
    "odd-dates": "dates in the future, and dates that stand for none",
    "unreadable-dates": "values among the dates that are none",
    "gap": "no cases for a long time",
    "survivors": "only cases that are over were exported",
    "chosen-by-end": "the rows were chosen by when they ended",
    "bulk-import": "many cases begin in the same second",
    "split-times": "the date stands in one column and the time in another",
    "serial-dates": "dates are a spreadsheet's numbers",
    "closed-without-date": "a case is over, but no date says since when",
    "mixed-offsets": "some times name their zone, and some do not",
    "broken-lines": "lines that cannot be read",
    "undeclared-channels": "channels that the policy does not speak of",
    "unmeasured": "promises that cannot be judged from this export",
}
"""The code of each trap, and what it is; `docs/reference/traps.md` says more of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """One trap that an export holds.

    An error would make figures wrong as the map stands, a warning may, an info is worth knowing:
    the map takes care of it. `rows` of `of` are concerned. `effect` says what it would do to the
    figures, `advice` what to do, and `map_lines` what to put in the map for that (TOML).
    """

    code: str
    severity: Severity
    message: str
    rows: int
    of: int
    effect: str
    advice: str
    column: str | None = None
    line: int | None = None
    example: str = ""
    map_lines: str = ""


class Watch(Protocol):
    """Looks for one kind of trap while the rows stream by."""

    def take(self, stretch: Stretch) -> None:
        """Look at some rows."""

    def found(self) -> list[Trap]:
        """Return what was found, once all rows have been seen."""


def share(part: int, whole: int) -> str:
    """Return a share in words and figures: `1,204 of 31,828 (3.8%)`."""
    percent = 100 * part / whole if whole else 0.0
    shown = f"{percent:.1f}" if 0.1 <= percent <= 99.9 or part in (0, whole) else "<0.1"
    shown = ">99.9" if shown == "<0.1" and percent > 50 else shown.removesuffix(".0")
    return f"{part:,} of {whole:,} ({shown}%)"
