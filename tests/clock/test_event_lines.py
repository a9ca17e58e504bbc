"""Events as JSON Lines."""

from goodword.case.event import Actor, EventKind
from goodword.cli.event_lines import events_of


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
