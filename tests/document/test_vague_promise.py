"""Promises in words that nobody can measure are named, each with what to say instead."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "lead_in"),
    [
        ("All letters are to be handled promptly and courteously.", None),
        ("Keep queues as short as we can.", "When you visit us, we will:"),
        ("We will be in touch with you to talk over what happened.", None),
        ("Once a case handler has it, they will contact you to say who they are.", None),
        ("Messages left at night will be returned in order of priority.", None),
        ("Reports of tests will be issued in much the same time.", None),
        ("Staff should keep the visitor informed at all times.", None),
        ("We will strive to be there on time.", None),
        ("Larger sums need to be cleared higher up.", None),
        ("Unhappy buyers are passed up the line.", None),
        ("You shouldn't have to queue for long.", None),
        ("Our engineer will look into your fault thoroughly, keeping you informed as we go.", None),
    ],
)
def test_a_vague_promise_is_named(sentence: str, lead_in: str | None) -> None:
    said = understand(sentence, lead_in=lead_in)
    assert (said["state"], said["clauses"]) == ("almost", [])
    assert [one["severity"] for one in said["problems"]] != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year most letters were answered promptly.",
        "Urgent matters may be dealt with at night when possible.",
        "Please keep us informed.",
        "Our office stands in order of size.",
    ],
)
def test_what_only_tells_or_hopes_is_no_vague_promise(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


@pytest.mark.parametrize(
    "sentence",
    [
        "The claims handler will write to you with the outcome.",
        "The panel will then send its decision to both sides.",
        "You will receive a written reply from the director.",
        "A written acknowledgement is sent to every complainant.",
        "All faults reported will be looked into.",
        "After the hearing, the chair will inform the student of the decision.",
        "Then the bursar will confirm our final position in writing.",
        "She will write to the family with her findings.",
        "If the matter is complex, the officer will send you a detailed reply.",
        "We will tell you in advance if your visit has to be moved.",
        "Complaints are reviewed periodically.",
        "Regular checks of the register.",
        "Your message will be passed to the appropriate department.",
        "An appropriate officer will contact you.",
        "We will make every effort to resolve the matter.",
        "Repairs will be completed within the published timescales.",
        "Exceptions may be made in special cases.",
    ],
)
def test_a_deed_that_a_time_would_make_a_promise_is_named(sentence: str) -> None:
    said = understand(sentence)
    assert (said["state"], said["clauses"]) == ("almost", [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Your complaint will be treated fairly and in confidence.",
        "You can ask for a copy of the decision.",
        "Your letter should set out what happened.",
        "The ombudsman will tell you whether it can help.",
        "The bank may send you a new card.",
        "All complaints are dealt with under this procedure.",
        "The letter explains how the decision was reached.",
        "We will be happy to answer any questions.",
        "The helpdesk will respond to the incident according to its impact.",
    ],
)
def test_contents_rules_and_what_others_do_want_no_time(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"
