"""Quantiles of the times taken, for each promise of a tally and each of its parts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from goodword.metric.quantile import Sorted, quantiles
from goodword.replay.outcomes import Counts
from goodword.replay.tally import Cell, Tally

Quantiles = Mapping[str, int | None]


class TimesByPart(Protocol):
    """The times taken, in order, of a whole promise and of each promise and part."""

    def of(self, promise_id: str, /) -> Sorted:
        """Return the times of a whole promise."""

    def cells(self) -> Iterator[tuple[Cell, Sorted]]:
        """Yield each promise and part that has any, with its times."""


def tally_quantiles(
    times: TimesByPart, tally: Tally, promise_ids: Iterable[str]
) -> dict[Cell, Quantiles]:
    """Return the quantiles of each promise and part, of a whole promise by ().

    What is open past due took longer than all that is done.
    """
    found: dict[Cell, Quantiles] = {
        (one, ()): quantiles(times.of(one), tally.of(one).broken_open) for one in promise_ids
    }
    for cell, taken in times.cells():
        found[cell] = quantiles(taken, Counts(*tally.cells[cell]).broken_open)
    return found
