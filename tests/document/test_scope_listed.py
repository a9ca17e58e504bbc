"""A label that names several cases before a colon, or at the head of a row, is kept whole."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "Burst pipe, flood or gas smell: we reply within 2 hours.",
            "it is about burst pipe or flood or gas smell",
        ),
        (
            "Burst pipes, floods and leaks: we reply within 2 hours.",
            "it is about burst pipes or floods or leaks",
        ),
        ("No heat, no water: we reply within 2 hours.", "it is about no heat or no water"),
    ],
)
def test_each_case_of_a_label_is_kept(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence, heading="Repairs")["clauses"]
    assert clause["condition"] == condition


def test_the_cases_of_a_row_are_kept() -> None:
    said = understand(
        "Burst pipe, flood or gas smell | 2 hours",
        lead_in="Fault | Engineer on site",
        heading="Repairs",
    )
    assert [one["condition"] for one in said["clauses"]] == [
        "it is about burst pipe or flood or gas smell"
    ]


def test_ways_in_before_a_colon_are_no_cases() -> None:
    (clause,) = understand("Letters, emails and forms: a reply within 5 working days.")["clauses"]
    assert clause["condition"] is None
