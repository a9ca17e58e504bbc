"""The map for one question: a list that is looked at, where a search would cost as much again.

It holds, slot after slot, what `tables` has for a million questions: the open time before a closed
slot, the closed time before an open one as a negative number. Where edges fall on odd minutes,
slots would be too many. Then they are longer: in few of them an edge falls, and never two; those
hold nothing, and a dictionary says what comes before the edge and what after it.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import gcd
from typing import NamedTuple

# Two megabytes, since the numbers themselves are shared: two decades in half hours hold it.
MOST = 1 << 18
# So many slots to the shortest stretch, where there is room: then an edge falls in few.
_FINE = 8
Slots = list[int | None]
# By the number of a slot: the edge in it, what holds before that and what from it on.
Bends = dict[int, tuple[int, int, int]]


class Looks(NamedTuple):
    """The slots from instant `base` on, each `length` seconds; the slots of open time, `span` each.

    `closed` is what is added to a stretch of open time to have its instant. A slot that is None
    has an edge in it: see `bends`, and `folds` for open time.
    """

    base: int
    length: int
    values: Slots
    span: int
    closed: Slots
    bends: Bends
    folds: Bends


def looks_of(
    start: int, end: int, opens: tuple[int, ...], closes: tuple[int, ...], before: tuple[int, ...]
) -> Looks | None:
    """Return the lists for edges and their prefix sum; None where they would be too long."""
    if not opens:
        return None
    total = before[-1] + closes[-1] - opens[-1]
    edges = sorted((*opens, *closes))
    length = _length(end - start, [edge - start for edge in edges])
    span = _length(total, [*before, total])
    if not length or not span:
        return None
    # A slot before the first, so that no open one has a closed time of 0, which has no sign.
    base = start - length
    begins, kept = [0], [0]
    for opening, closing, worked in zip(opens, closes, before, strict=True):
        begins += (opening - base, closing - base)
        kept += (worked - opening + base, worked + closing - opening)
    values, bends = _slots(begins, kept, -(-(end - base) // length), length)
    later = [opening - worked for opening, worked in zip(opens, before, strict=True)]
    # What begins after the last whole slot of open time is searched for.
    closed, folds = _slots(before, later, total // span, span)
    return Looks(base, length, values, span, closed, bends, folds)


def _length(reach: int, begins: list[int]) -> int:
    """Return how long a slot is: no edge falls in one, or at most one; 0 where there is no room."""
    exact = gcd(reach, *begins)
    if exact and reach // exact < MOST:
        return exact
    shortest = min((after - one for one, after in pairwise(begins) if after > one), default=0)
    length = max(shortest // _FINE, -(-reach // (MOST - 1)))
    return length if length <= shortest else 0


def _slots(begins: Iterable[int], kept: list[int], count: int, length: int) -> tuple[Slots, Bends]:
    """Return the value of each slot, where a value holds from its beginning to the next."""
    slots: Slots = []
    bends: Bends = {}
    steps = zip(pairwise((*begins, count * length)), pairwise((*kept, 0)), strict=True)
    for (_, following), (value, after) in steps:
        place, part = divmod(following, length)
        if place >= count:
            place, part = count, 0
        slots += [value] * (place - len(slots))
        if part:
            bends[place] = (following, value, after)
            slots.append(None)
    return slots, bends
