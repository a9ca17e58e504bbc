"""Event logs by the standards of process mining: XES, and OCEL 2.0 in its three forms."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goodword.case.case import Case
from goodword.case.event import EventKind
from goodword.errors import GoodwordError
from goodword.history.column_map import read_column_map
from goodword.history.history import History
from goodword.history.load import load
from goodword.history.problem import ProblemList
from goodword.history.rows import open_rows

XES = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <string key="concept:name" value="Incidents of an invented firm"/>
  <trace>
    <string key="concept:name" value="1-001"/>
    <string key="impact" value="Major"/>
    <event>
      <string key="concept:name" value="Accepted"/>
      <string key="lifecycle:transition" value="In Progress"/>
      <date key="time:timestamp" value="2026-09-01T09:00:00+02:00"/>
    </event>
    <event>
      <string key="concept:name" value="Accepted"/>
      <string key="lifecycle:transition" value="Wait - User"/>
      <date key="time:timestamp" value="2026-09-01T10:00:00.000+02:00"/>
      <list key="notes"><string key="a" value="not &lt;read&gt;"/></list>
    </event>
    <event>
      <string key="concept:name" value="Completed"/>
      <string key="lifecycle:transition" value="Resolved"/>
      <date key="time:timestamp" value="2026-09-02T10:00:00Z"/>
    </event>
    <event>
      <string key="concept:name" value="Completed"/>
      <string key="lifecycle:transition" value="Closed"/>
      <date key="time:timestamp" value="2026-09-09T10:00:00Z"/>
    </event>
  </trace>
  <trace>
    <string key="concept:name" value="1-002"/>
    <event>
      <string key="concept:name" value="Queued"/>
      <string key="lifecycle:transition" value="Awaiting Assignment"/>
      <date key="time:timestamp" value="2026-09-03T08:00:00Z"/>
    </event>
  </trace>
</log>
"""
INCIDENTS = """
shape = "events"
[columns]
case = "case:concept:name"
at = "time:timestamp"
state = "lifecycle:transition"
priority = "case:impact"
[states]
waiting = ["Wait - User"]
resolved = ["Resolved"]
closed = ["Closed"]
"""
OBJECTS: list[tuple[str, str, list[tuple[str, str, str]], list[str]]] = [
    ("T1", "Ticket", [("priority", "1970-01-01T00:00:00Z", "low")], []),
    ("T2", "Ticket", [], []),
    ("A1", "Agent", [], []),
]
EVENTS = [
    ("e1", "create ticket", "2026-09-01T09:00:00Z", {"channel": "mail"}, ["T1", "A1"]),
    ("e2", "reply", "2026-09-01T11:30:00Z", {}, ["A1", "T1", "T2"]),
    ("e3", "solve", "2026-09-02T09:00:00Z", {}, ["T1"]),
    ("e4", "lunch", "2026-09-02T12:00:00Z", {}, ["A1"]),
]
TICKETS = """
shape = "events"
[columns]
case = "ocel:type:Ticket"
at = "ocel:timestamp"
event = "ocel:activity"
channel = "channel"
priority = "Ticket:priority"
[values.event]
"create ticket" = "opened"
"reply" = "reply"
"solve" = "resolved"
[values.channel]
mail = "email"
"""


def mapped(path: Path, text: str = INCIDENTS) -> History:
    return load(path, read_column_map(text, path="log.toml"))


def told(case: Case) -> list[tuple[str, str]]:
    return [
        (f"{datetime.fromtimestamp(event.at, UTC):%d %H:%M}", event.kind.value)
        for event in case.events
    ]


def xes(folder: Path, text: str = XES) -> Path:
    path = folder / "log.xes"
    path.write_text(text, encoding="utf-8")
    return path


def ocel_json(path: Path) -> None:
    path.write_text(
        json.dumps(
            {
                "objectTypes": [{"name": "Ticket", "attributes": []}],
                "eventTypes": [{"name": "reply", "attributes": []}],
                "events": [
                    {
                        "id": one,
                        "type": kind,
                        "time": time,
                        "attributes": [{"name": k, "value": v} for k, v in values.items()],
                        "relationships": [{"objectId": o, "qualifier": "of"} for o in objects],
                    }
                    for one, kind, time, values, objects in EVENTS
                ],
                "objects": [
                    {
                        "id": one,
                        "type": kind,
                        "attributes": [
                            {"name": name, "time": time, "value": value}
                            for name, time, value in attributes
                        ],
                        "relationships": [],
                    }
                    for one, kind, attributes, _ in OBJECTS
                ],
            },
            indent=1,
        )
    )


def ocel_xml(path: Path) -> None:
    objects = "".join(
        f'<object id="{one}" type="{kind}"><attributes>'
        + "".join(f'<attribute name="{n}" time="{t}">{v}</attribute>' for n, t, v in attributes)
        + "</attributes></object>\n"
        for one, kind, attributes, _ in OBJECTS
    )
    events = "".join(
        f'<event id="{one}" type="{kind}" time="{time}"><attributes>'
        + "".join(f'<attribute name="{n}">{v}</attribute>' for n, v in values.items())
        + "</attributes><objects>"
        + "".join(f'<relationship object-id="{o}" qualifier="of"/>' for o in related)
        + "</objects></event>\n"
        for one, kind, time, values, related in EVENTS
    )
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<log><object-types><object-type name="Ticket"/>'
        f"</object-types>\n<events>{events}</events>\n<objects>{objects}</objects></log>"
    )


def ocel_sqlite(path: Path) -> None:
    path.unlink(missing_ok=True)
    base = sqlite3.connect(path)
    base.executescript(
        "CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);"
        "CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);"
        "CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);"
        "CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);"
        "CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);"
        "CREATE TABLE object_Ticket (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT,"
        " priority TEXT);"
        "CREATE TABLE object_Agent (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);"
        "INSERT INTO object_map_type VALUES ('Ticket', 'Ticket'), ('Agent', 'Agent');"
    )
    for one, kind, attributes, _ in OBJECTS:
        base.execute("INSERT INTO object VALUES (?, ?)", (one, kind))
        for _, time, value in attributes:
            base.execute("INSERT INTO object_Ticket VALUES (?, ?, NULL, ?)", (one, time, value))
    for one, kind, time, values, related in EVENTS:
        table = kind.title().replace(" ", "")
        base.execute("INSERT INTO event VALUES (?, ?)", (one, kind))
        base.execute("INSERT INTO event_map_type VALUES (?, ?)", (kind, table))
        base.execute(f"CREATE TABLE event_{table} (ocel_id TEXT, ocel_time TEXT, channel TEXT)")
        base.execute(
            f"INSERT INTO event_{table} VALUES (?, ?, ?)",  # noqa: S608 - our own fixture
            (one, time.replace("T", " ").replace("Z", "+00:00"), values.get("channel")),
        )
        for other in related:
            base.execute("INSERT INTO event_object VALUES (?, ?, 'of')", (one, other))
    base.commit()
    base.close()


FORMS = {"log.jsonocel": ocel_json, "log.xmlocel": ocel_xml, "log.sqlite": ocel_sqlite}


@pytest.fixture(params=[*FORMS])
def object_log(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    FORMS[path.name](path)
    return path


def test_a_log_in_xes_is_read_by_its_lifecycle(tmp_path: Path) -> None:
    history = mapped(xes(tmp_path))
    assert [(case.id, case.priority) for case in history.cases] == [
        ("1-001", "major"),
        ("1-002", None),
    ]
    assert told(history.cases[0]) == [
        ("01 07:00", "opened"),
        ("01 08:00", "waiting"),
        ("02 10:00", "resumed"),
        ("02 10:00", "resolved"),
        ("09 10:00", "closed"),
    ]
    assert told(history.cases[1]) == [("03 08:00", "opened")]


def test_the_example_map_of_incidents_reads_such_a_log(tmp_path: Path) -> None:
    path = Path(__file__).parents[2] / "examples" / "maps" / "incidents-xes.toml"
    events = XES.replace("<event>", '<event><string key="impact" value="Major"/>')
    history = mapped(xes(tmp_path, events), path.read_text("utf-8"))
    assert [case.priority for case in history.cases] == ["major", "major"]
    assert ("02 10:00", "resolved") in told(history.cases[0])


def test_a_gzipped_log_reads_like_a_plain_one(tmp_path: Path) -> None:
    packed = tmp_path / "log.xes.gz"
    packed.write_bytes(gzip.compress(XES.encode()))
    assert mapped(packed).cases == mapped(xes(tmp_path)).cases


def test_a_packed_log_that_is_cut_off_is_read_so_far(tmp_path: Path) -> None:
    packed = tmp_path / "log.xes.gz"
    packed.write_bytes(gzip.compress(XES.encode() + b"<!-- " + bytes(range(46, 127)) * 2_000)[:-60])
    assert mapped(packed).counts["cut-off"] == 1


def test_activities_become_events_and_others_may_be_passed_over(tmp_path: Path) -> None:
    by_activity = """
shape = "events"
[columns]
case = "case:concept:name"
at = "time:timestamp"
event = ["concept:name", "lifecycle:transition"]
[values.event]
"Completed Resolved" = "resolved"
"*" = ""
"""
    history = mapped(xes(tmp_path), by_activity)
    assert told(history.cases[0]) == [("01 07:00", "opened"), ("02 10:00", "resolved")]
    assert history.counts == {}


def test_without_a_map_the_first_event_opens_and_the_headings_are_the_logs_keys(
    tmp_path: Path,
) -> None:
    path = xes(tmp_path)
    assert [kind for _, kind in told(load(path, None).cases[0])] == ["opened", *["note"] * 4]
    assert open_rows(path, ProblemList("log")).headings == (
        "case:concept:name",
        "case:impact",
        "concept:name",
        "lifecycle:transition",
        "time:timestamp",
    )


def test_a_log_that_breaks_off_is_read_so_far_and_named_by_its_line(tmp_path: Path) -> None:
    cut = XES[: XES.index('<string key="lifecycle:transition" value="Closed"/>')]
    history = mapped(xes(tmp_path, cut))
    assert [kind for _, kind in told(history.cases[0])][-1] == "resolved"
    assert [(one.line, one.code) for one in history.problems] == [(28, "cut-off")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (
            '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log><trace>&b;</trace></log>',
            r"log\.xes line 1: the file declares entities",
        ),
        (
            '<!DOCTYPE log [<!ENTITY f SYSTEM "file:///etc/hostname">]><log><trace/></log>',
            "the file declares entities",
        ),
        ("<log><trace", r"log\.xes line 1: this is no whole XES log"),
        (
            "<html><table><tr><td>7</td></tr></table></html>",
            "a web page, though it may be called a table",
        ),
        ("<tickets><ticket/></tickets>", "XML, but neither an event log nor a list of records"),
        ("<log>" + "<a>" * 500 + "</a>" * 500 + "</log>", "more than 200 deep"),
    ],
)
def test_xml_that_is_no_log_or_no_safe_one_is_refused(
    tmp_path: Path, text: str, phrase: str
) -> None:
    with pytest.raises(GoodwordError, match=phrase) as refused:
        mapped(xes(tmp_path, text))
    assert refused.value.hint


def test_an_object_log_is_told_from_one_type_of_object(object_log: Path) -> None:
    history = mapped(object_log, TICKETS)
    cases = {case.id: case for case in history.cases}
    assert told(cases["T1"]) == [
        ("01 09:00", "opened"),
        ("01 11:30", "reply"),
        ("02 09:00", "resolved"),
    ]
    assert (cases["T1"].channel, cases["T1"].priority) == ("email", "low")
    assert history.counts["no-case"] == 1
    # An event that concerns two tickets is told of both; T2 was never opened.
    assert history.counts["ends-before-start"] == 1
    assert frozenset({EventKind.OPENED, EventKind.REPLY, EventKind.RESOLVED}) == history.tells


def test_a_type_that_no_object_has_is_named_with_those_there_are(object_log: Path) -> None:
    with pytest.raises(
        GoodwordError, match=r'type "Tickets"\. The types are: Ticket \(\d\), Agent'
    ):
        mapped(object_log, TICKETS.replace("ocel:type:Ticket", "ocel:type:Tickets"))


def test_an_object_log_without_a_map_asks_which_type_is_the_case(object_log: Path) -> None:
    with pytest.raises(
        GoodwordError, match=r"no type of object that it is the case.*Ticket, Agent"
    ):
        load(object_log, None)
    headings = open_rows(object_log, ProblemList("log")).headings
    assert {"ocel:type:Ticket", "ocel:activity", "channel", "Ticket:priority"} <= {*headings}


@pytest.mark.parametrize("write", [ocel_json, ocel_xml])
def test_an_object_log_that_breaks_off_says_so(
    tmp_path: Path, write: Callable[[Path], None]
) -> None:
    path = tmp_path / "log"
    write(path)
    path.write_text(path.read_text()[:-120])
    history = mapped(path, TICKETS)
    assert [case.id for case in history.cases] == ["T1"]
    assert history.counts["cut-off"] == 1


def test_a_database_that_is_no_log_is_refused_by_its_table(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE tickets (id INTEGER)")
    base.commit()
    base.close()
    with pytest.raises(GoodwordError, match='has no table "event"'):
        mapped(path, TICKETS)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(GoodwordError, match=r"other\.db is a database"):
        mapped(path, TICKETS)


def test_a_log_in_ocel_1_says_what_to_export(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonocel"
    path.write_text('{"ocel:global-log": {"ocel:version": "1.0"}, "ocel:events": {}}')
    with pytest.raises(GoodwordError, match=r"OCEL 1\.0; I read OCEL 2\.0"):
        mapped(path, TICKETS)
