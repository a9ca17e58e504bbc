"""Working days: local dates on which we are open at all, and their last closings."""

from bisect import bisect_right
from datetime import date

from goodword.businesstime.eras import add_working_days_far, is_far, working_days_far
from goodword.businesstime.openings import (
    FAR,
    Openings,
    covering,
    earlier,
    later,
    near,
    never_open,
)
from goodword.businesstime.zone import (
    DAY,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    local_date,
    outside_calendar,
)
from goodword.businesstime.zone import EPOCH_ORDINAL as EPOCH

# More working days than these are a century away in most hours, and no fewer in any.
_FAR_DAYS = FAR // DAY // 4


def add_working_days(openings: Openings, start: int, days: int) -> int:
    """Return the last closing of the working day that is `days` after the date of `start`.

    The local date of `start` is day 0, whatever the hour and whether open or not. 0 is the last
    closing of that date, or of the next working day where it is closed; negative days look back.
    Raises NeverOpenError where there are not so many working days.
    """
    arrival = local_date(start, openings.zone)
    if days == 0:
        closing = last_closing(openings, arrival)
        return add_working_days(openings, start, 1) if closing is None else closing
    if not openings.hours.ever_open:
        raise never_open(openings.hours)
    if not FIRST_ORDINAL <= arrival.toordinal() + days <= LAST_ORDINAL:
        raise outside_calendar("The day asked for")
    if abs(days) > _FAR_DAYS:
        return add_working_days_far(openings.hours, arrival, days)
    openings = _near(openings, arrival)
    if days > 0:
        while (index := bisect_right(openings.days, arrival.toordinal()) + days - 1) >= len(
            openings.days
        ):
            if openings.end - openings.start > FAR:
                return add_working_days_far(openings.hours, arrival, days)
            openings = later(openings)
    else:
        while (index := _days_before(openings, arrival) + days) < 0:
            if openings.end - openings.start > FAR:
                return add_working_days_far(openings.hours, arrival, days)
            openings = earlier(openings)
    return openings.day_closes[index]


def working_days_between(openings: Openings, start: int, end: int) -> int:
    """Return how many working days come after the date of `start`, up to the date of `end`.

    The date of `start` is day 0; the date of `end` counts when it is a working day. Negative, the
    mirror, when `end` is before.
    """
    if end < start:
        return -working_days_between(openings, end, start)
    first, last = local_date(start, openings.zone), local_date(end, openings.zone)
    if is_far(openings, start, end):
        return working_days_far(openings.hours, first, last)
    openings = _holding(_holding(openings, first), last)
    return bisect_right(openings.days, last.toordinal()) - bisect_right(
        openings.days, first.toordinal()
    )


def last_closing(openings: Openings, day: date) -> int | None:
    """Return the last closing of a local date, None where it is closed.

    An opening that runs past midnight closes its first date at 24:00.
    """
    openings = _near(openings, day)
    index = bisect_right(openings.days, day.toordinal()) - 1
    if index < 0 or openings.days[index] != day.toordinal():
        return None
    return openings.day_closes[index]


def is_working_day(openings: Openings, day: date) -> bool:
    """Whether we open at all on a local date."""
    return last_closing(openings, day) is not None


def _days_before(openings: Openings, day: date) -> int:
    return bisect_right(openings.days, day.toordinal() - 1)


def _near(openings: Openings, day: date) -> Openings:
    """Return openings whose horizon holds the whole date in any zone, and perhaps no other."""
    return _holding(near(openings, (day.toordinal() - EPOCH) * DAY), day)


def _holding(openings: Openings, day: date) -> Openings:
    """Return openings whose horizon holds the whole date in any zone."""
    noon = (day.toordinal() - EPOCH) * DAY + DAY // 2
    return covering(covering(openings, noon - 2 * DAY), noon + 2 * DAY)
