"""A promise on a case: a pure fold over its events, so that live and replayed cannot differ."""

from dataclasses import replace

from goodword.businesstime.openings import Openings, openings_for
from goodword.case.case import Case
from goodword.case.holds import holds
from goodword.clock.applies import applies
from goodword.clock.before import Before, applied_until, at_change, ended, was_broken, went_up
from goodword.clock.clock import Clock, ClockState, Outcome
from goodword.clock.fold import fold
from goodword.clock.own_hours import openings_of
from goodword.clock.table_facts import with_tables
from goodword.clock.timeline import Timeline, timeline
from goodword.policy.hours import Hours
from goodword.policy.house_zone import house_zone
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise


def run_clock(
    promise: Promise, policy: Policy, openings: Openings | None, case: Case, *, at: int
) -> Clock | None:
    """Return the promise's clock on the case as of `at`; nothing later is known.

    None where the promise does not apply to the case, or has not started. `openings` None is for
    policies without hours: then only clock hours and calendar days can be counted, the latter by
    the policy's zone, else UTC. Raises NeverOpenError where working time is needed and there is
    none.
    """
    return run_known(promise, policy, openings, known_of(case, policy, at))


def run_clocks(
    policy: Policy, openings: Openings | None, case: Case, *, at: int
) -> tuple[Clock, ...]:
    """Return the clocks of all promises that apply to the case, in document order."""
    line = known_of(case, policy, at)
    clocks = (run_known(promise, policy, openings, line) for promise in policy.of_kind(Promise))
    return tuple(clock for clock in clocks if clock is not None)


def known_of(case: Case, policy: Policy, at: int) -> Timeline:
    """Return what is known of the case at `at`, with what the policy's tables add to its facts."""
    return timeline(with_tables(case, policy), at)


def run_known(
    promise: Promise, policy: Policy, openings: Openings | None, line: Timeline
) -> Clock | None:
    """Return the promise's clock on what is known of a case; as `run_clock`."""
    usable = openings or openings_for(Hours(house_zone(policy)), line.at)
    before = None
    if not applies(promise, policy, line.standing, line.facts):
        # A promise that no longer applies is void, unless it was broken by then.
        before = applied_until(promise, policy, line)
        if before is None:
            return None
    standing, facts = (before.standing, before.facts) if before else (line.standing, line.facts)
    parts = policy.parts_named(facts) if policy.part_hours else ()
    usable = openings_of(promise, policy, usable, standing.channel, line.at, parts)
    clock = _judged(promise, policy, usable, line, before)
    return replace(clock, parts=parts) if clock is not None and parts else clock


def _judged(
    promise: Promise, policy: Policy, openings: Openings, line: Timeline, before: Before | None
) -> Clock | None:
    """Return the clock with its verdict; `before` where the promise applies no more."""
    clock = fold(promise, policy, openings, line, before.standing if before else line.standing)
    if clock is None:
        return None
    if before and not line.voided and went_up(before.standing, line.standing):
        settled = at_change(promise, policy, openings, line, before)
        if settled is not None:
            return settled
    if line.voided or (before and not was_broken(promise, policy, openings, line, before)):
        return _settled(clock, Outcome.VOID)
    if promise.id in line.excused or (
        promise.exception is not None and holds(promise.exception, line.facts) is True
    ):
        return _settled(clock, Outcome.EXCUSED)
    return clock if before is None else ended(clock, openings, before)


def _settled(clock: Clock, outcome: Outcome) -> Clock:
    """Return the clock as one that is outside every denominator and never wakes.

    Its first exchange stands for it: which one is worst would go on changing with the time.
    """
    first = clock.exchanges[0]
    return replace(
        clock,
        started_at=first.started_at,
        due=first.due,
        done_at=first.done_at,
        outcome=outcome,
        state=ClockState.STOPPED,
        left=None,
        wakes_at=None,
        exchanges=tuple(replace(exchange, outcome=outcome) for exchange in clock.exchanges),
    )
