"""Intervals for a share: exact one-sided bounds for verdicts, Wilson's for display."""

from collections.abc import Callable
from math import exp, lgamma, log, log1p, sqrt

ALPHA = 0.05
"""One-sided bounds hold with 95% confidence (measurement.md 4.3)."""
_Z = 1.959963984540054
"""The normal quantile of 97.5%, for a two-sided interval of 95%."""
_TINY = 1e-300
_CLOSE = 1e-15
_MOST_TERMS = 100_000


def lower_bound(kept: float, n: float, *, alpha: float = ALPHA) -> float:
    """Return the exact (Clopper-Pearson) lower bound of the share, one-sided; 0 without cases."""
    return 0.0 if kept == 0 else _solve(lambda share: at_least(kept, n, share), alpha)


def upper_bound(kept: float, n: float, *, alpha: float = ALPHA) -> float:
    """Return the exact (Clopper-Pearson) upper bound of the share, one-sided; 1 without cases."""
    return 1.0 if kept == n else 1.0 - lower_bound(n - kept, n, alpha=alpha)


def wilson(kept: float, n: float) -> tuple[float, float]:
    """Return Wilson's two-sided interval of 95%; (0, 1) without cases."""
    if n == 0:
        return 0.0, 1.0
    share, square = kept / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    # At the ends the formula gives 0 and 1 but for rounding.
    low = 0.0 if kept == 0 else middle - half
    high = 1.0 if kept == n else middle + half
    return low, high


def at_least(kept: float, n: float, share: float) -> float:
    """Return the chance that `kept` or more of `n` are kept when each is with chance `share`.

    Numbers of cases need not be whole: an effective number of cases has its chance too.
    """
    if kept <= 0:
        return 1.0
    if kept > n:
        return 0.0
    return _regularised_beta(share, kept, n - kept + 1)


def _solve(chance: Callable[[float], float], wanted: float) -> float:
    """Return where a chance that grows with the share reaches `wanted`, by bisection."""
    low, high = 0.0, 1.0
    while high - low > 1e-13:
        middle = (low + high) / 2
        if chance(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _regularised_beta(x: float, a: float, b: float) -> float:
    """Return the regularised incomplete beta function, by Lentz's continued fraction.

    DLMF 8.17.22; the symmetry 8.17.4 keeps to the side on which it converges fast.
    """
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - _regularised_beta(1.0 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front * _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    above, below = 1.0, 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1))
    value = below
    for m in range(1, _MOST_TERMS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            below = 1.0 / _away_from_zero(1.0 + term * below)
            above = _away_from_zero(1.0 + term / above)
            step = above * below
            value *= step
        if abs(step - 1.0) < _CLOSE:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
