"""One question about working time. Instants are UTC seconds, openings are [open, close)."""

from bisect import bisect_left, bisect_right

from goodword.businesstime.eras import add_far, elapsed_far, is_far
from goodword.businesstime.openings import (
    FAR,
    Openings,
    covering,
    earlier,
    later,
    near,
    never_open,
)
from goodword.businesstime.zone import DAY, FIRST_INSTANT, LAST_INSTANT, outside_calendar
from goodword.policy.hours import Interval

WEEK = 7 * DAY


def is_open(openings: Openings, instant: int) -> bool:
    """Whether we are open at the instant. The closing instant is outside. O(log n)."""
    openings = near(openings, instant)
    index = bisect_right(openings.opens, instant) - 1
    return index >= 0 and instant < openings.closes[index]


def next_open(openings: Openings, instant: int) -> int:
    """Return the instant itself when we are open, else the next opening.

    Raises NeverOpenError where no opening comes any more. O(log n).
    """
    openings = near(openings, instant)
    index = bisect_right(openings.opens, instant) - 1
    if index >= 0 and instant < openings.closes[index]:
        return instant
    while index + 1 >= len(openings.opens):
        openings = later(openings)
        index = bisect_right(openings.opens, instant) - 1
    return openings.opens[index + 1]


def elapsed(openings: Openings, start: int, end: int) -> int:
    """Return the open seconds from `start` to `end`; negative, the mirror, when `end` is before.

    O(log n).
    """
    if openings.start <= start <= end < openings.end:
        looks = openings.looks
        if looks:
            base, length, values, _, _, bends, _ = looks
            end -= base
            start -= base
            slot = end // length
            until = values[slot]
            if until is None:
                edge, until, after = bends[slot]
                if end >= edge:
                    until = after
            slot = start // length
            since = values[slot]
            if since is None:
                edge, since, after = bends[slot]
                if start >= edge:
                    since = after
            return (until if until >= 0 else end + until) - (since if since >= 0 else start + since)
        if looks is None and next(openings.waits, None) is None:
            openings.look_ahead()
        return _elapsed_by_search(openings, start, end)
    if end < start:
        return -elapsed(openings, end, start)
    return _elapsed_beyond(openings, start, end) if start < end else 0


def _elapsed_beyond(openings: Openings, start: int, end: int) -> int:
    """Return what `elapsed` does where the horizon does not hold both."""
    if is_far(openings, start, end):
        return elapsed_far(openings.hours, start, end)
    openings = covering(covering(openings, start), end)
    return openings.worked(end) - openings.worked(start)


def _elapsed_by_search(openings: Openings, start: int, end: int) -> int:
    """Return what `elapsed` does inside the horizon, without the lists."""
    # Written out twice, and without `min`: a call would cost as much as the search.
    opens, closes, before = openings.opens, openings.closes, openings.before
    until = bisect_right(opens, end) - 1
    since = bisect_right(opens, start) - 1
    if since < 0:
        return openings.worked(end) - openings.worked(start)
    closed, shut = closes[until], closes[since]
    return (
        before[until]
        - opens[until]
        + (end if end < closed else closed)  # noqa: FURB136
        - before[since]
        + opens[since]
        - (start if start < shut else shut)  # noqa: FURB136
    )


def left(openings: Openings, now: int, due: int) -> int:
    """Return the open seconds that remain until `due`; negative when it is past."""
    return elapsed(openings, now, due)


def add(openings: Openings, start: int, seconds: int) -> int:
    """Return the instant at which `seconds` of open time have passed since `start`.

    A result that falls on closing time stays there. Negative seconds look back, to the latest
    such instant: a result that falls on opening time stays there. For 0 it is `start` when open,
    else the next opening. Always `elapsed(start, add(start, n)) == n`. Raises NeverOpenError where
    there is not so much open time, and OutsideCalendarError where the calendar ends. O(log n).
    """
    if seconds > 0 and openings.start <= start < openings.end:
        looks = openings.looks
        if looks:
            base, length, values, span, closed, bends, folds = looks
            at = start - base
            slot = at // length
            value = values[slot]
            if value is None:
                edge, value, after = bends[slot]
                if at >= edge:
                    value = after
            target = seconds + (value if value >= 0 else at + value)
            # The unit of open time that ends there: a due time stays at closing.
            place = (target - 1) // span
            if place < len(closed):
                later = closed[place]
                if later is None:
                    edge, later, after = folds[place]
                    if target > edge:
                        later = after
                return target + later
        elif looks is None and next(openings.waits, None) is None:
            openings.look_ahead()
        return _add_by_search(openings, start, seconds)
    return next_open(openings, start) if seconds == 0 else _added(openings, start, seconds)


def _add_by_search(openings: Openings, start: int, seconds: int) -> int:
    """Return what `add` does with a start inside the horizon, without the lists."""
    opens, before = openings.opens, openings.before
    index = bisect_right(opens, start) - 1
    if index >= 0:
        closing = openings.closes[index]
        target = seconds + before[index] - opens[index] + (start if start < closing else closing)  # noqa: FURB136
        if target <= before[-1]:
            index = bisect_left(before, target) - 1
            return opens[index] + target - before[index]
    return _added(openings, start, seconds)


def _added(openings: Openings, start: int, seconds: int) -> int:
    """Return what `add` does, where the horizon may have to grow for it."""
    # Open time takes at least as much wall time.
    reached = start + seconds
    if is_far(openings, min(start, reached), max(start, reached)):
        need_room(openings, start, seconds)
        return add_far(openings.hours, start, seconds)
    openings = covering(openings, start)
    if seconds > 0:
        while (target := openings.worked(start) + seconds) > openings.total:
            need_room(openings, start, seconds)
            if openings.end - openings.start > FAR:
                return add_far(openings.hours, start, seconds)
            openings = later(openings)
        index = bisect_left(openings.before, target) - 1
    else:
        while (target := openings.worked(start) + seconds) < 0:
            need_room(openings, start, seconds)
            if openings.end - openings.start > FAR:
                return add_far(openings.hours, start, seconds)
            openings = earlier(openings)
        index = bisect_right(openings.before, target) - 1
    return openings.opens[index] + target - openings.before[index]


def need_room(openings: Openings, start: int, seconds: int) -> None:
    """Refuse at once what could not fit even in the fullest weeks, or where we never open."""
    hours = openings.hours
    if not hours.ever_open:
        raise never_open(hours)
    wall = abs(seconds)
    if not hours.special:
        # A clock change gives a week an hour more, in some zones two.
        weekly = sum(_length(one) for day in hours.week for one in day) + 2 * 3_600
        once = sum(_length(one) for own in hours.own_hours for one in own.intervals)
        # The first week may be all open, so that one is not counted.
        wall = max(wall, (wall - once) * WEEK // min(weekly, WEEK) - WEEK)
    if not FIRST_INSTANT <= start + (wall if seconds > 0 else -wall) <= LAST_INSTANT:
        raise outside_calendar("The time asked for")


def _length(interval: Interval) -> int:
    """Return the seconds of an opening; one that does not end later runs over midnight."""
    opening, closing = interval.seconds
    return closing - opening if closing > opening else closing - opening + DAY
