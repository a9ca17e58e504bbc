from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.case.case import Case
from goodword.case.event import Actor, EventKind
from goodword.cli.event_lines import events_of
from goodword.errors import GoodwordError
from goodword.history.column_map import read_column_map
from goodword.history.history import History
from goodword.history.load import load

ROOT = Path(__file__).parents[2]
EXPORTS = Path(__file__).parent / "exports"

INCIDENTS = """
shape = "events"
zone = "UTC"
dates = ["%d/%m/%Y %H:%M"]
missing = ["?"]
[columns]
case = "number"
at = "sys_updated_at"
state = "incident_state"
opened = "opened_at"
resolved = "resolved_at"
channel = "contact_type"
kind = "category"
priority = "priority"
[states]
waiting = ["Awaiting User Info"]
resolved = ["Resolved"]
closed = ["Closed"]
"""


def incidents() -> History:
    return load(EXPORTS / "incidents.csv", read_column_map(INCIDENTS, path="incidents.toml"))


def told(case: Case) -> list[tuple[str, str]]:
    return [
        (f"{datetime.fromtimestamp(event.at, UTC):%d %H:%M}", event.kind.value)
        for event in case.events
    ]


def test_changes_of_state_become_events() -> None:
    expected = [
        ("01 09:00", "opened"),
        ("01 10:00", "waiting"),
        ("02 10:00", "resumed"),
        ("02 10:00", "priority_changed"),
        ("02 15:00", "resolved"),
        ("03 09:00", "reopened"),
        ("04 12:00", "resolved"),
        ("09 12:00", "closed"),
    ]
    assert expected == told(incidents().cases[0])


def test_the_last_resolution_is_the_one_that_the_log_dates_itself() -> None:
    resolutions = [
        when for when, kind in told(incidents().cases[0]) if kind == EventKind.RESOLVED.value
    ]
    assert resolutions == ["02 15:00", "04 12:00"]


def test_a_case_closed_without_a_resolution_is_not_resolved() -> None:
    history = incidents()
    assert told(history.cases[1]) == [("01 09:00", "opened"), ("06 09:00", "closed")]
    assert history.counts["closed-unresolved"] == 1


def test_a_case_with_events_before_its_opening_is_left_out_and_named() -> None:
    history = incidents()
    assert Counter(ends_before_start=1) == history.left_out
    named = [p.line for p in history.problems if p.code == "ends-before-start"]
    assert named == [11]


def test_a_line_whose_date_does_not_exist_is_named_and_left_out() -> None:
    named = [(problem.line, problem.code) for problem in incidents().problems]
    assert (12, "no-such-date") in named
    assert (12, "broken-line") in named


def test_words_of_the_log_stand_at_opening_as_they_were() -> None:
    case = incidents().cases[0]
    assert (case.channel, case.kind, case.priority) == ("phone", "category_1", "3_moderate")


def test_a_log_of_named_events_needs_no_map_when_it_uses_our_names() -> None:
    history = load(ROOT / "examples/histories/riverside-events.jsonl", None)
    assert [case.id for case in history.cases] == ["2001", "2002", "2003"]
    expected = [
        ("opened", Actor.CUSTOMER),
        ("automatic_reply", Actor.SYSTEM),
        ("reply", Actor.PERSON),
        ("waiting", Actor.PERSON),
        ("customer_message", Actor.CUSTOMER),
        ("reply", Actor.PERSON),
        ("resolved", Actor.PERSON),
    ]
    assert expected == [(event.kind.value, event.actor) for event in history.cases[0].events]
    assert (history.cases[0].channel, history.cases[0].kind) == ("email", "enquiry")


def test_events_out_of_order_are_put_in_order_and_told(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event\n1,2026-09-01T10:00Z,reply\n1,2026-09-01T09:00Z,opened\n"
        "1,2026-09-01T11:00Z,danced\n"
    )
    history = load(log, None)
    assert told(history.cases[0]) == [("01 09:00", "opened"), ("01 10:00", "reply")]
    assert history.counts == {"out-of-order": 1, "unknown-event": 1}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("opened reply customer_message", "opened reply customer_message"),
        ("opened customer_message reply", "opened customer_message reply"),
        ("reply customer_message opened", "opened reply customer_message"),
        ("customer_message opened reply", "opened reply"),
        ("customer_message reply", "opened reply"),
        ("reply customer_message", "reply customer_message"),
        ("resumed customer_message opened", "opened"),
    ],
)
def test_in_one_instant_the_case_is_opened_first_and_all_else_stays_as_recorded(
    rows: str, expected: str, tmp_path: Path
) -> None:
    log = tmp_path / "log.csv"
    told_at_nine = "".join(f"1,2026-09-01T09:00Z,{word}\n" for word in rows.split())
    log.write_text(f"case,at,event\n{told_at_nine}1,2026-09-01T12:00Z,resolved\n")
    (case,) = load(log, None).cases
    assert [event.kind.value for event in case.events] == [*expected.split(), "resolved"]


def test_parts_of_a_second_say_which_came_first(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event\n1,2026-09-01T09:00:00Z,opened\n1,2026-09-01T10:00:00.900Z,reply\n"
        "1,2026-09-01T10:00:00.25Z,note\n1,2026-09-01T10:00:00Z,update\n"
    )
    assert [word for _, word in told(load(log, None).cases[0])] == [
        "opened",
        "update",
        "note",
        "reply",
    ]


def test_an_hour_of_one_digit_is_an_hour(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,event\n1,2026-09-01 9:05,opened\n1,2026-09-01T9:45:00Z,reply\n")
    assert [word for _, word in told(load(log, None).cases[0])] == ["opened", "reply"]


def test_what_is_told_before_the_opening_of_how_a_case_stands_is_kept(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event,priority\n1,2026-09-01T08:00Z,waiting,\n1,2026-09-01T08:30Z,reply,\n"
        "1,2026-09-01T08:45Z,priority_changed,low\n1,2026-09-01T09:00Z,opened,urgent\n"
        "1,2026-09-01T10:00Z,resumed,\n"
    )
    history = load(log, None)
    (case,) = history.cases
    assert told(case) == [
        ("01 08:00", "waiting"),
        ("01 08:45", "priority_changed"),
        ("01 09:00", "opened"),
        ("01 10:00", "resumed"),
    ]
    assert case.priority == "urgent"
    assert history.counts["ends-before-start"] == 1


@pytest.mark.parametrize(
    "said",
    [
        '"to": "Priority 1"',
        '"new": "P1"',
        '"value": 1',
        '"facts": {"to": "P1"}',
        '"facts": {"priority": "P1"}',
    ],
)
def test_what_a_priority_changed_to_has_the_names_that_it_has_for_one_case(
    said: str, tmp_path: Path
) -> None:
    lines = (
        '{"case": "1", "at": "2026-09-01T09:00Z", "event": "opened", "priority": "low"}\n'
        f'{{"case": "1", "at": "2026-09-01T10:00Z", "event": "priority_changed", {said}}}\n'
    )
    log = tmp_path / "log.jsonl"
    log.write_text(lines)
    (case,) = load(log, None).cases
    alone = events_of(lines.encode().splitlines(), "UTC", path="lines")
    facts = [dict(event.facts) for event in case.events]
    assert facts == [{"priority": "low"}, {"priority": "priority_1"}]
    assert facts == [dict(event.facts) for event in alone]


def test_words_among_the_facts_count_where_others_stand_beside_them(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(
        '{"case": "1", "at": "2026-09-01T09:00Z", "event": "opened", "kind": "Enquiry"}\n'
        '{"case": "1", "at": "2026-09-01T10:00Z", "event": "kind_changed", '
        '"facts": {"kind": "Complaint"}}\n'
    )
    (case,) = load(log, None).cases
    assert [dict(event.facts) for event in case.events] == [
        {"kind": "enquiry"},
        {"kind": "complaint"},
    ]
    assert case.kind == "enquiry"


@pytest.mark.parametrize("written", ["", "not known"])
def test_a_change_whose_word_is_missing_says_nothing_of_it(written: str, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event,kind,to\n1,2026-09-01T09:00Z,opened,enquiry,\n"
        f"1,2026-09-01T10:00Z,kind_changed,complaint,{written}\n"
        f"1,2026-09-01T11:00Z,kind_changed,,{written}\n"
    )
    (case,) = load(log, None).cases
    assert [event.facts.get("kind") for event in case.events[:2]] == ["enquiry", "complaint"]
    assert case.events[2].facts.get("kind") == (written.replace(" ", "_") or None)


@pytest.mark.parametrize("said", ["yes", "true", "TRUE", "1"])
def test_what_clocks_ask_of_an_event_may_stand_beside_it(said: str, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event,could_settle,clause\n1,2026-09-01T09:00Z,opened,,\n"
        f"1,2026-09-01T10:00Z,reply,{said},\n"
        "1,2026-09-01T11:00Z,exception_applied,,promise-resolution\n"
    )
    (case,) = load(log, None).cases
    assert [dict(event.facts) for event in case.events] == [
        {},
        {"could_settle": "yes"},
        {"clause": "promise-resolution"},
    ]


def test_a_log_in_our_own_words_tells_of_what_never_happened_too(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,event\n1,2026-09-01T09:00Z,opened\n1,2026-09-01T10:00Z,reply\n")
    history = load(log, None)
    assert history.tells == frozenset(EventKind)
    assert [(one.code, one.message, one.understood) for one in history.problems] == [
        ("never-told", 'No row says "resolved".', "Every case counts as not resolved.")
    ]


def test_a_log_with_a_word_of_its_own_tells_only_what_it_says(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,event\n1,2026-09-01T09:00Z,opened\n1,2026-09-01T10:00Z,danced\n")
    history = load(log, None)
    assert (history.tells, history.counts) == (frozenset({EventKind.OPENED}), {"unknown-event": 1})


def test_a_first_message_of_the_customer_opens_the_case(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,event\n1,2026-09-01T09:00Z,customer_message\n")
    assert told(load(log, None).cases[0]) == [("01 09:00", "opened")]


def test_the_usual_words_of_other_systems_are_known_where_the_map_names_none(
    tmp_path: Path,
) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event,actor\n1,2026-09-01T09:00Z,Created,requester\n"
        "1,2026-09-01T10:00Z,comment,agent\n1,2026-09-01T11:00Z,Waiting for customer,agent\n"
        "1,2026-09-01T12:00Z,comment,requester\n1,2026-09-01T13:00Z,closed,agent\n"
        "2,2026-09-01T09:00Z,created,\n2,2026-09-01T13:00Z,closed,automation\n"
    )
    history = load(log, None)
    assert [word for _, word in told(history.cases[0])] == [
        "opened",
        "reply",
        "waiting",
        "customer_message",
        "resolved",
    ]
    assert [word for _, word in told(history.cases[1])] == ["opened", "closed"]
    assert not history.counts


def test_what_we_wrote_before_the_customer_did_stays_in_the_case(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event\n1,2026-09-01T09:00Z,reply\n1,2026-09-01T10:00Z,customer_message\n"
        "1,2026-09-01T11:00Z,reply\n1,2026-09-01T12:00Z,resolved\n"
    )
    history = load(log, None)
    assert told(history.cases[0]) == [
        ("01 09:00", "reply"),
        ("01 10:00", "customer_message"),
        ("01 11:00", "reply"),
        ("01 12:00", "resolved"),
    ]
    assert not history.counts


def test_what_comes_before_a_row_that_opens_the_case_is_named_and_left_out(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event\n1,2026-09-01T09:00Z,reply\n1,2026-09-01T10:00Z,opened\n"
        "1,2026-09-01T11:00Z,reply\n1,2026-09-01T12:00Z,resolved\n"
    )
    history = load(log, None)
    assert told(history.cases[0])[0] == ("01 10:00", "opened")
    assert history.counts == {"ends-before-start": 1}


def test_the_lines_of_one_case_are_read_as_a_log_and_their_facts_are_known(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text(
        '{"case": 1, "at": "2026-09-01T09:00Z", "kind": "opened",'
        ' "facts": {"kind": "Complaint", "priority": "P1", "gold": "yes"}}\n'
        '{"case": 1, "at": "2026-09-01T10:00Z", "kind": "reply", "actor": "assistant",'
        ' "facts": {"could_settle": "yes"}}\n'
        '{"case": 1, "at": "2026-09-01T11:00Z", "kind": "resolved"}\n'
    )
    history = load(log, None)
    (case,) = history.cases
    assert not history.counts
    assert (case.kind, case.priority) == ("complaint", "priority_1")
    assert [(event.kind.value, event.actor, dict(event.facts)) for event in case.events] == [
        ("opened", Actor.CUSTOMER, {"kind": "complaint", "priority": "priority_1", "gold": "yes"}),
        ("reply", Actor.ASSISTANT, {"could_settle": "yes"}),
        ("resolved", Actor.PERSON, {}),
    ]


def test_facts_stand_in_columns_of_their_own_as_well(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event,priority,facts.clause\n1,2026-09-01T09:00Z,opened,2,\n"
        "1,2026-09-01T10:00Z,exception_applied,,promise-resolution\n"
        "1,2026-09-01T11:00Z,reply,,\n1,2026-09-01T12:00Z,resolved,,\n"
    )
    (case,) = load(log, None).cases
    assert case.priority == "priority_2"
    assert dict(case.events[1].facts) == {"clause": "promise-resolution"}


def test_a_log_needs_a_column_that_says_what_happened(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at\n1,2026-09-01T09:00Z\n")
    with pytest.raises(GoodwordError, match='Nothing says which column is "event": the headings'):
        load(log, None)


def test_a_log_whose_dates_are_none_is_refused(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("case,at,event\n" + "1,reply,2026-09-01T09:00Z\n" * 10)
    with pytest.raises(GoodwordError, match=r'"reply" is not a date .* 10 of 10 values'):
        load(log, None)


def test_a_date_that_only_marks_something_is_no_event(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "case,at,event\n1,2026-09-01T09:00Z,opened\n1,9999-12-31T00:00Z,reply\n"
        "1,1900-01-01T00:00Z,reply\n"
    )
    history = load(log, None)
    assert told(history.cases[0]) == [("01 09:00", "opened")]
    assert history.counts["broken-line"] == 2


def test_an_event_that_the_map_knows_but_that_never_happened_is_told_all_the_same(
    tmp_path: Path,
) -> None:
    log = tmp_path / "log.csv"
    log.write_text("id,when,what\n1,2026-09-01T09:00Z,created\n")
    column_map = read_column_map(
        'shape = "events"\n[columns]\ncase = "id"\nat = "when"\nevent = "what"\n'
        '[values.event]\ncreated = "opened"\nanswered = "reply"\n',
        path="log.toml",
    )
    assert frozenset({EventKind.OPENED, EventKind.REPLY}) == load(log, column_map).tells


def test_what_a_change_says_stands_beside_it_or_among_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(
        '{"case": "1", "at": "2026-03-02T09:00:00Z", "event": "opened"}\n'
        '{"case": "1", "at": "2026-03-02T10:00:00Z", "event": "priority_changed", "to": "P1"}\n'
        '{"case": "1", "at": "2026-03-02T11:00:00Z", "event": "priority_changed", '
        '"to": "P3", "facts": {"to": "P2"}}\n'
    )
    (case,) = load(path, None).cases
    said = [event.facts.get("priority") for event in case.events[1:]]
    assert said == ["priority_1", "priority_2"]


def test_a_message_of_the_instant_of_opening_takes_no_word_from_the_case(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(
        '{"case": "1", "at": "2026-03-02T09:00:00Z", "event": "customer_message"}\n'
        '{"case": "1", "at": "2026-03-02T09:00:00Z", "event": "opened", "kind": "enquiry"}\n'
    )
    (case,) = load(path, None).cases
    assert case.kind == "enquiry"
