"""`goodword import`: a new file beside the old one, and what of it runs."""

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from goodword.cli import main
from tests.exchange.documents import word


def write(document: Any) -> None:
    document.add_heading("Wharf Cafe", 0)
    document.add_heading("What we promise", 1)
    document.add_paragraph(
        "We are kind. We reply to letters within 5 days. We answer emails quickly."
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "our policy.docx"
    path.write_bytes(word(write))
    return path


def test_the_markdown_stands_beside_the_document(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(source)]) == 0
    made = source.with_suffix(".md").read_text(encoding="utf-8")
    assert made.startswith("# Wharf Cafe\n\n## What we promise\n")
    assert "our policy.docx, a Word document (DOCX), is now" in capsys.readouterr().out


def test_nothing_is_ever_written_over(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source.with_suffix(".md").write_text("mine", encoding="utf-8")
    assert main(["import", str(source)]) == 0
    assert source.with_suffix(".md").read_text(encoding="utf-8") == "mine"
    assert source.with_name("our policy-2.md").exists()
    assert main(["import", str(source), "--out", str(source.with_suffix(".md"))]) == 2
    assert "is not written over" in capsys.readouterr().err


def test_each_sentence_is_shown_with_what_it_became(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(source)]) == 0
    shown = capsys.readouterr().out
    assert "prose       We are kind." in shown
    assert "live        We reply to letters within 5 days." in shown
    assert "→ We give a first reply to every letter within 5" in shown
    assert "almost live We answer emails quickly." in shown
    assert "Try: We answer emails within" in shown
    assert "3 sentences: 1 live, 1 almost live, 1 prose." in shown
    assert "Mend next" in shown


def test_a_summary_leaves_the_sentences_out(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(source), "--summary"]) == 0
    shown = capsys.readouterr().out
    assert "prose       We are kind." not in shown
    assert "3 sentences: 1 live" in shown


def test_the_markdown_can_be_printed_alone(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(source), "--out", "-"]) == 0
    assert capsys.readouterr().out.startswith("# Wharf Cafe\n")
    assert list(source.parent.iterdir()) == [source]


def test_a_program_gets_the_same_as_json(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(source), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["counts"] == {"live": 1, "almost": 1, "prose": 1}
    assert [one["state"] for one in answer["sentences"]] == ["prose", "live", "almost"]
    assert answer["sentences"][2]["missing"]
    assert answer["policy"].endswith("our policy.md")
    assert answer["problems"][answer["mend_next"][0]]["severity"] in {"error", "warning"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("gone.docx", None, "There is no file"),
        ("policy.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word document"),
        ("policy.odt", b"anything", "OpenDocument"),
        ("policy.docx", b"", "empty"),
    ],
    ids=["gone", "doc", "odt", "empty"],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    data: bytes | None,
    said: str,
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["import", str(path)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.glob("*.md")) == []


def test_checking_loads_no_converter() -> None:
    program = (
        "import sys; from goodword.cli import main; "
        "main(['check', 'examples/riverside/policy.md']); "
        "loaded = [one for one in ('mammoth', 'bs4', 'pdfminer', 'pygls') if one in sys.modules]; "
        "sys.exit(repr(loaded))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert shown.stderr.strip() == "[]"


def test_a_document_from_a_pipe_comes_out_as_markdown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(word(write))))
    assert main(["import", "-"]) == 0
    assert capsys.readouterr().out.startswith("# Wharf Cafe\n")
