"""The sheet on which promises are counted: one cell a period, kind of case and set of outcomes.

The outcomes of several promises on a case are bits of one number, so that a single count of numbers
counts them all. Which bits belong to which promise is settled when the sheet is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.clock.clock import Outcome
from goodword.replay.outcomes import OUTCOMES
from goodword.replay.tally import Cell, Tally
from goodword.replay.tally_kinds import KindsOfCase
from goodword.replay.tally_rule import Rule

MOST_CELLS = 1 << 20
_MOST_BITS = 8
# What "not done by then" and "late" together mean, in the order of the two bits.
_MEANS = tuple(
    OUTCOMES.index(outcome)
    for outcome in (Outcome.KEPT, Outcome.BROKEN_CLOSED, Outcome.OPEN, Outcome.BROKEN_OPEN)
)
_EXCUSED = OUTCOMES.index(Outcome.EXCUSED)


@dataclass(slots=True)
class Sheet:
    """Rules counted together: for each set of `ends` a bit that says it is not done, then the late.

    The bit of what stands first is the highest.
    """

    ends: tuple[tuple[str, ...], ...]
    rules: tuple[Rule, ...]
    counts: NDArray[np.int64]
    """A cell for each period, version, kind and set of bits, the last counting fastest."""

    @property
    def bits(self) -> int:
        """How many bits a case's outcomes take."""
        return len(self.ends) + len(self.rules)

    def count(self, groups: NDArray[np.int64], first: int, span: int) -> None:
        """Count numbers of cells, from cell `first` on and within `span` cells of it."""
        self.counts[first : first + span] += np.bincount(groups, minlength=span)

    def cells(
        self, periods: int, versions: int, kinds: int
    ) -> Iterator[tuple[Rule, NDArray[np.int64]]]:
        """Yield each rule with its counts: by period, kind, not done and late."""
        # Most sets of outcomes never come.
        counted = np.flatnonzero(self.counts)
        numbers, groups = self.counts[counted], counted >> self.bits
        for number, rule in enumerate(self.rules):
            is_open = counted >> (self.bits - 1 - self.ends.index(rule.ends)) & 1
            is_late = counted >> (len(self.rules) - 1 - number) & 1
            found = np.zeros((periods, versions, kinds, 4), np.int64)
            np.add.at(found.reshape(-1), 4 * groups + 2 * is_open + is_late, numbers)
            yield rule, found[:, rule.version]


def sheets_of(
    rules: Sequence[Rule], periods: int, versions: int, kinds: int
) -> tuple[Sheet, ...] | None:
    """Return sheets for all rules, few enough on each to keep it small; None where none is."""
    sheets = []
    groups = periods * versions * kinds
    left = list(rules)
    while left:
        ends: list[tuple[str, ...]] = []
        taken: list[Rule] = []
        for rule in left:
            bits = len({*ends, rule.ends}) + len(taken) + 1
            if taken and (bits > 2 * _MOST_BITS or groups << bits > MOST_CELLS):
                continue
            if rule.ends not in ends:
                ends.append(rule.ends)
            taken.append(rule)
        left = [rule for rule in left if not any(rule is one for one in taken)]
        cells = groups << (len(ends) + len(taken))
        if cells > 16 * MOST_CELLS:
            return None
        sheets.append(Sheet(tuple(ends), tuple(taken), np.zeros(cells, np.int64)))
    return tuple(sheets)


def tally_of(
    sheets: Sequence[Sheet],
    by: tuple[str, ...],
    periods: tuple[str, ...],
    versions: int,
    kinds: KindsOfCase,
) -> Tally:
    """Return what stands on the sheets, told apart by the parts in `by`."""
    cells: dict[Cell, tuple[int, ...]] = {}
    values = [dict(zip(kinds.names, one, strict=True)) for one in kinds.values()]
    for sheet in sheets:
        for rule, counts in sheet.cells(len(periods), versions, kinds.size):
            usable, excused = set(rule.usable), rule.excused
            there = counts.any(axis=2)
            for (period, kind), some in zip(
                np.argwhere(there).tolist(), counts[there].tolist(), strict=True
            ):
                if kind not in usable:
                    continue
                parts = tuple(
                    [values[kind][name] if name in values[kind] else periods[period] for name in by]
                )
                cell = rule.promise.id, parts
                found = _outcomes(some, excused=kind in excused)
                known = cells.get(cell)
                cells[cell] = (
                    found if known is None else tuple(map(sum, zip(known, found, strict=True)))
                )
    return Tally(by, cells)


def _outcomes(counts: list[int], *, excused: bool) -> tuple[int, ...]:
    found = [0] * len(OUTCOMES)
    if excused:
        found[_EXCUSED] = sum(counts)
        return tuple(found)
    for place, number in zip(_MEANS, counts, strict=True):
        found[place] = number
    return tuple(found)
