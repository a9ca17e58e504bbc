"""Opening hours: needed, never open, or said twice in two ways."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from goodword.checks.evidence import Evidence
from goodword.document.echo_amounts import capitalised, full_date, interval, listed
from goodword.document.echo_hours import occasion, special_hours
from goodword.document.reading import Reading
from goodword.language.en.echo_phrases import WEEKDAYS
from goodword.policy.clause import Clause
from goodword.policy.definition import ClosureClause, HoursClause, PartHours
from goodword.policy.duty import Escalation, SurveyRule, TrainingRule
from goodword.policy.hours import Hours, Interval, Occasion, OwnHours, SpecialHours
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration
from goodword.policy.situation import Situation
from goodword.problem import Fix, Problem, Severity
from goodword.span import Span, place_of

SAMPLE_HOURS = "We are open Monday to Friday, 9am to 5pm."
_UNREAD = frozenset({"HR04", "HR05", "HR06", "HR08"})
COMMON_YEAR = 2027
WHOLE_DAY = 1440


def missing_hours(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield one error where working time is counted and no opening hours are written."""
    policy = reading.policy
    if policy.hours is not None:
        return
    counting = [
        clause
        for clause in policy.clauses
        if counts_working_time(clause) and not _has_own_hours(clause, policy)
    ]
    if not counting:
        return
    first = counting[0]
    others = len(counting) - 1
    more = f" {others} more sentences do the same." if others > 1 else ""
    more = " One more sentence does the same." if others == 1 else more
    unread = unread_hours(reading)
    if unread is None:
        why, step = "and no opening hours are written", "Write when you are open"
    else:
        line = place_of(reading.text, unread.start).line
        why = f"and I cannot read your opening hours (line {line})"
        step = "Mend that line first"
    yield Problem(
        code="DOC02",
        severity=Severity.ERROR,
        message=f"This counts working time, {why}, so nobody can say when it is due.{more} {step}, "
        'or count round the clock ("4 clock hours", "2 calendar days").',
        span=first.span,
        fix=Fix(label="Say when you are open", replacement=SAMPLE_HOURS, span=Span(0, 0)),
        related=tuple(clause.span for clause in counting[1:]),
    )


def is_told_of_hours(reading: Reading) -> bool:
    """Whether another problem says already that opening hours are missing or cannot be read."""
    return unread_hours(reading) is not None or any(
        counts_working_time(clause) for clause in reading.policy.clauses
    )


def unread_hours(reading: Reading) -> Span | None:
    """Return the first sentence that wants to say opening hours and cannot be read as such."""
    return next(
        (one.span for one in reading.problems if one.code in _UNREAD and one.span is not None), None
    )


def _has_own_hours(clause: Clause, policy: Policy) -> bool:
    """Whether the clause is for a channel whose own hours are written."""
    channels = clause.channels if isinstance(clause, Promise | Escalation) else ()
    parts = clause.parts if isinstance(clause, Promise) else ()
    return policy.hours_for(channels, parts=parts) is not None


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
    yield from _parts_never_open(reading)
    hours = reading.policy.hours
    if hours is None or _opens(hours):
        return
    place = next(iter(reading.policy.of_kind(HoursClause)), None) or next(
        iter(reading.policy.of_kind(ClosureClause)), None
    )
    why = (
        "name no opening"
        if not hours.ever_open
        else "are closed again by another sentence on every day on which they open"
    )
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


def _parts_never_open(reading: Reading) -> Iterator[Problem]:
    """Yield an error for a channel, a team or a place that never opens, and where two never meet.

    A promise for calls to a team counts while the lines and the team are both open.
    """
    policy = reading.policy
    shut: set[str] = set()
    named = [(one.channel, one.hours) for one in policy.channel_hours]
    named += [(one.part, one.hours) for one in policy.part_hours]
    for name, hours in named:
        if _opens(hours):
            continue
        shut.add(name)
        place = next(one for one in policy.of_kind(PartHours) if name in {one.channel, one.part})
        yield Problem(
            code="HR11",
            severity=Severity.ERROR,
            message=f"These hours leave no moment in which the {place.name} is open: no working "
            "time would ever pass there. Write at least one day with its times.",
            span=place.span,
            ways_out=("Take out a closure, so that a day stays open.", "Write other hours."),
        )
    for promise in policy.of_kind(Promise):
        own = policy.hours_for(promise.channels, parts=promise.parts)
        if own is None or own is policy.hours or _opens(own) or not _is_working(promise.limit):
            continue
        if shut & {*promise.channels, *promise.parts}:
            continue
        met = [one for one in policy.of_kind(PartHours) if _is_of(one, promise)]
        yield Problem(
            code="HR11",
            severity=Severity.ERROR,
            message=f"This counts while {listed(f'the {one.name}' for one in met)} are all open, "
            "and that never happens, so it would never fall due. Let their hours meet, or promise "
            "for one of them.",
            span=promise.span,
            related=tuple(one.span for one in met),
            ways_out=tuple(f'Change "{one.text.strip()}"' for one in met),
        )


def _is_of(part: PartHours, promise: Promise) -> bool:
    return part.channel in promise.channels if part.channel else part.part in promise.parts


def _opens(hours: Hours) -> bool:
    if any(own.intervals for own in hours.own_hours):
        return True
    if any(one.intervals for one in hours.special):
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
    """Yield an error for a day or a date that two sentences say different hours of."""
    clauses = reading.policy.of_kind(HoursClause)
    yield from _open_and_closed(clauses)
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
                ways_out=(
                    f'Keep "{earlier.text.strip()}" and take the other out.',
                    f'Keep "{clause.text.strip()}" and take the other out.',
                ),
            )
    yield from _disputed_dates(reading)
    yield from _disputed_occasions(reading)


def _open_and_closed(clauses: tuple[HoursClause, ...]) -> Iterator[Problem]:
    for shut in clauses:
        for opened in clauses:
            days = [day for day in shut.closed if opened.week[day]]
            if not days or opened is shut:
                continue
            earlier, later = sorted((opened, shut), key=lambda one: one.span.start)
            yield Problem(
                code="HR12",
                severity=Severity.ERROR,
                message=f"{listed(WEEKDAYS[one] for one in days)}: one sentence says "
                f'{_said(opened.week[days[0]])} ("{opened.text.strip()}"), another closed '
                f'("{shut.text.strip()}"). Keep the one that is true.',
                span=later.span,
                related=(earlier.span,),
            )


def _disputed_occasions(reading: Reading) -> Iterator[Problem]:
    """Yield an error for public holidays, seasons and yearly dates that are said twice."""
    seen: dict[Occasion, tuple[str, ClosureClause]] = {}
    for clause in reading.policy.of_kind(ClosureClause):
        for on, told in _told(clause):
            before, where = seen.setdefault(on, (told, clause))
            if before != told:
                yield Problem(
                    code="HR12",
                    severity=Severity.ERROR,
                    message=f'{capitalised(occasion(on))}: one sentence says "'
                    f'{where.text.strip()}", another "{clause.text.strip()}". Keep the one that '
                    "is true.",
                    span=clause.span,
                    related=(where.span,),
                )


def _told(clause: ClosureClause) -> Iterator[tuple[Occasion, str]]:
    """Yield each occasion with what is said of it; edges of a day go beside its openings."""
    closed = special_hours(SpecialHours(Occasion(), ()))
    if clause.public_holidays:
        yield Occasion(public_holiday=True), closed
    for one in clause.closures:
        if (one.start, one.end) == (0, WHOLE_DAY):
            on = (one.month, one.day)
            yield Occasion(first=on, last=on, year=one.year), closed
    for special in clause.special:
        if special.intervals is not None or special.is_usual:
            yield special.on, special_hours(replace(special, on=Occasion()))


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


def unsaid_days(reading: Reading, _at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield a warning where a season's hours leave out days on which we usually open."""
    hours = reading.policy.hours
    if hours is None:
        return
    seasons: dict[Occasion, tuple[set[int], ClosureClause]] = {}
    for clause in reading.policy.of_kind(ClosureClause):
        for special in clause.special:
            on = special.on
            if on.rank == 1 and on.weekdays and special.intervals:
                days, _ = seasons.setdefault(replace(on, weekdays=()), (set(), clause))
                days.update(on.weekdays)
    for clause in reading.policy.of_kind(ClosureClause):
        for special in clause.special:
            known = seasons.get(replace(special.on, weekdays=()))
            if known and special.intervals == ():
                known[0].update(special.on.weekdays)
    for season, (days, clause) in seasons.items():
        unsaid = [day for day, openings in enumerate(hours.week) if openings and day not in days]
        if unsaid:
            named = listed(WEEKDAYS[day] for day in unsaid)
            when = capitalised(occasion(season))
            yield Problem(
                code="HR13",
                severity=Severity.WARNING,
                message=f"{when} this sentence does not speak of {named}, on which you usually "
                "open; I count the usual hours there. Say so if you are closed then, such as: "
                f"{when} we are closed on {named}.",
                span=clause.span,
                fix=Fix(label="Say that you are closed", replacement=_closed_then(season, unsaid)),
            )


def _closed_then(season: Occasion, days: list[int]) -> str:
    on = replace(season, weekdays=tuple(days))
    return f"{capitalised(special_hours(SpecialHours(on, ())))}."
