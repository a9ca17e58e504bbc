"""Every command that reads a policy answers a bad file with its place, and never with a crash."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def run(*words: str, sent: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "goodword.cli", *words],
        input=sent,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 1, 2}
    return done


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join((done.stdout + done.stderr).decode().split())


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_bad_file_is_answered_with_its_place(command: str, name: str, tmp_path: Path) -> None:
    content, phrase, codes = BAD[name]
    path = tmp_path / "policy.md"
    path.write_bytes(content)
    done = run(command, str(path), *COMMANDS[command])
    assert done.returncode in codes
    if command != "echo" or done.returncode == 2:
        assert phrase in said(done)
        assert str(path) in said(done)


@pytest.mark.parametrize("command", ["check", "ask"])
def test_standard_input_is_called_so(command: str) -> None:
    done = run(command, "-", *COMMANDS[command], sent=b"\x00")
    assert done.returncode == 2
    assert "standard input is not a text" in said(done)


@pytest.mark.parametrize("command", ["due", "ask", "decide", "replay"])
def test_an_empty_policy_is_not_run_as_if_it_said_nothing(command: str, tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_bytes(b"")
    done = run(command, str(path), *COMMANDS[command])
    assert done.returncode == 2
    assert "Begin with a sentence such as" in said(done)


def test_a_policy_without_hours_says_so_at_its_promise(tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text("# Care\n\nWe reply to every email within 4 working hours.\n")
    due = run("due", str(path), "--channel", "email")
    assert due.returncode == 1
    assert "names no opening hours" in said(due)
    assert "Our opening hours are Monday to Friday" in said(due)
    assert "names no opening hours" in said(run("replay", str(path), CASES))
    assert run("check", str(path)).returncode == 1


def test_two_files_from_one_standard_input_are_refused() -> None:
    done = run("replay", "-", "-", sent=b"x")
    assert done.returncode == 2
    assert "Standard input can be only one of the files" in said(done)


def test_output_that_cannot_show_a_character_does_not_stop() -> None:
    policy = str(ROOT / "examples" / "riverside" / "policy.md")
    assert run("read", policy, PYTHONIOENCODING="ascii").returncode == 0
    assert run("ask", policy, "’“ \udcff 🍵", PYTHONIOENCODING="ascii").returncode == 0


@pytest.mark.parametrize("words", ["", "   ", "x" * 5_000])
def test_a_question_without_words_or_without_end_is_refused(words: str) -> None:
    done = run("ask", str(ROOT / "examples" / "riverside" / "policy.md"), words)
    assert done.returncode == 2
    assert "The question has" in said(done)
