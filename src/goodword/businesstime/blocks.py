"""Rows worked on block by block, stretches of them by several threads."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.moments import NULL, Paired, Seconds
from goodword.businesstime.tables import BLOCK, Codes, Scratch

# Answers a block of rows into the array given third; 0, or why it cannot: see `in_blocks`.
Block = Callable[[Seconds, Seconds, Seconds, Scratch, Codes | None], int]
# So many rows are worth a thread of their own.
_PER_THREAD = 1 << 18
_MOST_THREADS = 8


def in_blocks(
    block: Block,
    it: Paired,
    out: Seconds,
    codes: Codes | None,
    sound: tuple[int, int],
    threads: int | None,
) -> int:
    """Fill `out`; return 0, or what the first block said that could not be answered.

    A block with nulls cannot be either: it is asked again with `sound` in their place, and its
    nulls have null for an answer.
    """

    def work(first: int, last: int) -> int:
        scratch = Scratch(last - first)
        for begin in range(first, last, BLOCK):
            rows = slice(begin, min(begin + BLOCK, last))
            size = rows.stop - begin
            one, other = _rows(it.first, rows, size), _rows(it.second, rows, size)
            own = None if codes is None else _rows(codes, rows, size)
            short = block(one, other, out[rows], scratch, own)
            if short and it.nulls:
                null = (one == NULL) | (other == NULL)
                one, other = np.where(null, sound[0], one), np.where(null, sound[1], other)
                short = block(one, other, out[rows], scratch, own)
                out[rows][null] = NULL
            if short:
                return short
        return 0

    rows = len(out)
    most = threads or min(os.cpu_count() or 1, _MOST_THREADS)
    several = max(1, min(most, rows // _PER_THREAD))
    if several == 1:
        return work(0, rows)
    each = -(-rows // several // BLOCK) * BLOCK
    cuts = [*range(0, rows, each), rows]
    with ThreadPoolExecutor(several) as pool:
        answers = pool.map(work, cuts[:-1], cuts[1:])
        return next((one for one in answers if one), 0)


def _rows(values: NDArray[Any], rows: slice, size: int) -> NDArray[Any]:
    """Return some rows of an array that may have one row for all."""
    return values[rows] if len(values) > 1 else np.broadcast_to(values, (size,))
