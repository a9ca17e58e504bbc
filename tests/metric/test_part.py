from array import array
from datetime import datetime
from decimal import Decimal

import pytest

from goodword.case.case import Case
from goodword.case.columns import CaseColumns, Names
from goodword.case.event import Actor, Event, EventKind
from goodword.clock.clock import Outcome
from goodword.metric.dimension import Dimension
from goodword.metric.part import Part, Parts
from goodword.metric.survived import survived
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.replay.outcomes import ClockColumns, PromiseOutcome, count

ZONE = "Australia/Melbourne"
PROMISE = Promise(
    id="email",
    metric=Metric.FIRST_RESPONSE,
    limit=Duration(4, Unit.HOUR, Counting.CLOCK),
    target=Decimal("0.9"),
)
HOUR = 3600


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def outcome(*clocks: tuple[str, Outcome, int | None, int]) -> PromiseOutcome:
    found = ClockColumns()
    for row, (started, how, taken, waited) in enumerate(clocks):
        found.add(at(started), how, taken, row=row, waited=waited, allowed=4 * HOUR)
    return PromiseOutcome(PROMISE, count(found.outcome), found)


def names(*words: str | None) -> Names:
    known: list[str | None] = [None, *dict.fromkeys(word for word in words if word is not None)]
    return Names(array("i", [known.index(word) for word in words]), known)


def table(size: int, **columns: Names) -> CaseColumns:
    none = Names(array("i", [0] * size))
    return CaseColumns(
        ids=tuple(map(str, range(size))),
        opened=array("q", [0] * size),
        instants={},
        channel=columns.get("channel", none),
        kind=columns.get("kind", none),
        priority=columns.get("priority", none),
        left_out=array("b", [0] * size),
        place=columns.get("place"),
    )


def kept(
    number: int, started: str = "2026-09-01T09:00+10:00"
) -> list[tuple[str, Outcome, int, int]]:
    return [(started, Outcome.KEPT, HOUR, HOUR)] * number


def seen(parts: tuple[Part, ...]) -> list[tuple[tuple[str | None, ...], int, int]]:
    return [(part.words, part.outcome.counts.kept, part.outcome.counts.judged) for part in parts]


def test_parts_stand_in_the_order_of_their_words_and_never_of_their_results() -> None:
    channels = names("phone", None, "email", "phone")
    late = ("2026-09-01T09:00+10:00", Outcome.BROKEN_CLOSED, 9 * HOUR, 9 * HOUR)
    found = Parts(table(4, channel=channels), at=0, zone=ZONE).cut(
        outcome(*kept(1), late, late, late), [Dimension.CHANNEL]
    )
    assert seen(found) == [(("email",), 0, 1), (("phone",), 1, 2), ((None,), 0, 1)]


def test_months_weekdays_and_hours_are_those_of_the_policys_zone() -> None:
    some = outcome(
        ("2026-08-31T23:30+00:00", Outcome.KEPT, 1, 1),  # Tuesday 1 September, 09:30 in Melbourne
        ("2026-10-04T01:30+10:00", Outcome.KEPT, 1, 1),  # before the clocks change that Sunday
        ("2026-10-04T03:30+11:00", Outcome.KEPT, 1, 1),
    )
    parts = Parts(table(3), at=0, zone=ZONE)
    words = {by: [part.words[0] for part in parts.cut(some, [by])] for by in Dimension}
    assert (words[Dimension.MONTH], words[Dimension.WEEKDAY], words[Dimension.HOUR]) == (
        ["2026-09", "2026-10"],
        ["Tuesday", "Sunday"],
        ["01:00", "03:00", "09:00"],
    )


def test_two_dimensions_are_crossed() -> None:
    channels = names("phone", "email", "phone")
    some = outcome(*kept(2), *kept(1, "2026-10-09T09:00+11:00"))
    found = Parts(table(3, channel=channels), at=0, zone=ZONE).cut(
        some, [Dimension.CHANNEL, Dimension.MONTH]
    )
    expected = [("email", "2026-09"), ("phone", "2026-09"), ("phone", "2026-10")]
    assert expected == [part.words for part in found]


def test_a_place_of_fewer_than_five_cases_is_hidden_and_never_told_by_the_total() -> None:
    places = names(*["a"] * 2, *["b"] * 6, *["c"] * 25)
    found = Parts(table(33, place=places), at=0, zone=ZONE).cut(
        outcome(*kept(33)), [Dimension.PLACE]
    )
    assert [(part.words, part.is_hidden, part.is_rounded) for part in found] == [
        (("a",), True, True),
        (("b",), True, True),
        (("c",), False, False),
    ]


def test_channels_are_no_people_and_are_shown_however_few() -> None:
    found = Parts(table(2, channel=names("a", "b")), at=0, zone=ZONE).cut(
        outcome(*kept(2)), [Dimension.CHANNEL]
    )
    assert [part.is_hidden for part in found] == [False, False]


def test_a_case_is_looked_at_under_its_latest_kind_and_priority() -> None:
    def event(seq: int, kind: EventKind, **facts: str) -> Event:
        return Event(seq, seq, kind, Actor.PERSON, facts)

    case = Case(
        "1",
        (
            event(0, EventKind.OPENED, place="northgate"),
            event(1, EventKind.PRIORITY_CHANGED, priority="priority_1"),
            event(5, EventKind.PRIORITY_CHANGED, priority="priority_4"),
        ),
        priority="priority_3",
    )
    parts = Parts((case,), at=4, zone=ZONE)
    some = outcome(*kept(1))
    assert [part.words for part in parts.cut(some, [Dimension.PRIORITY])] == [("priority_1",)]
    assert [part.words for part in parts.cut(some, [Dimension.PLACE])] == [("northgate",)]


def test_every_case_is_in_exactly_one_part() -> None:
    channels = names(*["phone", "email", None] * 20)
    some = outcome(*kept(60))
    for by in Dimension:
        found = Parts(table(60, channel=channels), at=0, zone=ZONE).cut(some, [by])
        assert sum(part.outcome.counts.n for part in found) == 60


def test_a_case_that_is_not_due_yet_counts_for_as_long_as_it_has_waited() -> None:
    begun = "2026-09-01T09:00+10:00"
    some = outcome(
        (begun, Outcome.KEPT, HOUR, HOUR),
        (begun, Outcome.BROKEN_CLOSED, 8 * HOUR, 8 * HOUR),
        (begun, Outcome.OPEN, None, 2 * HOUR),
        (begun, Outcome.BROKEN_OPEN, None, 5 * HOUR),
        (begun, Outcome.EXCUSED, 9 * HOUR, 9 * HOUR),
        (begun, Outcome.VOID, None, 9 * HOUR),
    )
    found = survived(some.clocks)
    assert (found.n, found.open) == (4, 2)
    assert found.kept is not None
    # Plainly it is one of three; one of the four that began was done within an hour.
    assert found.kept.value == pytest.approx(1 / 4)
    assert (found.times[0].value, found.times[1].value) == (8 * HOUR, 8 * HOUR)


def test_a_limit_in_days_is_judged_by_how_much_of_its_time_was_used() -> None:
    clocks = ClockColumns()
    clocks.add(0, Outcome.KEPT, 70_000, row=0, waited=70_000, allowed=80_000)
    clocks.add(0, Outcome.BROKEN_CLOSED, 60_000, row=1, waited=60_000, allowed=50_000)
    clocks.add(0, Outcome.OPEN, None, row=2, waited=10_000, allowed=90_000)
    share = survived(clocks).kept
    assert share is not None
    assert share.value == pytest.approx(0.5)


def test_without_clocks_there_are_no_parts() -> None:
    assert Parts(table(0), at=0, zone=ZONE).cut(outcome(), [Dimension.MONTH]) == ()
