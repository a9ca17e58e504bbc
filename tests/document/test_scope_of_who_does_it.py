"""Who answers is nobody for whom a promise is made."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Emails are answered by a trained volunteer within 24 hours.",
        "Letters are acknowledged by a named volunteer within 2 days.",
        "Calls are returned by our older volunteers within 2 hours.",
        "Emails are answered by a volunteer within 24 hours.",
    ],
)
def test_who_does_it_narrows_nothing(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert not clause.get("condition")


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Emails from new volunteers are answered within 24 hours.", "new volunteers"),
        ("We answer new patients within 2 days.", "new patients"),
        ("Requests made by new members are answered within 2 days.", "new members"),
    ],
)
def test_for_whom_it_is_done_still_does(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert condition in (clause.get("condition") or "")
