"""A number behind a promise's time that no promise keeps is said; names and shares are none."""

import pytest

from goodword.document.understand import understand


def _unused(text: str) -> list[str]:
    return [one["message"] for one in understand(text)["problems"] if one["code"] == "TX06"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Chats are answered in 2 minutes and no one sits more than four between lines.", "four"),
    ],
)
def test_a_number_that_may_be_a_time_is_not_lost_in_silence(text: str, number: str) -> None:
    assert [f'no use of "{number}"' in one for one in _unused(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "We reply to stage 1 complaints within 10 days and to stage 2.",
        "We answer calls within 20 seconds, nine times in ten.",
        "We reply within 5 days to each of the two.",
        "We reply within two days, seven days a week.",
        "Refunds reach you within 5 days of the return, in one go.",
        "We reply within 3 days if you write before 4.",
        "We acknowledge within 5 days and reply in twenty.",
    ],
)
def test_a_name_a_share_or_a_kept_time_is_nothing_lost(text: str) -> None:
    assert _unused(text) == []


@pytest.mark.parametrize(
    ("row", "asked"),
    [
        ("Emails from providers | Answered in 3 working days; payment queries in 1 in term", 1),
        ("Letters | 7 working days (95%)", 0),
        ("P1 | 15 minutes (see note 3)", 0),
        ("Letters | 7 working days, 9 in 10", 0),
    ],
)
def test_a_number_left_in_a_cell_is_said(row: str, asked: int) -> None:
    read = understand(row, lead_in="What | How soon")
    assert len(read["clauses"]) == 1
    assert [one["code"] for one in read["problems"]].count("TX06") == asked
