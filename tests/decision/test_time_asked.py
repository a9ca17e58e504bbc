"""Questions about a time that is promised are answered with the promise."""

from pathlib import Path

import pytest

from goodword.decision.ask import ask
from goodword.document.read import read

AT = 1_790_000_000


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("how quickly do you reply to emails?", "promise-first-response-email"),
        ("how long do we have to answer an email", "promise-first-response-email"),
        ("email reply time", "promise-first-response-email"),
        ("how long do I have to answer the phone", "promise-answer-phone"),
        ("how quickly do we call back a voicemail", "promise-callback-voicemail"),
        ("how soon must a complaint be resolved", "promise-resolution-complaint"),
    ],
)
def test_a_question_for_a_time_gets_the_promise_that_says_it(
    question: str, clause: str, root: Path
) -> None:
    policy = read((root / "examples/riverside/policy.md").read_text(encoding="utf-8")).policy
    answer = ask(policy, question, at=AT)
    assert [one.id for one in answer.clauses] == [clause]
    assert answer.is_covered
    assert "within" in answer.summary


@pytest.mark.parametrize(
    "question",
    [
        "she has waited how long for an email now",
        "nobody answered my email for how long",
        "how long is a piece of string",
        "may I refund $80",
        "a client is angry about how long the phone was engaged",
    ],
)
def test_what_happened_is_no_question_for_a_time(question: str, root: Path) -> None:
    policy = read((root / "examples/riverside/policy.md").read_text(encoding="utf-8")).policy
    answer = ask(policy, question, at=AT)
    assert not answer.summary.startswith(("We give a first reply", "We answer 90%"))


def test_a_promise_for_another_way_in_is_no_answer() -> None:
    policy = read("# Policy\n\nWe answer letters within 5 days.\n").policy
    answer = ask(policy, "how quickly do you reply to emails?", at=AT)
    assert answer.clauses == ()
    assert not answer.is_covered
