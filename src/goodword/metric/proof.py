"""How many cases would prove a promise, and how long they take to come."""

from array import array
from dataclasses import dataclass

from goodword.metric.estimate import smallest_proof

_MONTH = 30.436875 * 86_400
_MOST_MISSES = 3_000


@dataclass(frozen=True, slots=True)
class Proof:
    """The cases that would prove a share kept.

    `without_miss` when all are kept; `at_rate` when as many are missed as so far, None where these
    are too many ever to prove it; `per_month` is how many have come.
    """

    without_miss: int | None
    at_rate: int | None
    per_month: float

    def months(self, cases: int | None) -> float | None:
        """Return how many months so many cases take to come, at the rate so far."""
        if cases is None or self.per_month <= 0:
            return None
        return cases / self.per_month


def proof(share: float, kept: float, per_month: float, *, alpha: float) -> Proof:
    """Return how many cases would prove a `share`, where `kept` is the share kept so far."""
    return Proof(
        without_miss=smallest_proof(0, share, alpha=alpha),
        at_rate=_at_rate(share, 1.0 - kept, alpha),
        per_month=per_month,
    )


def per_month(started: "array[int]") -> float:
    """Return how many cases have come in a month of average length; at least a day is looked at."""
    if not started:
        return 0.0
    return len(started) / max(max(started) - min(started), 86_400) * _MONTH


def _at_rate(share: float, missed: float, alpha: float) -> int | None:
    misses = 0
    while misses <= _MOST_MISSES:
        cases = smallest_proof(misses, share, alpha=alpha)
        if cases is None:
            return None
        if missed * cases <= misses + 1e-9:
            return cases
        misses = max(misses + 1, misses * 11 // 10)
    return None
