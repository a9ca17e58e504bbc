"""What comes before something else is read however it is said, and is said back so."""

import pytest

from goodword.document.second_said import said_back
from goodword.document.sentence_reader import understand_text
from goodword.document.setting import Setting
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "action", "do"),
    [
        (
            "You will be given one warning before any fee is charged.",
            "charge_fee",
            "see that the customer is given one warning",
        ),
        (
            "Wherever possible, we give the guest a chance to explain before a decision is taken.",
            "take_decision",
            "give the guest a chance to explain",
        ),
        (
            "Before work begins, agree with the client how long it takes.",
            "start_work",
            "agree with the client how long it takes",
        ),
        (
            "Take photos of the dent before processing.",
            "process",
            "take photos of the dent",
        ),
        (
            "Check the caller's name before sharing any details.",
            "share_any_details",
            "check the caller's name",
        ),
        (
            "Only go ahead once the owner has agreed.",
            "go_ahead",
            "make sure that the owner has agreed",
        ),
        (
            "Comp a dish only when the guest has been apologised to.",
            "comp_a_dish",
            "make sure that the guest has been apologised to",
        ),
        (
            "We need the client's written consent before we charge it.",
            "charge_it",
            "have the client's written consent",
        ),
        (
            "Enough facts should be gathered at the desk before deciding who goes.",
            "decide_who_goes",
            "see that enough facts are gathered at the desk",
        ),
    ],
)
def test_what_comes_first_is_kept_with_what_it_comes_before(
    sentence: str, action: str, do: str
) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert (rule["kind"], rule["action"], rule["do"]) == ("precondition", action, do)
    (clause,) = understand_text(sentence, Setting(alone=True)).clauses
    said = said_back([clause])
    assert said_back(understand_text(said, Setting(alone=True)).clauses) == said


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "The supervisor checks the receipt before a refund is allowed for old tickets.",
            "supervisor",
        ),
        ("The treasurer will look at each request before it goes to the manager.", "treasurer"),
        ("Officers will only issue a fine where they are sure of the facts.", "officer"),
    ],
)
def test_whose_part_it_is_is_kept(sentence: str, role: str) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert (rule["kind"], rule["role"]) == ("precondition", role)


@pytest.mark.parametrize(
    "sentence",
    [
        "Please read our terms before making a booking.",
        "We may ask for more details before a decision is made.",
        "Customers must give us a chance to settle it before going to the ombudsman.",
        "Many customers call before ordering.",
        "You should check your statement before paying the bill.",
        "Before starting our company, we worked in hotels.",
        "Leave the handset on charge before you first use it.",
        "The survey was made before the new system was started.",
        "Give us 24 hours' notice before a visit is cancelled.",
    ],
)
def test_what_customers_do_and_what_came_about_comes_before_nothing_of_ours(sentence: str) -> None:
    assert "precondition" not in {one["kind"] for one in understand(sentence)["clauses"]}


def test_who_is_only_told_when_in_doubt_is_told() -> None:
    (told,) = understand("When in doubt, inform your manager before the purchase.")["clauses"]
    assert (told["kind"], told["to"]) == ("escalation", "manager")
    (rule,) = understand("Check the receipt before refunding.")["clauses"]
    assert rule["kind"] == "precondition"
