"""Trap: the quiet days of the week are odd ones."""

from goodword.history.traps.activity import Activity
from goodword.history.traps.trap import Trap
from goodword.problem import Severity

_ENOUGH = 200
_QUIET = 0.6
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKENDS = {frozenset({5, 6}), frozenset({4, 5}), frozenset({6}), frozenset({4}), frozenset({5})}


class Weekdays:
    """Finds a week whose quiet days are no weekend: one day off, or several zones off."""

    def __init__(self, activity: Activity, headings: dict[str, str]) -> None:
        self._activity = activity
        self._headings = headings

    def found(self) -> list[Trap]:
        """Return the trap where days are clearly quieter than the others."""
        start = "opened" if "opened" in self._activity.names() else "at"
        days = self._activity.by_hour(start).sum(axis=1)
        n = int(days.sum())
        weeks = len(self._activity.of_weeks(start))
        if n < _ENOUGH or weeks < 4:
            return []
        usual = sorted(map(int, days))[3]
        quiet = frozenset(day for day in range(7) if days[day] < _QUIET * usual)
        if not quiet or quiet in _WEEKENDS or len(quiet) > 3 or {5, 6} <= quiet:
            return []
        named = " and ".join(_DAYS[day] for day in sorted(quiet))
        shown = ", ".join(f"{name[:3]} {int(days[at]):,}" for at, name in enumerate(_DAYS))
        return [
            Trap(
                code="weekdays",
                severity=Severity.WARNING,
                message=f"The quiet days of the week are {named}, and not a usual weekend.",
                rows=int(days[list(quiet)].sum()),
                of=n,
                column=self._headings.get(start),
                example=shown,
                effect="If the dates are off by a day, cases of a working day are counted on a "
                "closed one.",
                advice="If you are closed on these days, all is well. If not, the dates are those "
                "of a zone far away, or day and month are exchanged.",
            )
        ]
