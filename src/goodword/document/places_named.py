"""Whose public holidays are meant, by the name of a place."""

import re

from goodword.language.en import places
from goodword.policy.hours import HolidayPlace


def place_named(words: str) -> HolidayPlace | None:
    """Return the place of public holidays as written: `Victoria, Australia`, `AU-VIC`."""
    low = words.lower().strip()
    known = places.PLACES
    if found := re.fullmatch(r"([a-z]{2})(?:-([a-z0-9]{1,3}))?", low):
        if low in known:
            return HolidayPlace(known[low][0], known[low][1], words)
        return HolidayPlace(found[1].upper(), found[2].upper() if found[2] else None, words)
    for part in (low, *(piece.strip() for piece in low.split(","))):
        if part in known:
            country, subdivision, _ = known[part]
            return HolidayPlace(country, subdivision, words)
    return None
