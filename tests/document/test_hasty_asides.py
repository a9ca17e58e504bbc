"""Haste in brackets behind a time narrows no promise, and is asked about."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply within one working day (immediately where there is a risk to life).",
        "We answer letters within 2 days (straight away if somebody is hurt).",
        "Calls are returned within 4 hours (at once for emergencies).",
        "Emails are answered within 2 days (as soon as possible if they are urgent).",
        "We acknowledge every report within 1 day (sooner where a child is involved).",
    ],
)
def test_haste_in_brackets_is_asked_about_and_narrows_nothing(sentence: str) -> None:
    said = understand(sentence)
    (clause,) = said["clauses"]
    assert not clause.get("condition")
    assert not clause.get("subject") or clause["subject"] == "report"
    assert any("not a time I can keep count of" in one["message"] for one in said["problems"])


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply within one working day (30 minutes where there is a risk to life).",
        "We'll acknowledge your report within one working day (same day where threats are made).",
        "We acknowledge reports within 2 working days (same day where violence is involved).",
        "We acknowledge reports within 2 working days (1 hour if anybody is in danger).",
    ],
)
def test_a_time_in_brackets_is_a_promise_of_its_own(sentence: str) -> None:
    first, second = understand(sentence)["clauses"]
    assert not first.get("condition")
    assert second["condition"]


def test_a_time_in_minutes_ends_a_line() -> None:
    first, second = understand("Texts: 30 min. Web quotes: same day.")["clauses"]
    assert first["channels"] == ["text"]
    assert second["subject"] == "quote"
    assert not second.get("channels")
