"""A metric that the words of a sentence do not bear out is said back with a question."""

from dataclasses import replace

import pytest

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.second_metric import unlikely_metric
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Setting
from goodword.document.understand import understand
from goodword.policy.promise import Metric, Promise

ALONE = Setting(alone=True)


def asked_of(sentence: str, metric: Metric | None = None) -> bool:
    """Whether it is asked what is done, where a sentence was read as another metric."""
    first = understand_text(sentence, ALONE, "")
    clauses = tuple(
        replace(one, metric=metric) if isinstance(one, Promise) and metric else one
        for one in first.clauses
    )
    return unlikely_metric(replace(first, clauses=clauses), sentence, ALONE) is not None


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("We repair every boiler within 3 days.", Metric.WAIT),
        ("We answer every email within 1 working day.", Metric.RESOLUTION),
        ("You will be seen within 15 minutes.", Metric.RESOLUTION),
    ],
)
def test_it_is_asked_only_of_what_the_words_do_not_say(sentence: str, another: Metric) -> None:
    assert not asked_of(sentence)
    assert asked_of(sentence, another)


def test_what_is_said_in_so_many_words_is_not_asked() -> None:
    said = understand("We will make initial contact with you within 24 hours.")
    assert [one["code"] for one in said["problems"]] == []


@pytest.mark.parametrize(
    "sentence", ["We answer every email within 1 working day.", "We repair every boiler in 3 days."]
)
def test_what_is_echoed_of_a_promise_is_not_asked_again(sentence: str) -> None:
    policy = read(f"# Ours\n\n{sentence}\n").policy
    (made,) = policy.of_kind(Promise)

    assert not asked_of(echo(made, policy))
