"""What stands behind a time: for whom it is, from when it counts, and how often."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("We reply within 2 hours on the Enterprise plan.", "it is on the Enterprise plan"),
        ("We send updates every 30 minutes on Enterprise.", "it is on Enterprise"),
        ("We come within 45 minutes on the mainland coast.", "it is on the mainland coast"),
    ],
)
def test_on_something_behind_a_time_says_for_whom(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["condition"], clause.get("start")) == (condition, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply within 2 hours on receipt.",
        "We pay within 2 days on completion of the work.",
        "We reply within 2 days on your application.",
    ],
)
def test_on_what_happens_narrows_nothing(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] is None


def test_how_often_in_a_day_is_no_time_and_says_so() -> None:
    said = understand("For P1s we send updates every 30 minutes; for P2s, twice a day.")
    assert any("twice a day" in one["message"] for one in said["problems"])


def test_refunds_that_are_possible_for_some_time_are_no_promise() -> None:
    (clause,) = understand("Refunds on annual plans are possible in the first 30 days.")["clauses"]
    assert clause["kind"] == "eligibility"
    assert clause["condition"] == "it is on annual plans and in the first 30 days"


def test_a_limit_keeps_what_brackets_ask_for_beside_it() -> None:
    said = understand("Driver: £10 (log it).")
    assert [one["role"] for one in said["clauses"]] == ["driver"]
    assert any('"log it"' in one["message"] for one in said["problems"])
