"""The map for one question: a list that is looked at, where a search would cost as much again.

It holds, slot after slot, what `tables` has for a million questions: the open time before a closed
slot, the closed time before an open one as a negative number.
"""

from collections.abc import Iterable
from math import gcd
from typing import NamedTuple

# Two megabytes, since the numbers themselves are shared: two decades in half hours hold it.
MOST = 1 << 18


class Looks(NamedTuple):
    """The slots from instant `base` on, each `length` seconds; the slots of open time, `span` each.

    `closed` is what is added to a stretch of open time to have its instant.
    """

    base: int
    length: int
    values: list[int]
    span: int
    closed: list[int]


def looks_of(
    start: int, end: int, opens: tuple[int, ...], closes: tuple[int, ...], before: tuple[int, ...]
) -> Looks | None:
    """Return the lists for edges and their prefix sum; None where they would be too long."""
    if not opens:
        return None
    length = gcd(end - start, *_since(start, opens), *_since(start, closes))
    span = gcd(*before, before[-1] + closes[-1] - opens[-1])
    if (end - start) // length >= MOST or (before[-1] + closes[-1] - opens[-1]) // span > MOST:
        return None
    # A slot before the first, so that no open one has a closed time of 0, which has no sign.
    base = start - length
    values: list[int] = [0] * ((opens[0] - base) // length)
    closed: list[int] = []
    for opening, closing, following, worked in zip(
        opens, closes, (*opens[1:], end), before, strict=True
    ):
        until = worked + closing - opening
        values += [worked - opening + base] * ((closing - opening) // length)
        values += [until] * ((following - closing) // length)
        closed += [opening - worked] * ((closing - opening) // span)
    return Looks(base, length, values, span, closed)


def _since(start: int, instants: Iterable[int]) -> Iterable[int]:
    return (instant - start for instant in instants)
