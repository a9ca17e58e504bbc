"""The word before "case" in "every parking case" says which cases are meant."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "subject", "condition"),
    [
        ("We resolve every parking case within 2 working days.", "parking", None),
        ("We resolve every noise problem within 2 working days.", "noise_problem", None),
        ("We resolve every urgent parking case within 2 days.", "urgent", "it is a parking case"),
        ("We answer every billing email within 4 hours.", None, "it is a billing email"),
        ("We resolve every new case within 2 working days.", None, None),
    ],
    ids=["case", "problem", "urgent", "email", "any"],
)
def test_every_case_of_a_kind_is_of_that_kind(
    sentence: str, subject: str | None, condition: str | None
) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["subject"], clause["condition"]) == (subject, condition)
