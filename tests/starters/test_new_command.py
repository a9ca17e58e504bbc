"""`goodword new`: asks, keeps, stops, goes on, and never writes over what is there."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from goodword.checks.run import check
from goodword.cli import main
from goodword.document.read import read
from goodword.problem import Severity
from goodword.starters import starter
from goodword.starters.question import QUESTIONS

Say = Callable[..., None]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Say:
    def speak(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return speak


EVERYTHING = tuple(one.example for one in QUESTIONS)


def test_fifteen_answers_make_a_clean_policy_a_list_and_the_hours(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    say(*EVERYTHING)
    assert main(["new", str(tmp_path / "policy.md")]) == 0
    told = capsys.readouterr().out
    assert "nothing in it needs mending" in told
    assert "a month, of everybody together" in told
    assert "people × 20 minutes × 4 times ÷ 12 months" in told
    reading = read((tmp_path / "policy.md").read_text("utf-8"))
    severities = {one.severity for one in check(reading, at=0)}
    assert severities <= {Severity.INFO, Severity.HINT}
    assert "## Who must agree" in (tmp_path / "policy.todo.md").read_text("utf-8")


def test_each_question_says_why_and_how_to_skip(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    say(*[""] * len(QUESTIONS))
    assert main(["new", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert told.count("Why we ask:") == len(QUESTIONS)
    assert told.count("For example:") == len(QUESTIONS)
    assert "Press Enter to skip one for now" in told
    left = (tmp_path / "policy.todo.md").read_text("utf-8")
    assert left.count("- [ ]") > len(QUESTIONS)
    assert "put in your own" in left


def test_stopping_keeps_the_answers_and_the_next_time_goes_on(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "ours.md"
    say(*EVERYTHING[:3], "stop")
    assert main(["new", str(target)]) == 0
    assert "goodword new" in capsys.readouterr().out
    assert not target.exists()
    kept = json.loads((tmp_path / "ours.md.answers.json").read_text("utf-8"))
    assert list(kept) == ["name", "sector", "mission"]
    say(*EVERYTHING[3:])
    assert main(["new", str(target)]) == 0
    told = capsys.readouterr().out
    assert "12 of 15 questions are left" in told
    assert "What is your business" not in told
    assert target.read_text("utf-8").startswith("# Willow Street Bakery")


def test_an_end_of_input_is_a_stop(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("Willow")
    assert main(["new", str(tmp_path)]) == 0
    assert "Your answers are kept in" in capsys.readouterr().out
    assert json.loads((tmp_path / "policy.md.answers.json").read_text("utf-8")) == {
        "name": "Willow"
    }


def test_a_break_by_the_keyboard_is_a_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # noqa: ARG002
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Broken())
    assert main(["new", str(tmp_path)]) == 0
    assert "Nothing was written." in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_a_bad_answer_gets_a_kind_word_and_the_question_again(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "policy.md.answers.json").write_text(
        json.dumps({one.name: None for one in QUESTIONS if one.name != "reply"}), "utf-8"
    )
    say("quickly", "4 hours")
    assert main(["new", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert '"quickly" is not a time that I can count' in told
    assert told.count("8. When somebody writes to you") == 2
    assert "We reply to 90% of emails within 4 working hours." in (
        tmp_path / "policy.md"
    ).read_text("utf-8")


def test_a_file_that_is_there_is_only_written_over_when_that_is_wanted(
    tmp_path: Path,
    say: Say,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "policy.md"
    target.write_text("# Mine\n", "utf-8")
    say(*EVERYTHING, "no")
    assert main(["new", str(target)]) == 0
    assert target.read_text("utf-8") == "# Mine\n"
    assert main(["new", str(target), "--starter", "solo"]) == 2
    assert "There is a file" in capsys.readouterr().err
    assert target.read_text("utf-8") == "# Mine\n"
    say("yes")
    assert main(["new", str(target)]) == 0
    assert target.read_text("utf-8").startswith("# Willow Street Bakery")


def test_a_starter_is_taken_as_it_is(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "hotel.md"), "--starter", "hotel"]) == 0
    assert (tmp_path / "hotel.md").read_text("utf-8") == starter("hotel")


def test_an_unknown_starter_is_answered_with_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path), "--starter", "zoo"]) == 2
    assert "clinic, practice, shop" in capsys.readouterr().err


def test_the_starters_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--list"]) == 0
    told = capsys.readouterr().out
    assert "clinic" in told
    assert "one-person shops (DE-NW)" in told


def test_answers_can_come_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"name": "Willow", "sector": "a shop", "size": "1"}), "utf-8")
    assert main(["new", str(tmp_path / "p.md"), "--answers", str(answers)]) == 0
    assert "You skipped 12 of 15" in capsys.readouterr().out
    assert (tmp_path / "p.md").read_text("utf-8").startswith("# Willow: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "no JSON"),
        ("[1]", "something else than answers"),
        ('{"colour": "red"}', "something else than answers"),
        ('{"reply": "quickly"}', "is not a time that I can count"),
    ],
    ids=["broken", "a list", "another name", "a bad answer"],
)
def test_answers_that_cannot_be_used_are_said_with_their_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(text, "utf-8")
    assert main(["new", str(tmp_path / "p.md"), "--answers", str(answers)]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "answers.json" in told
    assert not (tmp_path / "p.md").exists()
