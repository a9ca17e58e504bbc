"""Opening hours: needed, never open, or said twice in two ways."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import full_date, interval, listed
from goodword.document.reading import Reading
from goodword.language.en.echo_phrases import WEEKDAYS
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause
from goodword.policy.duty import Escalation, SurveyRule, TrainingRule
from goodword.policy.hours import Hours, Interval, OwnHours
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration
from goodword.policy.situation import Situation
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span

SAMPLE_HOURS = "We are open Monday to Friday, 9am to 5pm."
COMMON_YEAR = 2027


def missing_hours(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one error where working time is counted and no opening hours are written."""
    policy = reading.policy
    if policy.hours is not None:
        return
    counting = [clause for clause in policy.clauses if counts_working_time(clause)]
    if not counting:
        return
    first = counting[0]
    others = len(counting) - 1
    more = f" {others} more sentences do the same." if others > 1 else ""
    more = " One more sentence does the same." if others == 1 else more
    yield Problem(
        code="DOC02",
        severity=Severity.ERROR,
        message=f'"{first.text.strip()}" counts working time, but the policy names no opening '
        f"hours, so nobody can say when it is due.{more} Write when you are open, or count "
        'round the clock ("4 clock hours", "2 calendar days").',
        span=first.span,
        fix=Fix(label="Say when you are open", replacement=SAMPLE_HOURS, span=Span(0, 0)),
        related=tuple(clause.span for clause in counting[1:]),
    )


def counts_working_time(clause: Clause) -> bool:
    """Whether the clause needs opening hours to run."""
    return any(_is_working(limit) for limit in _limits(clause))


def _limits(clause: Clause) -> Iterator[Duration | Anchor]:
    found: tuple[Duration | Anchor | None, ...] = ()
    if isinstance(clause, Promise):
        found = (clause.limit,)
    elif isinstance(clause, Escalation):
        found = (clause.after, clause.within)
    elif isinstance(clause, SurveyRule):
        found = (clause.delay, clause.cap)
    elif isinstance(clause, TrainingRule):
        found = (clause.every, clause.within_joining)
    elif isinstance(clause, Situation):
        found = tuple(step.within for step in clause.steps)
    yield from (limit for limit in found if limit is not None)


def _is_working(limit: Duration | Anchor) -> bool:
    if isinstance(limit, Duration):
        return limit.counting is Counting.WORKING
    return limit.kind is not AnchorKind.AT_TIME or limit.cutoff is not None


def never_open(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error where the hours as written leave no moment in which we are open."""
    hours = reading.policy.hours
    if hours is None or _opens(hours):
        return
    place = next(iter(reading.policy.of_kind(HoursClause)), None) or next(
        iter(reading.policy.of_kind(ClosureClause)), None
    )
    why = "name no opening" if not hours.ever_open else "are closed on every day that they open"
    yield Problem(
        code="HR11",
        severity=Severity.ERROR,
        message=f"These hours {why}: no working time would ever pass, and no promise in working "
        "time would ever fall due. Write at least one day with its times.",
        span=place.span if place else None,
        fix=None if hours.ever_open else Fix("Say when you are open", SAMPLE_HOURS),
        ways_out=(
            ("Take out a closure, so that a day stays open.", "Write other opening hours.")
            if hours.ever_open
            else ()
        ),
    )


def _opens(hours: Hours) -> bool:
    if any(own.intervals for own in hours.own_hours):
        return True
    open_days = {day for day, openings in enumerate(hours.week) if openings}
    closed = {
        (one.month, one.day)
        for one in hours.closures
        if one.year is None and one.start == 0 and one.end == 1440
    }
    # A date that stays open falls on each day of the week in the course of the years.
    year = (date(COMMON_YEAR, 1, 1) + timedelta(days=day) for day in range(365))
    return bool(open_days) and any((day.month, day.day) not in closed for day in year)


def conflicting_hours(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield an error for a day that is given two openings which overlap and differ."""
    clauses = reading.policy.of_kind(HoursClause)
    for later, clause in enumerate(clauses):
        for earlier in clauses[:later]:
            days = _disputed_days(earlier, clause)
            if not days:
                continue
            day = days[0]
            yield Problem(
                code="HR12",
                severity=Severity.ERROR,
                message=f"{listed(WEEKDAYS[one] for one in days)}: one sentence says "
                f"{_said(earlier.week[day])}, another {_said(clause.week[day])}. "
                "Keep the one that is true.",
                span=clause.span,
                related=(earlier.span,),
            )
    yield from _disputed_dates(reading)


def _said(openings: tuple[Interval, ...]) -> str:
    return listed(interval(one) for one in openings)


def _disputed_days(one: HoursClause, other: HoursClause) -> list[int]:
    return [
        day
        for day in range(7)
        if any(
            mine != yours and mine.start < yours.end and yours.start < mine.end
            for mine in one.week[day]
            for yours in other.week[day]
        )
    ]


def _disputed_dates(reading: Reading) -> Iterator[Problem]:
    seen: dict[date, tuple[OwnHours, Span]] = {}
    for clause in reading.policy.of_kind(ClosureClause):
        for own in clause.own_hours:
            before, where = seen.setdefault(own.on, (own, clause.span))
            if before.intervals != own.intervals:
                yield Problem(
                    code="HR12",
                    severity=Severity.ERROR,
                    message=f"{full_date(own.on)}: one sentence says "
                    f"{_said(before.intervals) or 'closed'}, another "
                    f"{_said(own.intervals) or 'closed'}. Keep the one that is true.",
                    span=clause.span,
                    related=(where,),
                )
