"""The hooks that other repositories run on their policies before each commit."""

import re
import shlex
from pathlib import Path

import pytest

from goodword.cli import main

FIXTURES = Path(__file__).parent / "fixtures"


def hooks(root: Path) -> dict[str, dict[str, str]]:
    """Return the hooks by id, read as the flat YAML that they are."""
    found: dict[str, dict[str, str]] = {}
    for part in (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").split("- id: ")[1:]:
        name, *lines = part.strip().split("\n")
        found[name] = dict(line.strip().split(": ", 1) for line in lines)
    return found


def entry(root: Path, hook: str) -> list[str]:
    program, *arguments = shlex.split(hooks(root)[hook]["entry"])
    assert program == "goodword"
    return arguments


def test_the_check_hook_stops_a_policy_that_needs_mending(root: Path) -> None:
    assert main([*entry(root, "goodword-check"), str(FIXTURES / "DOC04" / "bad.md")]) == 1


def test_the_check_hook_lets_a_good_policy_pass(root: Path) -> None:
    policy = str(root / "examples/riverside/policy.md")
    assert main([*entry(root, "goodword-check"), "--at", "2026-09-03", policy]) == 0


def test_the_format_hook_leaves_a_tidy_policy_as_it_is(root: Path, tmp_path: Path) -> None:
    text = (root / "examples/riverside/policy.md").read_bytes()
    policy = tmp_path / "policy.md"
    policy.write_bytes(text)
    main([*entry(root, "goodword-format"), str(policy)])
    once = policy.read_bytes()
    main([*entry(root, "goodword-format"), str(policy)])
    assert policy.read_bytes() == once


@pytest.mark.parametrize("hook", ["goodword-check", "goodword-format"])
@pytest.mark.parametrize(
    ("path", "wanted"),
    [("policy.md", True), ("shops/leeds/policy.md", True), ("my-policy.md", False)],
)
def test_a_hook_looks_at_policies_alone(root: Path, hook: str, path: str, *, wanted: bool) -> None:
    assert (re.search(hooks(root)[hook]["files"], path) is not None) is wanted


def test_every_hook_is_in_the_how_to(root: Path) -> None:
    page = (root / "docs/how-to/pre-commit.md").read_text(encoding="utf-8")
    assert [hook for hook in hooks(root) if f"id: {hook}" not in page] == []
