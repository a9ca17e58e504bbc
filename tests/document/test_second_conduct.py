"""What people do, taken from the words of a sentence that has no form of its own."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("If the same thing happens a third time, you will be taken off our list.", "situation"),
        ("Full refunds may be issued if the booking is cancelled within a day.", "eligibility"),
    ],
)
def test_a_rule_in_other_words_is_taken_and_said_back(sentence: str, kind: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == [kind]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If a parent is late, the child waits in the office.",
        "Once a year we ask our customers what we should stop.",
        "If we cannot resolve the matter, you may take it to the county court.",
        "When the shop opened, there were four of us.",
        "If need be, another room is used.",
    ],
)
def test_what_tells_how_it_is_or_what_others_may_do_stays_prose(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
