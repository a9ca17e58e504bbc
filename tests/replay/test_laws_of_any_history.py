"""The laws of clocks on any history under any policy: facts, conditions, parts and all."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.openings import Openings, compile_openings
from goodword.case.case import Case
from goodword.clock.clock import Clock, ClockState
from goodword.clock.run import run_clocks
from goodword.errors import GoodwordError
from goodword.policy.policy import Policy
from tests.replay.any_history import FIRST, LAST, any_cases, any_policy

END = LAST + 40 * 86_400
LATER = 60 * 86_400


def some_case(random: Random) -> tuple[Policy, Openings, Case, int]:
    """Return a policy, a case and an instant at which it is judged."""
    policy, (case,) = any_policy(random), any_cases(random, 1)
    assert policy.hours is not None
    told = random.choice([event.at for event in case.events])
    at = told + random.choice((0, 0, 1, 3_600, 90_000, 500_000))
    return policy, compile_openings(policy.hours, FIRST, END), case, at


def clocks(policy: Policy, openings: Openings, case: Case, at: int) -> dict[str, Clock]:
    """Return the clocks by promise; none where hours of two parts are never open at once."""
    try:
        found = run_clocks(policy, openings, case, at=at)
    except GoodwordError:
        return {}
    return {clock.promise.id: clock for clock in found}


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_neither_the_order_nor_the_future_changes_a_clock(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    policy, openings, case, at = some_case(random)
    found = clocks(policy, openings, case, at)
    known = [event for event in case.events if event.at <= at]
    random.shuffle(known)
    assert found == clocks(policy, openings, replace(case, events=tuple(known)), at)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32))
def test_a_clock_wakes_when_something_changes_by_itself_and_not_before(seed: int) -> None:
    policy, openings, case, at = some_case(Random(seed))  # noqa: S311
    known = replace(case, events=tuple(event for event in case.events if event.at <= at))
    for clause, clock in clocks(policy, openings, known, at).items():
        wakes = clock.wakes_at or at + LATER
        before = clocks(policy, openings, known, wakes - 1)[clause]
        assert replace(before, at=at, left=clock.left) == clock
        if clock.wakes_at is not None:
            assert clocks(policy, openings, known, wakes)[clause].exchanges != clock.exchanges
        assert (clock.left is None) == (clock.running is None or clock.running.due is None)
        if clock.state is ClockState.STOPPED:
            assert clock.wakes_at is None
