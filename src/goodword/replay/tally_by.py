"""The stretches of time by which counts are told apart: ISO weeks and months of a zone."""

from datetime import date
from itertools import pairwise

import numpy as np

from goodword.businesstime.zone import local_date
from goodword.errors import UnknownNameError
from goodword.replay.tally_grid import Instants, midnights

WORDS = ("channel", "kind", "priority", "place")
PERIODS = ("week", "month")


def period_of(by: tuple[str, ...]) -> str | None:
    """Return the stretch of time among the names; raises UnknownNameError for an unknown name."""
    for name in by:
        if name not in (*WORDS, *PERIODS):
            raise UnknownNameError(
                f'Counts cannot be told apart by "{name}".',
                hint=f"Known ones: {', '.join((*WORDS, *PERIODS))}.",
            )
    found = [name for name in by if name in PERIODS]
    if len(found) > 1:
        raise UnknownNameError(
            "Counts are told apart by week or by month, not by both.", hint="Leave one out."
        )
    return found[0] if found else None


def periods(period: str, zone: str, first: int, last: int) -> tuple[tuple[str, ...], Instants]:
    """Return the names of the periods that touch `first` to `last`, and when each begins."""
    ordinal, begins = midnights(zone, first, last)
    days = [date.fromordinal(ordinal + place) for place in range(len(begins))]
    names = [_name(period, day) for day in days]
    starts = [0, *(place for place, (a, b) in enumerate(pairwise(names), 1) if a != b)]
    # The first may have begun before these midnights; it holds all that is asked about.
    kept = [place for place in starts if local_date(last, zone) >= days[place]]
    return tuple(names[place] for place in kept), np.array([begins[place] for place in kept])


def _name(period: str, day: date) -> str:
    if period == "month":
        return f"{day:%Y-%m}"
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
