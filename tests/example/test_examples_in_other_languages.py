"""A German or a Spanish policy gives examples of itself in its own words, and they are run."""

from pathlib import Path

import pytest

from goodword.document.read import read
from goodword.example.examples import run_examples

FOLDER = Path(__file__).parents[1] / "language" / "policies"
TEXTS = {
    "praxis": (FOLDER / "praxis.md").read_text(encoding="utf-8"),
    "clinica": (FOLDER / "clinica.md").read_text(encoding="utf-8"),
}
SLIPS = {"praxis": ("Montag 12:00", "Montag 13:00"), "clinica": ("a las 13:00", "a las 14:00")}


@pytest.mark.parametrize("name", TEXTS)
def test_the_examples_of_a_policy_hold_and_keep_their_own_words(name: str) -> None:
    results = run_examples(read(TEXTS[name]))

    assert len(results) == 5
    assert [one.message for one in results if not one.passed] == []
    assert all(one.text in TEXTS[name] for one in results)


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_that_does_not_hold_is_told(name: str) -> None:
    results = run_examples(read(TEXTS[name].replace(*SLIPS[name], 1)))

    assert next(str(one.state) for one in results) == "failed"
