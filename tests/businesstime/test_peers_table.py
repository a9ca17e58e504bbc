"""The table of docs/explanation/working-time.md says what we and the light libraries answer."""

import re
from pathlib import Path

import pytest

from bench.peers import CHOICES, DATES, TIMES, Choice, NoWayError, Read, ours, shown

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/explanation/working-time.md").read_text(encoding="utf-8")
# The others are installed by hand: they are many, and some are large.
LIGHT = ("workclock", "numpy")


def lines_of(name: str) -> list[list[str]]:
    """Return the cells of each line of the page that begins with a choice's name."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("|")]
    return [cells for cells in lines if cells[0] == name]


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_our_answer_stands_in_the_table(choice: Choice) -> None:
    answers, tests = lines_of(choice.name)

    assert answers[1:3] == [choice.example, ours(choice.question)]
    assert tests[1] == f"`{choice.test}`"


@pytest.mark.parametrize("name", LIGHT)
def test_the_answers_of_a_light_library_stand_in_the_table(name: str) -> None:
    peers = TIMES if name in TIMES else DATES
    column = 3 + list(peers).index(name)
    dates = [one for one in CHOICES if ("working_days" in one.question["op"]) is (peers is DATES)]

    said = {one.name: lines_of(one.name)[0][column].strip("*") for one in dates}

    assert said == {one.name: answer_of(name, one) for one in dates}


def answer_of(name: str, choice: Choice) -> str:
    try:
        return shown((TIMES | DATES)[name](Read(choice.question)))
    except NoWayError:
        return "–"
    except Exception as error:  # noqa: BLE001 - what it raises is its answer
        return f"raises {type(error).__name__}"


def test_each_line_has_a_test_that_is_there() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    there = set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))

    assert {one.test for one in CHOICES} - there == set()


def test_at_least_eight_libraries_were_asked_and_their_versions_are_named() -> None:
    asked = next(line for line in PAGE.splitlines() if line.startswith("Asked: "))
    names = re.findall(r"([\w-]+) \d[\w.]*", asked)

    assert names == [*TIMES, *DATES]
    assert len(names) >= 8
