"""How often: reviews, practice and surveys."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from goodword.businesstime.zone import instant_of, local
from goodword.checks.evidence import Evidence
from goodword.checks.law_chosen import Chosen, chosen, speaks_of_packs
from goodword.checks.law_compare import rough_days
from goodword.checks.review_dates import in_force_since
from goodword.document.echo import echo
from goodword.document.echo_amounts import full_date, plain_duration
from goodword.document.reading import Reading
from goodword.policy.definition import EffectiveClause
from goodword.policy.duty import ReviewRule, SurveyRule, TrainingRule
from goodword.policy.policy import Policy
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.problem import Fix, Problem, Severity

MIDNIGHT = time(0)
A_YEAR = Duration(12, Unit.MONTH, Counting.CALENDAR)
A_QUARTER = Duration(3, Unit.MONTH, Counting.CALENDAR)
A_MONTH = Duration(30, Unit.DAY, Counting.CALENDAR)


def rare_reviews(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a policy that is looked at less than once a year."""
    for rule in reading.policy.of_kind(ReviewRule):
        if rough_days(rule.every) > rough_days(A_YEAR) + 1:
            yield Problem(
                code="RV03",
                severity=Severity.WARNING,
                message=f"A policy that is looked at every {plain_duration(rule.every)} is out of "
                "date most of the time. Once a year is the least.",
                span=rule.span,
                fix=Fix(
                    "Once a year", echo(replace(rule, every=A_YEAR), reading.policy), rule.span
                ),
            )


def rare_practice(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a hint for practice that is rarer than once a quarter."""
    for rule in reading.policy.of_kind(TrainingRule):
        if rule.every is None or rough_days(rule.every) <= rough_days(A_QUARTER) + 1:
            continue
        quarterly = echo(replace(rule, every=A_QUARTER), reading.policy)
        yield Problem(
            code="TRN-02",
            severity=Severity.HINT,
            message=f"Practice every {plain_duration(rule.every)} is forgotten in between. Once a "
            "quarter, and when a clause changes, keeps it alive.",
            span=rule.span,
            fix=Fix("Once a quarter", quarterly, rule.span),
        )


def frequent_surveys(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for surveys that may reach one person more than once a month."""
    for rule in reading.policy.of_kind(SurveyRule):
        if rule.cap is None or rough_days(rule.cap) >= rough_days(A_MONTH):
            continue
        longer = replace(rule, cap=Duration(90, Unit.DAY, Counting.CALENDAR))
        yield Problem(
            code="MEA-02",
            severity=Severity.WARNING,
            message=f"This may ask the same person every {plain_duration(rule.cap)}. People who "
            "are asked that often stop answering. Every 90 days is usual, every 30 the least.",
            span=rule.span,
            fix=Fix("Every 90 days", echo(longer, reading.policy), rule.span),
        )


def _prolonged(clause: EffectiveClause, today: date, policy: Policy) -> str:
    """Return from and until when the policy applies, with the end of the next year."""
    return echo(replace(clause, applies_until=date(today.year + 1, 12, 31)), policy)


def out_of_date(reading: Reading, at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning for a policy that no longer applies, or is older than a pack it names."""
    policy = reading.policy
    zone = policy.hours.zone if policy.hours is not None else "UTC"
    today = local(at, zone).date()
    for clause in policy.of_kind(EffectiveClause):
        if clause.applies_until is not None and clause.applies_until < today:
            yield Problem(
                code="STR-04",
                severity=Severity.WARNING,
                message=f"By its own words this policy applied until "
                f"{full_date(clause.applies_until)}. Give it a new date, or a new version.",
                span=clause.span,
                fix=Fix("Give it a new date", _prolonged(clause, today, policy), clause.span),
            )
    if not evidence.packs and not speaks_of_packs(reading):
        return
    since = evidence.reviewed_at if evidence.reviewed_at is not None else in_force_since(policy)
    if since is None:
        return
    for one in chosen(reading, evidence.packs):
        if not isinstance(one, Chosen) or not one.pack.holds(at):
            continue
        began = instant_of(one.pack.valid_from, MIDNIGHT, zone)
        if began > since:
            yield Problem(
                code="STR-04",
                severity=Severity.WARNING,
                message=f'"{one.pack.name}" holds since {full_date(one.pack.valid_from)}, and the '
                f"policy was last looked at on {full_date(local(since, zone).date())}. Read it "
                "once more beside the pack, then give it a new date.",
                span=one.span,
            )
