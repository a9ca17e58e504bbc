"""For what a promise of an answer holds, where it is no kind of case that is known."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Broken windows are answered within 1 day.", "it is about broken windows"),
        ("A low score is answered within 1 day.", "it is about a low score"),
        ("Critical failures will be answered within 20 minutes.", "it is about critical failures"),
        ("Account stolen: first answer in 1 hour", "it is about account stolen"),
        ("Broken meters are replaced within 5 days.", "it is about broken meters"),
        (
            "Dead animals on the road are taken away within 24 hours of a report.",
            "it is about dead animals on the road",
        ),
    ],
)
def test_a_thing_that_is_answered_narrows_the_promise(sentence: str, condition: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] == condition


@pytest.mark.parametrize(
    "sentence",
    [
        "Questions are answered within a day.",
        "Emails are answered within a day.",
        "Everyone is seen within 10 minutes.",
        "First response: 1 hour",
        "First engine at a house fire: ten minutes from the time of call, 75% of the time",
        "Our promise is a reply within 90 minutes.",
        "The contractor shall arrive within 2 hours.",
        "There is nothing I leave unanswered for longer than two working days.",
    ],
)
def test_known_cases_people_and_ways_to_say_it_narrow_nothing(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["condition"] is None


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("CSAT below 4 out of 5 is reviewed by a lead within 2 business days.", None),
        ("We resolve 4 out of 5 complaints within 5 days.", 0.8),
        ("We reply to at least 9 out of 10 emails within a day.", 0.9),
    ],
)
def test_how_people_rate_us_is_no_share_of_what_we_do(sentence: str, target: float | None) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["target"] == target


def test_two_deeds_in_two_times_are_no_two_times_for_the_same_cases() -> None:
    said = understand("We ring back within 1 day and have an answer for you in 7 days.")
    assert [one["metric"] for one in said["clauses"]] == ["callback", "resolution"]
    assert all(one["code"] != "PR07" or one["severity"] == "hint" for one in said["problems"])


def test_words_of_haste_are_offered_minutes() -> None:
    said = understand("If your animal can't breathe, ring us – we will see it straight away.")
    assert any("within 30 minutes" in one["message"] for one in said["problems"])
