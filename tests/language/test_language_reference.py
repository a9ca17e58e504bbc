"""The reference is what the packs and the reader say; a language is added by a folder."""

import re
import shutil
import types
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

from goodword.document.understand import understand
from goodword.language.pack import languages, pack

ROOT = Path(__file__).parents[2]


def _script() -> types.ModuleType:
    loader = SourceFileLoader("document_language", str(ROOT / "script" / "document-language"))
    module = types.ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", ["en", "de", "es"])
def test_the_reference_says_what_the_reader_does(code: str) -> None:
    script = _script()
    committed = (ROOT / "docs" / "reference" / script.name_of(code)).read_text(encoding="utf-8")

    assert script.page(code) == committed


def test_the_english_reference_names_all_64_forms() -> None:
    text = (ROOT / "docs" / "reference" / "language.md").read_text(encoding="utf-8")
    numbers = [int(one) for one in re.findall(r"(?m)^## (\d+)\.", text)]

    assert numbers == list(range(1, 65))
    assert all(f"\n## {number}. " in text for number in numbers)


def test_a_language_is_added_by_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "packs" / "pt"
    shutil.copytree(ROOT / "src" / "goodword" / "language" / "es", made)
    times = made / "times.toml"
    text = times.read_text(encoding="utf-8")
    text = text.replace("'hábil', 'hábiles'", "'útil', 'úteis'").replace("'dentro de|en'", "'em'")
    times.write_text(text, encoding="utf-8")
    (made / "pack.toml").write_text(
        "name = 'Português'\ncurrency = 'EUR'\nsigns = ['em', 'dias', 'úteis']\n", encoding="utf-8"
    )
    monkeypatch.setenv("GOODWORD_LANGUAGES", str(tmp_path / "packs"))

    said = understand("Respondemos aos e-mails em 2 dias úteis.", language="pt")

    assert "pt" in languages()
    assert pack("pt").name == "Português"
    assert said["state"] == "live"
    assert (said["clauses"][0]["within"], said["clauses"][0]["unit"]) == ("P2D", "working")
    assert said["clauses"][0]["channels"] == ["email"]


def test_the_how_to_names_every_file_of_a_pack() -> None:
    how_to = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")
    folder = ROOT / "src" / "goodword" / "language" / "de"

    assert [
        one.name for one in sorted(folder.glob("*.toml")) if f"`{one.name}`" not in how_to
    ] == []
