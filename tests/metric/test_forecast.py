"""What could be promised, on histories whose times are known by construction."""

import re
from array import array
from datetime import UTC, datetime
from decimal import Decimal

import numpy as np
import pytest

from goodword.case.columns import NOTHING, CaseColumns, LeftOut, Names
from goodword.case.event import EventKind
from goodword.document.echo_amounts import duration
from goodword.document.read import read
from goodword.metric.estimate import smallest_proof
from goodword.metric.forecast import Asked, Forecast, forecast, is_measured_on, with_curve
from goodword.metric.ladder import day_rungs, exact_rungs
from goodword.metric.promise_words import promise_sentence
from goodword.metric.proof import proof
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit

HOUR, DAY = 3600, 86_400
MONDAY = int(datetime(2026, 3, 2, tzinfo=UTC).timestamp())
OFFICE = "We are open Monday to Friday, 9am to 5pm. All times are UTC."
TELLS = frozenset({EventKind.OPENED, EventKind.REPLY, EventKind.RESOLVED})


def policy(text: str = OFFICE) -> Policy:
    return read(text, path="policy.md").policy


def table(opened: list[int], replied: list[int | None], channel: str = "email") -> CaseColumns:
    size = len(opened)
    none = Names(array("i", [0] * size))
    return CaseColumns(
        ids=tuple(map(str, range(size))),
        opened=array("q", opened),
        instants={
            "first_response": array("q", [NOTHING if one is None else one for one in replied])
        },
        channel=Names(array("i", [1] * size), [None, channel]),
        kind=none,
        priority=none,
        left_out=array("b", [LeftOut.NO] * size),
    )


def daily(hours: list[float]) -> CaseColumns:
    """One email at each weekday's opening, replied to after so many hours of the day."""
    opened = [MONDAY + (day // 5 * 7 + day % 5) * DAY + 9 * HOUR for day in range(len(hours))]
    return table(opened, [at + round(took * HOUR) for at, took in zip(opened, hours, strict=True)])


def asked(
    cases: CaseColumns, share: str = "0.9", text: str = OFFICE, at: int | None = None
) -> Asked:
    last = max([*cases.opened, *cases.instants["first_response"]])
    return Asked(policy(text), last if at is None else at, Decimal(share), 0.95, TELLS)


def told(cases: CaseColumns, share: str = "0.9", text: str = OFFICE) -> Forecast:
    return forecast(asked(cases, share, text), cases, Metric.FIRST_RESPONSE, "email", None)


def test_the_shortest_promise_that_is_proven_is_the_one_of_the_rank_that_proves_it() -> None:
    # Sixty replies: the n-th takes n twelfths of an hour. 59 of 60 prove 90% (58 would need 61
    # cases), so four hours and 55 minutes are proven, and five working hours are said.
    found = told(daily([one / 12 for one in range(1, 61)]))
    assert found.main is not None
    assert (found.main.time, found.main.high) == (54 * 300, 59 * 300)
    assert found.main.limit == Duration(5, Unit.HOUR, Counting.WORKING)
    assert found.main.sentence == "We reply to every email within 5 working hours, 90% of the time."
    assert (found.main.counts.kept, found.main.counts.judged) == (60, 60)


def test_what_is_said_is_read_back_as_that_promise() -> None:
    found = told(daily([1.0] * 40))
    assert found.main is not None
    assert found.main.sentence is not None
    (promise,) = read(found.main.sentence, path="").policy.of_kind(Promise)
    assert (promise.metric, promise.channels, promise.limit, promise.target) == (
        Metric.FIRST_RESPONSE,
        ("email",),
        Duration(1, Unit.HOUR, Counting.WORKING),
        Decimal("0.9"),
    )


def test_every_rung_is_said_so_that_it_is_read_back() -> None:
    hours = policy()
    rungs = [
        *exact_rungs(Counting.WORKING, day=8 * HOUR),
        *exact_rungs(Counting.CLOCK, day=8 * HOUR),
        *day_rungs(Counting.WORKING)[::6],
        *day_rungs(Counting.CLOCK)[::6],
    ]
    for limit in rungs:
        promise = Promise(
            id="x",
            metric=Metric.RESOLUTION,
            channels=("phone",),
            subject="complaint",
            limit=limit,
            target=Decimal("0.95"),
        )
        sentence = promise_sentence(promise, hours)
        assert sentence is not None, limit
        assert duration(limit) in sentence


def test_a_kind_that_the_language_has_no_words_for_has_no_sentence() -> None:
    promise = Promise(
        id="x",
        metric=Metric.RESOLUTION,
        channels=("email",),
        subject="signs_signals",
        limit=Duration(1, Unit.DAY, Counting.WORKING),
        target=Decimal("0.9"),
    )
    assert promise_sentence(promise, policy()) is None


def test_too_few_cases_prove_nothing_and_it_is_said_how_many_are_missing() -> None:
    found = told(daily([1.0] * 20), "0.95")
    assert (found.main, found.n, found.fewest, found.missing) == (None, 20, 59, 39)
    assert found.per_month == pytest.approx(20 / 25 * 30.436875)


def test_longer_than_a_day_is_said_in_days() -> None:
    # Each reply comes two calendar days later, an hour after opening.
    opened = [MONDAY + week * 7 * DAY + 9 * HOUR for week in range(40)]
    found = told(table(opened, [at + 2 * DAY + HOUR for at in opened]))
    assert found.main is not None
    assert found.beside is not None
    assert found.main.limit == Duration(2, Unit.DAY, Counting.WORKING)
    assert found.beside.limit == Duration(3, Unit.DAY, Counting.CALENDAR)


def test_without_opening_hours_the_clock_counts() -> None:
    found = told(daily([1.0] * 40), text="All times are UTC.")
    assert found.main is not None
    assert found.main.limit == Duration(1, Unit.HOUR, Counting.CLOCK)
    assert found.beside is None


def test_what_is_still_open_makes_the_promise_longer() -> None:
    done = daily([1.0] * 90 + [3.0] * 10)
    opened = table(
        list(done.opened),
        [None if row % 9 == 0 else at for row, at in enumerate(done.instants["first_response"])],
    )
    late = max(done.instants["first_response"]) + 30 * DAY
    without = forecast(asked(done, at=late), done, Metric.FIRST_RESPONSE, "email", None)
    kept_in = forecast(asked(opened, at=late), opened, Metric.FIRST_RESPONSE, "email", None)
    assert without.main is not None
    assert without.main.limit == Duration(3, Unit.HOUR, Counting.WORKING)
    assert kept_in.main is not None
    assert (kept_in.open, kept_in.main.limit, kept_in.main.time) == (12, None, None)


def test_times_that_grow_are_noticed_on_later_cases() -> None:
    steady = told(daily([1.0, 2.0, 3.0] * 80)).backtest
    growing = told(daily([1.0 + day / 40 for day in range(240)])).backtest
    assert steady is not None
    assert growing is not None
    assert (steady.has_drifted, growing.has_drifted) == (False, True)
    assert steady.kept == steady.judged
    assert growing.kept < growing.judged


def test_a_time_is_chosen_from_what_was_known_before_the_later_cases() -> None:
    found = told(daily([1.0] * 48 + [5.0] * 192)).backtest
    assert found is not None
    # The first block knows of one hour alone; the next has seen what came after.
    assert (found.blocks[0].time, found.blocks[0].kept) == (HOUR, 0)
    assert found.blocks[-1].time == 5 * HOUR


def test_the_share_asked_for_holds_in_cases_that_were_not_looked_at() -> None:
    numbers = np.random.default_rng(3)
    kept = []
    for _ in range(12):
        found = told(daily(np.minimum(numbers.exponential(1.5, 300), 7.9).tolist())).backtest
        assert found is not None
        kept.append(found.kept / found.judged)
    assert float(np.mean(kept)) >= 0.9


def test_the_curve_climbs_and_meets_what_is_promised() -> None:
    cases = daily([one / 30 for one in range(1, 201)])
    question = asked(cases)
    found = with_curve(
        question, cases, forecast(question, cases, Metric.FIRST_RESPONSE, "email", None)
    )
    shares = [rung.kept.value for rung in found.curve]
    assert shares == sorted(shares)
    assert len(shares) > 4
    assert found.main is not None
    assert found.main.limit in [rung.limit for rung in found.curve]


def test_how_many_cases_would_prove_it() -> None:
    found = proof(0.95, 0.98, 30.0, alpha=0.05)
    assert found.without_miss == 59
    assert found.at_rate == smallest_proof(4, 0.95) == 181
    assert found.months(found.at_rate) == pytest.approx(181 / 30)
    assert proof(0.95, 0.95, 30.0, alpha=0.05).at_rate is None


def test_nobody_waits_at_the_desk_by_email() -> None:
    assert not is_measured_on(Metric.WAIT, "email")
    assert not is_measured_on(Metric.CALLBACK, "phone")
    assert is_measured_on(Metric.ANSWER, "phone")
    assert is_measured_on(Metric.RESOLUTION, "email")


def test_lengths_are_those_that_people_say() -> None:
    said = [duration(rung) for rung in exact_rungs(Counting.WORKING, day=8 * HOUR)]
    assert said[0] == "5 working minutes"
    assert said[-1] == "7 working hours"
    assert all(re.fullmatch(r"\d+ working \w+", one) for one in said)
