"""Lengths of time with hundreds, halves behind the unit, and days that are counted."""

import pytest

from goodword.document.understand import understand

LENGTHS = [
    ("one hundred and twenty minutes", "PT120M", "clock"),
    ("a hundred minutes", "PT100M", "clock"),
    ("two hundred and forty hours", "PT240H", "clock"),
    ("two hundred hours", "PT200H", "clock"),
    ("two hours and a half", "PT150M", "clock"),
    ("an hour and a half", "PT90M", "clock"),
    ("two and a half hours", "PT150M", "clock"),
    ("2½ hours", "PT150M", "clock"),
    ("1 1/2 hours", "PT90M", "clock"),
    ("3-and-a-half hours", "PT210M", "clock"),
    ("a half hour", "PT30M", "clock"),
    ("½ hour", "PT30M", "clock"),
    ("a minute and a half", "PT90S", "clock"),
    ("48 hours (during the work week)", "PT48H", "working"),
]
DAYS = [
    ("midnight on the second working day", "P2D"),
    ("the close of business on the fifth working day", "P5D"),
    ("5 p.m. on the third full working day", "P3D"),
    ("the end of the fourth business day", "P4D"),
]


@pytest.mark.parametrize(("words", "within", "unit"), LENGTHS)
def test_a_length_in_words_is_counted_to_its_end(words: str, within: str, unit: str) -> None:
    (clause,) = understand(f"We reply within {words}.")["clauses"]
    assert (clause["within"], clause["unit"]) == (within, unit)


@pytest.mark.parametrize(("words", "within"), DAYS)
def test_the_end_of_a_counted_day_is_so_many_days(words: str, within: str) -> None:
    (clause,) = understand(f"We reply to you by {words}.")["clauses"]
    assert (clause["within"], clause["anchor"], clause["unit"]) == (within, None, "working")


def test_half_a_working_day_is_asked_about() -> None:
    said = understand("We reply in one working day and a half.")
    assert [one["code"] for one in said["problems"]] == ["PR01"]


def test_thousands_of_money_stay_what_they_are() -> None:
    said = understand("The manager may refund up to one thousand five hundred dollars.")
    assert said["clauses"][0]["limit"] == {"amount": 1500, "currency": "USD"}
