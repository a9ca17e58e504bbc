"""Somebody else than before looks again: at a stage, or whoever handled it does not."""

import pytest

from goodword.document.second_said import said_back
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Setting
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("heading", "sentence", "number", "owner"),
    [
        ("Stage 2", "Somebody who has had no part in the case looks at it afresh.", 2, None),
        (
            "Stage 2",
            "It will be reviewed by a director who was not involved before.",
            2,
            "director",
        ),
        (None, "Stage 2 - Review: a manager who was not involved will investigate.", 2, "manager"),
        (
            None,
            "An officer senior to the one who gave the stage one reply carries out the review.",
            2,
            "officer",
        ),
        (
            None,
            (
                "The person considering the complaint at Stage 2 will be a head of service who has "
                "not considered it at Stage 1."
            ),
            2,
            "head_of_service",
        ),
    ],
)
def test_a_stage_is_looked_after_by_somebody_else(
    heading: str | None, sentence: str, number: int, owner: str | None
) -> None:
    (stage,) = understand(sentence, heading=heading)["clauses"]
    assert (stage["kind"], stage["number"], stage["fresh"]) == ("stage", number, True)
    assert stage.get("owner") == owner


@pytest.mark.parametrize(
    "sentence",
    [
        "A person unconnected with the matter will review our decision if you ask.",
        "Your complaint will be investigated by a manager not involved in the first answer.",
        "This person will not have had any earlier involvement in the matter.",
        "The review will be carried out by someone independent of the service.",
    ],
)
def test_without_a_stage_it_is_a_ban_for_whoever_handled_it_and_said_back(sentence: str) -> None:
    read = understand_text(sentence, Setting(alone=True))
    (clause,) = read.clauses
    assert understand(sentence)["clauses"][0]["kind"] == "prohibition"
    assert [one.code for one in read.findings] == ["RD01"]
    back = said_back([clause])
    assert said_back(understand_text(back, Setting(alone=True)).clauses) == back


@pytest.mark.parametrize(
    "sentence",
    [
        "Independent people who were not involved in the accident saw it.",
        "We are independent of any bank.",
        "Customers who have not dealt with us before will look for reviews.",
        "The officer must be independent of mind.",
    ],
)
def test_who_looks_at_other_things_is_no_second_pair_of_eyes(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
