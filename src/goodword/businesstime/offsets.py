"""Where the offset of a zone changes, by looking at it every few days."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, compress, count, islice, repeat
from operator import indexOf, is_not
from typing import cast

from goodword.businesstime.zone import DAY, FIRST_ORDINAL, LAST_ORDINAL, zone_of

# From each of these dates on, no zone has ever changed twice within so many days; tests hold it to
# that. There are the Ramadans of Gaza from 2040 on, and a few weeks of 2000 in Brazil.
STEPS = (
    (date(2037, 1, 1).toordinal(), 6),
    (date(2002, 1, 1).toordinal(), 11),
    (date(1950, 1, 1).toordinal(), 6),
    (0, 3),
)
# So many dates are looked at together, and remembered for every calendar of the zone.
_BLOCK = 1 << 10


def offsets(zone: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return each date from `first` to `last` at whose midnight another offset holds than before.

    With it the offset in seconds; the first date is among them.
    """
    found: list[tuple[int, int]] = []
    for block in range(first // _BLOCK, last // _BLOCK + 1):
        for ordinal, offset in _changes_in(zone, block):
            if ordinal <= first:
                found = [(first, offset)]
            elif ordinal <= last and offset != found[-1][1]:
                found.append((ordinal, offset))
    return found


@lru_cache(maxsize=4_096)
def _changes_in(zone: str, block: int) -> tuple[tuple[int, int], ...]:
    """Return the offset at the beginning of a block of dates, and at each change in it."""
    first = max(block * _BLOCK, FIRST_ORDINAL)
    last = min((block + 1) * _BLOCK - 1, LAST_ORDINAL)
    offset_of = zone_of(zone).utcoffset
    step = _step(first, last)
    looked = list(islice(_dates(datetime.fromordinal(first), step), 1 + (last - first) // step))
    looked.append(datetime.fromordinal(last))
    found = list(map(offset_of, looked))
    changes = [(first, found[0])]
    # Offsets that are one object are equal; others are looked at day by day.
    differs = map(is_not, found, islice(found, 1, None))
    for place in compress(count(), differs):
        known, offset = found[place : place + 2]
        if offset != known:
            since = indexOf(map(offset_of, _dates(looked[place], 1)), offset)
            changes.append((looked[place].toordinal() + since, offset))
    return tuple((day, one.days * DAY + one.seconds) for day, one in changes if one is not None)


def _dates(first: datetime, step: int) -> Iterator[datetime]:
    """Return a date, and those that come after it, so many days apart."""
    return cast("Iterator[datetime]", accumulate(repeat(timedelta(step)), initial=first))


def _step(first: int, last: int) -> int:
    """Return how far apart the dates may be that are looked at."""
    return min(next(step for since, step in STEPS if ordinal >= since) for ordinal in (first, last))
