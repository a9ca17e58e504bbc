"""Every command that reads a policy answers a bad file with its place, and never with a crash."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goodword.cli import main

ROOT = Path(__file__).parents[2]
CASES = str(ROOT / "examples" / "histories" / "riverside-cases.csv")
COMMANDS = {
    "read": (),
    "check": (),
    "echo": (),
    "due": ("--channel", "email"),
    "ask": ("may I refund $80?",),
    "decide": ("--role", "receptionist", "--action", "refund", "--amount", "80"),
    "replay": (CASES,),
}
BAD = {
    "empty": (b"", "empty", {1, 2}),
    "blank": (b" \n\t\n", "empty", {1, 2}),
    "binary": (b"PK\x03\x04\x00\x00", "there is a NUL byte at byte 5", {2}),
    "Latin-1": (b"We are open.\nCaf\xe9\n", "line 2, column 4: a character there", {2}),
    "UTF-16": ("We reply.".encode("utf-16"), "there is a NUL byte", {2}),
    "10 MB": (b"We reply. " * 1_048_576, "is larger than 5 MB", {2}),
    "no text": (b"\x01\x02\x03\x04 abc\n" * 50, "does not look like text", {0, 1, 2}),
}


Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command and returns its code and all that it said."""

    def run(*words: str, sent: bytes = b"") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sent)))
        code = main(words)
        assert code in {0, 1, 2}
        shown = capsys.readouterr()
        return code, " ".join((shown.out + shown.err).split())

    return run


def in_a_process(*words: str, sent: bytes = b"", **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "goodword.cli", *words],
        input=sent,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, " ".join((done.stdout + done.stderr).decode().split())


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_file_is_answered_with_its_place(
    run: Run, command: str, name: str, tmp_path: Path
) -> None:
    content, phrase, codes = BAD[name]
    path = tmp_path / "policy.md"
    path.write_bytes(content)
    code, said = run(command, str(path), *COMMANDS[command])
    assert code in codes
    if command != "echo" or code == 2:
        assert phrase in said
        assert str(path) in said


@pytest.mark.parametrize("command", ["check", "ask"])
def test_standard_input_is_called_so(command: str) -> None:
    code, said = in_a_process(command, "-", *COMMANDS[command], sent=b"\x00")
    assert code == 2
    assert "standard input is not a text" in said


@pytest.mark.parametrize("command", ["due", "ask", "decide", "replay"])
def test_an_empty_policy_is_not_run_as_if_it_said_nothing(
    run: Run, command: str, tmp_path: Path
) -> None:
    path = tmp_path / "policy.md"
    path.write_bytes(b"")
    code, said = run(command, str(path), *COMMANDS[command])
    assert code == 2
    assert "Begin with a sentence such as" in said


def test_a_policy_without_hours_says_so_at_its_promise(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text("# Care\n\nWe reply to every email within 4 working hours.\n")
    code, said = run("due", str(path), "--channel", "email")
    assert code == 1
    assert "names no opening hours" in said
    assert "Our opening hours are Monday to Friday" in said
    assert "names no opening hours" in run("replay", str(path), CASES)[1]
    assert run("check", str(path))[0] == 1


def test_two_files_from_one_standard_input_are_refused(run: Run) -> None:
    code, said = run("replay", "-", "-", sent=b"x")
    assert code == 2
    assert "Standard input can be only one of the files" in said


def test_output_that_cannot_show_a_character_does_not_stop() -> None:
    policy = str(ROOT / "examples" / "riverside" / "policy.md")
    assert in_a_process("read", policy, PYTHONIOENCODING="ascii")[0] == 0
    assert in_a_process("ask", policy, "’“ \udcff 🍵", PYTHONIOENCODING="ascii")[0] == 0


@pytest.mark.parametrize("words", ["", "   ", "x" * 5_000])
def test_a_question_without_words_or_without_end_is_refused(run: Run, words: str) -> None:
    code, said = run("ask", str(ROOT / "examples" / "riverside" / "policy.md"), words)
    assert code == 2
    assert "The question has" in said
