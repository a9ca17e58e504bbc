"""Worked examples of seasons, n-th days and holidays with hours of their own."""

import pytest

from goodword.document.read import read
from goodword.example.illustrate import illustrate

AT = 1_788_000_000
SHOP = """We are open Monday to Saturday, 9am to 5pm. All times are London time.
Public holidays are those of England.
"""
SHOWN = (
    ("On the last Friday of the month we close at 3pm.", "Friday 25 September 15:00: closed"),
    ("From 1 November to 28 February we close at 4pm.", "Monday 2 November 16:00: closed"),
    ("Closed on Easter Monday.", "Monday 29 March 12:00: closed"),
    ("We close for lunch from 12:30 to 1:30.", "Saturday 29 August 12:30: closed"),
    ("Bank holidays: 10am to 4pm.", "Monday 31 August 10:00: open."),
)


@pytest.mark.parametrize(("sentence", "shown"), SHOWN, ids=[row[0][:20] for row in SHOWN])
def test_special_hours_are_shown_where_they_make_a_difference(sentence: str, shown: str) -> None:
    policy = read(f"{SHOP}\n{sentence}").policy
    (clause,) = (one for one in policy.clauses if one.text == sentence)
    example = illustrate(clause, policy, None, at=AT)
    assert example is not None
    assert example.words.startswith(shown)
