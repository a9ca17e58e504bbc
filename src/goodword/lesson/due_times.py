"""Questions on when something is due: each key is what the clock says."""

from collections.abc import Iterator
from datetime import date, timedelta

from goodword.businesstime.calendar import add_calendar
from goodword.businesstime.due import due_time
from goodword.businesstime.openings import Openings, covering
from goodword.businesstime.workdays import is_working_day, last_closing
from goodword.businesstime.zone import local_date, minute_of
from goodword.clock.own_hours import openings_of
from goodword.document.echo_amounts import capitalised
from goodword.example.by_time import arrival_words
from goodword.example.moment import said
from goodword.example.timeline import clock_of
from goodword.language.en.echo_phrases import METRIC_NAMES
from goodword.lesson.lesson import Lesson, LessonKind
from goodword.lesson.making import made
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit

HALF_YEAR = 183
HALF_HOUR = 1_800
MIDDAY = 720
ONE_DAY = timedelta(days=1)
# How soon a phone is picked up is felt, not worked out.
FELT = frozenset({Metric.ANSWER, Metric.WAIT})


def due_times(
    clause: Promise, policy: Policy, openings: Openings, at: int
) -> Iterator[Lesson | None]:
    """Yield by when a promise falls due, from each telling moment after `at`."""
    openings = openings_of(clause, policy, openings, None, at)
    if clause.metric in FELT or clause.condition is not None or not openings.hours.ever_open:
        return
    for about, arrival in telling_moments(openings, at).items():
        clock = clock_of(clause, policy, openings, arrival)
        if clock is None or clock.due is None:
            continue
        others = _other_dues(clause, policy, openings, arrival)
        answer = said(clock.due, policy)
        yield made(
            clause,
            LessonKind.DUE,
            f"{capitalised(arrival_words(clause))} {said(arrival, policy)}. "
            f"By when is the {METRIC_NAMES[clause.metric]} due?",
            answer,
            [said(one, policy) for one in others],
            about=about,
            order=tuple(said(one, policy) for one in sorted({clock.due, *others})),
            depends_on=repr(openings.hours),
        )


def telling_moments(openings: Openings, at: int) -> dict[str, int]:
    """Return moments at which people miscount (UTC seconds), by what is telling about them.

    They lie just before a closing and on closed days.
    """
    openings = covering(openings, at + (HALF_YEAR + 7) * 86_400)
    found: dict[str, int] = {}
    day = local_date(at, openings.zone)
    for _ in range(HALF_YEAR):
        day += ONE_DAY
        if not is_working_day(openings, day):
            found.setdefault("on-a-closed-day", minute_of(day, MIDDAY, openings.zone))
            continue
        late = (last_closing(openings, day) or 0) - HALF_HOUR
        if is_working_day(openings, day + ONE_DAY):
            found.setdefault("before-closing", late)
        elif _is_weekday_off(openings, day + ONE_DAY):
            found.setdefault("before-a-holiday", late)
        else:
            found.setdefault("before-days-off", late)
    return found


def _is_weekday_off(openings: Openings, day: date) -> bool:
    return bool(openings.hours.week[day.weekday()]) and day in openings.closed


def _other_dues(clause: Promise, policy: Policy, openings: Openings, arrival: int) -> list[int]:
    """Return when it would be due by other promises, by other counting, and a day off the mark."""
    others = [
        due_time(one.limit, openings, arrival)
        for same in (True, False)
        for one in policy.of_kind(Promise)
        if one is not clause
        and one.metric not in FELT
        and one.condition is None
        and (one.metric is clause.metric) is same
    ]
    limit = clause.limit
    if isinstance(limit, Duration):
        others += [due_time(one, openings, arrival) for one in _counted_otherwise(limit)]
    due = due_time(limit, openings, arrival)
    others += [add_calendar(openings.zone, due, days, Unit.DAY) for days in (1, 2, -1)]
    # What would be due long after is no mistake that anybody makes.
    near = [one for one in others if arrival < one < due + 4 * (due - arrival) + 7 * 86_400]
    return list(dict.fromkeys(near))


def _counted_otherwise(limit: Duration) -> Iterator[Duration]:
    if limit.counting is Counting.WORKING:
        plain = Counting.CLOCK if limit.is_exact else Counting.CALENDAR
        yield Duration(limit.amount, limit.unit, plain)
    else:
        yield Duration(limit.amount, limit.unit, Counting.WORKING)
    yield Duration(limit.amount + 1, limit.unit, limit.counting)
