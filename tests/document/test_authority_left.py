"""Words of a rule of authority that no field keeps are said aloud; words that are kept are not."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("All credits over £25 are recorded and approved by the team manager.", "recorded"),
        ("Personal trainers may offer one free session per new member.", "new"),
        ("Officers at grade 6 and above may make goodwill payments of up to £250.", "6"),
        ("Cashiers may refund up to £20 by card on weekdays.", "by card"),
        ("The night manager may approve refunds up to £75 by phone.", "by phone"),
        ("Refunds over £75 need the owner's approval on public holidays.", "on public holidays"),
    ],
)
def test_what_no_field_keeps_is_named_in_one_warning(sentence: str, left: str) -> None:
    said = understand(sentence)
    warned = [one["message"] for one in said["problems"] if one["severity"] == "warning"]
    assert said["state"] == "live"
    assert len(warned) == 1
    assert left in warned[0]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Only the registrar may waive tuition fees.", "it is a tuition fee"),
        ("Receptionists may waive the late fee once per client.", None),
        ("The bursar must approve any refund of fees over £1,000.", "it is a refund of fees"),
        ("Sales assistants may give up to 10% off damaged stock.", "it is on damaged stock"),
        ("Staff may write off unpaid fees up to $10.", "it is for unpaid fees"),
        ("Staff may write off debts up to $10.", None),
    ],
)
def test_what_narrows_a_gift_is_a_condition(sentence: str, condition: str | None) -> None:
    said = understand(sentence)
    assert (said["state"], said["problems"]) == ("live", [])
    assert condition == said["clauses"][0]["condition"]


def test_once_more_is_no_condition() -> None:
    said = understand("Before refunding, look at the order once more.")
    assert (said["state"], said["problems"]) == ("live", [])
    assert said["clauses"][0]["do"] == "look at the order once more"
    assert said["clauses"][0]["condition"] is None
