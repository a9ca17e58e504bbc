"""Somebody told by an order or a rule that says no moment, and complaints that are passed on."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Forward the report to the General Manager for review.", "general_manager"),
        ("Pass the key to the night porter.", "night_porter"),
        ("This should also be made known to the team leader.", "team_leader"),
        ("If a claim is threatened, advice will be sought from the Head of Estates.", None),
        ("If the complaint is about the matron, the Medical Director will investigate.", None),
    ],
)
def test_an_order_tells_somebody_without_a_moment(sentence: str, to: str | None) -> None:
    (said,) = understand(sentence)["clauses"]
    assert said["kind"] == "escalation"
    assert said["event"]
    assert to is None or said["to"] == to


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("We will pass your complaint to our Client Care Partner within 4 working days.", "P4D"),
        ("Your complaint will be referred to the Head of Care within 2 working days.", "P2D"),
    ],
)
def test_a_complaint_that_is_passed_on_is_no_promise(sentence: str, within: str) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["within"], said["unit"]) == ("escalation", within, "working")


@pytest.mark.parametrize(
    "sentence",
    [
        "Payments are forwarded to the bank.",
        "We refer to this document as the Charter.",
        "Complaints are answered within 4 working days.",
    ],
)
def test_what_goes_to_nobody_of_ours_is_no_telling(sentence: str) -> None:
    kinds = [one["kind"] for one in understand(sentence)["clauses"]]
    assert "escalation" not in kinds
