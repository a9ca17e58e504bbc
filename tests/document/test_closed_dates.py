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


@pytest.mark.parametrize(
    ("language", "sentence", "first", "last", "count"),
    [
        ("en", "We are closed from November 2026 to February.", (2026, 11, 1), (2027, 2, 28), 120),
        (
            "en",
            "We are closed from 24 December to 2 January 2027.",
            (2026, 12, 24),
            (2027, 1, 2),
            10,
        ),
        (
            "de",
            "Wir sind vom 24. Dezember bis 2. Januar 2027 geschlossen.",
            (2026, 12, 24),
            (2027, 1, 2),
            10,
        ),
        (
            "de",
            "Wir sind vom 20. Februar bis 5. März geschlossen.",
            (None, 2, 20),
            (None, 3, 5),
            15,
        ),
        ("es", "Cerramos el 29 de febrero.", (None, 2, 29), (None, 2, 29), 1),
    ],
    ids=["months", "turn-of-the-year", "turn-in-german", "leap-day-within", "leap-day"],
)
def test_a_stretch_of_closed_dates_ends_with_its_last(
    language: str,
    sentence: str,
    first: tuple[int | None, int, int],
    last: tuple[int | None, int, int],
    count: int,
) -> None:
    (found,) = read(f"---\nlanguage: {language}\n---\n\n{sentence}\n").policy.of_kind(ClosureClause)
    dates = [(one.year, one.month, one.day) for one in found.closures]
    assert (dates[0], dates[-1], len(dates)) == (first, last, count)


@pytest.mark.parametrize(
    ("language", "sentence", "said"),
    [
        ("en", "We are closed from 29 February to 5 March 2027.", "29 February to 5 March 2027"),
        ("de", "Wir sind am 29. Februar 2027 geschlossen.", "29. Februar 2027"),
        ("de", "Diese Richtlinie gilt ab 31. April 2027.", "31. April 2027"),
        ("es", "Cerramos el 31 de febrero.", "31 de febrero"),
    ],
    ids=["stretch", "german", "german-in-force", "spanish"],
)
def test_a_date_of_no_calendar_is_asked_about(language: str, sentence: str, said: str) -> None:
    (found,) = read(f"---\nlanguage: {language}\n---\n\n{sentence}\n").problems
    assert found.code == "DT01"
    assert said in found.message


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
