"""German and Spanish sentences in the manner of real charters, labelled by hand beforehand."""

import json
import types
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MEASURE = HERE.parents[1] / "bench" / "understand.py"


def _measure() -> types.ModuleType:
    loader = SourceFileLoader("measure_understanding", str(MEASURE))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


def _forms(code: str) -> list[dict[str, Any]]:
    text = (HERE / f"collected_{code}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("code", ["de", "es"])
def test_there_are_enough_sentences_and_some_are_kept_out_of_development(code: str) -> None:
    forms = _forms(code)

    assert len(forms) >= 120
    assert 4 * sum(form["held_out"] for form in forms) >= len(forms)
    assert {form["language"] for form in forms} == {code}


@pytest.mark.parametrize("code", ["de", "es"])
def test_no_sentence_of_the_developing_part_is_misread_in_silence(code: str) -> None:
    developing = [form for form in _forms(code) if not form["held_out"]]

    right, of, wrong = _measure().measured(developing)

    assert [line for line in wrong if line.startswith("SILENT")] == []
    assert right["state"] / of["state"] >= 0.93
    assert right["condition"] / of["condition"] >= 0.97
