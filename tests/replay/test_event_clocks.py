"""A log of events judged in columns gives the answers of the fold of each case."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.openings import compile_openings
from goodword.case.case import Case
from goodword.case.columns import NOTHING
from goodword.case.event import Actor, Event, EventKind
from goodword.case.event_columns import EventColumns
from goodword.clock.run import run_clock
from goodword.document.read import read
from goodword.errors import GoodwordError
from goodword.policy.condition import Fact
from goodword.policy.lookup import Looked, LookupRow
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.event_clocks import EventClocks, EventLog
from goodword.replay.one_by_one import (
    is_in,
    openings_of_clock,
    time_allowed,
    time_taken,
    time_waited,
)
from goodword.replay.outcomes import OUTCOMES, Window
from goodword.replay.replay import ALWAYS, replay
from tests.replay.any_history import FIRST, LAST, any_cases, any_policy

Rows = list[tuple[int | str | None, ...]]
END = LAST + 40 * 86_400
EVER: Window = (ALWAYS, None)


def one_by_one(
    promise: Promise, policy: Policy, cases: Iterable[Case], at: int, window: Window
) -> Rows:
    """Return the clocks of the fold: the row of the case, and all that is told of its clock."""
    assert policy.hours is not None
    openings = compile_openings(policy.hours, FIRST, END)
    rows: Rows = []
    for row, case in enumerate(cases):
        clock = run_clock(promise, policy, openings, case, at=at)
        if clock is not None and is_in(window, clock.began_at):
            own = openings_of_clock(clock, policy, openings)
            rows.append(
                (
                    row,
                    clock.began_at,
                    clock.started_at,
                    clock.due,
                    clock.done_at,
                    clock.wakes_at,
                    clock.outcome.value,
                    time_taken(clock, own),
                    time_waited(clock, own),
                    time_allowed(clock, own),
                )
            )
    return rows


def in_bulk(promise: Promise, policy: Policy, log: EventLog, window: Window) -> Rows:
    """Return the same, judged in columns."""
    assert policy.hours is not None
    openings = compile_openings(policy.hours, FIRST, END)
    return told(log.clocks(promise, policy, openings, window))


def told(clocks: EventClocks) -> Rows:
    names = (
        "row",
        "began",
        "started",
        "due",
        "done",
        "wakes",
        "outcome",
        "taken",
        "waited",
        "allowed",
    )
    columns = [getattr(clocks, name).tolist() for name in names]
    return [
        tuple(
            OUTCOMES[value].value if name == "outcome" else None if value == NOTHING else value
            for name, value in zip(names, row, strict=True)
        )
        for row in zip(*columns, strict=True)
    ]


def scattered(columns: EventColumns, order: Random) -> EventColumns:
    """Return the same events in any order, as they came from many places."""
    rows = list(range(len(columns)))
    order.shuffle(rows)
    return replace(
        columns,
        **{name: getattr(columns, name)[rows] for name in ("case", "at", "seq", "kind", "actor")},
        facts=columns.facts[rows],
    )


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_live_in_bulk_and_rebuilt_from_scattered_events_are_one(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    policy, cases = any_policy(random), any_cases(random, 25)
    at = random.choice((END, random.randrange(FIRST, END)))
    window = random.choice((EVER, (FIRST + 10 * 86_400, LAST - 10 * 86_400)))
    columns = EventColumns.of_cases(cases)
    log, rebuilt = EventLog(columns, at), EventLog(scattered(columns, random), at)
    for promise in policy.of_kind(Promise):
        try:
            live = one_by_one(promise, policy, cases, at, window)
        except GoodwordError:
            # Hours of two parts that are never open at once: there is nothing to compare.
            continue
        assert live == in_bulk(promise, policy, log, window)
        assert live == in_bulk(promise, policy, rebuilt, window)


def test_a_log_is_replayed_under_its_versions_as_its_cases_are() -> None:
    random = Random(7)  # noqa: S311
    versions = [
        (ALWAYS, any_policy(random)),
        (FIRST + 20 * 86_400, any_policy(random)),
        (FIRST + 35 * 86_400, any_policy(random)),
    ]
    cases = any_cases(random, 63)
    one, many = (
        replay(versions, cases, at=END),
        replay(versions, EventColumns.of_cases(cases), at=END),
    )
    assert one == many
    assert one.promises
    assert sum(outcome.counts.n for outcome in one.promises) > 20


def test_many_cases_are_replayed_in_bulk_with_the_same_answers() -> None:
    random = Random(11)  # noqa: S311
    versions = [(ALWAYS, any_policy(random))]
    cases = any_cases(random, 100)
    whole = replay(versions, cases, at=END)
    first, second = replay(versions, cases[:50], at=END), replay(versions, cases[50:], at=END)
    assert [outcome.counts.n for outcome in whole.promises] == [
        one.counts.n + other.counts.n
        for one, other in zip(first.promises, second.promises, strict=True)
    ]


def test_a_log_says_how_many_clocks_needed_the_fold_of_one_case() -> None:
    random = Random(3)  # noqa: S311
    policy = any_policy(random)
    assert policy.hours is not None
    log = EventLog(EventColumns.of_cases(any_cases(random, 200)), END)
    openings = compile_openings(policy.hours, FIRST, END)
    for promise in policy.of_kind(Promise):
        log.clocks(promise, policy, openings, EVER)
    assert 0 < log.one_by_one < log.judged / 5


def test_an_empty_log_has_no_clocks() -> None:
    policy = any_policy(Random(1))  # noqa: S311
    outcomes = replay([(ALWAYS, policy)], EventColumns.of_cases(()), at=END)
    assert outcomes.cases == 0
    assert all(outcome.counts.n == 0 for outcome in outcomes.promises)


def test_nothing_that_happened_later_is_known() -> None:
    random = Random(5)  # noqa: S311
    cases = any_cases(random, 30)
    log = EventLog(EventColumns.of_cases(cases), FIRST - 1)
    assert len(log) == 0


def test_what_the_tables_of_a_policy_add_is_known_in_bulk_as_well() -> None:
    row = LookupRow(
        id="row",
        what="vip",
        row_of="membership",
        row="Gold",
        cells=(Looked("Economy", allowed=True),),
        column_of="cabin",
    )
    promise = Promise(
        id="gold",
        metric=Metric.FIRST_RESPONSE,
        limit=Duration(4, Unit.HOUR, Counting.CLOCK),
        condition=Fact("vip"),
    )
    policy = replace(any_policy(Random(1)), clauses=(promise, row))  # noqa: S311
    cases = tuple(
        Case(
            membership,
            (
                Event(FIRST, 0, EventKind.OPENED, Actor.CUSTOMER, {"membership": membership}),
                Event(FIRST + 60, 1, EventKind.NOTE, Actor.PERSON, {"cabin": "economy"}),
            ),
        )
        for membership in ("gold", "silver")
    )
    live = one_by_one(promise, policy, cases, END, EVER)
    assert [clock[1] for clock in live] == [FIRST + 60]
    log = EventLog(EventColumns.of_cases(cases), END)
    assert live == in_bulk(promise, policy, log, EVER)


RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"


def test_a_written_policy_is_replayed_in_bulk_as_case_by_case() -> None:
    policy = read(RIVERSIDE.read_text("utf-8")).policy
    cases = any_cases(Random(9), 60)  # noqa: S311
    one = replay([(ALWAYS, policy)], cases, at=END)
    many = replay([(ALWAYS, policy)], EventColumns.of_cases(cases), at=END)
    assert one == many
    assert sum(outcome.counts.n for outcome in one.promises) > 60
