import json
from pathlib import Path

import pytest

from goodword.cli import main

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"


def test_each_clause_is_printed_as_written_as_understood_and_at_work(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["echo", str(RIVERSIDE), "--at", "2026-09-02"]) == 0
    out = capsys.readouterr().out
    assert (
        "authority-receptionist-refund\n"
        "  You wrote   Receptionists may refund up to $100 per case without approval.\n"
        "  I will do   The receptionist may refund up to $100 per case.\n"
        "  For example A receptionist wants to refund $100: allowed. "
        "$100.01: ask the practice manager.\n"
    ) in out


def test_json_holds_every_clause_with_its_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["echo", str(RIVERSIDE), "--at", "2026-09-02", "--json"]) == 0
    clauses = {one["id"]: one for one in json.loads(capsys.readouterr().out)["clauses"]}
    answer = clauses["promise-answer-phone"]
    assert answer["you_wrote"] == "We answer 90% of calls within 30 seconds."
    assert answer["kind"] == "Promise"
    assert answer["example"]["due"] - answer["example"]["started_at"] == 30


def test_a_date_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["echo", str(RIVERSIDE), "--at", "2026-02-30"]) == 2
    assert '--at "2026-02-30" is not a date that exists.' in capsys.readouterr().err


def test_an_empty_policy_is_refused_with_a_first_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("\n")
    assert main(["echo", str(empty)]) == 2
    assert "is empty." in capsys.readouterr().err


def test_a_text_without_live_sentences_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prose = tmp_path / "prose.md"
    prose.write_text("Welcome to our shop.\n")
    assert main(["echo", str(prose)]) == 0
    assert "No sentence of this text is live yet." in capsys.readouterr().out
