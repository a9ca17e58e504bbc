"""Whoever says that hours run day and night is not asked whether opening hours were meant."""

import pytest

from goodword.document.read import read

HOURS = "Our opening hours are Monday to Friday, 9am to 5pm.\nAll times are London time.\n"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("within 4 hours", ["PR13"]),
        ("within 4 hours, day and night", []),
        ("within 4 hours, day or night", []),
        ("within 4 hours, round the clock", []),
        ("within 4 working hours", []),
    ],
)
def test_plain_hours_are_asked_about_unless_the_clock_is_said(said: str, asked: list[str]) -> None:
    reading = read(f"{HOURS}We reply to every email {said}.\n")
    assert [one.code for one in reading.problems] == asked
