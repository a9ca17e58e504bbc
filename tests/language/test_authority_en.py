"""Who may, up to where, and who decides: sentences with the slots that were looked through.

A line names only the slots that say something; what it does not name is empty.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from goodword.document.understand import understand

FORMS = [
    json.loads(line)
    for line in (Path(__file__).parent / "authority_en.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["sentence"][:60])
def test_authority_is_read_whatever_the_words(form: dict[str, Any]) -> None:
    said = understand(form["sentence"], heading=form.get("heading"))
    told = [
        {name: clause[name] for name in expected}
        for expected, clause in zip(form["clauses"], said["clauses"], strict=True)
    ]

    assert (said["state"], said["problems"]) == ("live", [])
    assert form["clauses"] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Refunds over £75 need a receipt.",
        "Your refund can take up to 10 days.",
        "We cannot promise that every item is in stock.",
        "Gift cards cannot be exchanged for cash.",
        "Tickets cost up to £50.",
        "Delivery is free over £30.",
        "Late fees of £10 apply.",
        "Customers may return items within 30 days.",
        "You can spend up to £100 by contactless card.",
        "Children under 5 need no ticket.",
        "Members get up to 20% off in our shop.",
        "Orders over £50 qualify for free delivery.",
    ],
)
def test_what_gives_no_authority_grants_nothing_in_silence(sentence: str) -> None:
    said = understand(sentence)

    granted = [one for one in said["clauses"] if one["kind"] in {"authority", "cap"}]
    assert granted == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("You may refund up to $50.", "you"),
        ("Only managers and supervisors may give refunds.", "Only"),
        ("Refunds over £75 need two stamps.", "Who decides"),
        ("Do not offer a free stay without approval.", "Who decides"),
    ],
)
def test_what_is_left_open_is_asked(sentence: str, words: str) -> None:
    said = understand(sentence)

    assert said["clauses"] == []
    assert any(words in one["message"] for one in said["problems"])


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Agents may credit up to $25 per billing cycle.", 30),
        ("Staff may refund up to £50 per customer in two billing cycles.", 60),
        ("Staff may refund up to £50 per customer each workday.", 1),
    ],
)
def test_a_cap_counts_in_cycles_and_working_days_too(sentence: str, days: int) -> None:
    (cap,) = understand(sentence)["clauses"][0]["caps"]

    assert days == cap["days"]
