"""Where the clocks are put forward or back while time is counted."""

from collections.abc import Iterator
from datetime import timedelta

from goodword.businesstime.zone import local, midnight_of
from goodword.clock.step import Long, Step


def clock_changes(zone: str, start: int, end: int) -> Iterator[Step]:
    """Yield the change that makes the time from `start` to `end` differ from what clocks show.

    Nothing where the clocks are at the end as they were at the start.
    """
    before, after = _offset(start, zone), _offset(end, zone)
    if before == after:
        return
    low, high = start, end
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    # What the clocks show when they are changed, had they gone on.
    shown = local(low, zone) + timedelta(seconds=1)
    ordinal = shown.toordinal()
    length = midnight_of(ordinal + 1, zone) - midnight_of(ordinal, zone)
    back = _offset(high, zone) < before
    yield Step(
        "clock_change",
        "clocks_back" if back else "clocks_forward",
        high,
        high,
        slots={
            "day": shown.date(),
            "time": shown.time(),
            "length": Long(length, working=True),
        },
    )


def _offset(instant: int, zone: str) -> timedelta:
    return local(instant, zone).utcoffset() or timedelta()
