"""A time found in earlier cases, tried on later ones."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from goodword.case.columns import NOTHING
from goodword.metric.interval import upper_bound, wilson
from goodword.metric.survival import survival
from goodword.metric.survived import is_counted, time_survival
from goodword.replay.outcomes import ClockColumns

BLOCKS = 5
"""Into so many parts of equal size, in order of time, the cases are cut."""


@dataclass(frozen=True, slots=True)
class Block:
    """Later cases, judged by the `time` that was found in all cases before `begins`.

    `time` is in the seconds of the clocks; None where what was known by then proved none, and
    then nothing was judged.
    """

    begins: int
    time: int | None
    kept: int
    judged: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """How what was found in earlier cases held in later ones, all blocks taken together."""

    blocks: tuple[Block, ...]
    share: float
    confidence: float

    @property
    def kept(self) -> int:
        """The later cases that were in time."""
        return sum(block.kept for block in self.blocks)

    @property
    def judged(self) -> int:
        """The later cases of which it is known."""
        return sum(block.judged for block in self.blocks)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95% of the share kept."""
        return wilson(self.kept, self.judged)

    @property
    def has_drifted(self) -> bool:
        """Whether later cases took longer: what earlier ones proved was not kept in them."""
        alpha = 1.0 - self.confidence
        return bool(self.judged) and upper_bound(self.kept, self.judged, alpha=alpha) < self.share


def backtest(
    clocks: ClockColumns,
    known_at: Callable[[int], ClockColumns],
    *,
    share: float,
    confidence: float,
) -> Backtest:
    """Return how the time for `share` held: each block judged by what was known before it.

    `known_at` gives the clocks as they stood at an instant, so that nothing that came later is
    known when a time is chosen.
    """
    counted = is_counted(clocks)
    started = np.frombuffer(clocks.started, np.int64)[counted]
    waited = np.frombuffer(clocks.waited, np.int64)[counted]
    is_done = np.frombuffer(clocks.taken, np.int64)[counted] != NOTHING
    edges = _edges(started)
    blocks: list[Block] = []
    for begins, ends in pairwise(edges):
        bound = time_survival(known_at(begins - 1)).time_bounds(share, confidence)[1]
        if bound is None:
            blocks.append(Block(begins, None, 0, 0))
            continue
        here = (started >= begins) & (started < ends)
        kept, judged = survival(waited[here], is_done[here]).counted_by(bound)
        blocks.append(Block(begins, int(bound), round(kept), round(judged)))
    return Backtest(tuple(blocks), share, confidence)


def _edges(started: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> list[int]:
    """Return where the later blocks begin, and the end of the last."""
    if not len(started):
        return []
    ordered = np.sort(started)
    begins = [int(ordered[len(ordered) * block // BLOCKS]) for block in range(1, BLOCKS)]
    inner = sorted({begin for begin in begins if begin > int(ordered[0])})
    return [*inner, int(ordered[-1]) + 1] if inner else []
