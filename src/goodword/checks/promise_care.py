"""Promises that leave people in the dark when things take longer."""

from collections.abc import Iterator

from goodword.checks.evidence import Evidence
from goodword.document.reading import Reading
from goodword.policy.clause import Audience, Strength
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.problem import Fix, Problem, Severity

LATE_NOTICE = "LateNotice"
UPDATE = "We update you every 3 working days until it is resolved."


def silent_delays(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one hint where matters are promised to be settled, and nobody hears why they are not.

    Causes that nobody can foresee are promised better by "or we tell you by …".
    """
    policy = reading.policy
    promises = policy.of_kind(Promise)
    if any(one.metric is Metric.UPDATE for one in promises) or any(
        type(clause).__name__ == LATE_NOTICE for clause in policy.clauses
    ):
        return
    for promise in promises:
        firm = promise.strength is Strength.MUST and promise.target is None
        if promise.metric is Metric.RESOLUTION and firm:
            yield Problem(
                code="PRM-08",
                severity=Severity.HINT,
                message="This settles every matter in time, and some take longer for reasons that "
                "nobody can foresee. Say when people hear from you in the meantime.",
                span=promise.span,
                fix=Fix("Say when they hear from you", UPDATE),
            )
            return


def hidden_pauses(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a clock that stops where those who wait cannot read it."""
    for rule in reading.policy.of_kind(PauseRule):
        if rule.audience is not Audience.PUBLIC:
            yield Problem(
                code="PRM-05",
                severity=Severity.WARNING,
                message="The clock stops, and only the team can read that. Those who wait go on "
                "counting, and think that the promise was broken. Say it in the section where the "
                "promise stands.",
                span=rule.span,
            )
