"""What Visual Studio Code and Neovim are given."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from goodword.cli import COMMANDS


@pytest.fixture
def extension(root: Path) -> Path:
    return root / "editors" / "vscode"


@pytest.fixture
def manifest(extension: Path) -> Any:
    return json.loads((extension / "package.json").read_text(encoding="utf-8"))


def test_every_file_that_the_extension_names_is_there(extension: Path, manifest: Any) -> None:
    named = [manifest["main"]]
    named += [one["path"] for one in manifest["contributes"]["grammars"]]
    named += [one["configuration"] for one in manifest["contributes"]["languages"]]
    assert [name for name in named if not (extension / name).is_file()] == []


def test_the_extension_starts_a_command_that_goodword_has(manifest: Any) -> None:
    settings = manifest["contributes"]["configuration"]["properties"]
    program, command = settings["goodword.command"]["default"]
    assert program == "goodword"
    assert command in COMMANDS


def test_every_setting_and_command_of_the_extension_is_declared(
    extension: Path, manifest: Any
) -> None:
    code = (extension / "extension.js").read_text(encoding="utf-8")
    declared = set(manifest["contributes"]["configuration"]["properties"])
    assert {
        f"goodword.{name}" for name in re.findall(r'settings\.get\("(\w+)"\)', code)
    } == declared
    offered = {one["command"] for one in manifest["contributes"]["commands"]}
    assert set(re.findall(r'registerCommand\("([\w.]+)"', code)) == offered


def test_every_package_that_the_extension_needs_is_declared(extension: Path, manifest: Any) -> None:
    code = (extension / "extension.js").read_text(encoding="utf-8")
    needed = {name.partition("/")[0] for name in re.findall(r'require\("([^"]+)"\)', code)}
    assert needed - {"vscode"} == set(manifest["dependencies"])


def test_the_lines_for_neovim_start_the_same_server(root: Path) -> None:
    page = (root / "docs" / "how-to" / "editor.md").read_text(encoding="utf-8")
    assert 'cmd = { "goodword", "lsp" }' in page
    assert 'vim.lsp.enable("goodword")' in page
