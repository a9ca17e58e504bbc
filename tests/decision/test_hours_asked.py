"""Questions after the hours of the house get the hours, and other openings and closings do not."""

from pathlib import Path

import pytest

from goodword.decision.ask import Answer, ask
from goodword.decision.hours_asked import asks_hours
from goodword.document.read import read
from tests.decision.built_policy import NOON

VET = read(
    "# Millbrook Vets\n\nWe are Millbrook Vets, and we call the people we serve clients.\n"
    "The practice manager looks after this policy.\n\n"
    "Our opening hours are Monday to Friday, 8.30am to 6.30pm, and Saturday, 9am to 12pm.\n"
    "We are closed on public holidays.\nPublic holidays are those of England.\n"
    "All times are London time.\n\n"
    "## When we run late\n\nThis section is for our team only.\n"
    'People may say "how much longer".\n\n1. Say sorry, and how long it will be.\n'
).policy


def asked(words: str) -> Answer:
    return ask(VET, words, at=NOON)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("are we open saturday afternoon", "We are open on Saturday from 9am to 12pm."),
        ("open mondays?", "We are open on Monday from 8:30am to 6:30pm."),
        ("open sundays", "We are closed on Sunday."),
        ("r we closed on sun", "We are closed on Sunday."),
        ("is the clinic open sat", "We are open on Saturday from 9am to 12pm."),
        (
            "are we in on weekends",
            "We are open on Saturday from 9am to 12pm. We are closed on Sunday.",
        ),
        ("how late are you open on thursdays", "We are open on Thursday from 8:30am to 6:30pm."),
    ],
)
def test_a_day_gets_its_hours(words: str, line: str) -> None:
    assert asked(words).summary == line


@pytest.mark.parametrize(
    "words",
    [
        "what time does reception shut",
        "what time do we close",
        "when do you open",
        "what are our hours",
        "opening times?",
        "hours?",
        "when does the surgery close",
        "do we start at 9",
    ],
)
def test_a_question_for_the_hours_gets_the_week(words: str) -> None:
    answer = asked(words)
    assert answer.is_covered
    assert answer.clauses[0].text.startswith("Our opening hours are Monday to Friday")


@pytest.mark.parametrize(
    "words",
    [
        "open boxing day?",
        "are we open on bank holidays",
        "are we staffed on labor day",
        "closed on xmas day?",
        "do we open bank hols",
        "open july 4th",
    ],
)
def test_a_holiday_gets_what_is_said_of_closed_dates(words: str) -> None:
    line = "We are closed on public holidays. Public holidays are those of England."
    assert asked(words).summary == line


def test_a_feast_gets_all_closed_dates_since_one_may_hold_it(root: Path) -> None:
    riverside = read((root / "examples/riverside/policy.md").read_text(encoding="utf-8")).policy
    summary = ask(riverside, "open on christmas eve?", at=NOON).summary
    assert "We are closed from 24 December to 1 January." in summary


def test_hours_that_the_policy_does_not_say_are_not_covered() -> None:
    policy = read("# Shop\n\nWe reply to every email within 2 days.\n").policy
    assert not ask(policy, "are we open on bank holidays", at=NOON).is_covered


@pytest.mark.parametrize(
    "words",
    [
        "can I close the case",
        "is the case closed",
        "close my account",
        "the door was open",
        "are they open to a refund",
        "are you closing my case",
        "when do we start charging",
        "is the bar open",
        "parcel was open when it came",
        "do I open a new ticket",
    ],
)
def test_what_else_is_opened_and_closed_is_no_question_for_hours(words: str) -> None:
    assert not asks_hours(VET, words)
    assert "closed on public holidays" not in asked(words).summary


def test_a_part_with_hours_of_its_own_is_told_by_them() -> None:
    policy = read(
        "# Shop\n\nOur opening hours are Monday to Saturday, 9am to 6pm.\n"
        "The repair desk is open Tuesday to Friday, 10am to 4pm.\n"
    ).policy
    summary = ask(policy, "when is the repair desk open", at=NOON).summary
    assert "10am to 4pm" in summary
    assert "9am to 6pm" not in summary
