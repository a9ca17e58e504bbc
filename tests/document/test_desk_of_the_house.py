"""A desk that stands for the house, and one that does not."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Our support desk is staffed Monday to Friday, 9:00–17:30.",
        "Our help desk is open 8am to 6pm on weekdays.",
        "The support team is available Monday to Friday, 9am to 5pm.",
    ],
)
def test_hours_of_support_are_the_hours_of_the_house(sentence: str) -> None:
    (hours,) = understand(sentence)["clauses"]
    assert hours["kind"] == "hours"
    assert hours.get("part") is None


def test_hours_of_one_desk_are_its_own() -> None:
    (hours,) = understand("The housing desk is open Monday to Friday, 9am to 5pm.")["clauses"]
    assert hours["part"] == "housing_desk"


def test_a_condition_ends_with_no_joint() -> None:
    said = understand("Credits must be requested within 30 days and cannot exceed 50% of the fee.")
    assert [one["condition"] for one in said["clauses"]] == ["it is within 30 days"]
