"""Questions that only name a case, and what is said of it."""

import pytest

from goodword.checks import check
from goodword.document.question_case import case_of, said_of_case
from goodword.document.read import read
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Still unhappy", "you are still unhappy"),
        ("Not happy with our answer", "you are not happy with our answer"),
        ("Lost your card", "you have lost your card"),
        ("Need help urgently", "you need help urgently"),
        ("Problem with your order", "there is a problem with your order"),
        ("No reply", "there is no reply"),
    ],
)
def test_a_short_question_names_a_case(question: str, case: str) -> None:
    assert case_of(question) == case


@pytest.mark.parametrize(
    "question", ["Do you take cards", "What if I am late", "Who decides", "Can I bring my dog"]
)
def test_what_is_truly_asked_names_none(question: str) -> None:
    assert case_of(question) is None


def test_what_is_promised_of_it_holds_only_then() -> None:
    said = understand(
        "Still unhappy? One of the partners will review your complaint within 15 working days."
    )
    (promise,) = said["clauses"]
    assert promise["condition"] == "you are still unhappy"
    assert (promise["within"], promise["unit"]) == ("P15D", "working")


def test_an_order_to_whoever_reads_stays_as_it_stands() -> None:
    assert said_of_case("Broken seal? Tell us within 48 hours of delivery.") is None


def test_a_later_step_contradicts_no_earlier_one() -> None:
    text = (
        "# Vets\n\n## Complaints\n\n"
        "1. Write to us. You will get a full reply within 10 working days.\n"
        "2. Still unhappy? A partner will review your complaint within 15 working days.\n"
    )
    assert "DOC04" not in {one.code for one in check(read(text), at=0)}
