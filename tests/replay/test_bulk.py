"""One by one and in bulk give the same answers, on histories that nobody made up by hand."""

from array import array
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.due import due_time
from goodword.businesstime.openings import compile_openings
from goodword.case.columns import NOTHING, CaseColumns, LeftOut, Names
from goodword.policy.hours import (
    CLOSED_WEEK,
    ChannelHours,
    Hours,
    NamedHours,
)
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, PauseRule, Promise
from goodword.policy.quantity import Counting, Duration, Limit, Unit
from goodword.replay.dues import dues
from goodword.replay.outcomes import OUTCOMES, ClockColumns
from goodword.replay.replay import ALWAYS, replay
from tests.replay.any_history import WEEKS
from tests.replay.any_limits import anchors, days, hours_with

FIRST, LAST = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 20, tzinfo=UTC)

hours = hours_with(date(2026, 4, 12))
exact = st.builds(
    Duration,
    st.integers(1, 60),
    st.sampled_from([Unit.MINUTE, Unit.HOUR]),
    st.sampled_from([Counting.WORKING, Counting.CLOCK]),
)
limits: st.SearchStrategy[Limit] = exact | days | anchors
instants = st.integers(int(FIRST.timestamp()), int(LAST.timestamp()))


@settings(max_examples=120, deadline=None)
@given(hours, limits, st.lists(instants, min_size=1, max_size=30))
def test_due_times_of_many_starts_are_those_of_each(
    some_hours: Hours, limit: Limit, starts: list[int]
) -> None:
    openings = compile_openings(some_hours, min(starts), max(starts))
    expected = [due_time(limit, openings, start) for start in starts]
    assert expected == dues(limit, openings, np.array(starts, np.int64)).tolist()


def policy_of(
    some_hours: Hours | None, *promises: Promise, by_phone: Hours | None = None
) -> Policy:
    return Policy(
        title="",
        organisation="",
        serves="client",
        language="en",
        currency="AUD",
        hours=some_hours,
        roles=(),
        owner=None,
        sections=(),
        clauses=(*promises, PauseRule(id="pause")),
        channel_hours=(ChannelHours("phone", by_phone),) if by_phone is not None else (),
        part_hours=(NamedHours("northgate_branch", by_phone),) if by_phone is not None else (),
    )


@st.composite
def promises(draw: st.DrawFn) -> Promise:
    return Promise(
        id="",
        metric=draw(
            st.sampled_from(
                [
                    Metric.FIRST_RESPONSE,
                    Metric.RESOLUTION,
                    Metric.ACKNOWLEDGE,
                    Metric.ANSWER,
                    Metric.CALLBACK,
                    Metric.UPDATE,
                    Metric.NEXT_RESPONSE,
                ]
            )
        ),
        channels=draw(st.sampled_from([(), ("email",), ("phone", "email")])),
        subject=draw(
            st.sampled_from(
                [None, "complaint", "enquiry", "priority_1", "stage_1", "stage_2_complaint"]
            )
        ),
        limit=draw(limits),
        target=draw(st.sampled_from([None, Decimal("0.9")])),
        start=draw(st.sampled_from([None, None, None, "acknowledged"])),
        parts=draw(st.sampled_from([(), (), ("northgate_branch",)])),
    )


def names(words: list[str | None]) -> Names:
    known: list[str | None] = [None, *sorted({word for word in words if word is not None})]
    return Names(array("i", [known.index(word) for word in words]), known)


@st.composite
def tables(draw: st.DrawFn) -> CaseColumns:
    opened = draw(st.lists(instants, min_size=1, max_size=12))

    def ends() -> "array[int]":
        after = st.none() | st.integers(0, 40 * 86_400) | st.integers(0, 7200)
        return array(
            "q",
            [NOTHING if (wait := draw(after)) is None else start + wait for start in opened],
        )

    def word(*choices: str) -> Names:
        return names([draw(st.sampled_from([None, *choices])) for _ in opened])

    return CaseColumns(
        ids=tuple(map(str, range(len(opened)))),
        opened=array("q", opened),
        instants={
            name: ends()
            for name in ("answered", "acknowledged", "first_response", "resolved", "closed")
        },
        channel=word("email", "phone"),
        kind=word("complaint", "billing", "stage_2_complaint"),
        priority=word("priority_1"),
        place=word("northgate", "wharf_street"),
        left_out=array(
            "b", [draw(st.sampled_from([LeftOut.NO] * 4 + [LeftOut.OWN_WORK])) for _ in opened]
        ),
    )


@settings(max_examples=120, deadline=None)
@given(
    hours,
    st.lists(promises(), min_size=1, max_size=4),
    tables(),
    instants.map(lambda at: at + 20 * 86_400),
    st.none() | instants,
    st.none() | hours,
)
def test_a_table_in_bulk_gives_the_same_answers_as_its_cases_one_by_one(
    some_hours: Hours,
    some_promises: list[Promise],
    table: CaseColumns,
    at: int,
    changed_at: int | None,
    by_phone: Hours | None,
) -> None:
    numbered = [
        Promise(
            id=str(number),
            metric=promise.metric,
            channels=promise.channels,
            subject=promise.subject,
            limit=promise.limit,
            target=promise.target,
            start=promise.start,
            parts=promise.parts,
        )
        for number, promise in enumerate(some_promises)
    ]
    versions = [(ALWAYS, policy_of(some_hours, *numbered, by_phone=by_phone))]
    if changed_at is not None:
        versions.append((changed_at, policy_of(Hours("UTC", WEEKS[2]), *numbered[:1])))
    judged = [row for row in range(len(table)) if table.left_out[row] == LeftOut.NO]
    one_by_one = [table.case(row) for row in judged]
    bulk, live = replay(versions, table, at=at), replay(versions, one_by_one, at=at)
    assert live.cases == bulk.cases
    assert [rows(outcome.clocks, judged) for outcome in live.promises] == [
        rows(outcome.clocks, range(len(table))) for outcome in bulk.promises
    ]
    assert [outcome.counts for outcome in live.promises] == [
        outcome.counts for outcome in bulk.promises
    ]


def rows(clocks: ClockColumns, places: Sequence[int]) -> list[tuple[int, int, str, int, int, int]]:
    return sorted(
        (places[row], started, OUTCOMES[code].value, taken, waited, allowed)
        for row, started, code, taken, waited, allowed in zip(
            clocks.row,
            clocks.started,
            clocks.outcome,
            clocks.taken,
            clocks.waited,
            clocks.allowed,
            strict=True,
        )
    )


def test_a_million_due_times_take_a_moment() -> None:
    weekday_hours = Hours("Australia/Melbourne", WEEKS[0])
    start = int(FIRST.timestamp())
    starts = start + np.arange(1_000_000, dtype=np.int64) * 97
    openings = compile_openings(weekday_hours, start, int(starts[-1]))
    begun = datetime.now(UTC)
    for limit in (
        Duration(4, Unit.HOUR, Counting.WORKING),
        Duration(3, Unit.DAY, Counting.WORKING),
        Duration(30, Unit.DAY, Counting.CALENDAR),
    ):
        assert len(starts) == len(dues(limit, openings, starts))
    assert datetime.now(UTC) - begun < timedelta(seconds=20)


def test_hours_without_any_opening_still_count_clock_hours() -> None:
    openings = compile_openings(Hours("UTC", CLOSED_WEEK), 0, 86_400)
    limit = Duration(2, Unit.HOUR, Counting.CLOCK)
    assert dues(limit, openings, np.array([0])).tolist() == [7200]
