"""A promise with its open cases kept in: the share kept by the limit, and the time taken."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodword.case.columns import NOTHING
from goodword.clock.clock import Outcome
from goodword.metric.quantile import SHARES
from goodword.metric.survival import Share, Survival, survival
from goodword.replay.outcomes import OUTCOMES, ClockColumns

_CODE = {outcome: OUTCOMES.index(outcome) for outcome in Outcome}
_COUNTED = tuple(_CODE[one] for one in Outcome if one.is_judged or one is Outcome.OPEN)
_CONFIDENCE = 0.975
"""Of each side, so that both together are an interval of 95%."""


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """The time within which a share of all cases is done, with its interval of 95%.

    In open seconds or seconds of wall time, as the clocks count. None where it is not known yet.
    """

    share: float
    value: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Survived:
    """What Kaplan and Meier say of a promise. `kept` is None without cases.

    `n` are those judged and those still open; `open` are those not done, late or not.
    """

    n: int
    open: int
    kept: Share | None
    times: tuple[TimeTaken, ...]


def survived(clocks: ClockColumns) -> Survived:
    """Return the estimates in which open clocks count for as long as they have waited.

    What is excused or void is in no estimate. O(n log n).
    """
    return survived_by(time_survival(clocks), limit_survival(clocks))


def survived_by(time: Survival, limit: Survival) -> Survived:
    """Return the estimates of the two stairs: of the time taken, and of its share of the limit."""
    return Survived(
        n=time.n,
        open=time.open,
        kept=limit.share_by(1.0),
        times=tuple(_time(time, share) for share in SHARES),
    )


def time_survival(clocks: ClockColumns) -> Survival:
    """Return the stair of the time taken, in the seconds that the clocks count."""
    return survival(*waits(clocks))


def limit_survival(clocks: ClockColumns) -> Survival:
    """Return the stair of the time taken as a share of the time allowed; 1 is the due instant.

    So promises in days can be looked at too, where each case has another number of seconds. The
    outcome has the last word: what is kept is at most 1, what is broken is more.
    """
    return survival(*shares_of_limit(clocks))


def waits(clocks: ClockColumns) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return how long each clock that is in an estimate has waited, and whether it is done."""
    counted, is_done = _counted(clocks)
    return np.frombuffer(clocks.waited, np.int64)[counted], is_done


def shares_of_limit(clocks: ClockColumns) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return which share of its limit each such clock has used, and whether it is done."""
    counted, is_done = _counted(clocks)
    waited = np.frombuffer(clocks.waited, np.int64)[counted]
    allowed = np.frombuffer(clocks.allowed, np.int64)[counted]
    code = np.frombuffer(clocks.outcome, np.int8)[counted]
    # A due time that is not known yet, or no time at all, says nothing of how far one has come.
    usable = (allowed != NOTHING) & (allowed > 0)
    used = np.where(usable, waited / np.where(usable, allowed, 1), 0.0)
    late = (code == _CODE[Outcome.BROKEN_CLOSED]) | (code == _CODE[Outcome.BROKEN_OPEN])
    used = np.where(late, np.maximum(used, np.nextafter(1.0, 2.0)), np.minimum(used, 1.0))
    return used, is_done


def is_counted(clocks: ClockColumns) -> NDArray[np.bool_]:
    """Return which clocks are in an estimate: the judged and the open ones."""
    found: NDArray[np.bool_] = np.isin(np.frombuffer(clocks.outcome, np.int8), _COUNTED)
    return found


def _counted(clocks: ClockColumns) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    counted = is_counted(clocks)
    is_done = np.frombuffer(clocks.taken, np.int64)[counted] != NOTHING
    return counted, is_done


def _time(found: Survival, share: float) -> TimeTaken:
    value = found.time_for(share)
    low, high = found.time_bounds(share, _CONFIDENCE)
    whole = [None if one is None else int(one) for one in (value, low, high)]
    return TimeTaken(share, *whole)
