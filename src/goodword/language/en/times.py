"""Words of time of the English pack, for readers that are written for English."""

from collections.abc import Mapping

from goodword.language.pack import ENGLISH
from goodword.policy.quantity import Unit

UNITS: Mapping[str, tuple[Unit, int]] = {
    word: (Unit(unit), count) for word, (unit, count, *_) in ENGLISH.words("times.units").items()
}
RING_SECONDS: Mapping[str, int] = ENGLISH.words("times.ring_seconds")
USUAL_RING_SECONDS: int = ENGLISH.entry("times.usual_ring_seconds")
TIME_OF_DAY = ENGLISH.source("times.time_of_day")
MONTHS = ENGLISH.names("times.months")
MONTHS_SHORT = ENGLISH.names("times.months_short")
WEEKDAYS = ENGLISH.names("times.weekdays")
WEEKDAYS_SHORT = ENGLISH.names("times.weekdays_short")
