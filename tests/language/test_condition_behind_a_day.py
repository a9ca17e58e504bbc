"""What a promise in days depends on, said behind the day."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("We reply within one day if it is urgent.", "it is urgent"),
        ("We reply to emails within 1 day if they are about a bill.", "they are about a bill"),
        ("Calls are returned within a day where the caller is upset.", "the caller is upset"),
        ("Calls are returned within one day when we are busy.", "we are busy"),
        ("We answer within one school day if it is about safety.", "it is about safety"),
        (
            "Letters are answered in one calendar day if the sender asks for it.",
            "the sender asks for it",
        ),
        ("We reply within one hour if it is urgent.", "it is urgent"),
    ],
)
def test_if_behind_a_day_is_a_condition(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["condition"]) == ("promise", condition)


@pytest.mark.parametrize(
    "sentence",
    [
        "Within 2 days we tell you the day when we will come.",
        "Within 2 days we let you know the date when we visit.",
    ],
)
def test_the_day_on_which_something_happens_is_what_is_told(sentence: str) -> None:
    clauses = understand(sentence)["clauses"]
    assert all(not one.get("condition") for one in clauses)
