"""Days that are open as well, and months that hold for the days before them."""

import pytest

from goodword.document.read import read
from goodword.policy.definition import ClosureClause, HoursClause


@pytest.mark.parametrize(
    "sentence",
    [
        "We're open 6pm to midnight every night, including Christmas Day.",
        "We're open 6pm to midnight every day of the year including Christmas Day.",
        "We are here from six in the evening until midnight, every night, including Christmas Day.",
    ],
)
def test_a_day_that_is_included_narrows_no_week(sentence: str) -> None:
    clauses = read(f"# Care\n\n{sentence}\n").policy.clauses
    week = next(one.week for one in clauses if isinstance(one, HoursClause))
    assert all((day[0].start, day[0].end) == (18 * 60, 24 * 60) for day in week)
    (special,) = next(one.special for one in clauses if isinstance(one, ClosureClause))
    assert special.on.first == (12, 25)


def test_months_behind_a_time_hold_for_the_days_before_it() -> None:
    sentence = "We close on Fridays at noon in January and July."
    closures = read(f"# Care\n\n{sentence}\n").policy.of_kind(ClosureClause)
    said = [one for closure in closures for one in closure.special]
    assert all(not closure.closures for closure in closures)
    assert [(one.on.weekdays, one.on.first, one.closes) for one in said] == [
        ((4,), (7, 1), 12 * 60),
        ((4,), (1, 1), 12 * 60),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We open at 9:30 (10:00 on Wednesdays) and close at 4:30.",
        "Open 9am to 5pm (10am to 4pm on Saturdays).",
    ],
)
def test_a_day_in_brackets_is_none_of_the_times_before_them(sentence: str) -> None:
    reading = read(f"# Care\n\n## Opening hours\n\n{sentence}\n")
    assert not reading.policy.of_kind(ClosureClause)
    assert any(one.code == "HR06" for one in reading.problems)
