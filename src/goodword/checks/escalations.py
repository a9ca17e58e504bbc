"""Matters that go up too late to help."""

from collections.abc import Iterator
from dataclasses import replace

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import openings_for
from goodword.checks.arrivals import arrivals
from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import duration
from goodword.document.echo_promise import anchor
from goodword.document.reading import Reading
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.hours import Hours
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Duration, Limit
from goodword.problem import Fix, Problem, Severity
from goodword.span import place_of

# Which promise an escalation watches over.
WATCHED = {
    Trigger.NOT_RESOLVED: frozenset({Metric.RESOLUTION}),
    Trigger.NOT_ANSWERED: frozenset({Metric.FIRST_RESPONSE, Metric.ANSWER, Metric.CALLBACK}),
    Trigger.NOT_ACKNOWLEDGED: frozenset({Metric.ACKNOWLEDGE}),
}


def late_escalations(reading: Reading, at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning where somebody is told only after the promise was broken."""
    policy = reading.policy
    for rule in policy.of_kind(Escalation):
        if rule.after is None or rule.trigger is None:
            continue
        promises = watched(policy, rule)
        # One that watches over several channels is in time while it is in time for one of them.
        if not promises or not all(
            comes_later(
                rule.after,
                promise.limit,
                policy.hours_for(promise.channels, parts=promise.parts),
                at,
            )
            for promise in promises
        ):
            continue
        promise = promises[-1]
        line = place_of(reading.text, promise.span.start).line
        yield Problem(
            code="ES03",
            severity=Severity.WARNING,
            message=f"This tells somebody {_after(rule.after)}; by then the promise of line "
            f"{line} is already broken. Choose a time before it, so that there is still something "
            "to save.",
            span=rule.span,
            fix=_in_time(rule, promise.limit, policy),
            related=(promise.span,),
        )


def _in_time(rule: Escalation, limit: Limit, policy: Policy) -> Fix | None:
    """Return the escalation a fifth of the time before the promise is broken."""
    if not isinstance(limit, Duration) or limit.amount < 2:
        return None
    before = replace(limit, amount=limit.amount - max(1, limit.amount // 5))
    return Fix("Tell them in time", echo(replace(rule, after=before), policy), rule.span)


def watched(policy: Policy, rule: Escalation) -> tuple[Promise, ...]:
    """Return the promises on whose behalf an escalation by time watches the clock.

    A customer's own way watches over none: it opens when ours has ended.
    """
    if rule.trigger is None or rule.strength is Strength.MAY:
        return ()
    promises = [
        one for one in policy.of_kind(Promise) if one.metric in WATCHED.get(rule.trigger, ())
    ]
    exact = tuple(one for one in promises if one.subject == rule.subject)
    if exact or rule.subject is None:
        return exact
    # What is promised only in some other case is not what this one waits for.
    return tuple(
        one for one in promises if one.subject is None and one.condition in {None, rule.condition}
    )


def _after(after: Limit) -> str:
    return f"after {duration(after)}" if isinstance(after, Duration) else anchor(after)


def comes_later(after: Limit, limit: Limit, hours: Hours | None, at: int) -> bool:
    """Whether `after` ends later than `limit`, whenever the two begin."""
    if isinstance(limit, Duration) and isinstance(after, Duration):
        if (after.unit, after.counting) == (limit.unit, limit.counting):
            return after.amount > limit.amount
        if after.is_exact and limit.is_exact and after.counting is limit.counting:
            return after.seconds > limit.seconds
    if hours is None or not hours.ever_open:
        return False
    openings = openings_for(hours, at)
    return all(
        due_time(after, openings, arrival) > due_time(limit, openings, arrival)
        for arrival in arrivals(openings, at)
    )
