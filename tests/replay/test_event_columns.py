"""A log of events as columns, from whatever holds it, and back."""

from array import array
from random import Random

import numpy as np
import pyarrow as pa
import pytest

from goodword.case.case import Case
from goodword.case.columns import NOTHING, CaseColumns, Names
from goodword.case.event import Actor, Event, EventKind
from goodword.case.event_columns import EventColumns
from goodword.case.table_events import events_of
from tests.replay.any_history import any_cases


def in_order(cases: tuple[Case, ...]) -> list[Case]:
    return [
        Case(case.id, tuple(sorted(case.events)), case.channel, case.kind, case.priority)
        for case in cases
    ]


def test_cases_become_columns_and_cases_again() -> None:
    cases = any_cases(Random(1), 40)  # noqa: S311
    columns = EventColumns.of_cases(cases)
    assert len(columns) == sum(len(case.events) for case in cases)
    assert in_order(cases) == list(columns.cases())


def test_columns_become_an_arrow_table_and_columns_again() -> None:
    cases = any_cases(Random(2), 40)  # noqa: S311
    table = EventColumns.of_cases(cases).to_arrow()
    assert pa.timestamp("s", "UTC") == table.schema.field("at").type
    assert in_order(cases) == list(EventColumns.of_arrow(table).cases())


def test_an_arrow_table_of_three_columns_is_enough() -> None:
    table = pa.table(
        {
            "case": ["b", "a", "b"],
            "at": pa.array([10, 5, 30], pa.timestamp("ms", "UTC")).cast(pa.timestamp("ms", "UTC")),
            "kind": pa.array(["opened", "opened", "reply"]).dictionary_encode(),
        }
    )
    columns = EventColumns.of_arrow(table)
    assert columns.ids == ("b", "a")
    assert [event.kind for event in next(columns.cases()).events] == [
        EventKind.OPENED,
        EventKind.REPLY,
    ]


def test_arrays_of_words_and_dates_become_columns() -> None:
    columns = EventColumns.of_arrays(
        case=np.array([7, 7, 9]),
        at=np.array(["2026-09-04T06:30", "2026-09-04T07:00", "2026-09-04T06:45"], "datetime64[m]"),
        kind=np.array(["opened", "reply", "opened"]),
        channels=["email", None],
        priorities=[None, "priority_1"],
    )
    first, second = columns.cases()
    assert first == Case(
        "7",
        (
            Event(1_788_503_400, 0, EventKind.OPENED, Actor.CUSTOMER),
            Event(1_788_505_200, 1, EventKind.REPLY, Actor.PERSON),
        ),
        "email",
    )
    assert (second.id, second.priority) == ("9", "priority_1")


def test_dates_as_text_are_in_utc() -> None:
    columns = EventColumns.of_arrays(["7"], ["2026-09-04T06:30"], ["opened"])
    assert columns.at.tolist() == [1_788_503_400]


def test_codes_are_taken_as_they_are_and_facts_by_event() -> None:
    columns = EventColumns.of_arrays(
        case=np.array([0, 0]),
        at=np.array([5, 6]),
        kind=np.array([0, 4]),
        facts=[{}, {"vip": "yes"}],
    )
    (case,) = columns.cases()
    assert [event.kind for event in case.events] == [EventKind.OPENED, EventKind.REPLY]
    assert [dict(event.facts) for event in case.events] == [{}, {"vip": "yes"}]


@pytest.mark.parametrize(
    ("kind", "actor", "message"),
    [
        (["opened", "answerd"], None, '"answerd" is no kind of event. There are: opened,'),
        ([0, 99], None, "code 99 is no kind of event."),
        (["opened", "reply"], ["customer", "robot"], '"robot" is no actor. There are: customer,'),
    ],
    ids=["a word", "a code", "an actor"],
)
def test_what_is_no_kind_of_event_or_no_actor_is_named(
    kind: list[str] | list[int], actor: list[str] | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        EventColumns.of_arrays(np.array([1, 1]), np.array([1, 2]), np.array(kind), actor)


def test_a_table_of_cases_becomes_the_events_of_its_rows() -> None:
    table = CaseColumns(
        ids=("a", "b", "c"),
        opened=array("q", [100, 200, 300]),
        instants={
            "first_response": array("q", [150, NOTHING, 300]),
            "resolved": array("q", [150, 900, NOTHING]),
            "closed": array("q", [NOTHING, 900, NOTHING]),
        },
        channel=Names(array("i", [0, 1, 2]), [None, "email", "phone"]),
        kind=Names(array("i", [1, 0, 1]), [None, "complaint"]),
        priority=Names(array("i", [0, 0, 1]), [None, "priority_1"]),
        left_out=array("b", [0, 0, 0]),
        place=Names(array("i", [1, 0, 1]), [None, "northgate"]),
    )
    columns = events_of(table, np.array([0, 1, 2]))
    expected = [table.case(row) for row in range(3)]
    found = list(columns.cases())
    assert [case.id for case in found] == ["a", "b", "c"]
    for one, other in zip(expected, found, strict=True):
        assert (one.channel, one.kind, one.priority) == (other.channel, other.kind, other.priority)
        assert [(event.at, event.kind, event.actor, dict(event.facts)) for event in one.events] == [
            (event.at, event.kind, event.actor, dict(event.facts)) for event in other.events
        ]
