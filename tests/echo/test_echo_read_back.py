from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.policy.clause import Clause
from tests.echo.echo_clauses import clauses

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"
POLICY = read(RIVERSIDE.read_text("utf-8")).policy


@pytest.mark.parametrize("clause", POLICY.clauses, ids=lambda clause: clause.id)
def test_an_echo_of_riverside_reads_back_as_the_same_clause(clause: Clause) -> None:
    assert read_sentence(echo(clause, POLICY), POLICY, section=clause.section) == (clause,)


@settings(max_examples=150, deadline=None)
@given(clauses)
def test_an_echo_reads_back_as_an_equal_clause(clause: Clause) -> None:
    back = read_sentence(echo(clause, POLICY), POLICY)
    assert (clause,) == tuple(replace(one, audience=clause.audience) for one in back)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(POLICY.clauses))
def test_an_echo_is_one_paragraph_unless_it_is_a_situation(clause: Clause) -> None:
    sentence = echo(clause, POLICY)
    assert ("\n" in sentence) == (type(clause).__name__ == "Situation")


@pytest.mark.parametrize("thing", ["Taxis", "Glass", "Parking", "Office chairs"])
def test_a_thing_that_ends_like_a_plural_is_echoed_as_it_was_said(thing: str) -> None:
    (clause,) = read_sentence(f"{thing} over £30 need the owner's approval.", POLICY)

    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)
    assert "ss over" not in echo(clause, POLICY).replace("Glass", "")
