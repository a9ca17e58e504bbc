"""What an example in a sentence tells is no condition of its rule."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Emergency repairs (for example no heating in winter): made safe within 24 hours",
        "Repairs (e.g. a leak at night): fixed within 24 hours",
        "Emergency repairs (including no heating in winter) are made safe within 24 hours.",
        "Urgent repairs, such as a lost key at night, are made within 24 hours.",
    ],
)
def test_an_example_is_no_condition(sentence: str) -> None:
    (promise,) = understand(sentence)["clauses"]
    assert (promise["within"], promise["condition"]) == ("PT24H", None)


def test_a_season_that_is_said_of_the_rule_stays_its_condition() -> None:
    (promise,) = understand("In winter, repairs are fixed within 24 hours.")["clauses"]
    assert promise["condition"] is not None
