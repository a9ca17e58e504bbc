"""In which openings the rows of many cases are counted."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from goodword.businesstime.openings import Openings
from goodword.clock.own_hours import openings_of
from goodword.clock.timeline import Standing
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise

Situation = tuple[Standing, Mapping[str, str]]


def rows_by_hours(
    promise: Promise,
    policy: Policy,
    openings: Openings,
    each: Sequence[Situation],
    of: NDArray[np.integer],
    around: int,
) -> Iterator[tuple[Openings, NDArray[np.intp]]]:
    """Yield the openings in which the promise counts, and on which rows it counts in them.

    `of` is how each row's case stands: its place in `each`. `openings` are those of the house,
    `around` an instant near which the others are asked for.
    """
    if not policy.channel_hours and not policy.part_hours:
        yield openings, np.arange(len(of))
        return
    found: dict[str, tuple[Openings, list[int]]] = {}
    for code in np.unique(of).tolist():
        standing, facts = each[code]
        parts = policy.parts_named(facts) if policy.part_hours else ()
        own = openings_of(promise, policy, openings, standing.channel, around, parts)
        found.setdefault(own.fingerprint, (own, []))[1].append(code)
    for own, those in found.values():
        yield own, np.flatnonzero(np.isin(of, those))
