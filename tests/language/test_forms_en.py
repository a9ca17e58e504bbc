"""Sentences as people publish them, and what they say: `forms_en.jsonl`, a line each."""

import json
from pathlib import Path
from typing import Any

import pytest

from goodword.document.understand import understand

FORMS = [
    json.loads(line)
    for line in (Path(__file__).parent / "forms_en.jsonl").read_text(encoding="utf-8").splitlines()
]


def answer(form: dict[str, Any]) -> dict[str, Any]:
    return understand(form["sentence"], lead_in=form.get("lead_in"), heading=form.get("heading"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form["sentence"][:60])
def test_a_sentence_says_what_the_fixture_says(form: dict[str, Any]) -> None:
    said = answer(form)
    told = [
        {name: clause[name] for name in expected}
        for expected, clause in zip(form["clauses"], said["clauses"], strict=True)
    ]

    assert form["state"] == said["state"]
    assert form["clauses"] == told
    assert form.get("codes", []) == [problem["code"] for problem in said["problems"]]


def test_the_fixture_holds_at_least_150_sentences() -> None:
    assert len(FORMS) >= 150


@pytest.mark.parametrize(
    "form",
    [form for form in FORMS if form["state"] == "almost"],
    ids=lambda form: form["sentence"][:60],
)
def test_the_fix_of_an_almost_live_sentence_reads_as_a_live_clause(form: dict[str, Any]) -> None:
    fix = next(problem["fix"] for problem in answer(form)["problems"] if "fix" in problem)

    assert understand(fix)["state"] == "live"


VAGUE = (
    "We respond to all emails quickly.",
    "We will answer your enquiry as soon as possible.",
    "Complaints will be dealt with promptly.",
    "We aim to reply in a timely manner.",
    "You will receive a prompt response.",
    "We will get back to you shortly.",
    "We resolve issues without undue delay.",
    "We respond within a reasonable time.",
    "Calls are answered swiftly.",
    "We will update you regularly.",
    "We answer letters within a few days.",
    "We acknowledge complaints immediately.",
    "We try to reply in good time.",
    "Our team answers emails at the earliest opportunity.",
    "We will return your call soon.",
    "We aim to resolve problems quickly and fairly.",
    "We will keep you informed at regular intervals.",
    "We endeavour to respond in due course.",
)


@pytest.mark.parametrize("sentence", VAGUE)
def test_a_vague_promise_never_gets_a_deadline(sentence: str) -> None:
    said = understand(sentence)

    assert [clause for clause in said["clauses"] if clause["kind"] == "promise"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "If we cannot settle your complaint within three days, we will tell you.",
        "If it takes longer than 20 days, we let you know.",
        "We will tell you if we need longer than 20 working days.",
        "If you have not heard from us within 10 days, please call us.",
        "You must complain within 12 months.",
    ],
)
def test_the_time_of_a_condition_is_not_the_time_of_the_promise(sentence: str) -> None:
    kinds = {clause["kind"] for clause in understand(sentence)["clauses"]}
    assert kinds <= {"late_notice"}


@pytest.mark.parametrize(
    ("sentence", "within", "unit"),
    [
        ("We reply within 4 hours.", "PT4H", "clock"),
        ("We reply within 4 days.", "P4D", "calendar"),
        ("We reply within 4 working hours.", "PT4H", "working"),
        ("We reply within 4 business days.", "P4D", "working"),
        ("We reply within 8 weeks.", "P8W", "calendar"),
        ("We reply within two to three days.", "P3D", "calendar"),
    ],
)
def test_the_declared_defaults_of_time(sentence: str, within: str, unit: str) -> None:
    clause = understand(sentence)["clauses"][0]

    assert (within, unit) == (clause["within"], clause["unit"])


def test_nothing_about_a_share_means_every_time() -> None:
    assert understand("We reply to emails within 2 days.")["clauses"][0]["target"] is None


def test_a_time_with_two_readings_asks_to_choose() -> None:
    said = understand("We reply within 24 hours during normal business hours.")

    assert (
        said["state"],
        said["clauses"],
        [problem["code"] for problem in said["problems"]],
    ) == ("almost", [], ["PR05"])
