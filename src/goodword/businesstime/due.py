"""When something promised falls due."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta

from goodword.businesstime.arithmetic import add, elapsed
from goodword.businesstime.calendar import add_calendar, add_to_date
from goodword.businesstime.openings import Openings
from goodword.businesstime.workdays import add_working_days, is_working_day, last_closing
from goodword.businesstime.zone import instant_of, local_date
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

Pauses = Sequence[tuple[int, int]]
_LONG = frozenset({Unit.MONTH, Unit.YEAR})


def due_time(limit: Limit, openings: Openings, start: int, pauses: Pauses = ()) -> int:
    """Return the instant at which a promise made at `start` falls due, in UTC seconds.

    `pauses` are (start, end) stretches, sorted and apart, in which the clock stands still: exact
    times are counted around them; of counted days, one whose closing (for calendar days: whose
    same local time) falls inside a pause is not counted. A due time that is reached at the very
    start of a pause stays there. Raises NeverOpenError, OutsideCalendarError.
    """
    if isinstance(limit, Anchor):
        return _unpaused(anchor_times(limit, openings, start), pauses)
    if limit.is_exact:
        return _exact(limit, openings, start, pauses)
    if limit.counting is Counting.WORKING:
        return _working_days(limit, openings, start, pauses)
    return _calendar_days(limit, openings, start, pauses)


def _exact(limit: Duration, openings: Openings, start: int, pauses: Pauses) -> int:
    working = limit.counting is Counting.WORKING
    left, cursor = limit.seconds, start
    for begin, end in pauses:
        if end <= cursor:
            continue
        pause_start = max(begin, cursor)
        run = elapsed(openings, cursor, pause_start) if working else pause_start - cursor
        if run >= left:
            break
        left -= run
        cursor = end
    return add(openings, cursor, left) if working else cursor + left


def _inside(instant: int, pauses: Pauses) -> bool:
    """Whether a pause had begun before the instant and ended after it."""
    index = bisect_right(pauses, (instant, -1)) - 1
    return index >= 0 and pauses[index][0] < instant < pauses[index][1]


def _unpaused(instants: Iterator[int], pauses: Pauses) -> int:
    return next(instant for instant in instants if not _inside(instant, pauses))


def _nth(instants: Iterator[int], pauses: Pauses, count: int) -> int:
    """Return the `count`th of the instants that fall in no pause."""
    counted = (instant for instant in instants if not _inside(instant, pauses))
    for _ in range(count - 1):
        next(counted)
    return next(counted)


def _closings(openings: Openings, start: int) -> Iterator[int]:
    """Yield the last closing of each working day after the date of `start`."""
    days = 0
    while True:
        days += 1
        yield add_working_days(openings, start, days)


def _working_days(limit: Duration, openings: Openings, start: int, pauses: Pauses) -> int:
    if limit.unit in _LONG:
        # A month of working time ends on the first working day from its date on.
        day = add_to_date(local_date(start, openings.zone), limit.amount, limit.unit)
        before = instant_of(day - timedelta(days=1), time(12), openings.zone)
        return _unpaused(_closings(openings, before), pauses)
    days = limit.amount
    if limit.unit is Unit.WEEK:
        # A working week has as many working days as the hours' week has open days.
        days *= sum(1 for intervals in openings.hours.week if intervals) or 1
    if not pauses:
        return add_working_days(openings, start, days)
    return _nth(_closings(openings, start), pauses, days)


def _same_times(openings: Openings, start: int, first: int) -> Iterator[int]:
    """Yield the same local time on each date, from `first` days after `start` on."""
    while True:
        yield add_calendar(openings.zone, start, first, Unit.DAY)
        first += 1


def _calendar_days(limit: Duration, openings: Openings, start: int, pauses: Pauses) -> int:
    due = add_calendar(openings.zone, start, limit.amount, limit.unit)
    if not pauses or due <= pauses[0][0]:
        return due
    day = local_date(start, openings.zone)
    days = (add_to_date(day, limit.amount, limit.unit) - day).days
    return _nth(_same_times(openings, start, 1), pauses, days)


def anchor_times(anchor: Anchor, openings: Openings, start: int) -> Iterator[int]:
    """Yield the instants an anchor means: the first for itself, the others when that is paused.

    What comes on a closed date, after that day's last closing or past the named time belongs to the
    next working day. So does what comes past a cutoff; and where there is one, what comes on a
    closed date counts as come on the next working day, at whatever hour, so that a later arrival is
    never due before an earlier one.
    """
    day = local_date(start, openings.zone)
    late = came_late(anchor, openings.zone, start)
    if anchor.kind is AnchorKind.NEXT_WORKING_DAY:
        closings = _closings(openings, start)
        if late or (anchor.cutoff is not None and not is_working_day(openings, day)):
            next(closings)
        if anchor.at is not None:
            yield from (_on_day_of(one, anchor.at, openings) for one in closings)
        yield from closings
    elif anchor.kind is AnchorKind.SAME_DAY:
        closing = last_closing(openings, day)
        if not late and closing is not None and closing > start:
            yield closing
        yield from _closings(openings, start)
    else:
        yield from _at_time(anchor, openings, day, start, late=late)


def came_late(anchor: Anchor, zone: str, start: int) -> bool:
    """Whether the cutoff of the local date of `start` was past. At the cutoff it is not yet."""
    return anchor.cutoff is not None and start > instant_of(
        local_date(start, zone), anchor.cutoff, zone
    )


def _at_time(
    anchor: Anchor, openings: Openings, day: date, start: int, *, late: bool
) -> Iterator[int]:
    """Yield the named local time on each date that counts: working days, where hours exist."""
    at = anchor.at or time(0)
    every_day = not openings.hours.ever_open
    due = instant_of(day, at, openings.zone)
    if not late and due > start and (every_day or is_working_day(openings, day)):
        yield due
    if every_day:
        while True:
            day += timedelta(days=1)
            yield instant_of(day, at, openings.zone)
    for closing in _closings(openings, start):
        yield _on_day_of(closing, at, openings)


def _on_day_of(closing: int, at: time, openings: Openings) -> int:
    """Return the local time on the day of a closing.

    A second before closing is still on the working day itself, even when it closes at 24:00.
    """
    return instant_of(local_date(closing - 1, openings.zone), at, openings.zone)
