"""How long things take with what is still open kept in: the estimate of Kaplan and Meier (1958)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import IO

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodword.metric.interval import at_least, lower_bound, upper_bound, wilson
from goodword.metric.long_column import LongColumn

Numbers = NDArray[np.float64]
_Z = 1.959963984540054
"""The normal quantile of 97.5%, for a two-sided interval of 95%."""
_ROUNDING = 1e-12


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

    def share_by(self, time: float, *, confidence: float = 0.95) -> Share | None:
        """Return the share done within `time`; None without cases, or later than anything seen.

        While nothing open has waited less, it is a plain share with Wilson's interval and exact
        bounds of one-sided `confidence`. After that the interval is Greenwood's on the scale of
        log(-log), and the bounds are the exact ones of as many cases as would be as sure without
        open ones (the effective number: Dorey and Korn 1987).
        """
        if not self.n or (time > self.longest and self.open):
            return None
        place = int(np.searchsorted(self.times, time, "right")) - 1
        kept, n = self._counted(place, time)
        alpha = 1.0 - confidence
        low, high = wilson(kept, n)
        if time > self.first_open and place >= 0 and self.left[place] > 0.0:
            low, high = self._interval(place)
        return Share(
            value=kept / n,
            low=low,
            high=high,
            lower=lower_bound(kept, n, alpha=alpha),
            upper=upper_bound(kept, n, alpha=alpha),
        )

    def counted_by(self, time: float) -> tuple[float, float]:
        """Return how many are done within `time`, and of how many: whole numbers, or effective.

        Nothing of nothing where that is not known.
        """
        if not self.n or (time > self.longest and self.open):
            return 0, 0
        return self._counted(int(np.searchsorted(self.times, time, "right")) - 1, time)

    def time_for(self, share: float) -> float | None:
        """Return the shortest time within which `share` is done; None where that is not known."""
        place = self._reaches(share)
        return None if place is None else float(self.times[place])

    def time_bounds(self, share: float, confidence: float) -> tuple[float | None, float | None]:
        """Return a lower and an upper bound of that time, each of one-sided `confidence`.

        While nothing open has waited less they are exact, by ranks: the upper is the time of the
        first rank that so many cases can prove. None where so few cases, or so many open ones,
        reach no bound.
        """
        place = self._reaches(share)
        upper = None
        for later in range(len(self.times) if place is None else place, len(self.times)):
            kept, n = self._counted(later, float(self.times[later]))
            if at_least(kept, n, share) <= 1.0 - confidence + _ROUNDING:
                upper = float(self.times[later])
                break
        lower = None
        for earlier in range(len(self.times) - 1 if place is None else place, -1, -1):
            kept, n = self._counted(earlier, float(self.times[earlier]))
            if upper_chance(kept, n, share) <= 1.0 - confidence:
                break
            lower = float(self.times[earlier])
        return lower, upper

    def _reaches(self, share: float) -> int | None:
        # What is left never grows, so that halving finds the first place.
        places = range(len(self.left))
        place = bisect_left(places, share - 1e-12, key=lambda one: 1.0 - float(self.left[one]))
        return place if place < len(places) else None

    def _counted(self, place: int, time: float) -> tuple[float, float]:
        """Return how many are done and of how many, effectively, at a place of the stair."""
        if time <= self.first_open:
            return (0 if place < 0 else int(self.done[place])), self.n
        if place < 0:
            # Nothing was done by then: only those that are done later were surely seen so long.
            return 0, max(self.n - self.open, 1)
        left, doubt = float(self.left[place]), float(self.doubt[place])
        if left <= 0.0:
            return int(self.done[place]), int(self.done[place])
        n = (1.0 - left) / (left * doubt)
        return (1.0 - left) * n, n

    def _interval(self, place: int) -> tuple[float, float]:
        left, doubt = float(self.left[place]), float(self.doubt[place])
        wide = min(_Z * sqrt(doubt) / -log(left), 700.0)
        return 1.0 - left ** exp(-wide), float(1.0 - left ** exp(wide))


def survival(waited: ArrayLike, is_done: ArrayLike) -> Survival:
    """Return the stair of what took or waited so long, and whether it was done then.

    What is done at the very time at which something else was last seen comes first. O(n log n).
    """
    wait = np.asarray(waited, np.float64)
    done = np.asarray(is_done, np.bool_)
    times, number = np.unique(wait[done], return_counts=True)
    at_risk = len(wait) - np.searchsorted(np.sort(wait), times, "left")
    opened = wait[~done]
    return _stair(
        times,
        number,
        at_risk,
        (len(wait), len(opened)),
        (
            float(opened.min()) if len(opened) else float("inf"),
            float(wait.max()) if len(wait) else 0.0,
        ),
    )


def counted_survival(waited: ArrayLike, done: ArrayLike, opened: ArrayLike) -> Survival:
    """Return the stair of rising waits, each of so many done and so many not done then. O(n)."""
    wait = np.asarray(waited, np.float64)
    is_done, is_open = np.asarray(done, np.int64), np.asarray(opened, np.int64)
    n, still = int((is_done + is_open).sum()), int(is_open.sum())
    at_risk = n - np.cumsum(is_done + is_open) + is_done + is_open
    there = is_done > 0
    return _stair(
        wait[there],
        is_done[there],
        at_risk[there],
        (n, still),
        (
            float(wait[is_open > 0][0]) if still else float("inf"),
            float(wait[-1]) if len(wait) else 0.0,
        ),
    )


def survival_of_stretches(
    stretches: Callable[[], Iterable[tuple[Numbers, NDArray[np.int64]]]],
    new_file: Callable[[], IO[bytes]],
    *,
    until: float = float("inf"),
) -> Survival:
    """Return the stair of rising waits that come some at a time, as often as they are asked for.

    With each wait stand how many were done then, and how many not. What comes out is what
    `survival` makes of all of them together, to the last bit; with `until`, for what is asked of
    that very time alone. O(n), in memory that does not grow with it: what is long goes to a
    `new_file`.
    """
    n = still = 0
    first_open, longest = float("inf"), 0.0
    for waited, counts in stretches():
        sums = counts.sum(axis=0)
        n, still = n + int(sums.sum()), still + int(sums[1])
        opened = waited[counts[:, 1] > 0]
        if len(opened) and first_open == float("inf"):
            first_open = float(opened[0])
        longest = float(waited[-1])
    columns = [
        LongColumn(kind, new_file) for kind in (np.float64, np.float64, np.float64, np.int64)
    ]
    seen, last = 0, (1.0, 0.0, 0)
    for waited, counts in stretches():
        both = counts.sum(axis=1)
        at_risk = n - seen - (np.cumsum(both) - both)
        seen += int(both.sum())
        there = (counts[:, 0] > 0) & (waited <= until)
        number, at_risk = counts[there, 0], at_risk[there]
        if not len(number):
            continue
        with np.errstate(divide="ignore"):
            step = 1.0 - number / at_risk
            more = number / (at_risk * (at_risk - number).astype(np.float64))
        # Sums and products go on from the last of the stretch before: the same as all at once.
        found = (
            waited[there],
            np.cumprod(np.append(last[0], step))[1:],
            np.cumsum(np.append(last[1], more))[1:],
            np.cumsum(np.append(last[2], number))[1:],
        )
        last = float(found[1][-1]), float(found[2][-1]), int(found[3][-1])
        for column, some in zip(columns, found, strict=True):
            # Up to one time nothing is asked but what stands there.
            column.put(some if until == float("inf") else some[-1:])
    times, left, doubt, done = (column.all() for column in columns)
    return Survival(
        times=times,
        left=left,
        doubt=doubt,
        done=done,
        n=n,
        open=still,
        first_open=first_open,
        longest=longest,
    )


def _stair(
    times: Numbers,
    number: NDArray[np.int64],
    at_risk: NDArray[np.int64],
    counts: tuple[int, int],
    waits: tuple[float, float],
) -> Survival:
    with np.errstate(divide="ignore"):
        left = np.cumprod(1.0 - number / at_risk)
        doubt = np.cumsum(number / (at_risk * (at_risk - number).astype(np.float64)))
    return Survival(
        times=times,
        left=np.asarray(left, np.float64),
        doubt=np.asarray(doubt, np.float64),
        done=np.cumsum(number),
        n=counts[0],
        open=counts[1],
        first_open=waits[0],
        longest=waits[1],
    )


def upper_chance(kept: float, n: float, share: float) -> float:
    """Return the chance that `kept` or fewer of `n` are kept when each is with chance `share`."""
    return 1.0 - at_least(kept + 1, n, share) if kept < n else 1.0
