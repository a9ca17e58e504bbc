"""Sentences that close us on several dates, for a part of a day, or for a reason."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.policy.definition import ClosureClause
from goodword.policy.hours import Closure

BREAK = tuple(Closure(12, day, 2026, "Christmas break") for day in (24, 25, 26))


@pytest.mark.parametrize(
    ("sentence", "closures"),
    [
        (
            "We are closed on 2 May 2027 from 1pm to 3pm and on 3 June 2027 from 1pm to 3pm.",
            (Closure(5, 2, 2027, "", 780, 900), Closure(6, 3, 2027, "", 780, 900)),
        ),
        (
            "We are closed from 24 to 25 May, on 30 May from 1pm to 3pm.",
            (Closure(5, 24), Closure(5, 25), Closure(5, 30, None, "", 780, 900)),
        ),
        (
            "We are closed on 30 May from 1pm to 3pm and on 6 June.",
            (Closure(5, 30, None, "", 780, 900), Closure(6, 6)),
        ),
        (
            "We are closed on 24 and 31 December from noon to 5pm.",
            (Closure(12, 24, None, "", 720, 1020), Closure(12, 31, None, "", 720, 1020)),
        ),
        ("We are closed from 24 December 2026 to 26 December 2026 (Christmas break).", BREAK),
        ("We are closed from 24 to 26 December 2026 for the Christmas break.", BREAK),
        ("We are closed on 3 May because of the staff day.", (Closure(5, 3, None, "staff day"),)),
    ],
    ids=["times-twice", "times-last", "times-first", "times-of-both", "name", "for", "because"],
)
def test_closed_dates_are_read_and_said_back(sentence: str, closures: tuple[Closure, ...]) -> None:
    reading = read(f"# Policy\n\nWe are open Monday to Sunday, 9am to 5pm.\n\n{sentence}\n")
    assert not reading.problems
    (found,) = reading.policy.of_kind(ClosureClause)
    assert found.closures == closures
    (again,) = read(echo(found, reading.policy)).policy.of_kind(ClosureClause)
    assert set(again.closures) == set(closures)


def test_what_stands_in_brackets_and_tells_a_day_is_no_name() -> None:
    reading = read("# Policy\n\nWe are closed on 24 December (except the emergency line).\n")
    assert reading.problems
    assert not reading.policy.of_kind(ClosureClause)


@pytest.mark.parametrize(
    "sentence",
    ["We follow the public holidays of England.", "We observe all bank holidays in England."],
)
def test_whose_holidays_we_keep_may_be_said_of_us(sentence: str) -> None:
    reading = read(f"# Policy\n\nWe are open Monday to Friday, 9am to 5pm.\n\n{sentence}\n")
    hours = reading.policy.hours
    assert hours is not None
    assert [one.country for one in hours.holidays] == ["GB"]
