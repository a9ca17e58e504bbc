"""Which clocks a sentence stops while we wait."""

import pytest

from goodword.document.read import read
from goodword.policy.promise import Metric, PauseRule


def rules(sentence: str) -> list[frozenset[Metric]]:
    clauses = read(sentence).policy.clauses
    return [frozenset(one.metrics) for one in clauses if isinstance(one, PauseRule)]


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        (
            "The clock stops for first replies and resolution while we wait for you.",
            {Metric.FIRST_RESPONSE, Metric.RESOLUTION},
        ),
        ("The clock stops for updates while we wait for you.", {Metric.UPDATE}),
        (
            "The clock of every first reply, update and resolution stops while we wait for you.",
            {Metric.FIRST_RESPONSE, Metric.UPDATE, Metric.RESOLUTION},
        ),
        (
            "The clock is paused for all next responses until you answer.",
            {Metric.NEXT_RESPONSE},
        ),
        (
            "The clock of every first reply, further reply and resolution stops while we wait.",
            {Metric.FIRST_RESPONSE, Metric.NEXT_RESPONSE, Metric.RESOLUTION},
        ),
        (
            "The clock of every answer to a further message stops while we wait for you.",
            {Metric.NEXT_RESPONSE},
        ),
        (
            "The clock of every urgent case stops while we wait for you.",
            {Metric.RESOLUTION, Metric.UPDATE},
        ),
        (
            "The clock stops while we wait for you.",
            {Metric.RESOLUTION, Metric.UPDATE},
        ),
    ],
)
def test_the_clocks_that_a_sentence_names_stop_and_no_others(
    sentence: str, metrics: set[Metric]
) -> None:
    assert rules(sentence) == [metrics]


@pytest.mark.parametrize(
    "sentence",
    [
        "The clock of every reply stops while we wait for you.",
        "The clock of every resolution and visit stops while we wait for you.",
    ],
)
def test_a_clock_that_no_word_names_is_asked_about(sentence: str) -> None:
    reading = read(sentence)
    assert rules(sentence) == []
    assert [(one.code, one.severity.value) for one in reading.problems] == [("PR18", "error")]
