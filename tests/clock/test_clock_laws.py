"""Laws that hold on random histories."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from goodword.businesstime.openings import openings_for
from goodword.case.case import Case
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Clock, ClockState, Outcome
from goodword.clock.explain import explain
from goodword.clock.run import run_clocks
from goodword.policy.promise import Metric
from goodword.policy.quantity import Counting, Duration, Unit
from tests.clock.clock_cases import HOURS, PAUSES, at, policy, promise, working

START = at("04 10:00")
OPENINGS = openings_for(HOURS, START)
POLICY = policy(
    promise(Metric.FIRST_RESPONSE, working(4), name="first"),
    promise(Metric.NEXT_RESPONSE, working(2), name="next"),
    promise(Metric.ACKNOWLEDGE, Duration(24, Unit.HOUR, Counting.CLOCK), name="acknowledge"),
    promise(Metric.UPDATE, working(2, Unit.DAY), name="update"),
    promise(Metric.RESOLUTION, working(12), name="hours"),
    promise(Metric.RESOLUTION, working(3, Unit.DAY), name="days"),
    promise(Metric.RESOLUTION, Duration(5, Unit.DAY, Counting.CALENDAR), name="calendar"),
    promise(Metric.FIRST_RESPONSE, working(1), subject="complaint", name="complaint"),
    PAUSES,
)
KINDS = sorted(set(EventKind) - {EventKind.OPENED})


@st.composite
def events_of(draw: st.DrawFn) -> tuple[Event, ...]:
    """Return a case's events over about two weeks, in order."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=9))
    events = [Event(START, 0, EventKind.OPENED, Actor.CUSTOMER)]
    for seq, kind in enumerate(kinds, start=1):
        later = events[-1].at + 900 * draw(st.integers(0, 200))
        actor = Actor.CUSTOMER if kind is EventKind.CUSTOMER_MESSAGE else Actor.PERSON
        facts = {"kind": draw(st.sampled_from(("complaint", "booking")))}
        events.append(
            Event(later, seq, kind, actor, facts if kind is EventKind.KIND_CHANGED else {})
        )
    return tuple(events)


def clocks_at(events: tuple[Event, ...], instant: int) -> tuple[Clock, ...]:
    return run_clocks(POLICY, OPENINGS, Case("1", events, "email"), at=instant)


@given(events_of(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_arrive_changes_nothing(
    events: tuple[Event, ...], random: Random
) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    end = events[-1].at
    assert clocks_at(events, end) == clocks_at(tuple(shuffled), end)


@given(events_of(), st.integers(0, 20 * 86_400))
def test_what_is_not_yet_known_changes_nothing(events: tuple[Event, ...], later: int) -> None:
    instant = START + later
    known = tuple(event for event in events if event.at <= instant)
    assert clocks_at(known, instant) == clocks_at(events, instant)


def test_a_void_clock_stays_as_it_is_whatever_was_told_later() -> None:
    told = [(0, EventKind.ACKNOWLEDGED), (11_700, EventKind.ACKNOWLEDGED)]
    events = (
        Event(START, 0, EventKind.OPENED, Actor.CUSTOMER),
        *(Event(START + late, 1 + late, kind, Actor.PERSON) for late, kind in told),
        Event(START + 191_700, 500_000, EventKind.VOIDED, Actor.PERSON),
        Event(START + 371_700, 500_001, EventKind.ACKNOWLEDGED, Actor.PERSON),
    )
    soon, later = (clocks_at(events, START + late) for late in (371_700, 40 * 86_400))
    assert [replace(one, at=0) for one in soon] == [replace(one, at=0) for one in later]


@given(events_of(), st.integers(0, 20 * 86_400))
def test_nothing_changes_by_itself_before_a_clock_wakes_and_something_then(
    events: tuple[Event, ...], later: int
) -> None:
    instant = START + later
    known = tuple(event for event in events if event.at <= instant)
    for index, clock in enumerate(clocks_at(known, instant)):
        wakes = clock.wakes_at or instant + 40 * 86_400
        before = clocks_at(known, wakes - 1)[index]
        assert replace(before, at=instant, left=clock.left) == clock
        if clock.wakes_at is not None:
            after = clocks_at(known, wakes)[index]
            assert after.exchanges != clock.exchanges


@given(events_of(), st.integers(0, 20 * 86_400))
def test_every_clock_is_consistent_in_itself(events: tuple[Event, ...], later: int) -> None:
    for clock in clocks_at(events, START + later):
        for exchange in clock.exchanges:
            if exchange.done_at is not None:
                assert exchange.started_at <= exchange.done_at <= clock.at
        if clock.outcome is Outcome.OPEN:
            assert clock.state is not ClockState.STOPPED
        if clock.outcome is Outcome.BROKEN_OPEN:
            assert clock.due is not None
            assert clock.due < clock.at
        if clock.outcome is Outcome.KEPT:
            assert clock.due is not None
            assert clock.done_at is not None
            assert clock.done_at <= clock.due
        assert (clock.wakes_at is None) or clock.wakes_at > clock.at


@given(events_of(), st.integers(0, 20 * 86_400))
def test_every_clock_can_be_explained(events: tuple[Event, ...], later: int) -> None:
    for clock in clocks_at(events, START + later):
        why = explain(clock, POLICY, OPENINGS)
        assert why.summary.startswith("Started ")
        assert why.reasons[0].code == "started"
        dues = [reason.at for reason in why.reasons if reason.code == "due"]
        assert dues == ([] if clock.due is None else [clock.due])
