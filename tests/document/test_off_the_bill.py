"""What money is taken off is the price, whatever it is counted by, and no condition."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Receptionists may take up to £40 off the bill per stay.",
        "Receptionists may take up to £40 off the bill per booking.",
        "Clerks may knock £20 off an order per customer.",
        "Clerks may take up to £20 off a meal each shift.",
        "Clerks may take £20 off the invoice for each job.",
        "Clerks may take £20 off the bill.",
    ],
)
def test_what_it_is_taken_off_is_no_condition(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["action"] == "discount"
    assert not clause.get("condition")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Clerks may take £20 off the bill for late rooms.", "it is on the bill for late rooms"),
        ("Clerks may give £20 off for late rooms.", "it is for late rooms"),
        ("Clerks may give £20 off damaged goods.", "it is on damaged goods"),
    ],
)
def test_what_narrows_it_is_a_condition(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] == condition
