"""Whether the policy says when it is looked at again, and whether that day has passed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from goodword.businesstime.zone import instant_of, local
from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import full_date, plain_duration
from goodword.document.reading import Reading
from goodword.duty.review import review_due
from goodword.policy.definition import EffectiveClause
from goodword.policy.duty import ReviewRule
from goodword.policy.policy import Policy
from goodword.problem import Fix, Problem, Severity

_SPEAKS_OF_REVIEW = re.compile(
    r"\b(?:review|revis|updat|revisit)\w*\b[^.]*\bpolicy\b|\bpolicy\b[^.]*\breview", re.IGNORECASE
)


def no_interval(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a sentence that promises a review and not when."""
    if reading.policy.of_kind(ReviewRule):
        return
    for sentence in reading.sentences:
        said_already = any(
            problem.code == "RV01" and problem.span and problem.span.start >= sentence.span.start
            for problem in reading.problems
        )
        if said_already or not _SPEAKS_OF_REVIEW.search(sentence.text):
            continue
        yield Problem(
            code="RV01",
            severity=Severity.WARNING,
            message="This speaks of a review and does not say how often. A date that nobody set "
            "is a review that nobody holds.",
            span=sentence.span,
            understood=(("what", "review the policy"), ("how often", "?")),
            fix=Fix(
                label="Say how often",
                replacement="We review this policy every 6 months.",
                span=sentence.span,
            ),
        )
        return


@dataclass(frozen=True, slots=True)
class NextReview:
    """When the policy is to be looked at again: `due` in UTC seconds, `day` in its own zone.

    `since` is the day from which the interval of the clause is counted.
    """

    due: int
    day: date
    since: date
    clause_id: str


def next_review(policy: Policy, reviewed_at: int | None = None) -> NextReview | None:
    """Return when the next review is due, counted from the last one or from coming into force.

    None where the policy names no interval, or no day to count from is known.
    """
    since = in_force_since(policy) if reviewed_at is None else reviewed_at
    if since is None:
        return None
    duty = review_due(policy, None, since, at=since)
    if duty is None:
        return None
    zone = _zone(policy)
    day, began = local(duty.due_at, zone).date(), local(since, zone).date()
    return NextReview(duty.due_at, day, began, duty.clause.id)


def passed_date(reading: Reading, at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning when the next review should have been held before `at`."""
    policy = reading.policy
    review = next_review(policy, evidence.reviewed_at)
    if review is None or at < review.due:
        return
    rule = policy.of_kind(ReviewRule)[0]
    what = "the last review" if evidence.reviewed_at is not None else "it came into force"
    yield Problem(
        code="RV02",
        severity=Severity.WARNING,
        message=f"The review was due on {full_date(review.day)}: {plain_duration(rule.every)} "
        f"after {what} ({full_date(review.since)}). Hold it, then give the new version its date.",
        span=rule.span,
    )


def _zone(policy: Policy) -> str:
    return policy.hours.zone if policy.hours is not None else "UTC"


def in_force_since(policy: Policy) -> int | None:
    """Return the instant from which the policy says that it applies."""
    dates = [one.applies_from for one in policy.of_kind(EffectiveClause) if one.applies_from]
    return instant_of(max(dates), time(0), _zone(policy)) if dates else None
