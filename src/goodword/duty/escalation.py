"""Who is told of a case, because of time that passed or of something that happened."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from goodword.businesstime.openings import Openings
from goodword.case.case import Case
from goodword.case.event import EventKind
from goodword.clock.clock import Clock, Outcome
from goodword.clock.run import run_clock
from goodword.clock.timeline import Timeline, timeline
from goodword.decision.decision import Facts, Value
from goodword.decision.evaluate import applies
from goodword.decision.ladder import is_away, present
from goodword.document.echo_amounts import duration, role, spoken
from goodword.document.echo_promise import anchor
from goodword.duty.duty import Duty, DutyKind, after, usable
from goodword.policy.clause import Strength
from goodword.policy.definition import ZoneClause
from goodword.policy.duty import Escalation, Trigger
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Duration, Limit

_METRIC = {
    Trigger.NOT_RESOLVED: Metric.RESOLUTION,
    Trigger.NOT_ANSWERED: Metric.FIRST_RESPONSE,
    Trigger.NOT_ACKNOWLEDGED: Metric.ACKNOWLEDGE,
    Trigger.NOT_UPDATED: Metric.UPDATE,
}
_DONE = {
    Trigger.NOT_RESOLVED: "resolved",
    Trigger.NOT_ANSWERED: "answered",
    Trigger.NOT_ACKNOWLEDGED: "acknowledged",
    Trigger.NOT_UPDATED: "updated",
}
# What we only aim at, and what the customer may do ("you can ask the owner to look again").
_NOT_OURS = frozenset({Strength.AIM, Strength.MAY})
_NEVER = frozenset({Outcome.VOID, Outcome.EXCUSED})


def escalations_due(
    policy: Policy,
    openings: Openings | None,
    case: Case,
    clocks: Collection[Clock] = (),
    *,
    at: int,
    away: Collection[str] = (),
) -> tuple[Duty, ...]:
    """Return who is to be told of the case by `at` and was not yet, in document order.

    By time it is judged as a promise of the same length would be: what is done at the very instant
    is in time, and the clock stops where the policy says so. What fell due while nobody looked is
    returned all the same, once, and `is_late`. A hedged escalation ("we aim to tell") is never
    due, nor a route that is the customer's own, nor one for whose promise `clocks` show an
    exception. An event of the case
    TOLD with the clause's id says that it was done. `away` are the roles that are away now.
    """
    line = timeline(case, at)
    if line.voided:
        return ()
    found = _duties(policy, openings, case, line, clocks, away)
    return tuple(duty for duty in found if duty.is_due)


def next_escalation_at(
    policy: Policy, openings: Openings | None, case: Case, *, at: int
) -> int | None:
    """Return the next instant after `at` at which an escalation falls due by itself."""
    line = timeline(case, at)
    if line.voided:
        return None
    found = _duties(policy, openings, case, line, (), ())
    return min((duty.due_at for duty in found if not duty.is_due), default=None)


def _duties(
    policy: Policy,
    openings: Openings | None,
    case: Case,
    line: Timeline,
    clocks: Collection[Clock],
    away: Collection[str],
) -> Iterator[Duty]:
    values: dict[str, Value] = {**line.facts, **{f"away_{one}": True for one in away}}
    facts = Facts(values)
    for clause in policy.of_kind(Escalation):
        if clause.strength in _NOT_OURS or applies(clause, facts) is not True:
            continue
        if clause.event is not None:
            yield from _by_event(clause, policy, openings, line, facts)
        elif clause.after is not None and clause.trigger is not None:
            metric = _METRIC[clause.trigger]
            excused = any(
                one.promise.metric is metric and one.outcome is Outcome.EXCUSED for one in clocks
            )
            if not excused:
                yield from _by_time(clause, policy, openings, case, facts, line)


def _by_time(
    clause: Escalation,
    policy: Policy,
    openings: Openings | None,
    case: Case,
    facts: Facts,
    line: Timeline,
) -> Iterator[Duty]:
    assert clause.after is not None
    assert clause.trigger is not None
    told = _told(clause, line, since=None)
    if told and clause.every is None:
        return
    promise = Promise(
        id=clause.id,
        metric=_METRIC[clause.trigger],
        limit=clause.after,
        subject=clause.subject,
        channels=clause.channels,
    )
    # The promises themselves must not come before this one, only what stops clocks.
    others = (*policy.of_kind(PauseRule), *policy.of_kind(ZoneClause))
    alone = replace(policy, clauses=(promise, *others))
    clock = run_clock(promise, alone, usable(openings, policy, line.at), case, at=line.at)
    if clock is None or clock.due is None or clock.outcome in _NEVER:
        return
    if clock.done_at is not None and (clock.done_at <= clock.due or told):
        return
    # Done at the very instant is in time: the escalation falls due a second later.
    due_at = clock.due + 1
    subject = f"the {spoken(clause.subject)}" if clause.subject else "the case"
    since = " by then" if clock.done_at is not None else ""
    words = f"{subject} was not {_DONE[clause.trigger]} {_by(clause.after)}{since}"
    by = None if clause.within is None else after(clause.within, policy, openings, due_at)
    key = f"{clause.id}:{case.id}"
    if told:
        yield from _again(clause, policy, openings, facts, line, words, key, told)
    else:
        yield from _duties_of(clause, policy, facts, due_at, line.at, words, key, by)


def _by(limit: Limit) -> str:
    return f"within {duration(limit)}" if isinstance(limit, Duration) else anchor(limit)


def _again(
    clause: Escalation,
    policy: Policy,
    openings: Openings | None,
    facts: Facts,
    line: Timeline,
    words: str,
    key: str,
    told: tuple[int, ...],
) -> Iterator[Duty]:
    """Yield the reminder that comes `every` so often after the last, until it is resolved."""
    if clause.every is None or line.resolved_at is not None:
        return
    due_at = after(clause.every, policy, openings, told[-1])
    number = f"{key}:{len(told)}"
    yield from _duties_of(clause, policy, facts, due_at, line.at, words, number, None)


def _by_event(
    clause: Escalation,
    policy: Policy,
    openings: Openings | None,
    line: Timeline,
    facts: Facts,
) -> Iterator[Duty]:
    if clause.subject is not None and clause.subject not in line.standing.subjects:
        return
    words = clause.event_words or spoken(clause.event or "")
    for happened, number in _happened(clause, line):
        told = _told(clause, line, since=happened)
        key = f"{clause.id}:{happened}:{number}"
        if told and clause.every is None:
            continue
        if told:
            yield from _again(clause, policy, openings, facts, line, words, key, told)
            return
        by = None
        if clause.within is not None:
            by = after(clause.within, policy, openings, happened)
        yield from _duties_of(clause, policy, facts, happened, line.at, words, key, by)
        return


def _happened(clause: Escalation, line: Timeline) -> Iterator[tuple[int, int]]:
    """Yield when the event was noticed, or when the case became what the event names."""
    for standing in line.standings:
        if clause.event in standing.subjects:
            yield standing.since, 0
            break
    for event in line.events:
        if event.kind is EventKind.TAGGED and event.facts.get("event") == clause.event:
            yield event.at, event.seq


def _told(clause: Escalation, line: Timeline, *, since: int | None) -> tuple[int, ...]:
    """Return the instants at which it was told, each once, in order."""
    instants = {
        event.at
        for event in line.events
        if event.kind is EventKind.TOLD
        and event.facts.get("clause") == clause.id
        and (since is None or event.at >= since)
    }
    return tuple(sorted(instants))


def _duties_of(
    clause: Escalation,
    policy: Policy,
    facts: Facts,
    due_at: int,
    at: int,
    words: str,
    key: str,
    by: int | None,
) -> Iterator[Duty]:
    """Yield the duty for each role that is told."""
    yield _duty(clause, policy, facts, due_at, at, words, key, by)
    for one in clause.also:
        alone = replace(clause, to=one, deputy=None)
        duty = _duty(alone, policy, facts, due_at, at, words, f"{key}:{one}", by)
        yield replace(duty, clause=clause)


def _duty(
    clause: Escalation,
    policy: Policy,
    facts: Facts,
    due_at: int,
    at: int,
    words: str,
    key: str,
    by: int | None,
) -> Duty:
    to = clause.to
    if is_away(to, facts):
        to = clause.deputy or to
        to = present(policy, to, facts) or to
    return Duty(
        kind=DutyKind.ESCALATION,
        clause=clause,
        due_at=due_at,
        at=at,
        words=f"Tell {role(to, policy)}: {words}.",
        key=key,
        to=to,
        away=clause.to if to != clause.to else None,
        by=by,
    )
