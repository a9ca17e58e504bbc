"""What a time is for: who comes, who is told, what is looked at first, and what comes again."""

import pytest

from goodword.document.understand import understand


def metrics(sentence: str, heading: str = "", lead_in: str = "") -> list[str]:
    """Return what each promise of a sentence measures."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    return [one["metric"] for one in said["clauses"] if one["kind"] == "promise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Help is with you within 60 minutes.",
        "The supervisor is with the guest within 5 minutes of being called.",
        "We try to be there in two hours.",
        "The nearest unit there within 15 minutes.",
        "Arrive within 45 minutes of the call.",
        "The ambulance arrives within 18 minutes.",
    ],
)
def test_whoever_comes_has_begun_and_not_ended_it(sentence: str) -> None:
    assert metrics(sentence) == ["first_response"]


def test_a_parcel_that_arrives_is_delivered() -> None:
    assert metrics("Orders arrive within 3 days.") == ["resolution"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Coordinator lets the person know within 15 minutes.",
        "The manager tells the family within an hour.",
        "The nurse informs the next of kin within 2 hours.",
        "The family told inside the hour.",
    ],
)
def test_who_is_told_about_it_is_kept_up_to_date(sentence: str) -> None:
    assert metrics(sentence) == ["update"]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Initial review: 2 business days", "first_response"),
        ("Initial inspection within 3 working days", "first_response"),
        ("Final review: 2 business days", "resolution"),
    ],
)
def test_a_first_look_is_a_first_response(sentence: str, named: str) -> None:
    assert metrics(sentence, "Claims: review process") == [named]


def test_contact_opens_a_cell() -> None:
    row = "New assessment | Contact within 21 days, fully completed within 7 weeks"

    assert metrics(row, "", "Type | Standard") == ["first_response", "resolution"]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Each time you come back to us on the same matter we answer in 5 days.", "next_response"),
        ("When you reply to our message, we answer within 2 working days.", "next_response"),
        ("If you write again we answer within 3 days.", "next_response"),
        ("When you respond to our survey, we reply within 2 days.", "first_response"),
        ("If you write to us we answer within 3 days.", "first_response"),
    ],
)
def test_what_comes_back_is_answered_again(sentence: str, named: str) -> None:
    assert metrics(sentence) == [named]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Students will hear within 15 days of the Committee's meeting.", "resolution"),
        ("Applicants will hear within 10 days of the interview.", "resolution"),
        ("You hear back from us within 6 days.", "first_response"),
    ],
)
def test_whoever_hears_after_a_sitting_hears_what_was_decided(sentence: str, named: str) -> None:
    assert metrics(sentence) == [named]
