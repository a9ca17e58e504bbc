"""The documentation is tested: its links, its examples, its words, its commands."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from goodword.cli import COMMANDS, installed_commands, main

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
GLOSSARY_ROW = re.compile(
    r"^\| ([a-z -]+) \| (.+?) \| (?:`([^`]+)`)? ?\| (?:`([^`]+)`)? ?\|$", re.MULTILINE
)


def markdown_files(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "examples").rglob("*.md")]


def test_every_link_between_our_documents_leads_somewhere(root: Path) -> None:
    broken = [
        f"{document.relative_to(root)}: {target}"
        for document in markdown_files(root)
        for target in LINK.findall(document.read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:", "#"))
        and not (document.parent / target.partition("#")[0]).exists()
    ]
    assert broken == []


def glossary(root: Path) -> list[tuple[str, str, str, str]]:
    return GLOSSARY_ROW.findall((root / "docs" / "glossary.md").read_text(encoding="utf-8"))


def test_every_code_name_of_the_glossary_exists(root: Path) -> None:
    names = [code for _, _, code, _ in glossary(root) if code]
    assert len(names) > 30
    for name in names:
        module, _, attribute = name.partition(":")
        assert hasattr(import_module(module), attribute), name


def test_every_table_of_ours_stands_in_the_glossary_under_its_name(root: Path) -> None:
    tables = {model._meta.db_table for model in apps.get_models()}
    named = {table for *_, table in glossary(root) if table}
    assert named - tables == set()


def test_every_term_of_the_glossary_has_one_sentence(root: Path) -> None:
    terms = [term for term, *_ in glossary(root)]
    assert sorted(set(terms)) == sorted(terms)
    for term, sentence, *_ in glossary(root):
        assert sentence.rstrip().endswith("."), term


def test_every_command_is_documented(root: Path) -> None:
    reference = (root / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    assert [name for name in installed_commands() if f"## goodword {name}\n" not in reference] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_stands_in_the_reference(
    root: Path, name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = (root / "docs" / "reference" / "command-line.md").read_text(encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "96")
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.strip() in reference


def test_every_page_of_the_documentation_can_be_found_from_its_first_page(root: Path) -> None:
    seen: set[Path] = set()
    waiting = [root / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in seen or not page.is_file() or page.suffix != ".md":
            continue
        seen.add(page)
        waiting += [
            page.parent / target.partition("#")[0]
            for target in LINK.findall(page.read_text(encoding="utf-8"))
            if not target.startswith(("http", "mailto:", "#"))
        ]
    everything = {path.resolve() for path in (root / "docs").rglob("*.md")}
    assert everything - seen == set()
