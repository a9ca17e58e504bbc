"""Words of time. Where a value is a pattern, it is matched in small letters."""

# ruff: noqa: E501  (a pattern reads best unbroken)

from collections.abc import Mapping

from goodword.policy.quantity import Unit

UNITS: Mapping[str, tuple[Unit, int]] = {
    "second": (Unit.SECOND, 1),
    "seconds": (Unit.SECOND, 1),
    "sec": (Unit.SECOND, 1),
    "secs": (Unit.SECOND, 1),
    "minute": (Unit.MINUTE, 1),
    "minutes": (Unit.MINUTE, 1),
    "min": (Unit.MINUTE, 1),
    "mins": (Unit.MINUTE, 1),
    "hour": (Unit.HOUR, 1),
    "hours": (Unit.HOUR, 1),
    "hr": (Unit.HOUR, 1),
    "hrs": (Unit.HOUR, 1),
    "h": (Unit.HOUR, 1),
    "day": (Unit.DAY, 1),
    "days": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "weeks": (Unit.WEEK, 1),
    "wk": (Unit.WEEK, 1),
    "wks": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "fortnights": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "months": (Unit.MONTH, 1),
    "quarter": (Unit.MONTH, 3),
    "quarters": (Unit.MONTH, 3),
    "year": (Unit.YEAR, 1),
    "years": (Unit.YEAR, 1),
}
WORKING = (
    "working",
    "business",
    "office",
    "opening",
    "operating",
    "operational",
    "trading",
    "clinic",
    "staffed",
    "open",
    "banking",
    "school",
    "support",
    "service",
    "core",
    "surgery",
    "branch",
    "shop",
    "store",
    "week",
    "weekday",
)
CLOCK = ("clock", "elapsed")
CALENDAR = ("calendar",)
# Words between number and unit that change nothing.
FILLERS = (
    "full",
    "clear",
    "whole",
    "consecutive",
    "normal",
    "standard",
    "further",
    "additional",
    "more",
    "short",
    "short-term",
    "week-day",
    "week day",
)
WORKING_AFTER = (
    r"\(?(?:excluding|not (?:including|counting)|exc\.?|excl\.?|except(?: for)?) (?:the )?"
    r"(?:weekends?|saturdays?|sundays?|public holidays|bank holidays)"
    r"(?:(?:,? and |,? or |, | / |/|& )(?:the )?(?:weekends?|saturdays?|sundays?|public holidays|"
    r"bank holidays|statutory holidays|holidays))*\)?"
    r"|\((?:working|business)(?: days?| hours?)?\)"
)
CLOCK_AFTER = r"\(?round the clock\)?|,? ?(?:at any time of (?:the )?day or night|24/7|24x7)"
IN_HOURS_AFTER = (
    r",? ?\(?(?:during|in|within) (?:our |the )?(?:normal |standard |usual |regular )?"
    r"(?:working|business|office|opening|operating|core|staffed)"
    r" (?:hours|days|time)\)?"
)
# What may stand before a length of time, longest first; the value says what it does there.
BOUNDS: Mapping[str, str] = {
    r"within": "limit",
    r"inside(?: of)?": "limit",
    r"in (?:under|less than|no more than|not more than|at most|a maximum of|up to)": "limit",
    r"in": "limit",
    r"under|below": "limit",
    r"(?:less|fewer) than": "limit",
    r"(?:no|not|never) (?:any )?(?:more|later|longer) than": "limit",
    r"(?:no|not) longer": "limit",
    r"up to": "limit",
    r"at (?:most|the most|the latest)": "limit",
    r"(?:a |the )?max(?:imum|\.)?(?: time| wait| of)*(?: is)?": "limit",
    r"(?:not|never) (?:to )?exceed(?:ing)?": "limit",
    r"(?:by|before) the end of": "limit",
    r"(?:a |the )?minimum of": "limit",
    r"(?:at least |not less than |no less than |a minimum of )?(?:once |twice )?(?:every|each)": "every",
    r"per": "per",
    r"once (?:a|an)": "every",
    r"after|over|more than|longer than|beyond|exceed(?:s|ing)?|past|older than|later than": "after",
    r"at least|not less than|no less than": "at least",
    r"with": "limit",
    r"for": "for",
    r"[:=<≤|]|-": "limit",
    r"(?:is|are|of|time|times|takes?|be)": "bare",
}
VAGUE_AMOUNTS = (
    r"(?:a|the next|the) (?:few|couple(?: of)?)(?: \w+)? {unit}|several(?: \w+)? {unit}"
    r"|(?:some|a number of|a matter of) {unit}"
)
ABOUT = r"(?:about|around|approximately|approx\.?|roughly|circa|some|nearly|or so|~)"
NEXT_WORKING_DAY = (
    r"(?:(?:by|within|on|before|at|in|during|no later than|not later than) )?"
    r"(?:the )?(?:(?:end|close)(?: of business)?(?: of| on) (?:the )?|cob )?"
    r"(?:next|following|first|one) (?:available |full )?(?:working|business|office|week)[ -]?day"
    r"(?: (?:at|by) (?:the )?(?:latest|close|end))?"
    r"|next[ -](?:working|business)[ -]day"
)
SAME_DAY = (
    r"(?:(?:on|within|in|by the end of|by close of|before the end of|by) )?"
    r"(?:the |that )?same (?:working |business )?day|same[ -](?:working[ -]|business[ -])?day"
    r"|(?:by|before) (?:the )?(?:end|close) of (?:the |that |each |our )?(?:same )?"
    r"(?:working |business )?(?:day|business|play)(?: that (?:same )?day| on the same day)?"
    r"|(?:by )?(?:cob|eod)\b|on the day(?! of| after| before| we| you| that)"
)
NEXT_DAY = (
    r"(?:(?:by|within|on|before) )?(?:the )?(?:end of (?:the )?)?(?:next|following)[ -]"
    r"(?:calendar )?day(?! at)|tomorrow|overnight"
)
OFTEN: Mapping[str, tuple[int, Unit]] = {
    "hourly": (1, Unit.HOUR),
    "daily": (1, Unit.DAY),
    "weekly": (1, Unit.WEEK),
    "fortnightly": (2, Unit.WEEK),
    "monthly": (1, Unit.MONTH),
    "quarterly": (3, Unit.MONTH),
    "half-yearly": (6, Unit.MONTH),
    "six-monthly": (6, Unit.MONTH),
    "twice a year": (6, Unit.MONTH),
    "annually": (1, Unit.YEAR),
    "yearly": (1, Unit.YEAR),
    "once a year": (1, Unit.YEAR),
    "each year": (1, Unit.YEAR),
    "every year": (1, Unit.YEAR),
    "every quarter": (3, Unit.MONTH),
}
TIME_OF_DAY = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>\d\d)"
    r"|(?P<noon>noon|midday|12 noon)|(?P<midnight>midnight)"
)
# Seconds between two rings of a telephone, by country.
RING_SECONDS: Mapping[str, int] = {
    "GB": 3,
    "IE": 3,
    "AU": 3,
    "NZ": 3,
    "US": 6,
    "CA": 6,
    "CN": 5,
    "DE": 5,
    "FR": 5,
    "ES": 5,
    "IT": 5,
    "NL": 5,
    "AT": 5,
    "BE": 5,
    "CH": 5,
    "DK": 5,
    "SE": 5,
    "NO": 5,
    "FI": 5,
    "PT": 5,
    "PL": 5,
}
USUAL_RING_SECONDS = 3
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
