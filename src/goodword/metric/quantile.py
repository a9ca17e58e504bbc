"""Quantiles of the time that things took, with what is not done yet kept in."""

from math import ceil
from typing import Protocol, SupportsInt

SHARES = (0.5, 0.8, 0.9, 0.95)


class Sorted(Protocol):
    """A sorted list or array of whole numbers."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> SupportsInt: ...


def quantile(taken: Sorted, unfinished: int, share: float) -> int | None:
    """Return the time within which `share` of all cases were done; None where that is not known.

    `taken` is sorted. What is unfinished took longer than anything that is done, so a backlog
    cannot make the times look better. The value is one that occurred: the smallest time that at
    least `share` of the cases kept within.
    """
    n = len(taken) + unfinished
    rank = max(ceil(share * n - 1e-9), 1)
    return int(taken[rank - 1]) if rank <= len(taken) else None


def quantiles(taken: Sorted, unfinished: int) -> dict[str, int | None]:
    """Return the usual quantiles, by name (`p50`), in the unit of `taken`, which is sorted."""
    return {f"p{round(share * 100)}": quantile(taken, unfinished, share) for share in SHARES}
