"""By which ways people come to us, and how much of the time something works, in plain sentences."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints may be lodged by phone, in person, by email or on our online form.",
        "You can make a complaint by phone, email or letter.",
        "Requests can be sent by email or through the portal.",
        "Tenants may report a fault by phone or at the counter.",
    ],
)
def test_several_ways_in_are_kept_as_a_rule_of_how_to_reach_us(sentence: str) -> None:
    read = understand(sentence)
    assert [one["kind"] for one in read["clauses"]] == ["channel"]
    assert read["problems"] == []


@pytest.mark.parametrize(
    "sentence",
    ["You can send feedback by text.", "Orders can be placed by anybody.", "You can make a cake."],
)
def test_one_way_or_none_is_no_such_rule(sentence: str) -> None:
    assert not [one for one in understand(sentence)["clauses"] if one["kind"] == "channel"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We guarantee 99.9% network uptime in each calendar month.",
        "Our booking page is available 99.5% of the time.",
        "We target a platform availability of 99.95% per month.",
    ],
)
def test_how_much_of_the_time_something_works_is_quality(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["quality"]


@pytest.mark.parametrize(
    "sentence", ["Availability was 99.9% last year.", "Is 99% uptime guaranteed?"]
)
def test_what_availability_was_is_told_and_no_rule(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_callers_without_an_appointment_are_there_in_person() -> None:
    (clause,) = understand("Callers without an appointment are seen within 20 minutes.")["clauses"]
    assert clause["channels"] == ["in_person"]
