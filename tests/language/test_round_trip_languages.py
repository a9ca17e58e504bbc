"""What is said back in German and Spanish reads as the same clause; whole policies go round."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.write import write
from goodword.policy.clause import Clause
from tests.language.form_clauses import POLICIES, clauses


@pytest.mark.parametrize("code", ["de", "es"])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_echo_reads_back_as_an_equal_clause(code: str, data: st.DataObject) -> None:
    clause: Clause = data.draw(clauses(code))
    policy = POLICIES[code]
    said = echo(clause, policy)

    back = read_sentence(said, policy)

    assert (clause,) == tuple(replace(one, audience=clause.audience) for one in back), said


@pytest.mark.parametrize("code", ["de", "es"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_policy_that_is_written_reads_as_the_same_policy(code: str, data: st.DataObject) -> None:
    said = [echo(one, POLICIES[code]) for one in data.draw(st.lists(clauses(code), max_size=6))]
    policy = read(f"---\nlanguage: {code}\n---\n\n# X\n\n" + "\n".join(said) + "\n").policy

    assert read(write(policy)).policy == policy
