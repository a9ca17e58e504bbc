"""How often a duty comes round: every six months, each September, once a year."""

import re

from goodword.language.cued import Cued
from goodword.language.time_phrase import TimePhrase
from goodword.policy.quantity import Counting, Duration, Unit

_YEARLY = re.compile(
    r"\b(?:every|each) (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|fall|christmas|easter|new year|school year|"
    r"academic year|calendar year|financial year)\b|\bonce (?:a|every) year\b|\bper annum\b"
)
_MONTH = (
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
_SEASON = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1}
_PART_OF_YEAR = rf"(?:{'|'.join((*_MONTH, *_SEASON))})"
_DAY = r"(?:the )?(?:start of |end of |first week of |\d{1,2}(?:st|nd|rd|th)? (?:of )?)?"
# "in January and July", "each spring and autumn", "on 1 April and 1 October".
_LISTED = Cued(
    rf"\b{_DAY}{_PART_OF_YEAR}(?: \d{{1,2}})?"
    rf"(?:(?:, (?:and )?| and ){_DAY}{_PART_OF_YEAR}(?: \d{{1,2}})?)+(?! \d{{4}})\b",
    "april|august|autumn|december|fall|july|june|march|may|november|october|september|"
    "spring|summer|uary|winter",
    " and |, ",
)
_TIMES_A_YEAR = re.compile(
    r"\b(?P<times>twice|two times|three times|four times|six times) (?:an? |each |every |per )?"
    r"(?:year|yearly|annually)\b"
)
_MONTHS = {"twice": 6, "two times": 6, "three times": 4, "four times": 3, "six times": 2}
_TWO_YEARLY = re.compile(r"\b(?:every (?:other|second) year|biennial(?:ly)?)\b")


def interval(low: str, times: tuple[TimePhrase, ...]) -> Duration | None:
    """Return how often, where the words say it."""
    if (often := _TIMES_A_YEAR.search(low)) is not None:
        return Duration(_MONTHS[often["times"]], Unit.MONTH, Counting.CALENDAR)
    for one in times:
        if one.role == "every" and isinstance(one.limit, Duration):
            return one.limit
    if (listed := _LISTED.search(low)) is not None:
        return _evenly(listed[0])
    if _TWO_YEARLY.search(low):
        return Duration(2, Unit.YEAR, Counting.CALENDAR)
    if _YEARLY.search(low):
        return Duration(1, Unit.YEAR, Counting.CALENDAR)
    return None


def _evenly(listed: str) -> Duration | None:
    """Return the time between months or seasons that lie evenly in the year, else None."""
    places = [
        _SEASON.get(name) or _MONTH.index(name) + 1 for name in re.findall(_PART_OF_YEAR, listed)
    ]
    places.sort()
    following = (*places[1:], places[0] + 12)
    gaps = {after - before for before, after in zip(places, following, strict=True)}
    months = next(iter(gaps)) if len(gaps) == 1 else 0
    return Duration(months, Unit.MONTH, Counting.CALENDAR) if months else None
