"""Training that is told by what people do: they read the policy, and play hard moments."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "field", "length"),
    [
        ("New staff read this policy in their first week.", "within_joining", "P1W"),
        ("New starters role-play two complaints in their first month.", "within_joining", "P1M"),
        ("Everyone role-plays a complaint once a quarter.", "every", "P3M"),
        ("Staff role play a difficult conversation twice a year.", "every", "P6M"),
        ("All staff read the handbook every year.", "every", "P1Y"),
    ],
)
def test_reading_and_role_play_are_training(sentence: str, field: str, length: str) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert rule["kind"] == "training"
    assert rule[field]["within"] == length


@pytest.mark.parametrize(
    "sentence",
    ["Please read this policy.", "Customers should read the policy within 14 days."],
)
def test_what_customers_read_is_none(sentence: str) -> None:
    assert all(one["kind"] != "training" for one in understand(sentence)["clauses"])
