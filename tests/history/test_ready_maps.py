"""Each ready map reads an invented export in the headings and the layout of its system."""

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import xlwt

from goodword.case.case import Case
from goodword.cli import main
from goodword.errors import UnknownNameError
from goodword.history.history import History
from goodword.history.load import load
from goodword.history.ready_maps import ready_map, ready_maps
from goodword.language.pack import ENGLISH

ROOT = Path(__file__).parents[2]
ZENDESK = {
    "tickets": [
        {
            "id": 35436,
            "created_at": "2026-09-01T09:00:00Z",
            "status": "closed",
            "type": "question",
            "priority": "high",
            "via": {"channel": "web"},
            "metric_set": {
                "solved_at": "2026-09-02T10:30:00Z",
                "reply_time_in_minutes": {"calendar": 95, "business": 40},
            },
        },
        {
            "id": 35437,
            "created_at": "2026-09-01T09:10:00Z",
            "status": "new",
            "type": None,
            "priority": None,
            "via": {"channel": "email"},
            "metric_set": {
                "solved_at": None,
                "reply_time_in_minutes": {"calendar": None, "business": None},
            },
        },
        {
            "id": 35438,
            "created_at": "2026-09-01T09:20:00Z",
            "status": "deleted",
            "via": {"channel": "email"},
        },
    ],
    "next_page": None,
    "count": 3,
}
METRIC_EVENTS = {
    "ticket_metric_events": [
        {"id": number, "ticket_id": 35436, "metric": metric, "type": kind, "time": time}
        for number, (metric, kind, time) in enumerate(
            [
                ("requester_wait_time", "activate", "2026-09-01T09:00:00Z"),
                ("agent_work_time", "activate", "2026-09-01T09:00:00Z"),
                ("reply_time", "activate", "2026-09-01T09:00:00Z"),
                ("reply_time", "fulfill", "2026-09-01T10:35:00Z"),
                ("requester_wait_time", "pause", "2026-09-01T10:35:00Z"),
                ("reply_time", "activate", "2026-09-02T08:00:00Z"),
                ("requester_wait_time", "activate", "2026-09-02T08:00:00Z"),
                ("requester_wait_time", "fulfill", "2026-09-02T10:30:00Z"),
                ("requester_wait_time", "activate", "2026-09-03T07:00:00Z"),
            ]
        )
    ],
    "count": 9,
    "end_of_stream": True,
}
ZENDESK_CSV = (
    '"Summation column","Id","Requester","Group","Subject","Status","Priority","Via","Ticket type",'
    '"Created at","Solved at","First reply time in minutes"\n'
    '1,35436,A,"North","Hello, you",Closed,High,Web Form,Question,2026-09-01 09:00,'
    "2026-09-02 10:30,95\n"
    "1,35437,B,North,Hi,Open,-,Phone Call (Outbound),-,2026-09-01 09:10,,\n"
)
FRESHDESK = (
    "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,"
    "Resolved time,Closed time,Last update time,Initial response time\n"
    "71,Hello,Closed,High,Portal,Question,No Agent,North,2026-09-01 09:00:00,2026-09-03 09:00:00,"
    "2026-09-02 10:30:00,2026-09-05 10:30:00,2026-09-05 10:30:00,2026-09-01 10:35:00\n"
    "72,Hi,Open,Low,Outbound Email,,No Agent,North,2026-09-01 09:10:00,2026-09-03 09:00:00,,,,\n"
)
ZAMMAD = [
    {
        "id": 1,
        "number": "65001",
        "group": "Users",
        "priority": "2 normal",
        "state": "closed",
        "created_at": "2026-09-01T09:00:00.123Z",
        "first_response_at": "2026-09-01T10:35:00.000Z",
        "close_at": "2026-09-02T10:30:00.000Z",
        "create_article_type": "web",
    },
    {
        "id": 2,
        "number": "65002",
        "group": "Users",
        "priority": "2 normal",
        "state": "merged",
        "created_at": "2026-09-01T09:10:00.123Z",
        "first_response_at": None,
        "close_at": None,
        "create_article_type": "email",
    },
]
CHATWOOT = {
    "data": {
        "meta": {"all_count": 2},
        "payload": [
            {
                "id": 12,
                "created_at": 1788253200,
                "first_reply_created_at": 1788258900,
                "status": "resolved",
                "priority": None,
                "meta": {"channel": "Channel::WebWidget"},
                "messages": [{"id": 1}],
            },
            {
                "id": 13,
                "created_at": 1788253800,
                "first_reply_created_at": 0,
                "status": "open",
                "priority": "urgent",
                "meta": {"channel": "Channel::Email"},
                "messages": [],
            },
        ],
    }
}
REPORTING = (
    "id,name,value,conversation_id,event_start_time,event_end_time\n"
    "1,first_response,5700,12,2026-09-01 09:00:00 UTC,2026-09-01 10:35:00 UTC\n"
    "2,conversation_resolved,91800,12,2026-09-01 09:00:00 UTC,2026-09-02 10:30:00 UTC\n"
)
FRAPPE = (
    '"ID","Subject","Status","Priority","Ticket Type","Team","Opening Date","Opening Time",'
    '"First Responded On","Resolution Date","Resolution By","Via Customer Portal","Ticket Merged"\n'
    '"311","Hello","Closed","High","Question","North","2026-09-01","09:00:00.123456",'
    '"2026-09-01 10:35:00","2026-09-02 10:30:00","2026-09-03 09:00:00","1","0"\n'
    '"312","Hi","Closed","Low","Question","North","2026-09-01","9:10:00","","","","0","1"\n'
)
OSTICKET = (
    "\ufeffTicket Number;Date Created;Subject;From;Priority;Department;Help Topic;Source;"
    "Current Status;Last Updated;SLA Due Date;Closed Date;Merged\n"
    "482913;2026-09-01 09:00:00;Hello;A;High;Support;Question;Web;Closed;;2026-09-03 09:00:00;"
    "2026-09-02 10:30:00;0\n"
    "482914;2026-09-01 09:10:00;Hi;B;Low;Support;Question;Email;Closed;;;;1\n"
)
INCIDENTS = (
    '"sys_id","number","opened_at","resolved_at","closed_at","contact_type","category","priority",'
    '"assignment_group"\n'
    '"a1","INC0010001","2026-09-01 09:00:00","2026-09-02 10:30:00","2026-09-07 10:30:00",'
    '"Self-service","Question","2 - High","North"\n'
    '"a2","INC0010002","2026-09-01 09:10:00","","","Email","Question","4 - Low","North"\n'
)
AUDIT = (
    '"tablename","documentkey","fieldname","oldvalue","newvalue","sys_created_on"\n'
    '"incident","a1","state","1","2","2026-09-01 09:05:00"\n'
    '"incident","a1","assigned_to","","x","2026-09-01 09:06:00"\n'
    '"incident","a1","state","2","3","2026-09-01 10:35:00"\n'
    '"incident","a1","state","3","2","2026-09-02 08:00:00"\n'
    '"incident","a1","state","2","6","2026-09-02 10:30:00"\n'
    '"incident","a1","state","6","7","2026-09-07 10:30:00"\n'
)
JIRA = (
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Resolution,Created,Updated,"
    "Resolved,Custom field (Time to resolution),Custom field ([CHART] Date of First Response),"
    "Comment,Comment\n"
    "Hello,HD-7,10007,Question,Closed,HD,High,Done,01/Sep/26 9:00 AM,02/Sep/26 10:30 AM,"
    '02/Sep/26 10:30 AM,-0:45,01/Sep/26 10:35 AM,"01/Sep/26 10:35 AM;x;Hello\nthere",\n'
    "Hi,HD-8,10008,Question,Closed,HD,Low,Duplicate,01/Sep/26 9:10 AM,,,,,,\n"
)


def change(time: str, before: str, after: str, field: str = "status") -> dict[str, Any]:
    return {
        "created": f"2026-09-{time}.000+0000",
        "items": [{"field": field, "fromString": before, "toString": after}],
    }


JIRA_JSON = {
    "expand": "schema",
    "issues": [
        {
            "key": "HD-7",
            "fields": {
                "created": "2026-09-01T11:00:00.000+0200",
                "resolutiondate": "2026-09-02T10:30:00.000+0000",
                "issuetype": {"name": "Question"},
                "priority": {"name": "High"},
                "project": {"key": "HD"},
                "resolution": {"name": "Done"},
                "comment": {
                    "comments": [
                        {
                            "created": "2026-09-01T10:35:00.000+0000",
                            "jsdPublic": True,
                            "author": {"accountType": "atlassian"},
                        },
                        {
                            "created": "2026-09-01T10:40:00.000+0000",
                            "jsdPublic": False,
                            "author": {"accountType": "atlassian"},
                        },
                    ]
                },
            },
            "changelog": {
                "histories": [
                    change("01T09:05:00", "Open", "In Progress"),
                    change("01T09:06:00", "", "x", "assignee"),
                    change("01T10:35:00", "In Progress", "Waiting for customer"),
                    change("02T08:00:00", "Waiting for customer", "In Progress"),
                    change("02T10:30:00", "In Progress", "Resolved"),
                ]
            },
        },
        {
            "key": "HD-8",
            "fields": {"created": "2026-09-01T09:10:00.000+0000", "resolutiondate": None},
            "changelog": {"histories": []},
        },
    ],
}
MESSAGES = (
    "Client ID,Date,Time,Direction,Type,Location\n"
    "c1,01/09/2026,09:00,Inbound,SMS,North\n"
    "c1,01/09/2026,10:35,Outbound,SMS,North\n"
    "c2,01/09/2026,09:10,Inbound,Email,North\n"
)
APPOINTMENTS = (
    "Client ID,Date,Start Time,End Time,Status\n"
    "c1,02/09/2026,10:30,11:00,Completed\nc1,09/09/2026,10:30,11:00,Confirmed\n"
)
VISITS = ("回访编号", "客户名称", "创建时间", "回访时间", "回访形式", "客户满意度", "客户反馈")
CALLS = (
    "call_record_id,start_time,answer_time,end_time,state,type\n"
    "501,2026-09-01 17:00:00,2026-09-01 17:00:12,2026-09-01 17:03:00,2,1\n"
    "502,2026-09-01 17:10:00,NULL,2026-09-01 17:10:40,3,1\n"
    "503,2026-09-01 17:20:00,2026-09-01 17:20:05,2026-09-01 17:21:00,2,0\n"
)


def written(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        (folder / name).write_text(text, encoding="utf-8")


def told(case: Case) -> list[tuple[str, str]]:
    return [
        (f"{datetime.fromtimestamp(event.at, UTC):%d %H:%M}", event.kind.value)
        for event in case.events
    ]


def cases(history: History) -> dict[str, Case]:
    columns = history.columns
    if columns is None:
        return {case.id: case for case in history.cases}
    return {columns.ids[row]: columns.case(row) for row in range(len(columns))}


OPENED, REPLIED = ("01 09:00", "opened"), ("01 10:35", "reply")
RESOLVED = ("02 10:30", "resolved")
PLAIN = [OPENED, REPLIED, RESOLVED]
WAITED = [
    OPENED,
    ("01 10:35", "waiting"),
    ("02 08:00", "resumed"),
    RESOLVED,
]
EXPORTS: dict[str, tuple[dict[str, Any], str, list[tuple[str, str]], str | None]] = {
    "zendesk": ({"tickets.json": ZENDESK}, "35436", PLAIN, "web_form"),
    "zendesk-csv": ({"tickets.csv": ZENDESK_CSV}, "35436", PLAIN, "web_form"),
    "zendesk-events": (
        {"ticket_metric_events.json": METRIC_EVENTS, "tickets.json": ZENDESK},
        "35436",
        [
            OPENED,
            REPLIED,
            ("01 10:35", "waiting"),
            ("02 08:00", "customer_message"),
            ("02 08:00", "resumed"),
            RESOLVED,
            ("03 07:00", "reopened"),
        ],
        "web_form",
    ),
    "freshdesk": (
        {"tickets.csv": FRESHDESK},
        "71",
        [*PLAIN, ("05 10:30", "closed")],
        "web_form",
    ),
    "zammad": ({"tickets.json": ZAMMAD}, "65001", PLAIN, "web_form"),
    "chatwoot": (
        {"conversations.json": CHATWOOT, "reporting_events.csv": REPORTING},
        "12",
        PLAIN,
        "chat",
    ),
    "frappe-helpdesk": ({"HD Ticket.csv": FRAPPE}, "311", PLAIN, "web_form"),
    "osticket": ({"tickets.csv": OSTICKET}, "482913", [OPENED, RESOLVED], "web_form"),
    "servicenow": (
        {"incident.csv": INCIDENTS, "sys_audit.csv": AUDIT},
        "a1",
        [*WAITED, ("07 10:30", "closed")],
        "web_form",
    ),
    "jira": ({"issues.csv": JIRA}, "HD-7", PLAIN, None),
    "jira-changelog": (
        {"issues.json": JIRA_JSON},
        "HD-7",
        [OPENED, ("01 10:35", "waiting"), REPLIED, ("02 08:00", "resumed"), RESOLVED],
        None,
    ),
    "zanda": (
        {"messages.csv": MESSAGES, "appointments.csv": APPOINTMENTS},
        "c1",
        [OPENED, REPLIED, ("02 10:30", "update")],
        "text",
    ),
    "wukong-calls": (
        {"calls.csv": CALLS},
        "501",
        [("01 09:00", "opened"), ("01 09:00", "answered"), ("01 09:03", "closed")],
        "phone",
    ),
}
FOLDERS = {"zendesk-events", "chatwoot", "servicenow", "zanda"}


@pytest.mark.parametrize("name", EXPORTS)
def test_a_ready_map_reads_an_export_of_its_system(tmp_path: Path, name: str) -> None:
    files, case_id, expected, channel = EXPORTS[name]
    written(tmp_path, files)
    path = tmp_path if name in FOLDERS else tmp_path / next(iter(files))
    history = load(path, ready_map(name))
    case = cases(history)[case_id]
    assert expected == told(case)
    assert channel == case.channel
    assert [one for one in history.problems if one.severity.value != "info"] == []


def test_every_channel_of_a_map_and_of_a_guess_is_one_that_a_policy_can_name() -> None:
    known = {*ENGLISH.words("echo.channel_names"), "fax", "referral", "other"}
    files = [*(ROOT / "src/goodword/history/maps").glob("*.toml")]
    files += (ROOT / "examples/maps").glob("*.toml")
    named = {path.name: set(channels_of(tomllib.loads(path.read_text("utf-8")))) for path in files}
    words = tomllib.loads((ROOT / "src/goodword/history/guess/words.toml").read_text("utf-8"))
    named["guess"] = set(words["channel"])
    assert {name: found - known for name, found in named.items() if found - known} == {}


def channels_of(table: dict[str, Any]) -> Iterator[str]:
    yield from table.get("values", {}).get("channel", {}).values()
    for also in table.get("also", ()):
        yield from channels_of(also)


def test_return_visits_in_an_old_workbook_with_chinese_headings_are_read(tmp_path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("回访")
    rows = [
        VISITS,
        ("HF-1", "某公司", "2026-09-01 17:00:00", "2026-09-02 18:30:00", "电话", "很满意", "好"),
        ("HF-2", "某公司", "2026-09-01 17:10:00", "", "微信", "", ""),
    ]
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write(at, column, text)
    book.save(str(tmp_path / "回访.xls"))
    read = cases(load(tmp_path / "回访.xls", ready_map("wukong")))
    assert told(read["HF-1"]) == [OPENED, RESOLVED]
    assert (read["HF-1"].channel, read["HF-1"].kind) == ("phone", "very_satisfied")
    assert (read["HF-2"].channel, read["HF-2"].kind) == ("chat", None)


def test_our_own_work_and_void_tickets_are_left_out(tmp_path: Path) -> None:
    expected = {
        "zendesk": {"void": 1},
        "zendesk-csv": {"own_work": 1},
        "freshdesk": {"own_work": 1},
        "zammad": {"void": 1},
        "frappe-helpdesk": {"void": 1},
        "osticket": {"void": 1},
        "jira": {"void": 1},
        "wukong-calls": {"own_work": 1},
    }
    found = {}
    for name in expected:
        written(tmp_path, EXPORTS[name][0])
        found[name] = dict(load(tmp_path / next(iter(EXPORTS[name][0])), ready_map(name)).left_out)
    assert expected == found


def test_a_local_time_is_read_in_the_zone_that_is_given(tmp_path: Path) -> None:
    written(tmp_path, EXPORTS["jira"][0])
    history = load(tmp_path / "issues.csv", ready_map("jira"), zone="Australia/Melbourne")
    opened = cases(history)["HD-7"].opened_at
    local = datetime.fromtimestamp(opened, ZoneInfo("Australia/Melbourne"))
    assert f"{local:%d %H:%M}" == "01 09:00"


def test_what_a_recorded_due_time_says_is_kept(tmp_path: Path) -> None:
    for name in ("freshdesk", "frappe-helpdesk", "osticket"):
        written(tmp_path, EXPORTS[name][0])
        columns = load(tmp_path / next(iter(EXPORTS[name][0])), ready_map(name)).columns
        assert columns is not None
        assert columns.due is not None
        assert f"{datetime.fromtimestamp(columns.due[0], UTC):%d %H:%M}" == "03 09:00"


def test_a_column_that_an_export_may_do_without_is_said_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tickets.csv"
    path.write_text("Ticket ID,Created time,Resolved time\n1,2026-09-01 09:00:00,\n")
    history = load(path, ready_map("freshdesk"))
    assert (len(history), dict(history.counts)) == (1, {"column-not-there": 1})
    path.write_text("Ticket ID,Resolved time\n1,\n")
    with pytest.raises(Exception, match='no column "Created time", which map freshdesk names'):
        load(path, ready_map("freshdesk"))


def test_a_second_file_that_is_not_there_is_said_and_the_first_is_read(tmp_path: Path) -> None:
    written(tmp_path, {"incident.csv": INCIDENTS})
    history = load(tmp_path / "incident.csv", ready_map("servicenow"))
    assert told(cases(history)["a1"]) == [OPENED, RESOLVED, ("07 10:30", "closed")]
    assert dict(history.counts) == {"file-not-there": 1}


def test_every_ready_map_says_where_it_comes_from_and_has_an_export_here() -> None:
    assert {one.name for one in ready_maps()} == {*EXPORTS, "wukong"}
    for one in ready_maps():
        assert one.title
        assert one.source
        assert one.confidence.split(",")[0].split(" ")[0].rstrip(":") in {"high", "medium", "low"}
        assert datetime.fromisoformat(one.seen_on)


def test_the_reference_names_every_ready_map() -> None:
    page = (ROOT / "docs/reference/column-maps.md").read_text("utf-8")
    assert [one.name for one in ready_maps() if f"`{one.name}`" not in page] == []


def test_a_name_that_is_no_map_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError, match='Is "zendesk" meant'):
        ready_map("zendes")
    with pytest.raises(UnknownNameError, match=r"chatwoot, frappe-helpdesk, freshdesk, jira"):
        ready_map("hubspot")


def test_the_command_line_takes_a_ready_map_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, EXPORTS["zammad"][0])
    policy = str(ROOT / "examples" / "riverside" / "policy.md")
    assert main(["replay", policy, str(tmp_path / "tickets.json"), "--map", "zammad"]) == 0
    assert "2 rows, 1 cases judged" in capsys.readouterr().out
    assert main(["replay", policy, str(tmp_path / "tickets.json"), "--map", "zamad"]) == 2
    assert 'Is "zammad" meant?' in capsys.readouterr().err


def test_the_maps_are_listed_and_printed_to_be_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["maps"]) == 0
    assert "zendesk: Zendesk tickets, JSON" in capsys.readouterr().out
    assert main(["maps", "jira"]) == 0
    assert 'case = "Issue key"' in capsys.readouterr().out
    assert main(["maps", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(ready_maps())
    assert main(["maps", "none"]) == 2


def test_an_export_is_inspected_through_a_ready_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, EXPORTS["zendesk"][0])
    code = main(["history", "inspect", str(tmp_path / "tickets.json"), "--map", "zendesk"])
    assert code in (0, 1)
    assert "metric_set.solved_at" in capsys.readouterr().out
