"""What one person says of their own business is read as what a business says."""

import pytest

from goodword.document.one_person import in_plural, in_singular
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Setting
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("alone", "together"),
    [
        ("I reply to email within 2 days.", "We reply to email within 2 days."),
        ("You will hear from me within 2 days.", "You will hear from us within 2 days."),
        ("My target response is 1 working day.", "Our target response is 1 working day."),
        ("I'm closed on public holidays.", "We're closed on public holidays."),
        ("I return calls myself within 4 hours.", "We return calls ourselves within 4 hours."),
    ],
)
def test_one_person_is_read_as_several(alone: str, together: str) -> None:
    assert in_plural(alone).text == together
    assert understand(alone)["clauses"] == understand(together)["clauses"]


@pytest.mark.parametrize(
    "text",
    [
        'Say "I am sorry, let me put it right."',
        "Stage I complaints are answered within 5 days.",
        "Log in to My Account within 2 days.",
        "We reply within 2 days.",
    ],
)
def test_what_is_quoted_numbered_or_a_name_stays(text: str) -> None:
    assert in_plural(text).text == text


def test_a_problem_stands_where_the_author_wrote_it_and_speaks_for_one() -> None:
    said = understand("I'm careful and I reply to my emails promptly.")

    assert [one["fix"] for one in said["problems"]] == [
        "I'm careful and I reply to my emails within 4 working hours."
    ]
    assert '"promptly"' in said["problems"][0]["message"]


def test_words_go_back_to_one_person() -> None:
    assert in_singular("We are here; tell us of our errors.") == (
        "I am here; tell me of my errors."
    )


def test_a_finding_covers_the_words_as_written() -> None:
    text = "My assistant and I'm sure I answer email promptly."
    said = understand_text(text, Setting(alone=True))

    assert [text[one.start : one.end] for one in said.findings] == ["promptly"]
