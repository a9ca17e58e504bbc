"""`goodword history inspect` in a terminal: answers, maps, and what it survives."""

import json
import random
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.cli import main
from goodword.errors import GoodwordError
from goodword.history.inspect import inspect
from tests.history.inspect.invented import NOW, honest, write
from tests.history.inspect.trap_exports import log, moved

POLICY = "examples/riverside/policy.md"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["history", "inspect", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_an_honest_export_is_shown_with_its_map_and_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "export.csv", honest())
    code, out, _ = run(capsys, str(path), "--at", "2026-07-25")
    assert code == 0
    for said in (
        "one row a case; 1,500 rows, 8 columns",
        "Ticket",
        "the case: by its heading, and each value stands once",
        "Case T-10000: opened Mon 2 Feb 2026",
        "busiest ",
        "Nothing was found that would lead figures astray.",
        'opened = "Created"',
        f"goodword history inspect {path} --write-map map.toml",
        f"goodword replay policy.md {path} --map map.toml",
    ):
        assert said in out


def test_the_map_that_is_saved_works_for_inspect_and_replay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    path = write(tmp_path / "export.csv", honest(200))
    saved = tmp_path / "map.toml"
    assert run(capsys, str(path), "--at", "2026-07-25", "--write-map", str(saved))[0] == 0
    code, out, _ = run(capsys, str(path), "--map", str(saved), "--at", "2026-07-25")
    assert (code, "The map" in out, "first response (by the map)" in out) == (0, False, True)
    policy = str(root / POLICY)
    assert main(["replay", policy, str(path), "--map", str(saved), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["cases"] == 200


def test_a_map_is_never_written_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "export.csv", honest(60))
    saved = tmp_path / "map.toml"
    saved.write_text("mine", "utf-8")
    code, _, err = run(capsys, str(path), "--write-map", str(saved))
    assert (code, saved.read_text("utf-8")) == (2, "mine")
    assert "exists already" in err


def test_a_trap_that_would_make_figures_wrong_makes_the_exit_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, str(write(tmp_path / "export.csv", moved(10))))
    assert code == 1
    for said in ("would make figures wrong:", "For figures:", "What to do:", 'zone = "UTC"'):
        assert said in out


def test_everything_is_there_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "export.csv", moved(10))
    code, out, _ = run(capsys, str(path), "--json", "--at", "2026-07-25")
    answer = json.loads(out)
    assert (code, answer["is_wrong"], answer["rows"], answer["shape"]) == (1, True, 1500, "cases")
    assert [trap["code"] for trap in answer["traps"]] == ["shifted-zone"]
    assert len(answer["activity"]["opened"]) == 7
    assert {one["heading"]: one["taken_for"] for one in answer["columns"]}["Solved"] == "resolved"
    assert 'resolved = "Solved"' in answer["map"]


def test_a_policy_tells_which_promises_and_channels_do_not_meet_the_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], root: Path
) -> None:
    path = write(tmp_path / "export.csv", honest(100))
    _, out, _ = run(capsys, str(path), "--policy", str(root / POLICY), "--json")
    codes = [trap["code"] for trap in json.loads(out)["traps"]]
    assert "unmeasured" in codes
    policy = tmp_path / "policy.md"
    policy.write_text(
        "# Ours\n\nWe are open Monday to Friday, 9am to 5pm, Europe/London.\n\n"
        "We reply to every email within 4 working hours.\n",
        "utf-8",
    )
    _, out, _ = run(capsys, str(path), "--policy", str(policy), "--json")
    told = [trap for trap in json.loads(out)["traps"] if trap["code"] == "undeclared-channels"]
    assert ['"phone"' in trap["message"] for trap in told] == [True]


def test_a_log_is_shown_as_cases_with_their_events(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, str(write(tmp_path / "log.csv", log())))
    assert code == 0
    assert "a log: one row an event of a case" in out
    assert "Case INC7000: opened Mon 2 Feb 2026" in out
    assert 'waiting = ["Awaiting customer"]' in out


def test_an_export_may_come_by_standard_input(tmp_path: Path, root: Path) -> None:
    path = write(tmp_path / "export.csv", honest(60))
    shown = subprocess.run(
        [sys.executable, "-m", "goodword.cli", "history", "inspect", "-"],
        input=path.read_bytes(),
        capture_output=True,
        check=True,
        env={"PYTHONPATH": str(root / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    assert "standard input: one row a case; 60 rows" in shown.stdout.decode()


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 2, "is empty"),
        (b"\x00\x01\x02" * 50, 2, "NUL"),
        (b"one\n1\n2\n", 1, "No map can be made"),
        (b"name,amount\nAnn,3\nBob,4\n", 1, "No map can be made"),
        (b"case,opened\n", 1, "No map can be made"),
        (b"2026-09-04 16:30:00,T-1\n2026-09-04 16:31:00,T-2\n", 1, "have no headings"),
        (b'case,opened\n"1,2026-09-04 16:30:00\n', 1, ""),
        (b"\xef\xbb\xbfcase;opened\n1;2026-09-04 16:30:00\n", 0, "one row a case"),
    ],
    ids=[
        "empty",
        "binary",
        "one column",
        "no dates",
        "headings alone",
        "no headings",
        "quote",
        "bom",
    ],
)
def test_odd_files_get_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, code: int, said: str
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    got, out, err = run(capsys, str(path))
    assert (got, said in out + err) == (code, True)


def test_lines_above_the_headings_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "export.csv", honest(60))
    path.write_text("Export of our tickets\n\n" + path.read_text("utf-8"), "utf-8")
    code, out, err = run(capsys, str(path))
    assert code == 1
    assert "headings" in out + err


def test_an_unknown_zone_and_an_unknown_file_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "export.csv", honest(20))
    assert run(capsys, str(path), "--zone", "Mars/Olympus")[0] == 2
    assert run(capsys, str(tmp_path / "nowhere.csv"))[0] == 2


def test_control_characters_reach_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = honest(60)
    for row in rows:
        row["Channel"] = "\x1b[31mmail"
        row["\x1b]0;title\x07"] = "x"
    _, out, err = run(capsys, str(write(tmp_path / "export.csv", rows)))
    assert "\x1b" not in out + err


CELLS = st.one_of(
    st.sampled_from(
        ["", "?", "2026-09-04", "2026-09-04 16:30:00", "04/09/2026 4:30 PM", "9999-12-31", "1",
         "Web", "resolved", "closed", "true", "0", "-1", "1e400", "43831.5",
         "1512345678", "16:30", "nan"]
    ),
    st.text(max_size=9),
)  # fmt: skip
HEADINGS = st.one_of(
    st.sampled_from(
        ["id", "case", "opened", "closed", "Resolved at", "status", "channel", "time", "due", "sla",
         "timestamp", "event", "Date", "priority", "type"]
    ),
    st.text(max_size=6),
)  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    headings=st.lists(HEADINGS, min_size=1, max_size=6, unique=True),
    rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), max_size=12),
    delimiter=st.sampled_from(",;\t"),
    ragged=st.booleans(),
)
def test_any_table_gets_an_answer_or_a_refusal(
    tmp_path: Path, headings: list[str], rows: list[list[str]], delimiter: str, *, ragged: bool
) -> None:
    width = len(headings)
    lines = [headings, *[row if ragged else row[:width] for row in rows]]
    text = "\n".join(delimiter.join(cell.replace("\n", " ") for cell in line) for line in lines)
    path = tmp_path / "fuzz.csv"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        inspection = inspect(path, now=NOW)
    except GoodwordError:
        return
    assert inspection.rows >= 0


@pytest.mark.parametrize("seed", range(6))
def test_any_bytes_get_an_answer_or_a_refusal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    path = tmp_path / "noise"
    path.write_bytes(random.Random(seed).randbytes(4000))  # noqa: S311 - only noise
    code, _, err = run(capsys, str(path))
    assert (code in (0, 1, 2), "Traceback" in err) == (True, False)


def test_what_is_shown_can_be_written_in_any_encoding(tmp_path: Path) -> None:
    path = write(tmp_path / "export.csv", honest(60))
    narrow = TextIOWrapper(BytesIO(), "ascii")
    kept, sys.stdout = sys.stdout, narrow
    try:
        assert main(["history", "inspect", str(path)]) == 0
    finally:
        sys.stdout = kept
    assert narrow.encoding == "ascii"
