"""Trap: the times do not follow the change of clocks, as a UTC export of a local business."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.activity import Activity, week_starts
from goodword.history.traps.shifted_zone import KnownZones
from goodword.history.traps.trap import Trap
from goodword.problem import Severity

_WEEKS = 8
_ENOUGH = 150
_SURE = 12.0
_WEIGHT = 400
_WEEK = 7 * 86_400
_PLACES = {
    "Europe/Berlin": "in Europe",
    "America/New_York": "in North America",
    "Australia/Sydney": "in south-eastern Australia",
}


class ClockChanges:
    """Finds a day that begins an hour earlier in summer than in winter.

    The eight weeks before a change of clocks are compared with the eight after it, for the changes
    of Europe, North America and Australia, or of the zone that was named. Where the day as written
    moves by an hour with the clocks, the times are not local.
    """

    def __init__(self, activity: Activity, headings: dict[str, str], known: KnownZones) -> None:
        self._activity = activity
        self._headings = headings
        self._known = known

    def found(self) -> list[Trap]:
        """Return the trap where the evidence is strong."""
        start = "opened" if "opened" in self._activity.names() else "at"
        weeks = self._activity.of_weeks(start)
        if len(weeks) < 6:
            return []
        zone = self._known.local or (None if self._known.is_foreign else self._known.written)
        zones = [zone] if zone else list(_PLACES)
        told = [(*self._evidence(start, zone), zone) for zone in zones]
        evidence, seen, zone = max(told)
        if evidence < _SURE:
            return []
        n = int(self._activity.by_half_hour(start).sum())
        place = _PLACES.get(zone, f"in {zone}")
        changes = f"{seen} change{'s' * (seen != 1)} of clocks"
        return [
            Trap(
                code="clock-changes",
                severity=Severity.INFO if self._known.is_foreign else Severity.ERROR,
                message="The working day as written moves by an hour when the clocks change "
                f"{place} ({changes} seen): in summer it begins an hour earlier. So the times are "
                "not local" + ("." if self._known.is_foreign else "; most likely they are UTC."),
                rows=n,
                of=n,
                column=self._headings.get(start),
                effect="None, where the policy names the zone in which you work."
                if self._known.is_foreign
                else "For half of the year each time of day is off by an hour more.",
                advice="See that the policy names your zone."
                if self._known.is_foreign
                else "Name the zone in which the export was written; keep your own zone in the "
                "policy.",
                map_lines="" if self._known.is_foreign else 'zone = "UTC"',
            )
        ]

    def _evidence(self, name: str, zone: str) -> tuple[float, int]:
        """Return how much likelier the moved day is than the unmoved one, over all changes."""
        weeks = self._activity.of_weeks(name)
        first, last = min(weeks), max(weeks)
        total, seen = 0.0, 0
        for at, forward in _changes(zone, week_starts(first), week_starts(last + 1)):
            split = (at - week_starts(0)) // _WEEK
            # The week of the change itself holds days of both kinds: the clocks change on Sunday.
            before = _days(weeks, range(split - _WEEKS, split))
            after = _days(weeks, range(split + 1, split + 1 + _WEEKS))
            if min(before.sum(), after.sum()) < _ENOUGH:
                continue
            moved = np.roll(before, -2 if forward else 2)
            total += _likelier(after, moved, before)
            seen += 1
        return total, seen


def _days(weeks: Mapping[int, NDArray[np.int64]], wanted: range) -> NDArray[np.int64]:
    """Return the half hours of Monday to Friday over some weeks."""
    total = np.zeros(48, np.int64)
    for week in wanted:
        if week in weeks:
            total += weeks[week].reshape(7, 48)[:5].sum(axis=0)
    return total


def _likelier(seen: NDArray[np.int64], one: NDArray[np.int64], other: NDArray[np.int64]) -> float:
    """Return by how much (in logarithms) `seen` is likelier under `one` than under `other`."""
    share = seen / seen.sum()
    weight = min(int(seen.sum()), int(one.sum()), _WEIGHT)
    first = np.log((one + 1) / (one + 1).sum())
    second = np.log((other + 1) / (other + 1).sum())
    return float(weight * (share * (first - second)).sum())


def _changes(zone: str, start: int, end: int) -> Sequence[tuple[int, bool]]:
    """Return when the clocks of a zone change, and whether forward."""
    local = ZoneInfo(zone)
    day = datetime.fromtimestamp(start, UTC)
    found = []
    offset = day.astimezone(local).utcoffset() or timedelta()
    while day.timestamp() < end:
        day += timedelta(days=1)
        now = day.astimezone(local).utcoffset() or timedelta()
        if abs(now - offset) == timedelta(hours=1):
            found.append((int(day.timestamp()), now > offset))
        offset = now
    return found
