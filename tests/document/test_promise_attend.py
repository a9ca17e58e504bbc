"""Attending is a first response; where no end is told, that is said."""

import pytest

from goodword.document.understand import understand


def _read(text: str, lead: str | None = None) -> list[tuple[str, str | None]]:
    said = understand(text, lead_in=lead)["clauses"]
    return [(one["metric"], one.get("within") or one.get("anchor")) for one in said]


def _codes(text: str) -> list[str]:
    return [one["code"] for one in understand(text)["problems"]]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("An engineer will be on site within 4 hours.", "PT4H"),
        ("Our team will be with you within the hour.", "PT1H"),
        ("A plumber arrives within 90 minutes of your call.", "PT90M"),
        ("Call-out time: 3 hours", "PT3H"),
        ("Emergency: attended in 4 hours, day or night", "PT4H"),
        ("Officers attend reports of noise within one hour.", "PT1H"),
        ("Our patrol will reach you within 50 minutes.", "PT50M"),
        ("Lift trapped: technician onsite within 25 minutes", "PT25M"),
    ],
)
def test_coming_is_a_first_response_and_the_end_is_asked_for(text: str, within: str) -> None:
    assert _read(text) == [("first_response", within)]
    assert "PR16" in _codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Emergency repairs: attended within 4 hours, made safe within 24 hours.",
        "We attend emergencies within 4 hours and complete the repair within 24 hours.",
    ],
)
def test_nothing_is_asked_where_the_end_stands_beside_it(text: str) -> None:
    assert _read(text) == [("first_response", "PT4H"), ("resolution", "PT24H")]
    assert "PR16" not in _codes(text)


def test_columns_say_who_comes_and_when_it_is_done() -> None:
    row = understand("Emergency | 4 hours | 24 hours", lead_in="Priority | Attend | Complete")

    assert [one["metric"] for one in row["clauses"]] == ["first_response", "resolution"]
    assert row["problems"] == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Attend and make safe within 4 hours.", "resolution"),
        ("Your new card will be with you within five working days.", "resolution"),
        ("Your parcel arrives within 3 days.", "resolution"),
        ("Refunds for cancelled flights reach you within 7 days.", "resolution"),
        ("Items held on site are delivered to the reading room within 60 minutes.", "resolution"),
        ("Visitors who call at our offices are attended to within 5 minutes.", "wait"),
        ("We attend to visitors within ten minutes.", "wait"),
    ],
)
def test_things_that_come_and_people_who_wait_are_read_otherwise(text: str, metric: str) -> None:
    assert [one for one, _ in _read(text)] == [metric]
    assert "PR16" not in _codes(text)
