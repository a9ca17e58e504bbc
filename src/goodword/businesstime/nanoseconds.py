"""Working time in units so fine that the horizon is longer than 64 bits can tell.

Nanoseconds span 292 years in one number, and a horizon may be longer. What is whole seconds is
then counted as seconds: within one the map is straight, it stands still or goes with the clock.
"""

from collections.abc import Callable

import numpy as np

from goodword.businesstime.moments import NULL, Paired, Seconds
from goodword.businesstime.tables import HIGHEST
from goodword.businesstime.zone import outside_calendar

# Open seconds between two arrays of instants; instants when so many seconds have passed.
Elapsed = Callable[[Seconds, Seconds], Seconds]
Add = Callable[[Seconds, Seconds], Seconds]


def elapsed_by_seconds(it: Paired, out: Seconds, elapsed: Elapsed) -> None:
    """Fill `out` with the open time from each first to each second moment."""
    null, (one, other) = _sound(it)
    base = np.minimum(one, other) // it.scale
    until, until_part = _worked(base, other, it.scale, elapsed)
    since, since_part = _worked(base, one, it.scale, elapsed)
    _need_told(until - since, it.scale)
    out[:] = (until - since) * it.scale + until_part - since_part
    out[null] = NULL


def add_by_seconds(it: Paired, out: Seconds, elapsed: Elapsed, add: Add) -> None:
    """Fill `out` with the moments when so much open time has passed."""
    null, (one, amount) = _sound(it)
    base = one // it.scale
    worked, part = _worked(base, one, it.scale, elapsed)
    more = amount // it.scale
    part += amount - more * it.scale
    worked += more + part // it.scale
    part %= it.scale
    # Forwards a due time stays at closing: the second is looked for that ends there.
    ends = (amount > 0) & (part == 0)
    worked -= ends
    part += ends * np.int64(it.scale)
    opened = add(add(base, worked), np.zeros_like(base))
    _need_told(opened, it.scale)
    out[:] = opened * it.scale + part
    out[null] = NULL


def _sound(it: Paired) -> tuple[np.typing.NDArray[np.bool_], tuple[Seconds, Seconds]]:
    """Return which rows are null, and both arrays with 0 there."""
    one, other = (np.broadcast_to(each, (it.rows,)) for each in (it.first, it.second))
    null = (one == NULL) | (other == NULL)
    return null, (np.where(null, 0, one), np.where(null, 0, other))


def _worked(base: Seconds, at: Seconds, scale: int, elapsed: Elapsed) -> tuple[Seconds, Seconds]:
    """Return the open seconds from `base` to each moment, and the part of one beyond them."""
    whole = at // scale
    since = elapsed(base, whole)
    is_open = elapsed(base, whole + 1) - since
    return since, (at - whole * scale) * is_open


def _need_told(seconds: Seconds, scale: int) -> None:
    if len(seconds) and int(np.abs(seconds).max()) >= HIGHEST // scale:
        raise outside_calendar("An answer in so fine a unit")
