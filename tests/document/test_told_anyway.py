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


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("Ofsted will be informed of any child left with us.", "ofsted"),
        ("The insurers are told of every injury.", "insurer"),
        ("The police must be informed of any theft.", "police"),
        ("Claims above our retention are notified to the reinsurer.", "reinsurer"),
    ],
)
def test_bodies_outside_are_told_of_what_happened(sentence: str, to: str) -> None:
    said = understand(sentence)
    assert (said["clauses"][0]["kind"], said["clauses"][0]["to"]) == ("escalation", to)


def test_by_when_somebody_is_told_is_kept() -> None:
    sentence = "Claims above our retention are notified to the reinsurer within 5 working days."
    (told,) = understand(sentence)["clauses"]
    assert (told["to"], told["within"], told["after"]) == ("reinsurer", "P5D", None)


def test_all_who_are_told_are_kept() -> None:
    sentence = (
        "Not found after 30 minutes: police, next of kin and the Registered Manager are informed."
    )
    (told,) = understand(sentence)["clauses"]
    assert (told["to"], told["also"], told["after"]) == ("police", ["registered_manager"], "PT30M")
    (told,) = understand("The shift lead, the night manager and the owner are told of any fire.")[
        "clauses"
    ]
    assert (told["to"], told["also"]) == ("shift_lead", ["night_manager", "owner"])


def test_a_role_that_does_not_answer_is_a_moment_and_said_back() -> None:
    said = understand("If the coordinator does not reply, contact the Associate Director.")
    assert said["clauses"][0]["to"] == "associate_director"
    assert "RD01" in {one["code"] for one in said["problems"]}
    late = understand("If a message is not answered, tell the manager.")
    assert late["state"] == "almost"


def test_an_account_is_overdrawn_for_so_long() -> None:
    sentence = "Accounts overdrawn for 45 days or more are turned over to the Collections Officer."
    (told,) = understand(sentence)["clauses"]
    assert (told["to"], told["after"]) == ("collections_officer", "P45D")
