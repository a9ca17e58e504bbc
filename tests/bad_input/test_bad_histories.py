"""A history or a column map that makes no sense is answered with its place and a next step."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from goodword.cli import main
from goodword.errors import GoodwordError
from goodword.history.column_map import read_column_map

ROOT = Path(__file__).parents[2]
POLICY = str(ROOT / "examples" / "riverside" / "policy.md")
HEAD = "case,opened,first_response,resolved,channel\n"
ROW = "1,2026-09-04 16:30,2026-09-05 11:30,,email\n"
NEEDED = '[columns]\ncase = "case"\nopened = "opened"\n'
LOG = 'shape = "events"\n[columns]\ncase = "case"\nat = "a"\nevent = "b"\n'
CUT_LOG = """<log><trace><string key="concept:name" value="1"/><event>
<date key="time:timestamp" value="2026-09-04T16:30:00Z"/>
<string key="concept:name" value="a"/></event><event>"""
MANY = "".join(f"{row},2026-09-04 16:30,2026-09-05 11:30,,email\n" for row in range(50_000))
REFUSED = {
    "empty": (b"", "is empty"),
    "binary": (bytes(range(256)) * 10, "there is a NUL byte at byte 1"),
    "no headings": (b"hello\nworld\n", 'no column "opened". The columns are: hello.'),
    "a heading only": (HEAD.encode(), "holds no case that could be read"),
    "mixed up": ((HEAD + "2026-09-04,1,email,,\n" * 9).encode(), "Are the columns mixed up"),
    "no such dates": ((HEAD + "1,2026-02-30,,,email\n").encode(), "is no date that exists"),
    "cut off": (gzip.compress(HEAD.encode())[:12], "ends in the middle"),
    "damaged": (gzip.compress(HEAD.encode()) + b"x" * 99, "is damaged"),
    "a list of no cases": (b'[{"case": "1"}]', 'no column "opened". The columns are: case.'),
}
TOLD = {
    "a date": (HEAD + ROW + "2,2026-02-30,,,email\n", 'line 3, column "opened"'),
    "a date in 9999": (
        HEAD + ROW + "2,9999-12-31 16:30,,,email\n",
        '"9999-12-31 16:30" is not in the years 1901 to 2199',
    ),
    "a reply in 9999": (
        HEAD + ROW + "2,2026-09-04 16:30,9999-12-31 23:59,,email\n",
        'line 3, column "first_response": warning: "9999-12-31 23:59" is not in the years',
    ),
    "a zone that does not exist": (
        HEAD + ROW + "2,2026-09-04 16:30 Mars/Base,,,email\n",
        'names a zone that I do not know: "Mars/Base"',
    ),
    "a zone that could be several": (
        HEAD + ROW + "2,2026-09-04 16:30 IST,,,email\n",
        'names a zone that I do not know: "IST"',
    ),
    "a JSON document cut off": (
        '[{"case":"1","opened":"2026-09-04 16:30"},\n{"case":"2","opened":"2026-',
        "What comes before it is read: records, 1 in number",
    ),
    "a JSON document broken": (
        '[{"case":"1","opened":"2026-09-04 16:30"},\n{"case":"2" "opened"}]' + " " * 50,
        "line 2: error: The JSON breaks off here",
    ),
    "a log cut off": (
        CUT_LOG,
        "line 3: error: The log breaks off here",
    ),
    "backwards": (HEAD + ROW + "2,2026-09-05 16:30,2026-09-04 11:30,,email\n", "line 3, column"),
    "cut off": (gzip.compress((HEAD + MANY).encode())[:-5000], "lines before it are read"),
    "half a character": ((HEAD + ROW).encode("utf-16") + b"1", "line 3"),
    "a long number": (
        '{"case":"1","opened":"2026-09-04 16:30"}\n{"case":' + "9" * 5000 + "}\n",
        "a number with thousands of digits",
    ),
    "nested": ('{"case":"1","opened":"2026-09-04 16:30"}\n' + '{"a":' * 50_000, "line 2"),
    "a long line": (HEAD + ROW + "x" * 10_000_000, "line 3"),
}
MAPS = {
    'delimiter = ";;"\n' + NEEDED: "delimiter",
    "delimiter = 5\n" + NEEDED: "delimiter",
    'zone = "Mars/Base"\n' + NEEDED: 'there is no time zone "Mars/Base"',
    'dates = "%d/%m"\n' + NEEDED: "does not write a whole date",
    'dates = "klingon"\n' + NEEDED: "does not write a whole date",
    'dates = ["%Y-%Y"]\n' + NEEDED: "does not write a whole date",
    'encoding = "klingon"\n' + NEEDED: 'there is no encoding "klingon"',
    'optional = ["case"]\n' + NEEDED: 'there is no optional column "case"',
    NEEDED + '[after]\nresolved = "x"\n': "does not say a column and a unit",
    NEEDED + '[after]\nresolved = {column = "x", unit = "years"}\n': '"minutes"',
    NEEDED + '[after]\nopened = {column = "x", unit = "hours"}\n': "no column under [after]",
    NEEDED + "[always]\nevent = 'x'\n": 'no column under [always] "event"',
    NEEDED + "[[also]]\nfile = 'x'\n": "goes with a map of events",
    LOG + '[[also]]\n[also.columns]\ncase = "case"\n': "does not say which file it speaks of",
    "list = 5\n" + NEEDED: "list should be a text",
    "colums = 3\n" + NEEDED: 'Did you mean "columns"?',
    '[columns]\ncase = "case"\nopend = "opened"\n': 'Did you mean "opened"?',
    '[columns]\ncase = 1\nopened = "opened"\n': "case below [columns] should be a text",
    '[columns]\ncase = ["a"]\nopened = "opened"\n': "should be a text",
    '[columns]\ncase = "case"\nopened = "#line"\n': 'stand for the case alone, not for "opened"',
    NEEDED + 'resolved = "nope"\n': 'there is no column "nope"',
    NEEDED + "[recorded]\ndue = 5\n": "due below [recorded] should be a text",
    NEEDED + "[states]\nwaiting = 5\n": "waiting should be a list of texts",
    NEEDED + "[values]\nchannel = 5\n": "channel should be a table",
    NEEDED + '[values.channel]\nemail = ["x"]\n': "email below [values.channel] should be a text",
    "x = " + "[" * 5000: "stand too deep in each other",
    "[columns": "is not a column map",
}


def replayed(
    capsys: pytest.CaptureFixture[str], folder: Path, content: bytes | str, *words: str
) -> tuple[int, str]:
    export = folder / "export.csv"
    export.write_bytes(content if isinstance(content, bytes) else content.encode())
    code = main(["replay", POLICY, str(export), *words])
    return code, capsys.readouterr().err


@pytest.mark.parametrize(("content", "phrase"), REFUSED.values(), ids=REFUSED)
def test_a_history_that_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes, phrase: str
) -> None:
    code, told = replayed(capsys, tmp_path, content)
    assert code == 2
    assert phrase in told
    assert "export.csv" in told
    assert "\n  " in told


@pytest.mark.parametrize(("content", "phrase"), TOLD.values(), ids=TOLD)
def test_one_broken_place_is_named_and_the_rest_is_read(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | str, phrase: str
) -> None:
    code, told = replayed(capsys, tmp_path, content)
    assert code == 1
    assert phrase in told


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_parquet_file_that_is_cut_off_is_refused_by_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, share: float
) -> None:
    whole = tmp_path / "whole.parquet"
    moment = pa.array([datetime(2026, 9, 4, 16, 30, tzinfo=UTC)] * 3000, pa.timestamp("s", "UTC"))
    parquet.write_table(pa.table({"case": [*map(str, range(3000))], "opened": moment}), whole)
    content = whole.read_bytes()
    code, told = replayed(capsys, tmp_path, content[: int(len(content) * share)])
    assert code == 2
    assert "export.csv is cut off or damaged" in told
    assert "Copy or download it again" in told


@pytest.mark.parametrize(("text", "phrase"), MAPS.items())
def test_a_map_that_cannot_be_used_is_named_with_a_next_step(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, phrase: str
) -> None:
    written = tmp_path / "map.toml"
    written.write_text(text, encoding="utf-8")
    code, told = replayed(capsys, tmp_path, HEAD + ROW, "--map", str(written))
    assert code == 2
    assert phrase in told
    assert "map.toml" in told
    assert "\n  " in told


@pytest.mark.parametrize("at", ["2026-02-30", "soon", "", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("command", ["replay", "check", "echo"])
def test_an_impossible_instant_is_refused_by_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, at: str
) -> None:
    export = tmp_path / "export.csv"
    export.write_text(HEAD + ROW)
    history = [str(export)] if command == "replay" else []
    assert main([command, POLICY, *history, "--at", at]) == 2
    assert f'--at "{at}"' in capsys.readouterr().err


def told_of(text: str) -> str:
    try:
        return read_column_map(text, path="map.toml").path
    except GoodwordError as refusal:
        return refusal.message


@given(st.text(max_size=300))
def test_no_text_makes_the_map_loader_fail(text: str) -> None:
    assert "map.toml" in told_of(text)


@given(
    st.sampled_from(["zone", "dates", "missing", "delimiter", "columns", "states", "own", "shape"]),
    st.sampled_from(["5", '"x"', "[1]", '["%d"]', "{a = 1}", "true", "1979-05-27", '"\\u0000"']),
)
def test_no_value_makes_the_map_loader_fail(key: str, value: str) -> None:
    assert "map.toml" in told_of(f"{key} = {value}\n")
