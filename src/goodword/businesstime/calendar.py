"""Days, weeks, months and years by the calendar: the same local time on another date."""

import calendar
from datetime import date, timedelta

from goodword.businesstime.zone import instant_of, local, outside_calendar
from goodword.policy.quantity import Unit

_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7}
_MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12}


def add_calendar(zone: str, start: int, amount: int, unit: Unit) -> int:
    """Return the same local time so many days, weeks, months or years later.

    Months are clipped to the month's end: 31 January and 1 month is 28 or 29 February. A local
    time that does not exist that day is read by RFC 5545 3.3.5. Nothing is added for 0. Raises
    OutsideCalendarError beyond the years 1 to 9999.
    """
    if amount == 0:
        return start
    moment = local(start, zone)
    return instant_of(add_to_date(moment.date(), amount, unit), moment.time(), zone)


def add_to_date(day: date, amount: int, unit: Unit) -> date:
    """Return the date so many days, weeks, months or years later, clipped to the month's end."""
    try:
        if unit in _DAYS_IN:
            return day + timedelta(days=amount * _DAYS_IN[unit])
        months = day.year * 12 + day.month - 1 + amount * _MONTHS_IN[unit]
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError) as error:
        raise outside_calendar("The date asked for") from error
