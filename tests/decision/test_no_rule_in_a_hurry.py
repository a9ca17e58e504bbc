"""What no clause covers gets no rule, however shortly it is asked."""

from functools import cache
from pathlib import Path

import pytest

from goodword.decision.ask import ask
from goodword.document.read import read
from goodword.policy.policy import Policy
from tests.decision.built_policy import NOON


@cache
def policy(name: str) -> Policy:
    file = Path(__file__).parent / "policies" / f"{name}.md"
    return read(file.read_text(encoding="utf-8")).policy


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("millbrook", "how much is a neuter"),
        ("fernbase", "how do i get a job here"),
        ("harbour", "what bus goes to town"),
        ("harbour", "want to donate old records"),
        ("oakstreet", "can i take my break early"),
        ("larch", "is there a pool"),
    ],
)
def test_what_no_clause_covers_gets_no_rule(name: str, words: str) -> None:
    answer = ask(policy(name), words, at=NOON)
    assert (answer.is_covered, answer.clauses) == (False, ())
    assert answer.summary.startswith("No clause of the policy covers this.")


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("harbour", "complaint deadline?", "We acknowledge every complaint within 3"),
        ("millbrook", "how long to sort a complaint", "We acknowledge every complaint"),
    ],
)
def test_a_deadline_is_answered_with_its_promise(name: str, words: str, text: str) -> None:
    assert ask(policy(name), words, at=NOON).clauses[0].text.startswith(text)
