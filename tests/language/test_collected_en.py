"""Sentences in the manner of published charters, labelled by hand before they were read."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

FORMS = [
    json.loads(line)
    for line in (Path(__file__).parent / "collected_en.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
DEVELOPING = [form for form in FORMS if not form["held_out"]]


@pytest.fixture(scope="module")
def bench(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("understand", root / "bench" / "understand.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("what", "least"),
    [
        ("state", 0.97),
        ("time, unit and share", 0.97),
        ("metric", 0.95),
        ("channel", 0.93),
        ("authority", 0.95),
        ("escalation", 0.95),
    ],
)
def test_collected_sentences_are_understood(what: str, least: float, bench: ModuleType) -> None:
    right, of, _ = bench.measured(DEVELOPING)
    assert right[what] >= least * of[what]


def test_no_collected_sentence_is_misread_in_silence(bench: ModuleType) -> None:
    _, _, wrong = bench.measured(DEVELOPING)
    assert [line for line in wrong if line.startswith("SILENT")] == []
