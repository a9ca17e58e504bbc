"""How a promise stands: a share with its n, its interval and a verdict."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from goodword.metric.interval import ALPHA, at_least, lower_bound, upper_bound, wilson

MOST_NEEDED = 1_000_000
"""Beyond so many cases no number of further cases is named."""


class Verdict(StrEnum):
    """What can honestly be said of a promise."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    CANNOT_TELL_YET = "cannot_tell_yet"

    @property
    def words(self) -> str:
        """Return the verdict as people say it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Estimate:
    """The share that was kept, of `n` judged cases.

    `value` is None without cases. `low` and `high` are Wilson's two-sided interval, for display;
    `lower` and `upper` the exact one-sided bounds on which the verdict rests. `needed` is how many
    more cases, all of them kept, would show the promise kept: 0 once there is a verdict, None
    where no number below a million would.
    """

    value: float | None
    n: int
    low: float
    high: float
    verdict: Verdict
    needed: int | None
    lower: float = 0.0
    upper: float = 1.0


def estimate(kept: int, judged: int, target: Decimal | float | None) -> Estimate:
    """Return the estimate and verdict for `kept` of `judged` cases.

    A `target` of None (or 1) means every time: kept when all were kept, not kept at the first
    broken one. Otherwise kept when the one-sided 95% lower bound reaches the target, not kept
    when the upper bound is below it, and cannot tell yet between them.
    """
    share = 1.0 if target is None else float(target)
    low, high = wilson(kept, judged)
    verdict = _every_time(kept, judged) if share >= 1 else _by_share(kept, judged, share)
    return Estimate(
        value=kept / judged if judged else None,
        n=judged,
        low=low,
        high=high,
        verdict=verdict,
        needed=_needed(kept, judged, share) if verdict is Verdict.CANNOT_TELL_YET else 0,
        lower=lower_bound(kept, judged),
        upper=upper_bound(kept, judged),
    )


def smallest_proof(misses: int, target: float, *, alpha: float = ALPHA) -> int | None:
    """Return the fewest cases that can show a share of `target` kept with so many misses.

    None where a million would not. The bound is one-sided and holds with confidence 1 - `alpha`.

    >>> smallest_proof(0, 0.95)
    59
    """
    enough = 1
    while not _proves(misses, enough, target, alpha):
        enough *= 2
        if enough > 2 * MOST_NEEDED:
            return None
    low = enough // 2
    while enough - low > 1:
        middle = (low + enough) // 2
        if _proves(misses, middle, target, alpha):
            enough = middle
        else:
            low = middle
    return enough


def _proves(misses: int, n: int, target: float, alpha: float) -> bool:
    return n > misses and at_least(n - misses, n, target) <= alpha


def _every_time(kept: int, judged: int) -> Verdict:
    if kept < judged:
        return Verdict.NOT_KEPT
    return Verdict.KEPT if judged else Verdict.CANNOT_TELL_YET


def _by_share(kept: int, judged: int, share: float) -> Verdict:
    # A bound reaches the target exactly when the chance of so many is at most alpha there: the
    # same test as comparing bounds, without their rounding.
    if judged and at_least(kept, judged, share) <= ALPHA:
        return Verdict.KEPT
    if judged and kept < judged and 1.0 - at_least(kept + 1, judged, share) < ALPHA:
        return Verdict.NOT_KEPT
    return Verdict.CANNOT_TELL_YET


def _needed(kept: int, judged: int, share: float) -> int | None:
    if share >= 1:
        return 1
    enough = smallest_proof(judged - kept, share)
    return None if enough is None or enough - judged > MOST_NEEDED else enough - judged
