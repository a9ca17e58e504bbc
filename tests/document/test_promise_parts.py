"""Two and more promises in a sentence, and what they share."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _said(text: str) -> list[tuple[Any, ...]]:
    return [
        (one["metric"], tuple(one["channels"]), one["subject"], one["within"] or one["anchor"])
        for one in understand(text)["clauses"]
    ]


def test_each_side_of_a_semicolon_keeps_its_own_channel() -> None:
    assert _said(
        "Email us and expect a reply in one day; phone us and expect an answer in five rings."
    ) == [
        ("first_response", ("email",), None, "P1D"),
        ("answer", ("phone",), None, "PT15S"),
    ]


def test_what_the_second_side_leaves_unsaid_is_that_of_the_first() -> None:
    assert _said(
        "Complaints are acknowledged in 3 days; the full answer follows within 20 days."
    ) == [
        ("acknowledge", (), "complaint", "P3D"),
        ("resolution", (), "complaint", "P20D"),
    ]


def test_a_tail_holds_for_both_times() -> None:
    assert _said(
        "First response target of 1 hour, resolution target of 8 hours, for P1 tickets."
    ) == [
        ("first_response", (), "priority_1", "PT1H"),
        ("resolution", (), "priority_1", "PT8H"),
    ]


def test_a_second_time_with_a_condition_is_a_promise_of_its_own() -> None:
    said = understand("We restore your supply within 12 hours, or 48 hours if a main is broken.")

    assert [(one["within"], one["condition"]) for one in said["clauses"]] == [
        ("PT12H", None),
        ("PT48H", "a main is broken"),
    ]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "Letters are answered within ten working days, emails within three.",
            "Letters are answered within ten working days, emails within three working days.",
        ),
        (
            "Complaints: acknowledged in 2 days, answered in 15.",
            "Complaints: acknowledged in 2 days, answered in 15 days.",
        ),
    ],
)
def test_a_number_without_its_unit_takes_the_one_before_and_says_so(text: str, mended: str) -> None:
    said = understand(text)
    told = said["problems"][0]

    assert ("live", "PR05", "warning", mended) == (
        said["state"],
        told["code"],
        told["severity"],
        told["fix"],
    )
    assert understand(mended)["clauses"] == said["clauses"]
