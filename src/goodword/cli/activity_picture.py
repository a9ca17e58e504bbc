"""A small picture of when things happen, drawn in characters with the numbers beside it."""

import numpy as np
from numpy.typing import NDArray

_SHADES = " ░▒▓█"
_STEPS = "▁▂▃▄▅▆▇█"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LABEL = 6


def activity_picture(days: NDArray[np.int64]) -> list[str]:
    """Return the lines of a picture of seven days of 24 hours.

    Each hour is two characters wide: darker is more. Below it stands the day's profile, and in
    words the busiest and the quietest hour.
    """
    hours = days.sum(axis=0)
    total, most = int(days.sum()), int(days.max())
    if not total:
        return []
    lines = [" " * _LABEL + "".join(f"{hour:02}" + " " * 4 for hour in range(0, 24, 3))]
    for name, day in zip(_DAYS, days, strict=True):
        shades = "".join(2 * _SHADES[_level(int(n), most, len(_SHADES))] for n in day)
        lines.append(f"{name:<{_LABEL}}{shades}  {int(day.sum()):>10,}")
    top = int(hours.max())
    profile = "".join(2 * _STEPS[max(0, _level(int(n), top, len(_STEPS)))] for n in hours)
    lines.append(f"{'all':<{_LABEL}}{profile}  {total:>10,}")
    busy, quiet = int(hours.argmax()), int(hours.argmin())
    lines.append(
        f"{'':<{_LABEL}}busiest {busy:02}:00 to {busy + 1:02}:00 with {int(hours[busy]):,}; "
        f"quietest {quiet:02}:00 to {quiet + 1:02}:00 with {int(hours[quiet]):,}"
    )
    return lines


def _level(n: int, most: int, steps: int) -> int:
    """Return which of the steps a count takes: 0 for none, the last for the most."""
    if n <= 0 or most <= 0:
        return 0
    return max(1, min(steps - 1, -(-n * (steps - 1) // most)))
