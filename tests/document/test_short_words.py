"""Short forms behind "who" are read as if they were written out."""

import pytest

from goodword.document.read import read
from goodword.document.understand import understand


@pytest.mark.parametrize("short", ["who'll", "who’ll"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Ask for a review by a director, {} write to you within 15 working days.",
        "Speak to the property manager, {} sort it out within two working days.",
        "Complaints go to the bursar, {} reply within 5 days.",
    ],
)
def test_who_will_is_read_in_either_form(sentence: str, short: str) -> None:
    written = understand(sentence.format("who will"))
    assert written["clauses"]
    assert understand(sentence.format(short)) == written


def test_what_is_said_of_it_stands_in_its_place() -> None:
    source = "Complaints go to the bursar, who'll reply within 5 days, and by 3 on Sundays."
    (line, *_) = read(source).sentences
    assert line.span.of(source).rstrip() == source


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        (
            "Teachers cannot be called out of lessons except in an emergency.",
            "call_teachers_out_of_lessons",
        ),
        ("Orders must never be cancelled by staff.", None),
    ],
)
def test_what_is_not_done_is_said_with_a_whole_verb(sentence: str, action: str | None) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "prohibition"
    assert clause["action"] == action if action else "cancelle" not in clause["action"]
