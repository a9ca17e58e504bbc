"""How the clocks of promises came out, counted by part: counts that add up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from goodword.replay.outcomes import OUTCOMES, Counts

Parts = tuple[str | None, ...]
"""One value for each name in `by`: a channel, a week; None where the case does not say."""

Cell = tuple[str, Parts]
"""A promise's id and the parts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of clocks for each promise and part; two tallies of two stretches add up to one.

    `by` names the parts: "channel", "kind", "priority", "place", and "week" (ISO 8601, as in
    2026-W36) or "month" (2026-09) of the policy's zone, by the instant at which the clock began.
    Cells without any clock are left out. `cases` is how many cases were looked at.
    """

    by: tuple[str, ...] = ()
    cells: Mapping[Cell, tuple[int, ...]] = field(default_factory=dict)
    cases: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of both stretches. O(cells)."""
        if not self.cells and not self.cases:
            return other
        cells = dict(self.cells)
        for cell, counts in other.cells.items():
            known = cells.get(cell)
            cells[cell] = counts if known is None else _sum(known, counts)
        return Tally(self.by or other.by, cells, self.cases + other.cases)

    def of(self, promise_id: str, **parts: str | None) -> Counts:
        """Return the counts of one promise over all cells that have these parts."""
        wanted = [(self.by.index(name), value) for name, value in parts.items()]
        total = (0,) * len(OUTCOMES)
        for (known, here), counts in self.cells.items():
            if known == promise_id and all(here[place] == value for place, value in wanted):
                total = _sum(total, counts)
        return Counts(**{one.value: number for one, number in zip(OUTCOMES, total, strict=True)})

    def rows(self) -> Iterator[tuple[str, Parts, str, int]]:
        """Yield promise, parts, outcome and how many, sorted, without zeros."""
        for (promise_id, parts), counts in sorted(self.cells.items(), key=_order):
            for outcome, number in zip(OUTCOMES, counts, strict=True):
                if number:
                    yield promise_id, parts, outcome.value, number


def _sum(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(left + right for left, right in zip(one, other, strict=True))


def _order(cell: tuple[Cell, tuple[int, ...]]) -> tuple[str, tuple[str, ...]]:
    (promise_id, parts), _ = cell
    return promise_id, tuple(part or "" for part in parts)
