"""Verbs of what anybody can see being done, in the forms in which steps are written."""

import pytest

from goodword.language.verb import is_past, is_plain, is_third


@pytest.mark.parametrize(
    ("plain", "third", "past"),
    [
        ("offer", "offers", "offered"),
        ("tag", "tags", "tagged"),
        ("apologise", "apologises", "apologised"),
        ("copy", "copies", "copied"),
        ("stay", "stays", "stayed"),
        ("fetch", "fetches", "fetched"),
        ("write", "writes", "written"),
        ("transfer", "transfers", "transferred"),
        ("cancel", "cancels", "cancelled"),
        ("enter", "enters", "entered"),
    ],
)
def test_a_verb_is_known_in_its_three_forms(plain: str, third: str, past: str) -> None:
    assert is_plain(plain)
    assert is_third(third)
    assert is_past(past)


@pytest.mark.parametrize("word", ["respect", "valued", "feels", "table", ""])
def test_what_nobody_sees_is_none_of_them(word: str) -> None:
    assert not any(one(word) for one in (is_plain, is_third, is_past))
