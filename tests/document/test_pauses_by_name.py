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
            "The clock stops while we wait for you.",
            {Metric.RESOLUTION, Metric.UPDATE},
        ),
    ],
)
def test_the_clocks_that_a_sentence_names_stop_and_no_others(
    sentence: str, metrics: set[Metric]
) -> None:
    assert rules(sentence) == [metrics]
