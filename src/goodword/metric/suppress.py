"""Which groups of people may be shown: five at least, and none by subtraction."""

from collections.abc import Mapping

FLOOR = 5
"""The smallest group that is ever shown (measurement.md 4.6)."""
EXACT_FROM = 20
"""From so many cases on a share about people is shown as it is; below, in steps of 5%."""


def shown(sizes: Mapping[str, int], *, floor: int = FLOOR) -> frozenset[str]:
    """Return the groups that may be shown beside their common total.

    A group below the floor is hidden. Where the hidden ones together are still fewer than the
    floor, the total would reveal them: then the smallest shown group is hidden too, until they
    are enough or nothing is shown.
    """
    names = sorted(sizes, key=lambda name: (sizes[name], name))
    hidden = [name for name in names if sizes[name] < floor]
    kept = [name for name in names if sizes[name] >= floor]
    present = [name for name in hidden if sizes[name] > 0]
    while kept and present and (len(present) == 1 or sum(sizes[name] for name in present) < floor):
        present.append(kept.pop(0))
    return frozenset(kept)


def rounded(share: float) -> float:
    """Return a share in steps of 5%."""
    return round(share * 20) / 20
