"""The command line's door: help, version, what is not there, and a reader who leaves early."""

import subprocess
import sys
from pathlib import Path

import pytest

from goodword.cli import COMMANDS, main


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []


def test_no_word_at_all_shows_what_there_is_and_did_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "goodword COMMAND" in capsys.readouterr().out


def test_a_command_that_is_not_there_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["chekc"]) == 2
    told = capsys.readouterr().err
    assert 'There is no command "chekc".' in told
    assert "check" in told


@pytest.mark.parametrize("words", [["--help"], ["read", "examples/riverside/policy.md"]])
def test_a_reader_who_leaves_early_is_no_error(root: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "goodword.cli", *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert (process.returncode, told) == (0, "")
