"""An explanation always adds up: on random hours, promises, pauses and in every language."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.arithmetic import elapsed
from goodword.businesstime.calendar import add_to_date
from goodword.businesstime.openings import Openings, openings_for
from goodword.businesstime.zone import local_date
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock
from goodword.clock.explain import explain
from goodword.clock.explanation import Explanation, Reason
from goodword.clock.explanation_json import explanation_json
from goodword.clock.run import run_clock
from goodword.language.pack import languages
from goodword.policy.hours import (
    ALWAYS_OPEN_WEEK,
    Closure,
    HolidayPlace,
    Hours,
    Interval,
    Occasion,
    OwnHours,
    SpecialHours,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Anchor, AnchorKind, Counting, Duration, Limit, Unit

ORIGIN = 1_772_000_000  # in February 2026
DAYS = [
    (Interval(540, 1020),),
    (Interval(480, 720), Interval(840, 1080)),
    (Interval(1320, 360),),
    (Interval(0, 1440),),
    (Interval(547, 1013),),
]
PLACES = [(), (HolidayPlace("AU", "VIC"),), (HolidayPlace("DE", "BY"),), (HolidayPlace("ES"),)]


CLOSURES = (
    Closure(4, 7, None, "spring cleaning"),
    Closure(4, 9, 2026, "", 600, 720),
    Closure(4, 10, 2026, "fire drill", 600, 720),
)
SHORT = (OwnHours(date(2026, 4, 8), (Interval(600, 780),), "a short day"),)
SEASON = (
    SpecialHours(
        Occasion(weekdays=(0, 1, 2, 3, 4), first=(6, 1), last=(8, 31)), (Interval(480, 840),)
    ),
)


def hours_of(zone: str, day: int, place: int, *, special: bool) -> Hours:
    usual, saturday = DAYS[day], ((Interval(540, 780),) if special else ())
    return Hours(
        zone=zone,
        week=(usual, usual, usual, usual, usual, saturday, ()),
        holidays=PLACES[place],
        closures=CLOSURES if special else (),
        own_hours=SHORT if special else (),
        special=SEASON if special else (),
    )


# A fixed few, each compiled once: what varies is what is promised and what happens.
HOURS = [
    hours_of("Australia/Melbourne", 0, 1, special=True),
    hours_of("Europe/Berlin", 1, 2, special=False),
    hours_of("Europe/Madrid", 1, 3, special=True),
    hours_of("America/New_York", 2, 0, special=True),
    hours_of("Australia/Lord_Howe", 3, 1, special=False),
    hours_of("Asia/Kolkata", 4, 0, special=True),
    Hours("Europe/Berlin", ALWAYS_OPEN_WEEK),
]
LIMITS = st.one_of(
    st.builds(
        Duration,
        st.integers(1, 150),
        st.sampled_from([Unit.MINUTE, Unit.HOUR]),
        st.sampled_from([Counting.WORKING, Counting.CLOCK]),
    ),
    st.builds(
        Duration,
        st.integers(1, 25),
        st.sampled_from([Unit.DAY, Unit.DAY, Unit.WEEK]),
        st.sampled_from([Counting.WORKING, Counting.CALENDAR]),
    ),
    st.builds(
        Duration, st.integers(1, 3), st.just(Unit.MONTH), st.sampled_from(list(Counting)[:2])
    ),
    st.builds(Anchor, st.sampled_from([AnchorKind.SAME_DAY, AnchorKind.NEXT_WORKING_DAY])),
    st.builds(Anchor, st.just(AnchorKind.AT_TIME), st.times().map(lambda t: t.replace(second=0))),
    st.builds(
        Anchor,
        st.just(AnchorKind.SAME_DAY),
        st.none(),
        st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    ),
)
TURNS = [
    (EventKind.WAITING, EventKind.RESUMED),
    (EventKind.RESOLVED, EventKind.REOPENED),
    (EventKind.WAITING, EventKind.CUSTOMER_MESSAGE),
    (EventKind.REPLY, EventKind.CUSTOMER_MESSAGE),
    (EventKind.UPDATE, EventKind.WAITING),
]
METRICS = [Metric.RESOLUTION, Metric.FIRST_RESPONSE, Metric.NEXT_RESPONSE, Metric.UPDATE]


@st.composite
def cases_of(draw: st.DrawFn) -> Case:
    instant = ORIGIN + 60 * draw(st.integers(0, 60 * 24 * 300))
    events = [Event(instant, 0, EventKind.OPENED, Actor.CUSTOMER)]
    for begin, end in draw(st.lists(st.sampled_from(TURNS), max_size=4)):
        for kind in (begin, end):
            instant += 60 * draw(st.integers(1, 60 * 24 * 6))
            events.append(Event(instant, len(events), kind, Actor.PERSON))
    if draw(st.booleans()):
        instant += 60 * draw(st.integers(1, 60 * 24 * 6))
        events.append(Event(instant, len(events), EventKind.RESOLVED, Actor.PERSON))
    return Case("1", tuple(events[: draw(st.integers(1, len(events)))]), "email")


def explained(
    limit: Limit, hours: Hours, case: Case, language: str, metric: Metric = Metric.RESOLUTION
) -> tuple[Clock, Openings, Explanation] | None:
    """Return the clock with its explanation; None where the promise has not started."""
    promise = Promise(id="promise", metric=metric, limit=limit)
    rules = (promise, PauseRule(id="pause", metrics=tuple(Metric)))
    policy = Policy("", "", "client", language, "EUR", hours, (), None, (), rules)
    at = case.events[-1].at + 3_600
    openings = openings_for(hours, at)
    clock = run_clock(promise, policy, openings, case, at=at)
    if clock is None:
        return None
    return clock, openings, explain(clock, policy, openings, language=language, case=case)


def path_of(why: Explanation) -> list[Reason]:
    """Return the steps up to the due time, without the verdict."""
    return [
        one for one in why.reasons if one.code not in {"done", "late", "running", "waiting", "void"}
    ]


def whole(limit: Limit, openings: Openings, start: int) -> int | None:
    """Return what the steps must add up to: seconds, or days; None where nothing is counted."""
    if isinstance(limit, Anchor):
        return None
    if limit.is_exact:
        return limit.seconds
    if limit.counting is Counting.CALENDAR:
        day = local_date(start, openings.zone)
        return (add_to_date(day, limit.amount, limit.unit) - day).days
    if limit.unit is Unit.MONTH:
        return None
    days = sum(1 for one in openings.hours.week if one) if limit.unit is Unit.WEEK else 1
    return limit.amount * days


def counted_by(limit: Limit, openings: Openings, reason: Reason) -> int:
    """Return what passed on the map of working time, or of the clock, during a counted step."""
    assert isinstance(limit, Duration)
    if limit.counting is Counting.WORKING:
        return elapsed(openings, reason.at, reason.until)
    return reason.until - reason.at


@settings(max_examples=150, deadline=None)
@given(
    LIMITS,
    st.sampled_from(HOURS),
    cases_of(),
    st.sampled_from(languages()),
    st.sampled_from(METRICS),
)
def test_the_steps_add_up_to_the_limit_and_end_at_the_due_time(
    limit: Limit, hours: Hours, case: Case, language: str, metric: Metric
) -> None:
    found = explained(limit, hours, case, language, metric)
    if found is None:
        assert metric is Metric.NEXT_RESPONSE
        return
    clock, openings, why = found
    path = path_of(why)
    counted = [one.counted for one in path]
    assert counted == sorted(counted)
    if clock.due is None:
        assert "due" not in [one.code for one in path]
        assert why.reasons[-1].code in {"waiting", "void"}
        return
    assert path[-1].code == "due"
    assert path[-1].at == clock.due
    wanted = whole(limit, openings, clock.started_at)
    if wanted is not None:
        assert path[-1].counted == wanted
        steps = [one for one in path if one.code in {"counted", "day"}]
        assert steps[-1].until == clock.due
    if isinstance(limit, Duration) and limit.is_exact:
        steps = [one for one in path if one.code == "counted"]
        gains = [
            now - then for then, now in zip([0, *counted], counted, strict=False) if now > then
        ]
        assert [counted_by(limit, openings, one) for one in steps] == gains


@settings(max_examples=100, deadline=None)
@given(LIMITS, st.sampled_from(HOURS), cases_of(), st.sampled_from(languages()))
def test_every_explanation_is_told_in_time_in_whole_sentences_and_as_json(
    limit: Limit, hours: Hours, case: Case, language: str
) -> None:
    found = explained(limit, hours, case, language)
    assert found is not None
    clock, openings, why = found
    assert why.language == language
    for words in (why.summary, why.verdict, *(one.words for one in why.reasons)):
        assert words == " ".join(words.split())
        assert words.endswith(".")
        assert not set("{}") & set(words)
        assert words[0] == words[0].upper()
    # A holiday is told before the closing that it is a part of.
    path = [one.at for one in path_of(why) if one.code not in {"holiday", "closure"}]
    assert path == sorted(path)
    told = json.loads(json.dumps(explanation_json(why, clock, openings.zone)))
    assert [one["words"] for one in told["steps"]] == [one.words for one in why.reasons]


def test_a_long_promise_is_told_in_few_steps() -> None:
    case = Case("1", (Event(ORIGIN, 0, EventKind.OPENED, Actor.CUSTOMER),), "email")
    hours = Hours("Europe/Berlin", (DAYS[0],) * 5 + ((), ()), (HolidayPlace("DE", "BY"),))
    limit = Duration(3_000, Unit.HOUR, Counting.WORKING)
    found = explained(limit, hours, case, "en")
    assert found is not None
    clock, openings, why = found
    assert len(why.reasons) < 10
    assert why.reasons[-2].counted == 3_000 * 3_600
    assert "closed on 15 dates in between (Good Friday, Easter Monday," in why.summary
    assert elapsed(openings, clock.started_at, clock.due or 0) == 3_000 * 3_600
