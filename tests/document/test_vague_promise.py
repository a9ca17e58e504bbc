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
