"""Histories counted a stretch at a time give the counts of the replay, on cases nobody made up."""

from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import compile_openings
from goodword.case.case import Case
from goodword.case.columns import EVENT_OF_COLUMN, NOTHING
from goodword.case.compact import NEVER, CompactCases, Packed
from goodword.case.event import Actor, Event, EventKind
from goodword.policy.hours import (
    ChannelHours,
    Hours,
    NamedHours,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.replay.due_table import due_table, steps_for
from goodword.replay.outcomes import OUTCOMES
from goodword.replay.replay import ALWAYS, replay
from goodword.replay.tally import Tally
from goodword.replay.tally_grid import grid_over
from goodword.replay.tally_kind_by_kind import kind_by_kind
from goodword.replay.tally_times import TimesTaken
from goodword.replay.tallying import Tallying, origin_of, tallied
from tests.replay.any_limits import anchors, days, hours_with

FIRST, LAST = (int(datetime(2026, 3, day, tzinfo=UTC).timestamp()) for day in (1, 31))
TELLS = frozenset(EVENT_OF_COLUMN.values())

hours = hours_with(date(2026, 3, 12))
exact = st.builds(
    Duration,
    st.sampled_from([1, 7, 15, 20, 60]),
    st.sampled_from([Unit.SECOND, Unit.MINUTE, Unit.HOUR]),
    st.sampled_from([Counting.WORKING, Counting.CLOCK]),
)
limits: st.SearchStrategy[Limit] = exact | days | anchors
instants = st.integers(FIRST, LAST) | st.integers(FIRST // 900, LAST // 900).map(
    lambda slot: slot * 900
)


@settings(max_examples=35, deadline=None)
@given(hours, limits, st.lists(instants, min_size=1, max_size=40))
def test_one_look_at_a_table_gives_the_due_time_of_each_start(
    some_hours: Hours, limit: Limit, starts: list[int]
) -> None:
    openings = compile_openings(some_hours, min(starts), max(starts))
    origin = origin_of(min(starts))
    step = steps_for(limit, openings, origin, max(starts), origin)
    grid = grid_over(origin, max(starts), [step])
    if grid is None or (isinstance(limit, Duration) and limit.counting is Counting.CLOCK):
        return
    table = due_table(limit, openings, grid)
    assert table is not None
    seconds = np.array(starts, np.int64).astype(np.int64) - origin
    keys = np.empty(len(starts), np.int64)
    low, high = np.empty((2, len(starts)), np.int32)
    grid.keys(seconds.astype(np.int32), keys, (low, high))
    moved = (
        np.full(len(keys), -1) if table.always else 0 if table.moves is None else table.moves[keys]
    )
    found = origin + table.base[keys].astype(np.int64) + (seconds & moved)
    assert [due_time(limit, openings, start) for start in starts] == found.tolist()


CHANNELS = ("email", "phone", "chat")
KINDS = ("complaint", "billing", "stage_2_complaint")


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    return Promise(
        id=str(draw(st.integers(1, 10**9))),
        metric=draw(
            st.sampled_from(
                [
                    Metric.FIRST_RESPONSE,
                    Metric.RESOLUTION,
                    Metric.ACKNOWLEDGE,
                    Metric.ANSWER,
                    Metric.CALLBACK,
                    Metric.UPDATE,
                ]
            )
        ),
        channels=draw(st.sampled_from([(), ("email",), ("phone", "email"), CHANNELS])),
        subject=draw(
            st.sampled_from([None, None, "complaint", "enquiry", "priority_1", "stage_1"])
        ),
        parts=draw(st.sampled_from([(), (), ("northgate",)])),
        limit=draw(limits),
        target=draw(st.sampled_from([None, Decimal("0.9")])),
    )


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    by_phone, northgate = draw(st.none() | hours), draw(st.none() | hours)
    return Policy(
        title="",
        organisation="",
        serves="client",
        language="en",
        currency="AUD",
        hours=draw(hours),
        roles=(),
        owner=None,
        sections=(),
        clauses=tuple(
            draw(st.lists(promises(), min_size=1, max_size=7, unique_by=lambda one: one.id))
        ),
        channel_hours=() if by_phone is None else (ChannelHours("phone", by_phone),),
        part_hours=() if northgate is None else (NamedHours("northgate", northgate),),
    )


@st.composite
def stretches(draw: st.DrawFn) -> list[CompactCases]:
    """Cases in stretches whose words come one by one, as in a file that is read."""
    count = draw(st.integers(1, 3))
    origin = origin_of(FIRST)
    words = {
        "channel": (None, *CHANNELS),
        "kind": (None, *KINDS),
        "priority": (None, "priority_1"),
        "place": (None, "northgate", "southport"),
    }
    found: list[CompactCases] = []
    for number in range(count):
        known = {name: some[: 2 + number] for name, some in words.items()}
        opened = np.array(draw(st.lists(instants, min_size=1, max_size=12)), np.int64) - origin

        def ends(opened: NDArray[np.int64] = opened) -> Packed:
            after = st.none() | st.integers(0, 40 * 86_400) | st.integers(0, 7200)
            waits = [draw(after) for _ in opened]
            return np.array(
                [
                    NEVER if wait is None else start + wait
                    for start, wait in zip(opened.tolist(), waits, strict=True)
                ],
                np.int32,
            )

        found.append(
            CompactCases(
                origin=origin,
                opened=opened.astype(np.int32),
                ends={name: ends() for name in EVENT_OF_COLUMN},
                codes={
                    name: np.array([draw(st.integers(0, len(some) - 1)) for _ in opened], np.uint8)
                    for name, some in known.items()
                },
                words=known,
            )
        )
    return found


def as_cases(some: list[CompactCases]) -> list[Case]:
    """Return the same cases one by one, as everything else in the tree reads them."""
    found: list[Case] = []
    for stretch in some:
        for row in range(len(stretch)):
            word = {name: stretch.words[name][codes[row]] for name, codes in stretch.codes.items()}
            opened = stretch.origin + int(stretch.opened[row])
            facts = {} if word["place"] is None else {"place": word["place"]}
            told = [
                (stretch.origin + int(column[row]), EVENT_OF_COLUMN[name])
                for name, column in stretch.ends.items()
                if column[row] != NEVER
            ]
            events = [Event(opened, 0, EventKind.OPENED, Actor.CUSTOMER, facts)]
            events += [
                Event(at, seq, kind, Actor.SYSTEM if kind is EventKind.CLOSED else Actor.PERSON)
                for seq, (at, kind) in enumerate(told, 1)
            ]
            found.append(
                Case(
                    str(len(found)), tuple(events), word["channel"], word["kind"], word["priority"]
                )
            )
    return found


@settings(max_examples=35, deadline=None)
@given(
    policies(),
    stretches(),
    st.integers(FIRST, LAST + 40 * 86_400),
    st.none() | st.tuples(instants, policies()),
)
def test_what_is_counted_a_stretch_at_a_time_is_what_the_replay_counts(
    policy: Policy,
    some: list[CompactCases],
    at: int,
    changed: tuple[int, Policy] | None,
) -> None:
    versions = [(ALWAYS, policy), *([] if changed is None else [changed])]
    cases = as_cases(some)
    expected = replay(versions, cases, at=at, tells=TELLS)
    tally = tallied(
        versions, some, at=at, first=FIRST, last=LAST, tells=TELLS, by=("channel", "week")
    )

    assert tally.cases == expected.cases
    assert {
        outcome.promise.id: outcome.counts
        for outcome in expected.promises
        if outcome.clocks.started
    } == {promise_id: tally.of(promise_id) for promise_id, _ in tally.cells}
    for outcome in expected.promises:
        by_part: Counter[tuple[str | None, str, str]] = Counter()
        zone = ZoneInfo(expected.zone)
        for row, started, code in zip(
            outcome.clocks.row, outcome.clocks.started, outcome.clocks.outcome, strict=True
        ):
            year, week, _ = datetime.fromtimestamp(started, zone).isocalendar()
            by_part[cases[row].channel, f"{year}-W{week:02}", OUTCOMES[code].value] += 1
        assert dict(by_part) == {
            (parts[0], parts[1], word): number
            for promise_id, parts, word, number in tally.rows()
            if promise_id == outcome.promise.id
        }
    halves = [
        tallied(versions, [one], at=at, first=FIRST, last=LAST, tells=TELLS, by=("channel", "week"))
        for one in some
    ]
    assert tally == sum(halves, Tally())


@settings(max_examples=15, deadline=None)
@given(
    policies(),
    stretches(),
    st.integers(FIRST, LAST + 40 * 86_400),
    st.none() | st.tuples(instants, policies()),
    st.booleans(),
)
def test_the_times_taken_are_those_of_the_replay_in_any_order(
    policy: Policy,
    some: list[CompactCases],
    at: int,
    changed: tuple[int, Policy] | None,
    in_order: bool,  # noqa: FBT001 - drawn
) -> None:
    versions = [(ALWAYS, policy), *([] if changed is None else [changed])]
    cases = as_cases(some)
    work = Tallying(
        versions,
        at=at,
        first=FIRST,
        last=LAST,
        tells=TELLS,
        by=("channel", "month"),
        times=TimesTaken(BytesIO()),
    )
    for stretch in kind_by_kind(some) if in_order else some:
        work.take(stretch)
    times, plain = work.times(), ("channel", "month")
    assert work.tally() == tallied(
        versions, some, at=at, first=FIRST, last=LAST, tells=TELLS, by=plain
    )
    judged = [code for code, outcome in enumerate(OUTCOMES) if outcome.is_judged]

    for outcome in replay(versions, cases, at=at, tells=TELLS).promises:
        expected: dict[str | None, list[int]] = {}
        clocks = outcome.clocks
        for row, code, taken in zip(clocks.row, clocks.outcome, clocks.taken, strict=True):
            if code in judged and taken != NOTHING:
                expected.setdefault(cases[row].channel, []).append(taken)
        found = {channel: times.of(outcome.promise.id, channel=channel) for channel in expected}
        assert {channel: sorted(some) for channel, some in expected.items()} == {
            channel: [int(some[place]) for place in range(len(some))]
            for channel, some in found.items()
        }
        assert sum(map(len, expected.values())) == len(times.of(outcome.promise.id))
