"""How often a duty comes round: every six months, each September, once a year."""

import re

from goodword.language.time_phrase import TimePhrase
from goodword.policy.quantity import Counting, Duration, Unit

_YEARLY = re.compile(
    r"\b(?:every|each) (?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|autumn|winter|fall|christmas|easter|new year|school year|"
    r"academic year|calendar year|financial year)\b|\bonce (?:a|every) year\b|\bper annum\b"
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
    if _TWO_YEARLY.search(low):
        return Duration(2, Unit.YEAR, Counting.CALENDAR)
    if _YEARLY.search(low):
        return Duration(1, Unit.YEAR, Counting.CALENDAR)
    return None
