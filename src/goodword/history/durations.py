"""How long something took, as exports write it."""

import re

from goodword.history.map_fields import Unit

_SECONDS = {Unit.SECONDS: 1, Unit.MINUTES: 60, Unit.HOURS: 3600, Unit.DAYS: 86_400}
_CLOCK = re.compile(r"(?:(\d+)(?: days?,?|d) )?(\d+):(\d{2})(?::(\d{2})(?:\.\d+)?)?")


def seconds_of(text: str, unit: Unit) -> int | None:
    """Return the whole seconds that a text means, None where it means none.

    `h:m:s` may do without its seconds, and have days before it: `1 day, 2:30:00`.
    """
    if unit is Unit.CLOCK:
        found = _CLOCK.fullmatch(text)
        if found is None:
            return None
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    try:
        return round(float(text.replace(",", "") if "." in text else text) * _SECONDS[unit])
    except (ValueError, OverflowError):
        return None
