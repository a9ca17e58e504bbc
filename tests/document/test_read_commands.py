import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from goodword.cli import main
from goodword.cli.understand import answer_line

ROOT = Path(__file__).parents[2]
RIVERSIDE = ROOT / "examples" / "riverside" / "policy.md"


def test_read_shows_every_sentence_and_ends_well(capsys: Any) -> None:
    code = main(["read", str(RIVERSIDE)])
    printed = capsys.readouterr().out

    assert code == 0
    assert "live, 0 almost live" in printed


def test_read_answers_as_json(capsys: Any) -> None:
    assert main(["read", str(RIVERSIDE), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)

    assert answer["counts"]["almost"] == 0
    assert "first_response" in {
        clause.get("metric") for one in answer["sentences"] for clause in one["clauses"]
    }


def test_read_returns_1_where_a_sentence_is_almost_live(tmp_path: Path) -> None:
    policy = tmp_path / "policy.md"
    policy.write_text("We reply to emails quickly.\n", encoding="utf-8")

    assert main(["read", str(policy)]) == 1


def test_understand_answers_each_line_in_order_and_never_stops() -> None:
    lines = [
        json.dumps({"sentence": "We reply to emails within 4 working hours."}),
        "not json",
        json.dumps(["a list"]),
        json.dumps({"sentence": "We are kind."}),
        "",
        json.dumps({"sentence": "reply within 2 days", "lead_in": "We will:", "heading": "Email"}),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "goodword.cli", "understand"],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin"},
        cwd=ROOT,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 1
    assert [answer["state"] for answer in answers] == [
        "live",
        "prose",
        "prose",
        "prose",
        "prose",
        "live",
    ]
    assert ["error" in one for one in answers] == [False, True, True, False, True, False]
    assert answers[-1]["clauses"][0]["channels"] == ["email"]


def test_a_line_that_is_not_utf_8_is_answered() -> None:
    assert "error" in answer_line(b"\xff\xfe{", 1, "en")


def test_a_language_without_a_pack_could_not_run(capsys: Any) -> None:
    assert main(["understand", "--language", "xx"]) == 2
    assert "xx" in capsys.readouterr().err


def test_an_empty_file_is_a_problem_with_a_next_step(monkeypatch: Any, capsys: Any) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b""))
    monkeypatch.setattr(sys, "stdin", stream)

    assert main(["read", "-"]) == 1
    assert "TX01" in capsys.readouterr().out
