"""How long things take with what is still open kept in: the estimate of Kaplan and Meier (1958)."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.metric.interval import at_least, lower_bound, upper_bound, wilson

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its two-sided interval of 95% and its one-sided bounds of 95%."""

    value: float
    low: float
    high: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True, eq=False)
class Survival:
    """The share that is done as a stair over time; what is open counts for as long as it waited.

    `times` are those at which something was done, in order. After each, `left` is the estimated
    share still to do, `doubt` Greenwood's sum for its variance, and `done` how many are done. `n`
    are all, `open` those not done when last seen; the shortest of their waits is `first_open`
    (infinite without any), and `longest` is the longest that anything waited or took.
    """

    times: Numbers
    left: Numbers
    doubt: Numbers
    done: NDArray[np.int64]
    n: int
    open: int
    first_open: float
    longest: float

    def share_by(self, time: float) -> Share | None:
        """Return the share done within `time`; None without cases, or later than anything seen.

        While nothing open has waited less, it is a plain share with Wilson's interval and exact
        bounds. After that they are Greenwood's on the scale of log(-log), which stays within 0
        and 1 (Kalbfleisch and Prentice 1980).
        """
        if not self.n or (time > self.longest and self.open):
            return None
        place = int(np.searchsorted(self.times, time, "right")) - 1
        value = 0.0 if place < 0 else 1.0 - float(self.left[place])
        if time <= self.first_open:
            kept = 0 if place < 0 else int(self.done[place])
            bounds = lower_bound(kept, self.n), upper_bound(kept, self.n)
            return Share(kept / self.n, *wilson(kept, self.n), *bounds)
        if place < 0:
            # Nothing was done by then: only those that were seen for so long can say so.
            known = max(self.n - self.open, 1)
            return Share(0.0, *wilson(0, known), 0.0, upper_bound(0, known))
        if self.left[place] <= 0.0:
            known = int(self.done[place])
            return Share(1.0, *wilson(known, known), lower_bound(known, known), 1.0)
        here = slice(place, place + 1)
        low, high = (float(one[0]) for one in self._interval(0.975, here))
        lower, upper = (float(one[0]) for one in self._interval(0.95, here))
        return Share(value, low, high, lower, upper)

    def time_for(self, share: float) -> float | None:
        """Return the shortest time within which `share` is done; None where that is not known."""
        return self._first(1.0 - self.left >= share - 1e-12)

    def time_bounds(self, share: float, confidence: float) -> tuple[float | None, float | None]:
        """Return a lower and an upper bound of that time, each of one-sided `confidence`.

        While nothing open has waited less they are exact, by ranks: the upper is the time of the
        first rank that so many cases can prove. None where so few cases, or so many open ones,
        reach no bound. O(cases).
        """
        return self._bound(share, confidence, upper=False), self._bound(
            share, confidence, upper=True
        )

    def _bound(self, share: float, confidence: float, *, upper: bool) -> float | None:
        exact = self.times <= self.first_open
        rank = first_rank(self.n, share, confidence, upper=upper)
        reached = np.zeros(len(self.times), np.bool_) if rank is None else self.done >= rank
        rough = ~exact & (self.left > 0.0)
        if rough.any():
            lower, higher = self._interval(confidence, slice(None))
            reached = np.where(rough, lower >= share if upper else higher > share, reached)
        return self._first(reached)

    def _interval(self, confidence: float, where: slice) -> tuple[Numbers, Numbers]:
        left, doubt = self.left[where], self.doubt[where]
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            wide = NormalDist().inv_cdf(confidence) * np.sqrt(doubt) / -np.log(left)
            low, high = 1.0 - left ** np.exp(-wide), 1.0 - left ** np.exp(wide)
        return np.nan_to_num(low), np.nan_to_num(high, nan=1.0)

    def _first(self, reached: NDArray[np.bool_]) -> float | None:
        places = np.flatnonzero(reached)
        return float(self.times[places[0]]) if len(places) else None


def survival(waited: ArrayLike, is_done: ArrayLike) -> Survival:
    """Return the stair of what took or waited so long, and whether it was done then.

    What is done at the very time at which something else was last seen comes first. O(n log n).
    """
    wait = np.asarray(waited, np.float64)
    done = np.asarray(is_done, np.bool_)
    times, number = np.unique(wait[done], return_counts=True)
    at_risk = len(wait) - np.searchsorted(np.sort(wait), times, "left")
    with np.errstate(divide="ignore"):
        left = np.cumprod(1.0 - number / at_risk)
        doubt = np.cumsum(number / (at_risk * (at_risk - number).astype(np.float64)))
    opened = wait[~done]
    return Survival(
        times=times,
        left=np.asarray(left, np.float64),
        doubt=np.asarray(doubt, np.float64),
        done=np.cumsum(number),
        n=len(wait),
        open=len(opened),
        first_open=float(opened.min()) if len(opened) else float("inf"),
        longest=float(wait.max()) if len(wait) else 0.0,
    )


def first_rank(n: int, share: float, confidence: float, *, upper: bool) -> int | None:
    """Return the first rank, from 1, that bounds the time for `share` of all; None for no rank.

    By order statistics: with one-sided `confidence` the upper rank's time is not too short, and
    the lower rank's not too long (David and Nagaraja 2003, section 7.1).
    """
    alpha = 1.0 - confidence

    def enough(rank: int) -> bool:
        if upper:
            return at_least(rank, n, share) <= alpha + 1e-15
        return at_least(rank + 1, n, share) < confidence

    low, high = 0, n + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high if high <= n else None
