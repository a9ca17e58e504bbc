"""`import goodword` is all that a program needs, and costs nothing until it is used."""

import doctest
import subprocess
import sys
from pathlib import Path

import goodword


def test_every_public_name_can_be_called() -> None:
    assert [name for name in goodword.__all__ if not callable(getattr(goodword, name))] == []


def test_every_public_name_is_documented(root: Path) -> None:
    page = (root / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
    assert [name for name in goodword.__all__ if f"`{name}" not in page] == []


def test_importing_the_package_loads_none_of_its_parts() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, goodword; print(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert [name for name in loaded if name.startswith("goodword.")] == []
    assert {"numpy", "django", "marko", "holidays"} & set(loaded) == set()


def test_the_examples_in_its_docstring_hold() -> None:
    assert doctest.testmod(goodword).failed == 0
