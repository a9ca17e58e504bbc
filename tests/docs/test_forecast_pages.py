"""What the how-tos of forecasts and what-ifs show is what the commands print."""

import re
from pathlib import Path

import pytest

from goodword.cli import main

BLOCK = re.compile(r"```text\n(.*?)```", re.DOTALL)


def shown(page: Path) -> str:
    (block,) = BLOCK.findall(page.read_text("utf-8"))
    return str(block)


def test_the_forecast_on_the_page_is_the_one_that_is_printed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history = str(root / "examples" / "histories" / "riverside-autumn.csv")
    policy = str(root / "examples" / "riverside" / "policy.md")
    words = ["--share", "90%", "--by", "channel", "--metric", "first_response"]
    assert main(["forecast", history, "--policy", policy, *words]) == 0
    assert shown(root / "docs" / "how-to" / "forecast.md") in capsys.readouterr().out


def test_the_what_if_on_the_page_is_the_one_that_is_printed(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = root / "examples" / "riverside" / "policy.md"
    three, five = (f"resolve every enquiry within {days} working days" for days in (3, 5))
    other = tmp_path / "other.md"
    other.write_text(policy.read_text("utf-8").replace(three, five))
    history = str(root / "examples" / "histories" / "riverside-autumn.csv")
    assert main(["replay", str(policy), history, "--against", str(other)]) == 0
    assert shown(root / "docs" / "how-to" / "what-if.md") in capsys.readouterr().out
