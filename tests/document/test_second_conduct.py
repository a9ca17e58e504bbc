"""What people do, taken from the words of a sentence that has no form of its own."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("If the same thing happens a third time, you will be taken off our list.", "situation"),
        ("Full refunds may be issued if the booking is cancelled within a day.", "eligibility"),
    ],
)
def test_a_rule_in_other_words_is_taken_and_said_back(sentence: str, kind: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == [kind]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If a parent is late, the child waits in the office.",
        "Once a year we ask our customers what we should stop.",
        "If a customer is happy, staff will feel good.",
        "When the shop opened, there were four of us.",
        "If need be, another room is used.",
    ],
)
def test_what_tells_how_it_is_or_what_others_may_do_stays_prose(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize(
    ("heading", "lead_in", "sentence", "words"),
    [
        ("Lost and found", None, "10. Guests are not called about what they left in rooms.",
         "guests are not called about what they left in rooms"),
        ("Complaints", "Submission can take place:", "verbally, at the desk",
         "submission can take place: verbally, at the desk"),
        ("Damp and mould", "3. When damp is reported",
         "3.14 Everyone who goes into homes does the half-day damp course.",
         "when damp is reported: Everyone who goes into homes does the half-day damp course"),
    ],
)  # fmt: skip
def test_what_the_words_say_clearly_is_kept_in_the_words_of_its_author(
    heading: str, lead_in: str | None, sentence: str, words: str
) -> None:
    said = understand(sentence, heading=heading, lead_in=lead_in)
    assert [one.get("words") for one in said["clauses"]] == [words]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    "sentence",
    ["No purchase required.", "No two days are the same.", "We can't promise a date.",
     "A full refund was given to 40 customers who cancelled.",
     "Loans: books 3 weeks, films 1 week"],
)  # fmt: skip
def test_what_rules_nothing_is_kept_by_no_weight_of_words(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
