"""Goals that nobody can see reached, or that should have been reached by now."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import full_date
from goodword.document.reading import Reading
from goodword.policy.goal import Goal
from goodword.policy.promise import Promise, QualityGoal
from goodword.problem import Fix, Problem, Severity


def unmeasured_goals(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each goal of which nothing says by what one will see that it is reached."""
    policy = reading.policy
    counted = {one.span for one in policy.clauses if isinstance(one, Promise | QualityGoal)}
    for goal in policy.of_kind(Goal):
        if goal.measured_by or goal.span in counted:
            continue
        until = f"; by {full_date(goal.by)}" if goal.by is not None else ""
        yield Problem(
            code="GL01",
            severity=Severity.WARNING,
            message="Nobody will be able to say whether this goal was reached. Say by what you "
            "will see it: a number you have, or what you will ask people.",
            span=goal.span,
            fix=Fix(
                "Say by what you will see it",
                f"Goal: {goal.words}; measured by our survey{until}.",
                goal.span,
            ),
        )


def passed_goals(reading: Reading, at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield each goal whose date has passed."""
    today = datetime.fromtimestamp(at, UTC).date()
    for goal in reading.policy.of_kind(Goal):
        if goal.by is None or goal.by >= today:
            continue
        yield Problem(
            code="GL02",
            severity=Severity.WARNING,
            message=f"This was to be reached by {full_date(goal.by)}. Tell people how it went, and "
            "set yourselves a new date or a new goal.",
            span=goal.span,
            fix=_again(goal, today),
        )


def _again(goal: Goal, today: date) -> Fix | None:
    """Return the goal with the end of the next year for its date."""
    if goal.by is None:
        return None
    until, old = date(today.year + 1, 12, 31), str(goal.by.year)
    words = " ".join(goal.text.split())
    if (goal.by.month, goal.by.day) == (12, 31) and words.count(old) == 1:
        return Fix("Set a new date", words.replace(old, str(until.year)), goal.span)
    measure = f"; measured by {goal.measured_by}" if goal.measured_by else ""
    sentence = f"Goal: {goal.words}{measure}; by {full_date(until)}."
    return Fix("Set a new date", sentence, goal.span)
