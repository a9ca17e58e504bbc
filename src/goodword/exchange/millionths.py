"""Working time to the millionth of a second, for programs that write moments so fine.

Openings begin and end at whole seconds. So within one second the map from wall time to working time
either stands still or goes with the clock, and two whole seconds say everything.
"""

from goodword.businesstime.arithmetic import add, elapsed, is_open, next_open
from goodword.businesstime.openings import Openings

MILLION = 1_000_000


def elapsed_millionths(openings: Openings, start: int, end: int) -> int:
    """Return the open time from `start` to `end`, as `arithmetic.elapsed` does in seconds."""
    whole = elapsed(openings, start // MILLION, end // MILLION)
    return whole * MILLION + _begun(openings, end) - _begun(openings, start)


def add_millionths(openings: Openings, start: int, amount: int) -> int:
    """Return when so much open time has passed, as `arithmetic.add` does in seconds."""
    second = start // MILLION
    if amount == 0:
        return start if is_open(openings, second) else next_open(openings, second) * MILLION
    target = amount + _begun(openings, start)
    whole, part = divmod(target, MILLION)
    if part == 0:
        return (add(openings, second, whole) if whole else second) * MILLION
    # The second in which it ends is open from its beginning to its end.
    if whole >= 0:
        return (add(openings, second, whole + 1) - 1) * MILLION + part
    return add(openings, second, whole) * MILLION + part


def _begun(openings: Openings, instant: int) -> int:
    """Return how much of the running second has been worked."""
    part = instant % MILLION
    return part if part and is_open(openings, instant // MILLION) else 0
