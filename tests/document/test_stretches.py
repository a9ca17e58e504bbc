"""Several promises in one sentence: each time with the words that belong to it."""

import pytest

from goodword.document.time_stretches import stretches_of
from goodword.document.understand import understand
from goodword.language.normal import even, normal


def promised(sentence: str, lead_in: str = "") -> list[tuple[str, str]]:
    """Return the metric and the time of each promise of a sentence."""
    return [
        (one["metric"], one["within"] or one["anchor"])
        for one in understand(sentence, lead_in=lead_in or None)["clauses"]
        if one["kind"] == "promise"
    ]


def kinds(sentence: str) -> list[str]:
    """Return the kinds of the clauses of a sentence."""
    return [one["kind"] for one in understand(sentence)["clauses"]]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Burst mains are looked at in 3 hours, mended within 14.",
            ["Burst mains are looked at in 3 hours", "mended within 14 hours"],
        ),
        (
            "Claims are paid in six working days, or 24 where a survey is needed.",
            ["Claims are paid in six working days", "24 working days where a survey is needed"],
        ),
        (
            "Grants are decided in four weeks – 7 during the spring round.",
            ["Grants are decided in four weeks", "7 weeks during the spring round"],
        ),
    ],
)
def test_a_number_by_itself_counts_in_the_unit_before_it(sentence: str, words: list[str]) -> None:
    plain = even(sentence)
    assert [one.words for one in stretches_of(plain, normal(plain))] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "If we cannot settle it within 9 weeks, or if we say so, you may go to the board.",
        "We reply to four in 10 letters within 6 days.",
        "We answer within 18 seconds or 6 rings.",
        "Copies of plans cost £12, for houses more than 40 years old.",
        "We answer within 2-3 days.",
    ],
)
def test_what_is_all_one_is_not_parted(sentence: str) -> None:
    plain = even(sentence)
    assert stretches_of(plain, normal(plain)) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Invoices are settled within 12 working days, or 24 where the amount is disputed.",
            [("resolution", "P12D"), ("resolution", "P24D")],
        ),
        (
            "Bursary requests get a decision within 4 working days – 9 during the exams.",
            [("resolution", "P4D"), ("resolution", "P9D")],
        ),
        (
            "Waste is cleared within five hours on main roads and otherwise within 16 days.",
            [("resolution", "PT5H"), ("resolution", "P16D")],
        ),
        (
            "Cheque stops – 3 working days, drafts – 2",
            [("resolution", "P3D"), ("resolution", "P2D")],
        ),
        (
            "Renewals take up to 12 school days; at the start of a term this may be 22.",
            [("resolution", "P12D"), ("resolution", "P22D")],
        ),
    ],
)
def test_a_second_time_holds_for_other_cases(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert promised(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "We acknowledge a claim in two working days and pay what we owe in a further 20.",
            [("acknowledge", "P2D"), ("resolution", "P20D")],
        ),
        (
            "An offer is made in six working days; the money follows 48 hours after you accept.",
            [("resolution", "P6D"), ("resolution", "PT48H")],
        ),
        (
            "We tell you within 3 days that we have it, and our findings reach you in 18.",
            [("acknowledge", "P3D"), ("resolution", "P18D")],
        ),
    ],
)
def test_each_stretch_says_what_is_done_in_it(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert promised(sentence) == expected


def test_a_matter_goes_up_where_the_promise_before_it_was_not_kept() -> None:
    for words in (
        "failing which the matter passes to the Head of Year",
        "or else the matter passes to the Head of Year",
        "if they don't, the matter passes to the Head of Year",
    ):
        clauses = understand(f"The tutor replies within two working days, {words}.")["clauses"]
        assert [one["kind"] for one in clauses] == ["promise", "escalation"]
        assert (clauses[1]["to"], clauses[1]["after"]) == ("head_of_year", "P2D")


def test_what_is_read_by_stretches_is_said_back() -> None:
    read = understand("Bursary requests get a decision within 4 days – 9 during the exams.")
    assert "RD01" in {one["code"] for one in read["problems"]}


def test_others_and_what_they_may_do_stand_beside_a_promise() -> None:
    assert kinds(
        "Deposits reach you 12 days after you leave; the Area Manager can shorten this."
    ) == [
        "promise",
        "authority",
    ]
