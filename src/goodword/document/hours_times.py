"""Times of day said without am or pm, read as opening hours are meant."""

from goodword.document.hours_tokens import Clock
from goodword.policy.hours import Interval

NOON, MIDNIGHT = 720, 1440
# Bare hours from here to noon are of the morning, below of the afternoon: "9 to 5", "1 to 5".
MORNING = 360


def interval_of(first: Clock, last: Clock) -> tuple[Interval, bool]:
    """Return the opening between two times, and whether it may well be meant otherwise.

    "9 to 12" ends at noon, "8 to 8" in the evening, "7 to 3" in the afternoon, "10pm to 6am" in
    the next morning. In doubt is "6 to 9", which may be a morning, an evening or a long day.
    """
    start, doubt = _start(first, last)
    end = last.minute
    if not last.sure and not (first.sure and not first.half and first.minute > NOON):
        end = _after(start, last.minute)
        if first.sure and not first.half and end > NOON and not last.half:
            # "09:00-5:00" has one clock of 24 hours and one of 12: an afternoon is meant.
            end = last.minute + NOON if last.minute < NOON else last.minute
    if start == MIDNIGHT:
        start = 0
    return Interval(start, end or MIDNIGHT), doubt


def _start(first: Clock, last: Clock) -> tuple[int, bool]:  # noqa: PLR0911  (one case a way)
    if first.sure:
        return first.minute, False
    bare = first.minute % NOON
    if last.sure and not last.half and last.minute not in {NOON, MIDNIGHT}:
        # "9-17:00": a clock of 24 hours.
        return first.minute, False
    if bare == 0:
        return NOON, False
    end = last.minute % NOON
    if last.half == "p":
        afternoon = bare + NOON < last.minute
        if bare < MORNING or (bare < 420 and afternoon):
            return bare + NOON if afternoon or bare < MORNING else bare, bare >= 300 and afternoon
        return bare, False
    if last.half == "a":
        # "10 to 2am" is a night.
        return (bare + NOON, False) if end <= bare else (bare, False)
    doubt = 300 <= bare <= 420 and bare < end
    return (bare if bare >= MORNING else bare + NOON), doubt


def _after(start: int, minute: int) -> int:
    """Return the first time after `start` that a clock of 12 hours shows in this way."""
    for end in (minute % NOON, minute % NOON + NOON, minute % NOON + MIDNIGHT):
        if end > start:
            return end % MIDNIGHT or MIDNIGHT
    return minute


def opening_time(at: Clock) -> int:
    """Return when a day opens: a bare 9 is of the morning, a bare 2 of the afternoon."""
    if at.sure:
        return 0 if at.minute == MIDNIGHT else at.minute
    bare = at.minute % NOON
    return bare if bare >= MORNING else bare + NOON


def closing_time(at: Clock) -> int:
    """Return when a day closes: a bare 4 is of the afternoon, and 12 is noon."""
    return at.minute if at.sure else at.minute % NOON + NOON
