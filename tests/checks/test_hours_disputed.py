"""Opening hours that two sentences say in two ways, and hours that only special days open."""

import pytest

from goodword.checks import check
from goodword.document.read import read
from goodword.problem import Problem

AT = 1_788_000_000
DISPUTED = (
    ("We are open Monday to Saturday, 9am to 5pm.", "We are closed on Saturdays.", "Saturday"),
    ("We are closed on public holidays.", "Bank holidays: 10am to 4pm.", "On public holidays"),
    ("We are closed on Good Friday.", "We are open on Good Friday.", "On Good Friday"),
    ("Closed on 24 December.", "On Christmas Eve we are open from 9 to 12.", "On 24 December"),
    ("Monday to Friday: 9am to 5pm", "Friday: 9am to 4pm", "Friday"),
    (
        "Closed on the first Monday of the month.",
        "The first Monday of each month: 1pm to 5pm",
        "On the first Monday of the month",
    ),
)


def hours_problems(*sentences: str) -> list[Problem]:
    text = "\n\n".join(
        ("We are open Tuesday to Thursday, 9am to 5pm.", "All times are London time.", *sentences)
    )
    found = check(read(text), at=AT)
    return [one for one in found if one.code.startswith("HR1")]


@pytest.mark.parametrize(("one", "other", "named"), DISPUTED, ids=[row[2] for row in DISPUTED])
def test_hours_said_in_two_ways_are_named_with_both_sentences(
    one: str, other: str, named: str
) -> None:
    (problem,) = [found for found in hours_problems(one, other) if "Tuesday" not in found.message]
    assert problem.code == "HR12"
    assert problem.message.startswith(named)
    assert problem.span is not None
    assert problem.related


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We are closed on Sundays.", "Monday: 9am to 5pm"),
        ("Closed on 24 December.", "We are open on Good Friday."),
        ("From 1 October to 31 March we close at 4pm.", "On the last Thursday we close at 3pm."),
        ("We are closed on public holidays.", "On Boxing Day we are open from 10am to 4pm."),
    ],
    ids=lambda words: words[:20],
)
def test_hours_that_fit_together_are_no_dispute(one: str, other: str) -> None:
    assert hours_problems(one, other) == []


def test_a_policy_that_only_opens_on_special_days_does_open() -> None:
    text = "On the first Saturday of the month we are open from 9am to 12pm. All times are UTC."
    assert [one.code for one in check(read(text), at=AT) if one.code == "HR11"] == []
