"""The offsets of a zone over a span, as arrays: instants to local times and back."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.offsets import offsets
from goodword.businesstime.zone import DAY, EPOCH_ORDINAL, zone_of

Seconds = NDArray[np.int64]
_YEAR = 366 * DAY


@dataclass(frozen=True, slots=True, eq=False)
class ZoneOffsets:
    """When the clocks of a zone change between two instants, and the offset before and after each.

    `offsets` has one more than `changes`.
    """

    first: int
    last: int
    changes: Seconds
    offsets: Seconds

    def local(self, instants: Seconds) -> Seconds:
        """Return local times, as seconds without a zone."""
        place = np.searchsorted(self.changes, instants, "right")
        found: Seconds = instants + self.offsets[place]
        return found

    def instants(self, local: Seconds) -> Seconds:
        """Return the instants of local times, by RFC 5545 3.3.5.

        Up to the later of the two local times of a change the offset before it holds: that reads a
        skipped time with the offset before, a repeated one as its first occurrence.
        """
        edges = self.changes + np.maximum(self.offsets[:-1], self.offsets[1:])
        found: Seconds = local - self.offsets[np.searchsorted(edges, local, "right")]
        return found

    def midnights(self, first: int, last: int) -> tuple[int, Seconds]:
        """Return the number of a local date since 1970, and midnights from `first` to `last`.

        They begin before `first` and end after `last`.
        """
        begin, end = first // DAY - 1, last // DAY + 2
        return begin, self.instants(np.arange(begin, end + 1, dtype=np.int64) * DAY)


def zone_offsets(zone: str, first: int, last: int) -> ZoneOffsets:
    """Return the offsets of a zone from `first` to `last` (UTC seconds) and some time around."""
    return _looked_up(zone, first // _YEAR - 1, last // _YEAR + 2)


@lru_cache(maxsize=32)
def _looked_up(zone: str, first: int, last: int) -> ZoneOffsets:
    changes = [*_changes(zone, first * _YEAR, last * _YEAR)]
    return ZoneOffsets(
        first * _YEAR,
        last * _YEAR,
        np.array([at for at, _ in changes[1:]], np.int64),
        np.array([offset for _, offset in changes], np.int64),
    )


def _changes(zone: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the offset at first, then each change with the offset after it."""
    local = zone_of(zone)
    days = offsets(zone, first // DAY + EPOCH_ORDINAL, last // DAY + EPOCH_ORDINAL)
    yield first, days[0][1]
    for (_, held), (day, after) in pairwise(days):
        before = timedelta(seconds=held)
        # By its midnight the change has come; two days before, it never has.
        midnight = (day - EPOCH_ORDINAL) * DAY - after
        since = midnight - 2 * DAY

        def has_come(at: int, before: timedelta = before) -> bool:
            return datetime.fromtimestamp(at, local).utcoffset() != before

        yield since + bisect_left(range(since, midnight), True, key=has_come), after
