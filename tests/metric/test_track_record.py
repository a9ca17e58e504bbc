from array import array
from datetime import datetime
from decimal import Decimal

from goodword.clock.clock import Outcome
from goodword.metric.estimate import Verdict
from goodword.metric.track_record import TrackRecord, track_record
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.outcomes import ClockColumns, PromiseOutcome, count

ZONE = "Australia/Melbourne"
CALLS = Promise(
    id="calls",
    metric=Metric.ANSWER,
    limit=Duration(30, Unit.SECOND, Counting.CLOCK),
    target=Decimal("0.9"),
)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def record(clocks: list[tuple[str, Outcome, int | None]], instant: str) -> TrackRecord:
    columns = ClockColumns(array("q"), array("b"), array("q"))
    for started, outcome, taken in clocks:
        columns.add(at(started), outcome, taken)
    outcome_of_calls = PromiseOutcome(CALLS, count(columns.outcome), columns)
    return track_record(outcome_of_calls, at=at(instant), zone=ZONE)


def test_kept_and_both_kinds_of_broken_are_the_denominator() -> None:
    calls = record(
        [
            ("2026-09-01T09:00+10:00", Outcome.KEPT, 10),
            ("2026-09-01T09:01+10:00", Outcome.BROKEN_CLOSED, 40),
            ("2026-09-01T09:02+10:00", Outcome.BROKEN_OPEN, None),
            ("2026-09-01T09:03+10:00", Outcome.OPEN, None),
            ("2026-09-01T09:04+10:00", Outcome.EXCUSED, 70),
            ("2026-09-01T09:05+10:00", Outcome.VOID, None),
        ],
        "2026-10-01T00:00+10:00",
    )
    assert (calls.estimate.n, calls.estimate.value) == (3, 1 / 3)
    assert (
        calls.outcome.counts.n,
        calls.outcome.counts.judged,
        calls.outcome.counts.excused,
        calls.outcome.counts.void,
    ) == (5, 3, 1, 1)


def test_a_share_without_a_period_is_judged_by_calendar_month_of_the_policys_zone() -> None:
    calls = record(
        [
            # Still August in UTC, already September in Melbourne.
            ("2026-08-31T23:00+00:00", Outcome.KEPT, 10),
            ("2026-08-31T09:00+10:00", Outcome.KEPT, 10),
            ("2026-11-05T09:00+11:00", Outcome.KEPT, 10),
        ],
        "2026-11-10T00:00+11:00",
    )
    expected = [("2026-08", 1), ("2026-09", 1), ("2026-11", 1)]
    assert expected == [(month.month.name, month.counts.n) for month in calls.months]


def test_a_running_month_is_so_far_and_a_closed_one_is_judged() -> None:
    broken = [("2026-09-01T09:00+10:00", Outcome.BROKEN_CLOSED, 90)] * 30
    calls = record([*broken, ("2026-10-05T09:00+11:00", Outcome.KEPT, 9)], "2026-10-06T09:00+11:00")
    assert [(month.month.name, month.so_far, month.estimate.verdict) for month in calls.months] == [
        ("2026-09", False, Verdict.NOT_KEPT),
        ("2026-10", True, Verdict.CANNOT_TELL_YET),
    ]


def test_a_month_is_so_far_while_a_clock_of_it_is_open() -> None:
    calls = record([("2026-09-30T09:00+10:00", Outcome.OPEN, None)], "2026-10-06T09:00+11:00")
    assert [month.so_far for month in calls.months] == [True]


def test_what_is_still_not_done_counts_as_longer_than_anything_done() -> None:
    clocks: list[tuple[str, Outcome, int | None]] = [
        ("2026-09-01T09:00+10:00", Outcome.KEPT, seconds) for seconds in (10, 20, 30, 25, 15)
    ]
    late = ("2026-09-01T09:00+10:00", Outcome.BROKEN_OPEN, None)
    instant = "2026-10-06T09:00+11:00"
    assert record(clocks, instant).quantiles == {"p50": 20, "p80": 25, "p90": 30, "p95": 30}
    expected = {"p50": 25, "p80": None, "p90": None, "p95": None}
    assert expected == record([*clocks, late, late, late], instant).quantiles


def test_without_a_clock_there_is_nothing_to_tell() -> None:
    nothing = record([], "2026-10-06T09:00+11:00")
    assert (
        nothing.estimate.value,
        nothing.months,
        nothing.quantiles,
    ) == (None, (), {"p50": None, "p80": None, "p90": None, "p95": None})
