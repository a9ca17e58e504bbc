"""Hours in which a time counts may stand before it, or right behind it."""

import pytest

from goodword.document.understand import understand


def _units(said: str) -> list[str]:
    lead, text = said.split("||") if "||" in said else ("", said)
    return [one["unit"] for one in understand(text, lead_in=lead or None)["clauses"]]


@pytest.mark.parametrize(
    "said",
    [
        "She replies, in office hours, within two hours of any e-mail.",
        "We reply, during support hours, within 30 minutes.",
        "Monday to Friday, 9 to 5, we reply within two hours.",
        "Method | Reply||Facebook (Mon–Fri, 9–5) | 2 hours",
        "Urgent tickets are answered inside the hour, eight to six.",
    ],
)
def test_hours_said_before_a_time_are_those_it_counts_in(said: str) -> None:
    assert _units(said) == ["working"]


@pytest.mark.parametrize(
    "said",
    ["We reply within two hours, day or night.", "We attend within two hours, 24 hours a day."],
)
def test_all_hours_are_no_hours(said: str) -> None:
    assert _units(said) == ["clock"]
