"""Events as JSON Lines."""

import pytest

from goodword.case.event import Actor, EventKind
from goodword.cli.event_lines import events_of
from goodword.errors import UnreadableFileError


def test_facts_stand_beside_the_event_or_in_an_object_of_their_own() -> None:
    lines = (
        b'{"at": "2026-09-04 10:00", "kind": "priority_changed", "priority": "priority_1"}',
        b'{"at": "2026-09-04 11:00", "kind": "priority_changed", "facts": {"priority": 2}}',
        b'{"at": "2026-09-04 09:00", "kind": "opened"}',
    )
    opened, first, second = events_of(lines, "UTC", path="lines")
    assert (opened.kind, opened.actor) == (EventKind.OPENED, Actor.CUSTOMER)
    assert [dict(event.facts) for event in (opened, first, second)] == [
        {},
        {"priority": "priority_1"},
        {"priority": "priority_2"},
    ]


def test_channels_kinds_and_priorities_are_read_as_policies_name_them() -> None:
    lines = (
        b'{"at": "2026-09-04 09:00", "kind": "opened", "channel": "Web form", "name": "A B"}',
        b'{"at": "2026-09-04 10:00", "kind": "kind_changed", "facts": {"kind": "Complaint"}}',
        b'{"at": "2026-09-04 11:00", "kind": "priority_changed", "priority": "Priority-1"}',
    )
    facts = [dict(event.facts) for event in events_of(lines, "UTC", path="lines")]
    assert facts == [
        {"channel": "web_form", "name": "A B"},
        {"kind": "complaint"},
        {"priority": "priority_1"},
    ]


def test_the_lines_of_a_log_for_replay_are_read_as_well() -> None:
    lines = (
        b'{"case": 7, "at": "2026-09-04 09:00", "event": "opened", "kind": "complaint"}',
        b'{"case": 7, "at": "2026-09-04 10:00", "event": "tagged", "kind": "complaint"}',
        b'{"case": "7", "at": "2026-09-04 11:00", "kind": "tagged", "event": "safety_issue"}',
    )
    events = events_of(lines, "UTC", path="lines")
    assert [(event.kind, dict(event.facts)) for event in events] == [
        (EventKind.OPENED, {"kind": "complaint"}),
        (EventKind.TAGGED, {"kind": "complaint"}),
        (EventKind.TAGGED, {"event": "safety_issue"}),
    ]


def test_the_lines_of_several_cases_are_not_taken_for_one() -> None:
    lines = (
        b'{"case": 7, "at": "2026-09-04 09:00", "event": "opened"}',
        b'{"case": 8, "at": "2026-09-04 10:00", "event": "opened"}',
    )
    with pytest.raises(UnreadableFileError, match="lines tells of 2 cases") as refused:
        events_of(lines, "UTC", path="lines")
    assert "goodword replay" in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("line", "kind", "actor"),
    [
        ('"kind": "created"', EventKind.OPENED, Actor.CUSTOMER),
        ('"kind": "Agent replied"', EventKind.REPLY, Actor.PERSON),
        ('"kind": "reply", "actor": "agent"', EventKind.REPLY, Actor.PERSON),
        ('"kind": "reply", "actor": "customer"', EventKind.CUSTOMER_MESSAGE, Actor.CUSTOMER),
        ('"event": "comment", "actor": "requester"', EventKind.CUSTOMER_MESSAGE, Actor.CUSTOMER),
        ('"event": "comment", "actor": "staff"', EventKind.REPLY, Actor.PERSON),
        ('"event": "message", "actor": "automation"', EventKind.AUTOMATIC_REPLY, Actor.SYSTEM),
        ('"kind": "private note"', EventKind.NOTE, Actor.PERSON),
        ('"kind": "waiting for customer"', EventKind.WAITING, Actor.PERSON),
        ('"kind": "solved"', EventKind.RESOLVED, Actor.PERSON),
        ('"kind": "closed"', EventKind.CLOSED, Actor.SYSTEM),
        ('"kind": "closed", "actor": "agent"', EventKind.RESOLVED, Actor.PERSON),
        ('"kind": "merged"', EventKind.VOIDED, Actor.SYSTEM),
        ('"kind": "deleted"', EventKind.VOIDED, Actor.SYSTEM),
        ('"kind": "on hold"', EventKind.WAITING, Actor.PERSON),
        ('"kind": "unpaused"', EventKind.RESUMED, Actor.PERSON),
    ],
)
def test_the_usual_words_of_other_systems_are_known(
    line: str, kind: EventKind, actor: Actor
) -> None:
    written = b'{"at": "2026-09-04 09:00", ' + line.encode() + b"}"
    (event,) = events_of((written,), "UTC", path="lines")
    assert (event.kind, event.actor, dict(event.facts)) == (kind, actor, {})


def test_a_comment_is_no_event_while_nobody_says_who_wrote_it() -> None:
    with pytest.raises(UnreadableFileError, match='There is no kind of event "comment"'):
        events_of((b'{"at": "2026-09-04 09:00", "kind": "comment"}',), "UTC", path="lines")


def test_parts_of_a_second_say_which_came_first() -> None:
    lines = (
        b'{"at": "2026-09-04T11:00:00.9Z", "kind": "reply"}',
        b'{"at": "2026-09-04T11:00:00.25Z", "kind": "customer_message"}',
        b'{"at": "2026-09-04T11:00:00Z", "kind": "note"}',
        b'{"at": "2026-09-04T09:00:00Z", "kind": "opened"}',
    )
    events = events_of(lines, "UTC", path="lines")
    assert [event.kind.value for event in events] == ["opened", "note", "customer_message", "reply"]
    assert [event.seq for event in events] == [1, 2, 3, 4]


def test_what_goes_on_after_it_was_resolved_is_reopened() -> None:
    lines = (
        b'{"at": "2026-09-04 09:00", "kind": "opened"}',
        b'{"at": "2026-09-04 10:00", "kind": "resumed"}',
        b'{"at": "2026-09-04 11:00", "kind": "resolved"}',
        b'{"at": "2026-09-04 12:00", "kind": "resumed"}',
    )
    kinds = [event.kind.value for event in events_of(lines, "UTC", path="lines")]
    assert kinds == ["opened", "resumed", "resolved", "reopened"]


@pytest.mark.parametrize("said", ['"to": "Priority 1"', '"new": "P1"', '"facts": {"priority": 1}'])
def test_what_a_priority_changed_to_has_several_names(said: str) -> None:
    line = b'{"at": "2026-09-04 09:00", "kind": "priority_changed", ' + said.encode() + b"}"
    (event,) = events_of((line,), "UTC", path="lines")
    assert dict(event.facts) == {"priority": "priority_1"}


def test_a_change_that_says_not_to_what_is_asked_about() -> None:
    line = b'{"at": "2026-09-04 09:00", "kind": "priority_changed"}'
    with pytest.raises(UnreadableFileError, match="line 1: The priority changed, and nothing says"):
        events_of((line,), "UTC", path="lines")


def test_an_event_that_is_not_known_is_named_below_either_name() -> None:
    line = b'{"at": "2026-09-04 09:00", "event": "danced"}'
    with pytest.raises(UnreadableFileError, match='There is no kind of event "danced"'):
        events_of((line,), "UTC", path="lines")


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("2026-09-04 24:00", "2026-09-05 00:00"),
        ("2026-09-04 9:05", "2026-09-04 09:05"),
        ("2026-09-04T09:00:00,5+02", "2026-09-04T09:00+02:00"),
        ("2026-09-04T09:00+02:00[Europe/Berlin]", "2026-09-04T07:00Z"),
        ("2026-09-04T07:00Z[UTC]", "2026-09-04T07:00Z"),
        ("2026-09-04 07:00 UTC", "2026-09-04T07:00Z"),
    ],
)
def test_moments_are_read_as_other_programs_write_them(written: str, same: str) -> None:
    one, other = (
        events_of((f'{{"at": "{at}", "kind": "opened"}}'.encode(),), "Europe/Rome", path="lines")
        for at in (written, same)
    )
    assert one[0].at == other[0].at


@pytest.mark.parametrize("said", ["true", '"yes"', '"True"', "1"])
def test_that_an_assistant_could_settle_it_is_said_in_several_ways(said: str) -> None:
    written = '{"at": "2026-09-04 09:00", "kind": "reply", "actor": "assistant", "could_settle": '
    (event,) = events_of((f"{written}{said}}}".encode(),), "UTC", path="lines")
    assert dict(event.facts) == {"could_settle": "yes"}
