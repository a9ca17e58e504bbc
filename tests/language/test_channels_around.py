"""By which channels cases come, where a heading, a column or another word of the line says so."""

import pytest

from goodword.document.understand import understand


def channels(sentence: str, heading: str = "", lead_in: str = "") -> list[list[str]]:
    """Return the channels of each promise of a sentence below a heading and a lead-in."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    return [one["channels"] for one in said["clauses"] if one["kind"] == "promise"]


@pytest.mark.parametrize(
    ("head", "cell", "named"),
    [
        ("How to report", "Phone", ["phone"]),
        ("How to report it", "phone or email", ["phone", "email"]),
        ("How to contact us", "Email", ["email"]),
        ("How you reach us", "Live chat", ["chat"]),
        ("Reported by", "Email, phone", ["email", "phone"]),
        ("Received via", "web form", ["web_form"]),
        ("Raised by", "Phone", ["phone"]),
        ("Way of contact", "letter", ["letter"]),
        ("Contact method", "Email", ["email"]),
    ],
)
def test_a_column_of_ways_names_the_channels_of_the_row(
    head: str, cell: str, named: list[str]
) -> None:
    rows = channels(f"High | {cell} | 4 hours | 2 days", "", f"Priority | {head} | Response | Fix")

    assert rows == [named, named]


def test_a_column_that_names_no_way_gives_none() -> None:
    row = channels("High | the duty officer | 4 hours", "", "Priority | Reported by | Response")

    assert row in ([], [[]])


@pytest.mark.parametrize(
    ("heading", "sentence", "named"),
    [
        ("The reception's manual: Telephones", "Nobody waits longer than 40 seconds.", ["phone"]),
        (
            "Phone and email: Visiting our office",
            "You wait no more than 10 minutes.",
            ["in_person"],
        ),
        ("Telephone: By email", "We reply within two days.", ["email"]),
        ("Service Desk tickets", "We reply within 4 hours.", []),
        ("When we visit you", "Questions you ask are answered within 4 working days.", []),
        ("When we write to you", "We put mistakes right within 4 working days.", []),
        ("When you visit us", "Your questions are answered within 20 minutes.", ["in_person"]),
        ("How your call is graded", "Victims are updated at least every 28 days.", []),
        ("When you call us", "We answer within 30 seconds.", ["phone"]),
    ],
)
def test_the_nearest_heading_that_says_how_people_come_counts(
    heading: str, sentence: str, named: list[str]
) -> None:
    assert channels(sentence, heading) == [named]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("If you use the complaint form on our site you get an answer in two days.", ["web_form"]),
        ("Fill in the form on our website and we reply within two days.", ["web_form"]),
        ("Bookings by email are answered within one working day.", ["email"]),
        ("Payments by post are credited within 3 days.", ["letter"]),
        ("Urgent referrals are faxed or telephoned within one day.", []),
        ("You will be attended to within 20 minutes of taking a ticket.", ["in_person"]),
        ("We aim to see you within 12 minutes.", ["in_person"]),
        ("You are seen within two weeks.", []),
        ("High priority ticket: reply within 2 days", []),
        ("Refunds under Ticket Cover are paid within 9 days.", []),
        ("Walk-up: 15 minutes", ["in_person"]),
        ("We return messages by the next working day.", ["voicemail"]),
        ("Messages are returned within two hours.", ["voicemail"]),
        ("Messages and calls are returned within two hours.", ["phone"]),
    ],
)
def test_the_words_of_a_line_say_how_a_case_came(sentence: str, named: list[str]) -> None:
    assert channels(sentence) == [named]


def test_what_is_graded_has_no_grade_of_its_own() -> None:
    said = understand("Urgent reports that are graded are answered within 2 days.")

    assert [one["subject"] for one in said["clauses"]] != ["grade_d"]
