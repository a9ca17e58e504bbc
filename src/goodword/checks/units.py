"""One number in two units: 15 working days here, 15 days there."""

from collections.abc import Iterator
from dataclasses import replace

from goodword.checks.escalations import watched
from goodword.checks.evidence import Evidence
from goodword.document.echo import echo
from goodword.document.echo_amounts import duration
from goodword.document.reading import Reading
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.promise import Promise
from goodword.policy.quantity import Duration, Limit
from goodword.problem import Fix, Problem, Severity
from goodword.span import place_of


def unit_flips(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning where one matter has the same number counted in two ways."""
    policy = reading.policy
    for rule in policy.of_kind(Escalation):
        for promise in watched(policy, rule):
            if rule.after is not None and flipped(promise.limit, rule.after):
                mended = replace(rule, after=promise.limit)
                yield _flip(reading, promise, promise.limit, rule, rule.after, mended)
                break
    seen: dict[tuple[object, ...], Promise] = {}
    for promise in policy.of_kind(Promise):
        key = (promise.metric, promise.subject, promise.channels, promise.parts)
        first = seen.setdefault(key, promise)
        alike = (first.target, first.condition, first.start) == (
            promise.target,
            promise.condition,
            promise.start,
        )
        # Where all else is alike, that is a contradiction (DOC04).
        if not alike and flipped(first.limit, promise.limit):
            mended_promise = replace(promise, limit=first.limit)
            yield _flip(reading, first, first.limit, promise, promise.limit, mended_promise)


def flipped(one: Limit, other: Limit) -> bool:
    """Whether two times have the same number and unit, and are counted differently."""
    return (
        isinstance(one, Duration)
        and isinstance(other, Duration)
        and (one.amount, one.unit) == (other.amount, other.unit)
        and one.counting is not other.counting
    )


def _flip(
    reading: Reading, first: Clause, mine: Limit, clause: Clause, yours: Limit, mended: Clause
) -> Problem:
    line = place_of(reading.text, first.span.start).line
    here, there = (duration(one) for one in (yours, mine) if isinstance(one, Duration))
    return Problem(
        code="PR06",
        severity=Severity.WARNING,
        message=f"This counts {here}, and line {line} counts {there} in the same matter. One of "
        "the two is probably a slip, and they do not end on the same day.",
        span=clause.span,
        fix=Fix("Count as before", echo(mended, reading.policy), clause.span),
        related=(first.span,),
    )
