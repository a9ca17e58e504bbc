"""A promise about a thing that is no kind of case says that it is counted for every case."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("text", "mended", "kind"),
    [
        (
            "References are provided within 10 working days.",
            "We resolve every reference request within 10 working days.",
            "reference_request",
        ),
        (
            "Replacement cards are issued within 7 days.",
            "We resolve every replacement card request within 7 days.",
            "replacement_card_request",
        ),
    ],
)
def test_the_kind_is_asked_for_and_the_sentence_offered_names_it(
    text: str, mended: str, kind: str
) -> None:
    said = understand(text)

    assert [(one["code"], one["fix"]) for one in said["problems"]] == [("PR18", mended)]
    assert understand(mended)["problems"] == []
    assert [one["subject"] for one in understand(mended)["clauses"]] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "We send our final response within eight weeks.",
        "Orders are sent out within two days.",
        "Complaints are resolved within 10 days.",
        "An engineer will be with you within four hours.",
        "We put it right within 5 days.",
    ],
)
def test_nothing_is_asked_where_the_case_is_named_or_is_any(text: str) -> None:
    assert "PR18" not in [one["code"] for one in understand(text)["problems"]]
