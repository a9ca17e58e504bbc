"""Another system's own working time beside ours, case by case."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple, Self
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.bulk import elapsed
from goodword.businesstime.openings import Openings, compile_openings
from goodword.businesstime.workdays import is_working_day
from goodword.case.columns import NOTHING, CaseColumns
from goodword.case.own_figures import Measure, OwnFigures
from goodword.policy.hours import Hours

EXAMPLES = 1000
"""How many differing cases are kept where nobody asks for all of them."""
USUAL = 1000
"""So many of the most frequent differences are told."""
_UNIX_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 86_400
# Clues are looked for where most cases agree: else the hours or the zone are others altogether.
_AGREE = 0.3
_FEW = 3
_ENOUGH = 10
_HARDLY = 0.02
_NEARLY_ALL = 0.8
_LOOKED_AT = 2000
_MIXING = np.uint64(0x9E37_79B9_7F4A_7C15)
_NONE = timedelta(0)
_ALSO_SAME = 0.15
_MOST_DAYS = 20_000
Instants = NDArray[np.int64]


class Differing(NamedTuple):
    """One case on which two counts differ: seconds, or days where days are counted."""

    case: str
    opened: int
    done: int
    theirs: int
    ours: int


class DayClue(NamedTuple):
    """A date that nearly all cases that touch it differ by. `is_open` says how we count it."""

    day: date
    differ: int
    same: int
    is_open: bool


@dataclass(slots=True)
class Beside:
    """What comparing one column of figures with our own count came to.

    `n` cases were compared; in `same` both are alike to the `step` of the figure's own writing, in
    `nearly` to a minute more, where all dates are cut to the minute. Of the others ours is `longer`
    or `shorter`, and in `as_clock` theirs is the time as the clock runs, day and night. `usual`
    counts ours less theirs; `touched` counts, by date, cases that last over it: those alike, those
    where ours is longer, those where it is shorter; `offsets` those alike and not, by how far the
    clocks were ahead of UTC at the end. `moved` are cases that would be alike were all times so
    many hours later. `silent` have a date but no figure. Two such counts add up.
    """

    event: str
    heading: str
    unit: str
    measure: Measure
    step: int = 1
    n: int = 0
    same: int = 0
    longer: int = 0
    shorter: int = 0
    as_clock: int = 0
    nearly: int = 0
    silent: int = 0
    usual: Counter[int] = field(default_factory=Counter)
    touched: dict[int, list[int]] = field(default_factory=dict)
    offsets: dict[int, list[int]] = field(default_factory=dict)
    moved: Counter[int] = field(default_factory=Counter)
    examples: list[Differing] = field(default_factory=list)
    span: tuple[int, int] | None = None
    tried: int = 0

    @property
    def differ(self) -> int:
        """How many cases differ."""
        return self.n - self.same - self.nearly

    def add(self, other: "Beside") -> None:
        """Add what comparing further cases came to."""
        self.step = min(self.step, other.step)
        spans = [span for span in (self.span, other.span) if span is not None]
        if spans:
            self.span = min(span[0] for span in spans), max(span[1] for span in spans)
        for name in ("n", "same", "nearly", "longer", "shorter", "as_clock", "silent", "tried"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.usual += other.usual
        self.moved += other.moved
        for mine, theirs in ((self.touched, other.touched), (self.offsets, other.offsets)):
            for key, numbers in theirs.items():
                known = mine.get(key, [0] * len(numbers))
                mine[key] = [a + b for a, b in zip(known, numbers, strict=True)]
        self.examples += other.examples[: EXAMPLES - len(self.examples)]

    def finish(self) -> None:
        """Let it tell of all pieces what it would, had they been counted at once.

        `usual` then holds the most frequent differences alone.
        """
        for hours, alike in self.moved.items():
            self.moved[hours] = round(alike * self.n / self.tried) if self.tried else 0
        self.usual = Counter(dict(sorted(self.usual.items(), key=often_first)[:USUAL]))
        if not self.differ:
            self.touched, self.offsets = {}, {}
        elif self.span is not None and self.span[1] - self.span[0] > _MOST_DAYS:
            self.touched = {}

    def clues(self, hours: Hours) -> list[DayClue]:
        """Return the dates that nearly all cases that last over them differ by, most cases first.

        Where ours is longer these are dates that we count as open, where it is shorter closed ones.
        Of dates in a row it is the one with most cases, or the one that is closed as an exception.
        """
        if self.same < _AGREE * self.n or not self.touched:
            return []
        openings = compile_openings(hours, min(self.touched) * _DAY, max(self.touched) * _DAY)
        found = []
        for day, (same, longer, shorter) in sorted(self.touched.items()):
            there = date.fromordinal(day + _UNIX_EPOCH)
            is_open = is_working_day(openings, there)
            differ = longer if is_open else shorter
            touching = same + longer + shorter
            if differ >= _FEW and differ >= (1 - _ALSO_SAME) * touching:
                found.append(DayClue(there, differ, touching - differ, is_open))
        chosen = [
            clue
            for run in _in_a_row(found)
            for clue in _likely(run, {clue.day for clue in run} & openings.closed.keys())
        ]
        return sorted(chosen, key=lambda clue: (-clue.differ, clue.day))

    def weekdays(self, clues: Sequence[DayClue]) -> dict[int, int]:
        """Return, of these dates, how many fall on a weekday of which nearly all do: 0 is Monday.

        So it is where that whole day of the week is counted otherwise.
        """
        there = Counter((day + _UNIX_EPOCH - 1) % 7 for day in self.touched)
        told = Counter(clue.day.weekday() for clue in clues)
        return {day: n for day, n in told.items() if n >= _FEW and n >= _NEARLY_ALL * there[day]}

    @property
    def by_clock_change(self) -> int | None:
        """The seconds ahead of UTC at which cases differ, while at the others they do not."""
        shares = {
            offset: differ / (same + differ)
            for offset, (same, differ) in self.offsets.items()
            if same + differ >= _ENOUGH
        }
        worst = max(shares, key=lambda offset: shares[offset], default=None)
        if worst is None or len(shares) < 2 or shares[worst] < _AGREE / 2:
            return None
        rest = max(share for offset, share in shares.items() if offset != worst)
        return worst if rest < _HARDLY else None

    @property
    def shift(self) -> int | None:
        """By how many hours all times would have to move for most cases to be alike."""
        best = max(self.moved, key=lambda hours: (self.moved[hours], -abs(hours)), default=None)
        if best is None or self.same > self.n / 2 or self.moved[best] < _NEARLY_ALL * self.n:
            return None
        return best

    def as_json(self) -> dict[str, Any]:
        """Return it ready for JSON; `of_json` reads it back."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        for name in ("usual", "touched", "offsets", "moved"):
            told[name] = sorted(getattr(self, name).items())
        return told

    @classmethod
    def of_json(cls, found: Mapping[str, Any]) -> Self:
        """Return what was written down; raises ValueError, KeyError or TypeError for none."""
        return cls(
            **{
                **found,
                "measure": Measure(found["measure"]),
                "usual": Counter(dict(found["usual"])),
                "moved": Counter(dict(found["moved"])),
                "touched": {day: list(numbers) for day, numbers in found["touched"]},
                "offsets": {offset: list(numbers) for offset, numbers in found["offsets"]},
                "examples": [Differing(*one) for one in found["examples"]],
                "span": None if found["span"] is None else tuple(found["span"]),
            }
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of all cases before any of them is compared.

    `n` are those that will be; `has_seconds` whether any of their dates is not a whole minute.
    """

    n: int = 0
    has_seconds: bool = False

    def __add__(self, other: "Known") -> "Known":
        return Known(self.n + other.n, self.has_seconds or other.has_seconds)


def known_beside(columns: CaseColumns, *, at: int) -> dict[str, Known]:
    """Return what is known of all cases for each column of figures. Adds up over pieces."""
    found = {}
    for name, figures in columns.took.items():
        if name in columns.instants:
            rows, opened, done = _compared_rows(columns, name, figures, at)[1:]
            seconds = bool((opened[rows] % 60).any() or (done[rows] % 60).any())
            found[name] = Known(len(rows), seconds)
    return found


def beside(
    columns: CaseColumns, hours: Hours, *, at: int, most: int = EXAMPLES
) -> tuple[Beside, ...]:
    """Return, for each column of figures, how they compare with the time that we count.

    `hours` are ours; a figure that counts the clock is compared with the clock. What had not
    happened by `at` is not compared. `most` bounds the differing cases that are kept. O(cases).
    """
    found = beside_of_a_piece(columns, hours, known_beside(columns, at=at), at=at, most=most)
    for one in found:
        one.finish()
    return found


def beside_of_a_piece(
    columns: CaseColumns,
    hours: Hours,
    known: Mapping[str, Known],
    *,
    at: int,
    most: int = EXAMPLES,
) -> tuple[Beside, ...]:
    """Return how the figures of some cases compare: a part, to be added up and then finished.

    `known` is of all cases. Every difference is in `usual`, however many they are.
    """
    if not columns.took or not len(columns):
        return ()
    openings = compile_openings(hours, int(np.frombuffer(columns.opened, np.int64).min()), at)
    return tuple(
        _compared(columns, name, figures, openings, known[name], (at, most))
        for name, figures in columns.took.items()
        if name in columns.instants
    )


def _compared_rows(
    columns: CaseColumns, name: str, figures: OwnFigures, at: int
) -> tuple[int, NDArray[np.intp], Instants, Instants]:
    """Return how many cases are done by then, which of them have a figure, and all dates."""
    opened = np.frombuffer(columns.opened, np.int64)
    done = np.frombuffer(columns.instants[name], np.int64)
    theirs = np.frombuffer(figures.taken, np.int64)
    is_done = (done != NOTHING) & (done >= opened) & (done <= at)
    rows = np.flatnonzero(is_done & (theirs != NOTHING))
    return int(np.count_nonzero(is_done)), rows, opened, done


def _compared(
    columns: CaseColumns,
    name: str,
    figures: OwnFigures,
    openings: Openings,
    known: Known,
    bounds: tuple[int, int],
) -> Beside:
    at, most = bounds
    all_done, rows, opened, done = _compared_rows(columns, name, figures, at)
    theirs = np.frombuffer(figures.taken, np.int64)
    told = Beside(name, figures.heading, figures.unit, figures.measure, figures.step)
    told.silent = all_done - len(rows)
    told.n = len(rows)
    if not len(rows):
        return told
    begun, ended, said = opened[rows], done[rows], theirs[rows]
    first, last = (_local_days(one, openings.zone) for one in (begun, ended))
    clock = ended - begun
    if figures.measure is Measure.DAYS:
        ours = _working_days(openings, first, last)
    elif figures.measure is Measure.WORKING:
        ours = elapsed(openings, begun, ended)
    else:
        ours = clock
    apart = ours - said
    # A figure that is rounded either way, or cut, is less than a step away.
    same = np.abs(apart) < figures.step
    told.same = int(np.count_nonzero(same))
    is_cut = figures.measure is not Measure.DAYS and not known.has_seconds
    alike = (np.abs(apart) < figures.step + 60) if is_cut else same
    told.nearly = int(np.count_nonzero(alike)) - told.same
    told.longer = int(np.count_nonzero(~alike & (apart > 0)))
    told.shorter = told.differ - told.longer
    if figures.measure is Measure.WORKING:
        told.as_clock = int(np.count_nonzero(~alike & (np.abs(clock - said) < figures.step)))
        told.moved, told.tried = _moved(openings, (begun, ended), said, figures.step, known.n)
    if figures.step > 1 and figures.measure is not Measure.DAYS:
        apart = np.round(apart / 60).astype(np.int64) * 60
    steps, numbers = np.unique(apart[~alike], return_counts=True)
    told.usual = Counter(dict(zip(steps.tolist(), numbers.tolist(), strict=True)))
    longer = ~alike & (ours > said)
    usual = _usual_day(openings.hours)
    first = _local_days(begun + _DAY - usual[1], openings.zone)
    last = _local_days(ended - usual[0], openings.zone)
    kinds = tuple(kind & (first <= last) for kind in (alike, longer, ~alike & ~longer))
    told.span = int(first.min()), max(int(last.max()), int(first.max()))
    told.touched = _touched(first, last, kinds)
    told.offsets = _by_offset(ended, alike, openings.zone)
    for row in np.flatnonzero(~alike)[:most].tolist():
        case = columns.ids[int(rows[row])]
        numbers_ = (int(begun[row]), int(ended[row]), int(said[row]), int(ours[row]))
        told.examples.append(Differing(str(case), *numbers_))
    return told


def often_first(pair: tuple[int, int]) -> tuple[int, int]:
    """Return by what differences are sorted: how often they come, then how long they are."""
    return -pair[1], pair[0]


def _in_a_row(clues: Sequence[DayClue]) -> Iterator[list[DayClue]]:
    run: list[DayClue] = []
    for clue in clues:
        if run and (clue.day - run[-1].day).days > 1:
            yield run
            run = []
        run.append(clue)
    if run:
        yield run


def _likely(run: Sequence[DayClue], exceptions: Collection[date]) -> list[DayClue]:
    """Return those of some dates in a row that explain the others."""
    named = [clue for clue in run if clue.day in exceptions]
    most = max(clue.differ for clue in run)
    return named or [clue for clue in run if clue.differ == most]


def _moved(
    openings: Openings,
    moments: tuple[Instants, Instants],
    said: Instants,
    step: int,
    n: int,
) -> tuple[Counter[int], int]:
    """Return, by hours, how many would be alike were all times so much later, and of how many.

    About `_LOOKED_AT` of all `n` are tried, chosen by their dates and figures, so that the same
    ones are in whatever order they stand.
    """
    every = max(1, n // _LOOKED_AT)
    marks = (moments[0] ^ (moments[1] * 31) ^ (said * 1009)).astype(np.uint64)
    some = (marks * _MIXING >> np.uint64(33)) % np.uint64(every) == 0
    begun, ended, wanted = moments[0][some], moments[1][some], said[some]
    found: Counter[int] = Counter()
    for hours in range(-14, 15):
        if hours and len(wanted):
            ours = elapsed(openings, begun + hours * 3600, ended + hours * 3600)
            found[hours] = int(np.count_nonzero(np.abs(ours - wanted) < step))
    return found, len(wanted)


def _usual_day(hours: Hours) -> tuple[int, int]:
    """Return when we first open and last close on any day of the week, in seconds of the day.

    What begins after a day's last closing has nothing to do with that day.
    """
    spans = [interval.seconds for day in hours.week for interval in day]
    if not spans or any(end <= start for start, end in spans):
        return 0, _DAY
    return min(start for start, _ in spans), max(end for _, end in spans)


def _by_offset(instants: Instants, alike: NDArray[np.bool_], zone: str) -> dict[int, list[int]]:
    hours, where = np.unique(instants // 900, return_inverse=True)
    there = ZoneInfo(zone)
    offsets = np.array(
        [
            (datetime.fromtimestamp(hour * 900, UTC).astimezone(there).utcoffset() or _NONE)
            // timedelta(seconds=1)
            for hour in hours.tolist()
        ],
        np.int64,
    )[where]
    return {
        offset: [
            int(np.count_nonzero(alike & (offsets == offset))),
            int(np.count_nonzero(~alike & (offsets == offset))),
        ]
        for offset in np.unique(offsets).tolist()
    }


def _touched(
    first: Instants, last: Instants, kinds: tuple[NDArray[np.bool_], ...]
) -> dict[int, list[int]]:
    """Return, by date, how many cases of each kind last over it, first and last date included."""
    start, end = int(first.min()), max(int(last.max()), int(first.max()))
    if end - start > _MOST_DAYS:
        return {}
    counts = []
    for kind in kinds:
        steps = np.bincount(first[kind] - start, minlength=end - start + 2)
        steps = steps - np.bincount(last[kind] - start + 1, minlength=end - start + 2)
        counts.append(np.cumsum(steps)[: end - start + 1].tolist())
    return {
        start + day: list(numbers)
        for day, numbers in enumerate(zip(*counts, strict=True))
        if any(numbers)
    }


def _local_days(instants: Instants, zone: str) -> Instants:
    """Return the local date of each instant, as days since 1970."""
    hours, where = np.unique(instants // 900, return_inverse=True)
    there = ZoneInfo(zone)
    days = np.fromiter(
        (
            datetime.fromtimestamp(hour * 900, UTC).astimezone(there).toordinal() - _UNIX_EPOCH
            for hour in hours.tolist()
        ),
        np.int64,
        len(hours),
    )
    return days[where]


def _working_days(openings: Openings, first: Instants, last: Instants) -> Instants:
    """Return how many working days come after the first date, up to the last."""
    days = np.array(openings.days, np.int64) - _UNIX_EPOCH
    counted: Instants = np.searchsorted(days, last, "right") - np.searchsorted(days, first, "right")
    return counted
