"""The page about examples shows a policy whose examples all hold, with a line of each form."""

import re
from pathlib import Path

from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.problem import Severity

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "examples.md").read_text("utf-8")


def test_every_example_of_the_page_holds() -> None:
    shown = re.findall(r"```markdown\n(.*?)```", PAGE, re.DOTALL)
    assert len(shown) == 1
    reading = read(shown[0])
    told = run_examples(reading)
    assert len(told) == 11
    assert [(one.text, one.message) for one in told if not one.passed] == []
    assert [one.message for one in reading.problems if one.severity is Severity.ERROR] == []
