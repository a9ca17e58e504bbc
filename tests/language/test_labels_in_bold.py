"""A few words in bold that open a line tell what its sentences speak of."""

import pytest

from goodword.document.read import read
from goodword.policy.promise import Promise


def _promises(text: str) -> list[Promise]:
    hours = "We are open Monday to Friday, 7am to 7pm.\n\n"
    clauses = read(f"# Care\n\n{hours}{text}\n").policy.clauses
    return [one for one in clauses if isinstance(one, Promise)]


def test_each_line_of_a_paragraph_keeps_the_channel_in_bold_that_opens_it() -> None:
    text = (
        "**Web chat.** First answer in 60 seconds.\n"
        "**Email (help@example.org).** 2 working hours.\n"
        "**Social.** Public reply within 1 hour.\n"
        "**Letters.** 5 working days.\n"
    )
    assert [tuple(one.channels) for one in _promises(text)] == [
        ("chat",),
        ("email",),
        ("social",),
        ("letter",),
    ]


def test_a_kind_of_case_in_bold_holds_for_each_sentence_of_its_line() -> None:
    text = "**Complaints:** we acknowledge within 1 day. A full answer follows within 10 days."
    assert [one.subject for one in _promises(text)] == ["complaint", "complaint"]


@pytest.mark.parametrize(
    "text",
    [
        "**Email:** we reply within 2 days. Letters are answered in 3 days.",
        "**Email** – we reply within 2 days. We answer letters within 3 days.",
    ],
)
def test_a_sentence_that_names_a_channel_of_its_own_keeps_it(text: str) -> None:
    assert [tuple(one.channels) for one in _promises(text)] == [("email",), ("letter",)]


@pytest.mark.parametrize(
    "text",
    [
        "**Please note.** We reply within 2 days.",
        "**Please note:** letters are welcome. We reply within 2 days.",
        "We are **quick**. We reply within 2 days.",
        "We like email. **Always.** We reply within 2 days.",
    ],
)
def test_other_words_in_bold_narrow_nothing(text: str) -> None:
    (only,) = _promises(text)
    assert only.channels == ()
    assert only.subject is None
