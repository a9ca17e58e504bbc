"""The few rows of a batch that lie centuries away: answered one by one.

For their sake a horizon would have to be compiled that is dear, and in which all others are found
more slowly. A date such as the last day of 9999, which programs write for "never", is enough.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime import arithmetic
from goodword.businesstime.moments import NULL, Paired, Seconds
from goodword.businesstime.nanoseconds import add_by_seconds, elapsed_by_seconds
from goodword.businesstime.openings import FAR, Openings
from goodword.businesstime.tables import Codes

Rows = NDArray[np.bool_]
# Answers some rows of a batch, of their own moments and amounts, `codes` and units.
Bulk = Callable[..., NDArray[Any]]
# For more rows than these even a dear horizon is worth its price.
MOST = 1 << 16


def rows_outside(it: Paired, horizon: tuple[int, int], *moments: Seconds) -> Rows | None:
    """Return the rows with a moment more than a century outside of a horizon.

    None where there are none, or more than are worth it.
    """
    low, high = (horizon[0] - FAR // 2) * it.scale, (horizon[1] + FAR // 2) * it.scale
    outside = np.zeros(it.rows, np.bool_)
    for each in moments:
        outside |= (each != NULL) & ((each < low) | (each > high))
    return few(outside)


def few(rows: Rows) -> Rows | None:
    """Return the rows, None where there are none, or more than are worth it."""
    return rows if 0 < np.count_nonzero(rows) <= MOST else None


def elapsed_apart(
    calendars: tuple[Openings, ...], which: Codes | None, it: Paired, out: Seconds, far: Rows
) -> None:
    """Fill the far rows of `out` with the open time between their moments."""
    some, codes = _some(it, which, far)
    answers = np.empty(some.rows, np.int64)
    elapsed_by_seconds(some, answers, _one_by_one(arithmetic.elapsed, calendars, codes))
    out[far] = answers


def add_apart(
    calendars: tuple[Openings, ...], which: Codes | None, it: Paired, out: Seconds, far: Rows
) -> None:
    """Fill the far rows of `out` with the moments when so much open time has passed."""
    some, codes = _some(it, which, far)
    elapsed = _one_by_one(arithmetic.elapsed, calendars, codes)
    add = _one_by_one(arithmetic.add, calendars, codes)
    answers = np.empty(some.rows, np.int64)
    if it.scale == 1:
        answers[:] = add(some.first, some.second)
    else:
        add_by_seconds(some, answers, elapsed, add)
    out[far] = answers


def others(
    bulk: Bulk, which: Codes | None, it: Paired, kinds: tuple[str, str], out: Seconds, far: Rows
) -> None:
    """Fill all other rows of `out` by asking for them alone; `kinds` are those of the columns."""
    near, codes = _some(it, which, ~far)
    one, other = (
        values if it.unit is None else values.view(f"{kind}[{it.unit}]")
        for values, kind in zip((near.first, near.second), kinds, strict=True)
    )
    out[~far] = bulk(one, other, codes=codes).view(np.int64)


def _some(it: Paired, which: Codes | None, rows: Rows) -> tuple[Paired, Codes | None]:
    one, other = (np.broadcast_to(each, (it.rows,))[rows] for each in (it.first, it.second))
    codes = None if which is None else np.broadcast_to(which, (it.rows,))[rows]
    return Paired(one, other, one.shape, it.unit, it.scale), codes


def _one_by_one(
    asked: Callable[[Openings, int, int], int],
    calendars: tuple[Openings, ...],
    codes: Codes | None,
) -> Callable[[Seconds, Seconds], Seconds]:
    """Return the same question for columns, each row answered alone by its own calendar."""

    def answered(some: Seconds, others: Seconds) -> Seconds:
        own = [calendars[0]] * len(some) if codes is None else [calendars[code] for code in codes]
        rows = zip(own, some, others, strict=True)
        return np.array([asked(one, int(a), int(b)) for one, a, b in rows], np.int64)

    return answered
