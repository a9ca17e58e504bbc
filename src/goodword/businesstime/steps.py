"""A whole number that goes in steps, looked up for thousands of places at once.

Both ways through the map of working time are such steps: how much open time lies before a stretch
of wall time, and how much closed time before a stretch of open time. Of the steps of a calendar
there is one table, so that a look and not a search answers: of slots, where all steps begin at
multiples of one length; else of buckets, of which none has more than one beginning. Only steps that
are too fine for both are searched. Numbers are kept modulo 2 to the power of 64, so that negative
ones need no care. Several calendars stand in one table, one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.uint64]
MASK = (1 << 64) - 1
# Two megabytes: what the second-level cache of a processor holds of a table.
_NEAR_ROWS = 1 << 18
# Thirty-two megabytes: a search costs more than even such a table.
MOST_ROWS = 1 << 22


class Steps(Protocol):
    """Steps of one calendar or several; `stride` is how far apart those are."""

    @property
    def stride(self) -> int:
        """How far apart the steps of two calendars are."""

    def look_up(self, places: Counts, out: Counts, spare: Counts, offset: Counts | None) -> None:
        """Fill `out` with the value at each place; `offset` is the calendar's, times `stride`."""


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """Steps that begin at multiples of `length`: the value of every slot."""

    length: int
    stride: int
    values: Counts

    def look_up(self, places: Counts, out: Counts, spare: Counts, offset: Counts | None) -> None:
        """Divide and look."""
        np.floor_divide(places, self.length, out=spare)
        if offset is not None:
            np.add(spare, offset, out=spare)
        # Every slot is in the table, so that nothing is clipped: this mode spares a copy.
        self.values.take(spare.view(np.intp), out=out, mode="clip")


@dataclass(frozen=True, slots=True, eq=False)
class Buckets:
    """Steps of which none is shorter than a bucket of `1 << shift`.

    `leads` has what makes a place, added to it and shifted, the number of its step: the one in
    which the bucket begins, and from the next beginning on the one after that. They are of 32 bits
    where that holds them: the less room a table takes, the nearer it stays.
    """

    shift: int
    stride: int
    leads: NDArray[np.int32] | NDArray[np.int64]
    values: Counts

    def look_up(self, places: Counts, out: Counts, spare: Counts, offset: Counts | None) -> None:
        """Look for the number of the step, and for its value."""
        np.right_shift(places, self.shift, out=spare)
        if offset is not None:
            np.add(spare, offset, out=spare)
        leads = out.view(self.leads.dtype)[: len(out)]
        self.leads.take(spare.view(np.intp), out=leads, mode="clip")
        number = spare.view(np.int64)
        np.add(places.view(np.int64), leads, out=number)
        np.right_shift(number, self.shift, out=number)
        self.values.take(spare.view(np.intp), out=out, mode="clip")


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """Steps too fine or too many for a table: their beginnings, to be searched."""

    stride: int
    begins: Counts
    values: Counts

    def look_up(self, places: Counts, out: Counts, spare: Counts, offset: Counts | None) -> None:
        """Search."""
        if offset is not None:
            np.add(places, offset, out=spare)
        number = np.searchsorted(self.begins, places if offset is None else spare, "right")
        np.subtract(number, 1, out=number)
        self.values.take(number, out=out, mode="clip")


def steps_of(
    steps: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]], reach: int, scale: int
) -> Steps:
    """Return the steps of calendars as the table that is looked up fastest.

    Of each there are the beginnings in seconds, sorted, from 0 and below `reach`, and the values in
    1/`scale` s, as the places will be.
    """
    begins, values = [one for one, _ in steps], [one for _, one in steps]
    # The first step begins at 0, which every length divides.
    inner = np.concatenate([one[1:] for one in begins])
    length = int(np.gcd.reduce(inner)) if len(inner) else reach
    gaps = [np.diff(one[1:]) for one in begins]
    shortest = min((int(one.min()) for one in gaps if len(one)), default=reach) * scale
    # The number of a step, shifted, stays below half of all numbers.
    most = 62 - sum(len(one) for one in begins).bit_length()
    shift = min(max(shortest, 1).bit_length() - 1, most)
    slots = -(-reach // length) * len(begins)
    buckets = ((reach * scale >> shift) + 1) * len(begins)
    if slots <= _NEAR_ROWS or slots <= min(4 * buckets, MOST_ROWS):
        return _slots(begins, values, length, reach, scale)
    # A shift of 0 would leave the places beyond half of all numbers negative.
    if buckets <= MOST_ROWS and shift:
        return _buckets([one * scale for one in begins], values, shift, reach * scale)
    return _searched([one * scale for one in begins], values, reach * scale)


def _slots(
    begins: Sequence[NDArray[np.int64]],
    values: Sequence[NDArray[np.int64]],
    length: int,
    reach: int,
    scale: int,
) -> Slots:
    rows = -(-reach // length)
    each = (np.diff(one // length, append=rows) for one in begins)
    table = [np.repeat(value, count) for value, count in zip(values, each, strict=True)]
    return Slots(length * scale, rows, np.concatenate(table).view(np.uint64))


def _buckets(
    begins: Sequence[NDArray[np.int64]],
    values: Sequence[NDArray[np.int64]],
    shift: int,
    reach: int,
) -> Buckets:
    rows = (reach >> shift) + 1
    starts = np.arange(rows, dtype=np.int64) << shift
    width = 1 << shift
    leads, number = [], 0
    for one in begins:
        each = np.diff(np.searchsorted(starts, one, "left"), append=rows)
        index = np.repeat(np.arange(len(one)), each)
        following = np.append(one, reach + 2 * width)[index + 1]
        bend = np.minimum(following - starts, width)
        leads.append(((index + number) << shift) - starts + width - bend)
        number += len(one)
    whole = np.concatenate(leads)
    low = whole.astype(np.int32)
    return Buckets(
        shift,
        rows,
        low if (low == whole).all() else whole,
        np.concatenate(values).view(np.uint64),
    )


def _searched(
    begins: Sequence[NDArray[np.int64]], values: Sequence[NDArray[np.int64]], reach: int
) -> Searched:
    apart = [one + number * reach for number, one in enumerate(begins)]
    return Searched(
        reach,
        np.concatenate(apart).view(np.uint64),
        np.concatenate(values).view(np.uint64),
    )
