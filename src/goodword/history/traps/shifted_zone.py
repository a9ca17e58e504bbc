"""Trap: the times are those of another zone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.history.traps.activity import Activity
from goodword.history.traps.trap import Trap
from goodword.problem import Severity

_ENOUGH = 100
_WEIGHT = 150
"""What a profile of any length weighs: cases of a day are not independent of each other."""
_HONEST = 2
_MARGIN = 3.0
_SHORTEST = 3
_FLAT = 0.05
_SIDE = {True: "behind", False: "ahead of"}
_PLACES = {
    -10: "Honolulu",
    -9: "Anchorage",
    -8: "Los Angeles",
    -7: "Denver",
    -6: "Chicago",
    -5: "New York",
    -4: "New York or Santiago",
    -3: "Buenos Aires",
    3: "Nairobi",
    4: "Dubai",
    5: "Delhi",
    6: "Delhi or Dhaka",
    7: "Bangkok",
    8: "Singapore or Perth",
    9: "Tokyo",
    10: "Sydney",
    11: "Sydney",
    12: "Auckland",
}
_SHARP = 0.25

# How much happens in each hour of the day, local time, from midnight: an office, a public service
# that also takes requests round the clock, a shop that people write to in the evening, and a place
# that begins early.
_TEMPLATES = np.array(
    [
        [2, 1, 1, 1, 1, 2, 5, 20, 60, 95, 100, 95, 65, 75, 95, 95, 80, 45, 18, 8, 6, 5, 4, 3],
        [
            10,
            7,
            5,
            4,
            5,
            9,
            22,
            50,
            85,
            100,
            98,
            92,
            82,
            84,
            84,
            78,
            66,
            52,
            42,
            36,
            32,
            28,
            22,
            15,
        ],
        [18, 9, 5, 4, 4, 6, 14, 28, 45, 62, 74, 80, 80, 80, 82, 84, 86, 88, 90, 95, 98, 88, 64, 36],
        [2, 1, 1, 2, 4, 12, 40, 85, 100, 100, 98, 90, 62, 75, 85, 75, 50, 25, 10, 6, 5, 4, 3, 2],
    ],
    float,
)


@dataclass(frozen=True, slots=True)
class Shift:
    """How many hours a profile seems to be late; `low` and `high` bound it."""

    hours: int
    low: int
    high: int
    confidence: float


def shift_of(hours: NDArray[np.int64], *, sharp: float = _FLAT) -> Shift | None:
    """Return by how many hours a day's profile is shifted; None where it may well be right.

    The profile is compared with what is known of people's days: an office, a public service, a
    shop, an early start, each moved by 0 to 23 hours. Within two hours every day is honest:
    people begin early and late. At least 100 events are needed, and a day that is not flat:
    at least so `sharp`, in natural units of information over an even one.
    """
    n = int(hours.sum())
    if n < _ENOUGH:
        return None
    share = hours / n
    flat = float((share * np.log(np.maximum(share, 1e-9) * 24)).sum())
    if flat < sharp:
        return None
    models = np.maximum(_TEMPLATES, 2)
    models = models / models.sum(axis=1, keepdims=True)
    weight = min(n, _WEIGHT)
    likely = np.array(
        [
            max(float((share * np.log(np.roll(model, late))).sum()) for model in models)
            for late in range(24)
        ]
    )
    likely *= weight
    chance = np.exp(likely - likely.max())
    chance /= chance.sum()
    best = int(likely.argmax())
    honest = [late % 24 for late in range(-_HONEST, _HONEST + 1)]
    if best in honest or likely[best] - likely[honest].max() < _MARGIN:
        return None
    around = [late for late in range(-5, 6) if chance[(best + late) % 24] > 0.02]
    late = best if best <= 12 else best - 24
    near = sum(float(chance[(best + step) % 24]) for step in (-1, 0, 1))
    return Shift(late, late + min(around), late + max(around), near)


def lunch_dip(half_hours: NDArray[np.int64]) -> float | None:
    """Return the hour at the middle of the lunch break, None where no dip stands out.

    It is an hour with at least a fifth less than the hours on both sides of it, both of them busy,
    and by more than chance (four standard deviations).
    """
    day = half_hours.astype(float)
    hour = day + np.roll(day, -1)  # the hour that begins at each half hour
    busy = hour.max()
    best: tuple[float, float] | None = None
    for at in range(48):
        before = float(hour[(at - 3) % 48])
        after = float(hour[(at + 3) % 48])
        sides = (before + after) / 2
        if min(before, after) < 0.5 * busy or sides < 40:
            continue
        depth = 1 - hour[at] / sides
        sure = (sides - hour[at]) / np.sqrt(sides + sides / 2)
        if depth >= 0.2 and sure >= 4 and (best is None or depth > best[0]):
            best = float(depth), (at / 2 + 0.5) % 24
    return None if best is None else best[1]


def clock(hour: float) -> str:
    """Return an hour of the day as a clock shows it."""
    minutes = round(hour * 60) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class KnownZones:
    """In which zone the times are written, and in which they were turned; None where unknown.

    `is_said` where the times themselves name their zone.
    """

    written: str | None = None
    local: str | None = None
    is_said: bool = False

    @property
    def is_foreign(self) -> bool:
        """Whether the times are known to be UTC, say, and nobody said where the business is."""
        said = self.is_said or self.written in ("UTC", "Etc/UTC", "GMT")
        return said and self.local is None


class ShiftedZone:
    """Finds times that cannot be local: work at night, quiet by day, lunch at the wrong hour."""

    def __init__(self, activity: Activity, headings: dict[str, str], known: KnownZones) -> None:
        self._activity = activity
        self._headings = headings
        self._known = known

    def found(self) -> list[Trap]:
        """Return one trap for all columns that are off by the same hours."""
        shifts: dict[str, Shift] = {}
        for name in self._activity.names():
            # What trails behind the opening by hours is blurred, and no evidence.
            sharp = _FLAT if name in ("opened", "at") else _SHARP
            shift = shift_of(self._hours(name), sharp=sharp)
            if shift is not None:
                shifts[name] = shift
        start = "opened" if "opened" in self._activity.names() else "at"
        if start in shifts:
            return [self._trap(start, shifts)]
        # Replies and solutions trail behind the day: only work by night speaks against them.
        others = {
            name: shift
            for name, shift in shifts.items()
            if name != "closed"
            and not _is_night(_quietest(self._activity.by_hour(name).sum(axis=0)))
        }
        if others:
            return [self._one_column(name, shift) for name, shift in others.items()]
        return self._by_lunch(start)

    def _hours(self, name: str) -> NDArray[np.int64]:
        hours: NDArray[np.int64] = self._activity.by_hour(name).sum(axis=0)
        return hours

    def _trap(self, start: str, shifts: dict[str, Shift]) -> Trap:
        shift = shifts[start]
        hours = self._hours(start)
        n = int(hours.sum())
        quiet = _quietest(hours)
        night = int(hours[[0, 1, 2, 3, 4, 5]].sum())
        way = "late" if shift.hours > 0 else "early"
        between = (
            " (between {} and {})".format(*sorted((abs(shift.low), abs(shift.high))))
            if shift.low < shift.high
            else ""
        )
        sure = "quite surely" if shift.confidence > 0.9 else "likely"
        dip = lunch_dip(self._activity.by_half_hour(start)[:5].sum(axis=0))
        lunch = f" The lunch dip stands at {clock(dip)}." if dip is not None else ""
        message = (
            f"It is quiet from {clock(quiet)} to {clock(quiet + 6)}, and {night / n:.0%} of all "
            f"falls between midnight and 06:00.{lunch}"
        )
        if self._known.is_foreign:
            return self._foreign(shift, n, message, start)
        zone = self._known.local or self._known.written
        return Trap(
            code="shifted-zone",
            # A quiet night and a late day may be those of a place that works in the evening.
            severity=Severity.WARNING if _is_night(quiet) else Severity.ERROR,
            message=f"The times are not those of a working day: {sure} they stand about "
            f"{abs(shift.hours)} hours too {way}{between}. {message}",
            rows=n,
            of=n,
            column=self._headings.get(start),
            example=f"busiest hour: {clock(float(hours.argmax()))}",
            effect="Working hours would be counted at the wrong time of day: cases look as if "
            "they came at night, and every figure in working hours is wrong.",
            advice="Find out in which zone the export was written and name it in the map; keep "
            f"your own zone in the policy. {_if_utc(shift.hours)} If you do work at these hours, "
            "all is well."
            if zone is None
            else f"They were taken for times of {zone}. Find out in which zone they were written.",
            map_lines=_zone_line(zone),
        )

    def _foreign(self, shift: Shift, n: int, message: str, start: str) -> Trap:
        """Tell that times known to be UTC belong to a business elsewhere: as it should be."""
        way = "behind" if shift.hours > 0 else "ahead of"
        return Trap(
            code="shifted-zone",
            severity=Severity.INFO,
            message=f"The times are UTC, and the working day lies about {abs(shift.hours)} hours "
            f"{way} it. {message}",
            rows=n,
            of=n,
            column=self._headings.get(start),
            effect="None, where the policy names the zone in which you work: hours are counted "
            "in it.",
            advice="See that the policy names your zone; with --policy I look at the times in it.",
        )

    def _one_column(self, name: str, shift: Shift) -> Trap:
        hours = self._hours(name)
        n = int(hours.sum())
        way = "late" if shift.hours > 0 else "early"
        return Trap(
            code="shifted-zone",
            severity=Severity.WARNING,
            message=f"The times of this column lie about {abs(shift.hours)} hours {way} of a "
            "working day, those of the opening do not.",
            rows=n,
            of=n,
            column=self._headings.get(name),
            example=f"busiest hour: {clock(float(hours.argmax()))}",
            effect="Either it is written in another zone than the opening, and each duration is "
            "off by that, or a machine or a night shift does this step.",
            advice="Look at one case that you know in both systems.",
        )

    def _by_lunch(self, start: str) -> list[Trap]:
        """Tell a shift of an hour or two, which only the lunch break gives away."""
        if start not in self._activity.names():
            return []
        half_hours = self._activity.by_half_hour(start)[:5].sum(axis=0)
        dip = lunch_dip(half_hours)
        if self._known.is_foreign or dip is None or 11.25 <= dip <= 15.5 or not 7 <= dip <= 20:
            return []
        n = int(half_hours.sum())
        off = dip - 12.75
        way = "late" if off > 0 else "early"
        return [
            Trap(
                code="shifted-zone",
                severity=Severity.WARNING,
                message=f"People seem to have lunch at {clock(dip)}: the times may be those of "
                f"another zone, about {abs(off):.0f} hour{'s' * (round(abs(off)) != 1)} {way}.",
                rows=n,
                of=n,
                column=self._headings.get(start),
                effect="Openings and closings of the day would be off by that much.",
                advice="Find out in which zone the export was written and name it in the map. If "
                "your break is at that hour, all is well.",
                map_lines=_zone_line(self._known.local or self._known.written),
            )
        ]


def _if_utc(late: int) -> str:
    """Return where a business lies whose times are UTC and stand so many hours too late."""
    place = _PLACES.get(-late)
    near = f", as in {place}" if place else ""
    return f"If they are UTC, you work about {abs(late)} hours {_SIDE[late > 0]} it{near}."


def _is_night(quiet: float) -> bool:
    """Whether six quiet hours that begin then are those of a night."""
    return quiet >= 22 or quiet <= 2


def _zone_line(zone: str | None) -> str:
    return 'zone = "UTC"' if zone is None else f'zone = "UTC"  # instead of "{zone}"'


def _quietest(hours: NDArray[np.int64]) -> float:
    """Return the hour at which the six quietest hours begin."""
    around = np.concatenate([hours, hours])
    sums = [int(around[at : at + 6].sum()) for at in range(24)]
    return float(int(np.argmin(sums)))
