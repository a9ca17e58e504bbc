"""Public exports of many shapes load: their own headings and styles of dates, invented rows."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from goodword.history.column_map import read_column_map
from goodword.history.date_formats import parser_of
from goodword.history.history import History
from goodword.history.instants import InstantReader
from goodword.history.load import load
from goodword.history.zone_names import UnknownZoneError

NEW_YORK, PARIS = "America/New_York", "Europe/Paris"
US = 'dates = ["%m/%d/%Y %I:%M:%S %p"]\n'
CASES = '[columns]\ncase = "{}"\nopened = "{}"\nresolved = "{}"\nchannel = "{}"\n'
# The headings of each export, two rows, the map, and when the first case was opened and resolved.
SHAPES: dict[str, tuple[str, str, str, str]] = {
    "Chicago": (
        (
            "SR_NUMBER,SR_TYPE,STATUS,ORIGIN,CREATED_DATE,OWNER,CLOSED_DATE,DUPLICATE\n"
            "SR26-001,Pothole,Done,Mobile Device,07/01/2026 03:15:00 PM,,07/02/2026 09:00:00 AM,"
            "false\nSR26-002,Pothole,Completed,Internet,07/01/2026 12:00:00 AM,,,true\n"
        ),
        f'zone = "America/Chicago"\n{US}[void]\nDUPLICATE = ["true"]\n'
        + CASES.format("SR_NUMBER", "CREATED_DATE", "CLOSED_DATE", "ORIGIN"),
        "2026-07-01T20:15Z",
        "2026-07-02T14:00Z",
    ),
    "New York": (
        (
            '"Unique Key","Created Date","Closed Date","Agency","Complaint Type","Status","Due",'
            '"Open Data Channel Type"\n'
            '61001,"07/01/2026 12:05:00 AM","07/01/2026 12:35:00 PM",NYPD,"Noise ""Loud""",Closed,,'
            "ONLINE\n61002,07/01/2026 01:00:00 AM,,DOT,Pothole,Open,,PHONE\n"
        ),
        f'zone = "{NEW_YORK}"\n{US}'
        + CASES.format("Unique Key", "Created Date", "Closed Date", "Open Data Channel Type"),
        "2026-07-01T04:05Z",
        "2026-07-01T16:35Z",
    ),
    "San Francisco": (
        (
            "CaseID,Opened,Closed,Updated,Status,Category,Source\n"
            "170001,2026/07/01 03:15:02 PM,2026/07/02 09:00:00 AM,,Closed,Graffiti,Mobile/Open311\n"
        ),
        'zone = "America/Los_Angeles"\ndates = ["%Y/%m/%d %I:%M:%S %p"]\n'
        + CASES.format("CaseID", "Opened", "Closed", "Source"),
        "2026-07-01T22:15:02Z",
        "2026-07-02T16:00Z",
    ),
    "Socrata, as an interface gives it": (
        (
            '[{"service_request_id":"7","requested_datetime":"2026-07-01T09:00:00.000",'
            '"closed_date":"2026-07-02T09:30:00.000","source":"web"}\n,{"service_request_id":"8",'
            '"requested_datetime":"2026-07-01T09:10:00.000"}]\n'
        ),
        f'zone = "{NEW_YORK}"\n'
        + CASES.format("service_request_id", "requested_datetime", "closed_date", "source"),
        "2026-07-01T13:00Z",
        "2026-07-02T13:30Z",
    ),
    "A German authority": (
        (
            "Vorgang;Eingang am;Uhrzeit;Erledigt am;Kanal\n"
            "2026/1;01. Juli 2026;09:05;02. Juli 2026 10:00;Telefon\n"
        ),
        (
            'zone = "Europe/Berlin"\ndates = ["%d. %B %Y %H:%M"]\n[columns]\ncase = "Vorgang"\n'
            'opened = ["Eingang am", "Uhrzeit"]\nresolved = "Erledigt am"\nchannel = "Kanal"\n'
        ),
        "2026-07-01T07:05Z",
        "2026-07-02T08:00Z",
    ),
    "A register of complaints": (
        (
            "Complaint ID\tDate received\tDate closed\tSubmitted via\tTimely response?\n"
            "9001\t2026-07-01\t07/02/26\tWeb\tYes\n"
        ),
        f'zone = "{NEW_YORK}"\ndates = ["iso", "%m/%d/%y"]\n'
        + CASES.format("Complaint ID", "Date received", "Date closed", "Submitted via"),
        "2026-07-01T04:00Z",
        "2026-07-02T04:00Z",
    ),
    "Questions and answers, as XML": (
        (
            '<?xml version="1.0" encoding="utf-8"?>\n<posts>\n  <row Id="7" PostTypeId="1" '
            'CreationDate="2026-07-01T09:00:00.123" ClosedDate="2026-07-02T09:30:00" Tags="a"/>\n'
            '  <row Id="8" PostTypeId="1" CreationDate="2026-07-01T09:10:00.000"/>\n</posts>\n'
        ),
        CASES.format("Id", "CreationDate", "ClosedDate", "Tags"),
        "2026-07-01T09:00Z",
        "2026-07-02T09:30Z",
    ),
    "Tickets as XML": (
        (
            "<tickets><ticket><nice-id>7</nice-id>\n<created-at>2026-07-01T09:00:00+02:00</created-at>"
            "<solved-at>2026-07-02T09:30:00Z</solved-at><via><channel>web</channel></via></ticket>"
            "</tickets>"
        ),
        CASES.format("nice-id", "created-at", "solved-at", "via.channel"),
        "2026-07-01T07:00Z",
        "2026-07-02T09:30Z",
    ),
    "Numbers of a spreadsheet, with decimal commas": (
        'id;von;bis;kanal\n7;"46204,375";"46205,5";Post\n',
        'dates = "excel"\n' + CASES.format("id", "von", "bis", "kanal"),
        "2026-07-01T09:00Z",
        "2026-07-02T12:00Z",
    ),
    "Seconds and milliseconds": (
        "id|from|to|by\n7|1782896400|1782984600000|x\n",
        'dates = ["unix", "unix_ms"]\n' + CASES.format("id", "from", "to", "by"),
        "",
        "",
    ),
}
EPOCHS = SHAPES.pop("Seconds and milliseconds")


def mapped(path: Path, text: str, content: str) -> History:
    path.write_text(content, encoding="utf-8")
    # A table stands in TOML after the plain keys.
    plain = [line for line in text.splitlines() if line.startswith(("zone", "dates"))]
    tables = [line for line in text.splitlines() if line not in plain]
    return load(path, read_column_map("\n".join([*plain, *tables]), path="map.toml"))


CITIES = {
    "Chicago": "chicago-311.toml",
    "New York": "new-york-311.toml",
    "San Francisco": "san-francisco-311.toml",
}


@pytest.mark.parametrize("name", CITIES)
def test_the_example_map_of_a_city_reads_its_export(tmp_path: Path, name: str) -> None:
    content, _, opened, _ = SHAPES[name]
    (tmp_path / "export.csv").write_text(content, encoding="utf-8")
    path = Path(__file__).parents[2] / "examples" / "maps" / CITIES[name]
    history = load(
        tmp_path / "export.csv", read_column_map(path.read_text("utf-8"), path=path.name)
    )
    assert history.columns is not None
    assert history.columns.opened[0] == datetime.fromisoformat(opened).timestamp()
    assert history.columns.channel.of(0) == "web_form"
    assert {one.severity.value for one in history.problems} <= {"info"}


@pytest.mark.parametrize("name", SHAPES)
def test_an_export_of_such_a_shape_loads(tmp_path: Path, name: str) -> None:
    content, text, opened, resolved = SHAPES[name]
    history = mapped(tmp_path / "export", text, content)
    columns = history.columns
    assert columns is not None
    read = columns.opened[0], columns.instants["resolved"][0]
    assert tuple(datetime.fromisoformat(one).timestamp() for one in (opened, resolved)) == read
    assert [one for one in history.problems if one.severity.value == "error"] == []
    assert columns.channel.of(0)


def test_seconds_and_milliseconds_are_told_apart_where_both_are_named(tmp_path: Path) -> None:
    content, text, _, _ = EPOCHS
    columns = mapped(tmp_path / "a", text, content).columns
    assert columns is not None
    assert (columns.opened[0], columns.instants["resolved"][0]) == (1_782_896_400, 1_782_984_600)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("%d/%b/%y %I:%M %p", "01/Sep/26 3:15 PM", "2026-09-01T15:15"),
        ("%d/%b/%y %I:%M %p", "01/sept./26 12:15 a.m.", "2026-09-01T00:15"),
        ("%d %B %Y %H:%M", "1 août 2026 9:05", "2026-08-01T09:05"),
        ("%d de %B de %Y", "5 de março de 2026", "2026-03-05T00:00"),
        ("%d. %b. %Y", "3. März. 2026", "2026-03-03T00:00"),
        ("%d %b %Y", "7 paź 2026", "2026-10-07T00:00"),
        ("%d-%b-%Y %H.%M", "15-dic-2026 18.30", "2026-12-15T18:30"),
        ("%Y年%m月%d日 %p%I:%M", "2026年9月1日 下午3:15", "2026-09-01T15:15"),
        ("%A, %d %B %Y", "Dienstag, 1 September 2026", "2026-09-01T00:00"),
        ("%m/%d/%y", "09/01/69", "1969-09-01T00:00"),
        ("%d.%m.%Y %H:%M:%S", "1.9.2026 9:05:01.5", "2026-09-01T09:05:01"),
        ("iso", "2026-09-01T09:05:00.1234567Z", "2026-09-01T09:05:00.123456+00:00"),
        ("iso", "2026-09-01 09:05 +0200", "2026-09-01T09:05+02:00"),
        ("iso", "2026-09-01 09:05:00 UTC", "2026-09-01T09:05+00:00"),
        ("iso", "2026-09-01T09:05:00 America/New_York", "2026-09-01T09:05-04:00"),
        ("iso", "2026-09-01T09:05:00 CEST", "2026-09-01T09:05+02:00"),
        ("%Y-%m-%d %H:%M %Z", "2026-09-01 09:05 EST", "2026-09-01T09:05-05:00"),
        ("%Y-%m-%d %H:%M %z", "2026-09-01 09:05 +05:30", "2026-09-01T09:05+05:30"),
        ("%Y-%m-%d %H:%M", "2026-09-01   9:05", "2026-09-01T09:05"),
        ("excel", "46266.5", "2026-09-01T12:00"),
    ],
)
def test_a_date_is_read_as_it_is_written(form: str, text: str, expected: str) -> None:
    parse, _ = parser_of(form, ZoneInfo(PARIS))
    assert datetime.fromisoformat(expected) == parse(text)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%d/%b/%y %I:%M %p", "01/Foo/26 3:15 PM"),
        ("%d/%b/%y %I:%M %p", "01/Sep/26 13:15 PM"),
        ("%d/%m/%Y", "31/02/2026"),
        ("excel", "12"),
        ("excel", "nan"),
        ("unix", "inf"),
        ("iso", "2026-09-01 soon"),
        ("%Y-%m-%d %H:%M:%S", "2026-09-01"),
    ],
)
def test_what_is_no_date_is_none(form: str, text: str) -> None:
    assert InstantReader((form,), ZoneInfo(PARIS)).read(text) is None


def test_a_short_zone_name_means_that_of_the_maps_zone_where_it_has_one() -> None:
    in_china, in_chicago = (
        InstantReader(("iso",), ZoneInfo(zone)).read("2026-09-01 09:00 CST")
        for zone in ("Asia/Shanghai", "America/Chicago")
    )
    assert in_china == int(datetime(2026, 9, 1, 1, tzinfo=UTC).timestamp())
    assert in_chicago == int(datetime(2026, 9, 1, 15, tzinfo=UTC).timestamp())
    parse, _ = parser_of("iso", ZoneInfo(PARIS))
    with pytest.raises(UnknownZoneError):
        parse("2026-09-01 09:00 IST")
