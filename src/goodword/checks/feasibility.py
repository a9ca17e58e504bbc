"""Whether what is promised is what was kept so far."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import counted, share
from goodword.document.reading import Reading
from goodword.metric.estimate import Estimate, Verdict
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Fix, Problem, Severity

LEAST_SHARE = Decimal("0.5")


def not_kept_so_far(reading: Reading, _at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each promise that its own track record does not carry."""
    for promise in reading.policy.of_kind(Promise):
        estimate = evidence.estimates.get(promise.id)
        if estimate is None or estimate.verdict is not Verdict.NOT_KEPT or estimate.value is None:
            continue
        kept = round(estimate.value * estimate.n)
        promised = "every time" if promise.target is None else f"{share(promise.target)}%"
        honest = honest_promise(promise, estimate, reading.policy)
        yield Problem(
            code="PRM-07",
            severity=Severity.WARNING,
            message=f"This promises {promised}. So far it was kept in {kept} of "
            f"{counted(estimate.n, 'case')}. Mend what stands in the way, or promise what the "
            "numbers carry.",
            span=promise.span,
            fix=Fix("Promise what the numbers carry", honest, promise.span) if honest else None,
        )


def unmeasurable(reading: Reading, _at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for each promise that nothing which is recorded can ever judge."""
    for promise in reading.policy.of_kind(Promise):
        why = evidence.unmeasured.get(promise.id)
        if why is not None:
            yield Problem(
                code="PRM-06",
                severity=Severity.WARNING,
                message=f"Nobody can tell whether this is kept. {why} Record it from now on, or "
                "promise what your records can show.",
                span=promise.span,
            )


def honest_promise(promise: Promise, estimate: Estimate, policy: Policy) -> str | None:
    """Return the promise with the share that its numbers carry, as a sentence.

    None where that share would be below a half, or no smaller than what is promised.
    """
    carried = Decimal(int(estimate.lower * 100)) / 100
    if carried < LEAST_SHARE or (promise.target is not None and carried >= promise.target):
        return None
    return echo(replace(promise, target=carried), policy)
