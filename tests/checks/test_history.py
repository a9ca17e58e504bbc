"""What past cases show about a policy."""

from pathlib import Path

import pytest

from goodword.checks.from_history import evidence_of
from goodword.cli import main
from goodword.document.read import read
from goodword.history.load import load


def write(folder: Path, lines: str) -> Path:
    path = folder / "cases.csv"
    path.write_text(lines, encoding="utf-8")
    return path


def test_channels_track_records_and_what_cannot_be_judged_come_from_a_history(
    tmp_path: Path,
) -> None:
    policy = read(
        "We are open Monday to Friday, 9am to 5pm.\n\n- Email: hello@example.com\n\n"
        "We resolve every enquiry within 1 working day.\n"
        "We acknowledge every complaint within 1 working day.\n"
    ).policy
    late = "".join(
        f"{number},2026-09-01 09:00:00,2026-09-0{9 if number % 2 else 1} 10:00:00,chat,enquiry\n"
        for number in range(40)
    )
    path = write(tmp_path, f"case,opened,resolved,channel,kind\n{late}")
    evidence = evidence_of(load(path, None), policy)
    assert evidence.channels == {"chat": 40}
    resolution, acknowledge = (one.id for one in policy.clauses if "promise" in one.id)
    assert evidence.estimates[resolution].n == 40
    assert "acknowledged" in evidence.unmeasured[acknowledge]


def test_check_tells_what_the_history_shows(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        tmp_path,
        "case,opened,resolved,channel\n1,2026-09-01 09:00:00,2026-09-02 10:00:00,fax\n",
    )
    policy = str(root / "examples/riverside/policy.md")
    code = main(["check", policy, "--at", "2026-09-03", "--history", str(path)])
    said = capsys.readouterr().out
    assert code == 1
    assert "CHN-02" in said
    assert "PRM-06" in said


def test_a_history_without_events_says_nothing(tmp_path: Path) -> None:
    policy = read("We reply to emails within 4 clock hours.\n").policy
    path = write(tmp_path, "case,opened,first_response\n")
    assert evidence_of(load(path, None), policy).channels == {}


def test_a_history_that_is_not_there_is_refused(root: Path) -> None:
    policy = str(root / "examples/riverside/policy.md")
    assert main(["check", policy, "--history", "no such file.csv"]) == 2
