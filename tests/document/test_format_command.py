"""`goodword format`: writes in place, or only looks."""

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from goodword.cli import main

UNTIDY = "Cafe\n====\nWe  reply to email within 2 days.\n"
TIDY = "# Cafe\n\nWe reply to email within 2 days.\n"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.md"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_a_policy_is_written_in_place(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", str(policy)]) == 0
    assert policy.read_text(encoding="utf-8") == TIDY
    assert "What it says is the same" in capsys.readouterr().out


def test_check_writes_nothing_and_says_which_file_is_not_tidy(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["format", "--check", str(policy)]) == 1
    assert policy.read_text(encoding="utf-8") == UNTIDY
    assert f"goodword format {policy}" in capsys.readouterr().err


def test_a_tidy_file_passes_the_check(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy.write_text(TIDY, encoding="utf-8")
    assert main(["format", "--check", str(policy)]) == 0
    assert capsys.readouterr().err == ""


def test_diff_shows_what_would_change(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "--diff", str(policy)]) == 1
    assert policy.read_text(encoding="utf-8") == UNTIDY
    assert "+# Cafe" in capsys.readouterr().out


def test_input_comes_out_tidy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(UNTIDY.encode())))
    assert main(["format", "-"]) == 0
    assert capsys.readouterr().out == TIDY


def test_a_file_that_may_not_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["format", str(tmp_path / "gone.md")]) == 2
    assert "There is no file" in capsys.readouterr().err
