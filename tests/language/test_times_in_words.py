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


COUNTED = [
    ("not later than the thirtieth day", "P30D", "calendar"),
    ("by the twentieth business day", "P20D", "working"),
    ("on or before the 40th working day", "P40D", "working"),
    ("by the end of the second school day", "P2D", "working"),
    ("on the 29th day after your form arrives", "P29D", "calendar"),
    ("not later than day sixty", "P60D", "calendar"),
    ("by close of play on day two", "P2D", "calendar"),
    ("within the half-hour", "PT30M", "clock"),
    ("in the hour", "PT1H", "clock"),
    ("in 20 s", "PT20S", "clock"),
    ("within 3 BD", "P3D", "working"),
    ("within 5 wd", "P5D", "working"),
]
NEXT = [
    "first thing the next business morning",
    "first thing next day",
    "by the following morning",
    "by noon the next day",
    "by 11 the next day",
    "by six the next evening",
    "by 10:00 the morning after delivery",
    "by the evening of the following day",
    "on our next regular working day",
    "on the working day that follows",
    "by the end of the day after",
    "by the end of the business day after",
    "NBD",
]
SAME = [
    "that afternoon",
    "that evening",
    "the same evening",
    "by nine that night",
    "before the office shuts",
    "before we close",
    "by return of post",
    "by teatime",
    "the day we learn of it",
    "on the day they contact us",
    "on the date on which it is passed to us",
]


@pytest.mark.parametrize(("words", "within", "unit"), COUNTED)
def test_a_counted_day_or_a_short_unit_is_a_length(words: str, within: str, unit: str) -> None:
    (clause,) = understand(f"We reply to you {words}.")["clauses"]
    assert (clause["within"], clause["unit"]) == (within, unit)


@pytest.mark.parametrize("words", NEXT)
def test_an_hour_or_a_part_of_the_next_day_is_the_next_working_day(words: str) -> None:
    (clause,) = understand(f"We reply to you {words}.")["clauses"]
    assert (clause["within"], clause["anchor"]) == (None, "next_working_day")


@pytest.mark.parametrize("words", SAME)
def test_a_part_of_a_day_is_that_day(words: str) -> None:
    (clause,) = understand(f"We reply to you {words}.")["clauses"]
    assert (clause["within"], clause["anchor"]) == (None, "same_day")


@pytest.mark.parametrize(
    "sentence",
    [
        "In the 1990s we opened a second shop.",
        "She is in her 30s.",
        "Day 2 of the course is for visits.",
        "We were founded on the second day of May.",
        "The invoice run is on the tenth working day of the month.",
        "A half-hour lesson costs $20.",
        "The shop is open that evening.",
    ],
)
def test_a_decade_or_a_date_is_no_time_to_keep(sentence: str) -> None:
    said = understand(sentence)
    assert [one for one in said["clauses"] if one["kind"] == "promise"] == []


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("The telephone never rings more than four times.", "PT12S"),
        ("We pick up the phone before it has rung five times.", "PT15S"),
    ],
)
def test_how_often_a_phone_rings_is_how_long(sentence: str, within: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["metric"], clause["within"]) == ("answer", within)
