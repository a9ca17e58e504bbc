"""The clocks of many cases, judged in arrays, as the columns that results keep."""

from array import array

import numpy as np
from numpy.typing import NDArray

from goodword.clock.clock import Outcome
from goodword.replay.outcomes import OUTCOMES, ClockColumns

CODE = {outcome: code for code, outcome in enumerate(OUTCOMES)}
"""The code of each outcome in a `ClockColumns`."""


def done_code(
    done: NDArray[np.bool_], late: NDArray[np.bool_], over: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the outcome of each: whether it is done, done late, or past due and not done."""
    return np.where(
        done,
        np.where(late, CODE[Outcome.BROKEN_CLOSED], CODE[Outcome.KEPT]),
        np.where(over, CODE[Outcome.BROKEN_OPEN], CODE[Outcome.OPEN]),
    )


def clock_columns(
    *,
    started: NDArray[np.int64],
    outcome: NDArray[np.integer],
    taken: NDArray[np.int64],
    row: NDArray[np.integer],
    waited: NDArray[np.int64],
    allowed: NDArray[np.int64],
) -> ClockColumns:
    """Return the arrays as columns."""
    return ClockColumns(
        started=_array("q", started),
        outcome=_array("b", outcome),
        taken=_array("q", taken),
        row=_array("q", row),
        waited=_array("q", waited),
        allowed=_array("q", allowed),
    )


def _array(code: str, values: NDArray[np.integer]) -> "array[int]":
    filled: array[int] = array(code)
    filled.frombytes(values.astype(np.dtype(code)).tobytes())
    return filled
