"""A heading that speaks to whoever is unhappy keeps what stands below it to complaints."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "heading",
    [
        "If you're unhappy",
        "If you are not happy with our service",
        "6. What to do if you're still unhappy",
        "Not happy?",
        "Unhappy with us?",
        "How to complain",
        "When a customer is dissatisfied",
        "If you aren't satisfied",
    ],
)
def test_what_stands_below_is_for_complaints(heading: str) -> None:
    (clause,) = understand("We reply within 3 working days.", heading=heading)["clauses"]
    assert clause["subject"] == "complaint"


@pytest.mark.parametrize("heading", ["Happy hour", "Happy customers", "When you write to us"])
def test_other_headings_name_no_complaint(heading: str) -> None:
    (clause,) = understand("We reply within 3 working days.", heading=heading)["clauses"]
    assert not clause.get("subject")


def test_a_kind_that_the_sentence_names_goes_before_the_heading() -> None:
    (clause,) = understand("Refunds are paid within 3 days.", heading="Not happy?")["clauses"]
    assert clause["subject"] == "refund"
