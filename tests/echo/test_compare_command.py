"""`goodword compare`: what changed, in plain words."""

import json
from pathlib import Path

import pytest

from goodword.cli import main

OLD = """# Wharf Cafe

Our team has two roles: the owner and waiters.

## What we promise

We reply to every email within 2 working days.

## What you may give

Waiters may refund up to $50.
Never accept gifts.
We keep complaint records for 3 years.
"""


def told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], new: str, *options: str
) -> tuple[int, str]:
    old, changed = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, encoding="utf-8")
    changed.write_text(new, encoding="utf-8")
    code = main(["compare", str(old), str(changed), *options])
    return code, capsys.readouterr().out


def test_meaning_and_wording_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = (
        OLD.replace("up to $50", "up to $75")
        .replace("Never accept gifts.\n", "")
        .replace("We keep complaint records for", "Complaint records are kept for")
    )
    code, shown = told(tmp_path, capsys, new, "--brief")
    assert (code, shown) == (
        0,
        "refund by the waiter: limit $50 → $75; 1 removed; 1 wording only\n",
    )


def test_each_change_names_its_line_and_both_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, shown = told(tmp_path, capsys, OLD.replace("up to $50", "up to $75"))
    assert "Refund by the waiter: limit $50 → $75  (line 11)" in shown
    assert "was: Waiters may refund up to $50." in shown
    assert "now: Waiters may refund up to $75." in shown
    assert "has to read the new one" in shown


def test_other_words_need_no_new_signature(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = OLD.replace("We keep complaint records for", "Complaint records are kept for")
    code, shown = told(tmp_path, capsys, new, "--exit-code")
    assert code == 0
    assert "nobody has to sign anew" in shown


def test_a_script_can_ask_whether_the_meaning_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = told(tmp_path, capsys, OLD.replace("$50", "$60"), "--exit-code")
    assert code == 1


def test_the_same_policy_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(tmp_path, capsys, OLD) == (0, "nothing changed.\n")


def test_a_program_gets_each_change_with_both_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, shown = told(tmp_path, capsys, OLD.replace("2 working days", "1 working day"), "--json")
    answer = json.loads(shown)
    assert answer["meaning_changed"] is True
    assert answer["changes"] == [
        {
            "kind": "changed",
            "id": "promise-first-response-email",
            "words": "First reply by email: 2 working days → 1 working day",
            "old": {
                "id": "promise-first-response-email",
                "line": 7,
                "text": "We reply to every email within 2 working days.",
            },
            "new": {
                "id": "promise-first-response-email",
                "line": 7,
                "text": "We reply to every email within 1 working day.",
            },
            "slots": [{"slot": "", "old": "2 working days", "new": "1 working day"}],
        }
    ]


def test_two_files_from_standard_input_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "-", "-"]) == 2
    assert "only one of the files" in capsys.readouterr().err
