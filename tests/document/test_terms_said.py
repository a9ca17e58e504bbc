"""What words mean, in the ways that pages say it."""

# ruff: noqa: E501  (a line of a table is read as one)

import pytest

from goodword.document.understand import understand

TERMS = {
    "considered": ("A written complaint is always considered a grievance.", "grievance", "a written complaint"),
    "not considered": ("Billing questions alone are not usually considered a grievance.", "grievance", "not billing questions alone"),
    "classified": ("Goods are classified as faulty if they arrive broken.", "faulty", "goods if they arrive broken"),
    "classed": ("If you buy something over $900, this is classed as company property.", "company property", "if you buy something over $900"),
    "resolved": ("A complaint is considered resolved when the caller is satisfied.", "resolved", "a complaint when the caller is satisfied"),
    "for purposes": ("A call that needs an inquiry is a grievance for the purposes of this policy.", "grievance", "a call that needs an inquiry"),
    "we define": ("For the purposes of this policy we define abuse as words that threaten.", "abuse", "words that threaten"),
    "is a": ("A standard incident is one that wants a small repair.", "standard incident", "one that wants a small repair"),
    "power": ("Claims authority is the power to accept or decline cover.", "Claims authority", "the power to accept or decline cover"),
    "left out": ("A complaint does not include a report of a hazard.", "complaint", "does not include a report of a hazard"),
    "clock": ("The clock starts when a ticket is made.", "clock", "starts when a ticket is made"),
    "time runs": ("Response time runs from our automatic e-mail until somebody is in touch.", "Response time", "runs from our automatic e-mail until somebody is in touch"),
    "days run": ("The 12 working days run from the day we send that letter.", "12 working days", "run from the day we send that letter"),
    "counted": ("The pledged time is counted from the day after a case is reported.", "pledged time", "is counted from the day after a case is reported"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "term", "meaning"), TERMS.values(), ids=TERMS)
def test_a_word_is_defined(sentence: str, term: str, meaning: str) -> None:
    said = understand(sentence)
    (clause,) = said["clauses"]
    assert (clause["kind"], clause["term"], clause["meaning"]) == ("term", term, meaning)
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    ("sentence", "term"), [(one[0], one[1]) for one in TERMS.values()], ids=TERMS
)
def test_the_definition_reads_back_as_the_same(sentence: str, term: str) -> None:
    (problem,) = understand(sentence)["problems"]
    (clause,) = understand(problem["fix"])["clauses"]
    assert (clause["kind"], clause["term"].lower()) == ("term", term.lower())


LINES = {
    "a level": ("Priorities", "", "P0: failed release or total loss of service", "P0"),
    "a status": ("Ticket statuses", "", "Pending – when we are waiting for the customer", "Pending"),
    "definition": ("Urgent repairs", "", "Definition: a health risk.", "Urgent repairs"),
    "below": ("", "Behaviour becomes unacceptable when it:", "Puts unreasonable demands on us.", "unacceptable"),
    "any of": ("", "Tickets are considered high priority if they meet ANY of these conditions:", "The customer is in a trial", "high priority"),
    "a row": ("", "Term | Definition", "Store credit | Credit for a later purchase", "Store credit"),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "lead", "line", "term"), LINES.values(), ids=LINES)
def test_a_line_defines_what_stands_above_or_before_it(
    heading: str, lead: str, line: str, term: str
) -> None:
    (clause,) = understand(line, lead_in=lead or None, heading=heading or None)["clauses"]
    assert (clause["kind"], clause["term"]) == ("term", term)


NO_TERMS = {
    "praise": "A complaint is an opportunity to learn.",
    "a gift": "Every complaint is a gift.",
    "purpose": "Feedback is a valuable source of ideas.",
    "looked at": "Each request will be considered on its merits.",
    "reminder": "Please remember that weekends do not count as working days.",
    "open": "The register of gifts is open to anybody who asks.",
    "the event": "The class starts at seven and runs until nine.",
    "a resort": "A refund is a last resort.",
    "last": "Writing off a debt is a last resort.",
    "always": "A tenant's vulnerability will always be considered.",
}


@pytest.mark.parametrize("sentence", NO_TERMS.values(), ids=NO_TERMS)
def test_what_a_thing_is_good_for_defines_nothing(sentence: str) -> None:
    assert [one for one in understand(sentence)["clauses"] if one["kind"] == "term"] == []


def test_a_level_with_a_time_is_a_promise() -> None:
    said = understand("Critical: fixed within 4 hours", heading="Priorities")
    assert [one["kind"] for one in said["clauses"]] == ["promise"]
