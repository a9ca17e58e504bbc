"""The sum that a hurried person names: slang and short forms, and numbers that are no sum."""

from decimal import Decimal

import pytest

from goodword.decision.ask import ask
from goodword.decision.sum_asked import amount_in, share_in
from goodword.document.read import read
from tests.decision.built_policy import NOON

POUNDS = read(
    "# Policy\n\nWe count money in pounds.\nOur team has two roles: the manager and clerks.\n"
    "Clerks may refund up to £40 per case.\nThe manager may refund up to £5,000 per case.\n"
).policy


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("refund 400 quid", "400"),
        ("refund £1.2k", "1200"),
        ("can i refund 1.2k", "1200"),
        ("refund 2k ok", "2000"),
        ("who can refund 3 grand", "3000"),
        ("refund two grand", "2000"),
        ("give a grand back", "1000"),
        ("take a tenner off", "10"),
        ("refund fifty", "50"),
        ("can i give back a hundred and twenty", "120"),
        ("refund one thousand two hundred pounds", "1200"),
        ("30 off the bill", "30"),
        ("may i award 80", "80"),
        ("refund 250?", "250"),
        ("put 25 goodwill on it", "25"),
        ("refund 1,200 please", "1200"),
        ("18.50 back, ok?", "18.50"),
        ("the bill is 80, can i refund it", "80"),
    ],
)
def test_a_sum_is_taken_as_it_is_said(words: str, amount: str) -> None:
    assert amount_in(POUNDS, words) == Decimal(amount)


@pytest.mark.parametrize(
    "words",
    [
        "refund 2 nights",
        "refund 3 wks",
        "room 12 wants a refund",
        "order 4567, refund ok?",
        "client 4021 wants a refund",
        "refund the 2x4s",
        "refund for table 9",
        "refund 50p",
        "the 4th refund",
        "wants a refund since 2019",
        "came at 9pm, refund?",
        "she is 80, refund?",
        "refund him half 8",
        "can i refund this one",
        "3 refunds in a row",
        "3/4 of it back",
        "refund 24-7",
        "day 3, refund ok?",
    ],
)
def test_a_number_that_counts_or_names_something_is_no_sum(words: str) -> None:
    assert amount_in(POUNDS, words) is None


@pytest.mark.parametrize(
    "words",
    [
        "may i refund more than £40",
        "refund over 40",
        "can i refund £40 each",
        "refund 40 each for 4 people",
        "£20 a head back",
        "refund £40 or more",
        "refund £30 per night",
        "refund £40 plus postage",
        "refund between 30 and 40",
        "refund £30-40",
        "refund £30 to £40",
        "refund 30 or 40",
    ],
)
def test_a_sum_that_is_passed_or_counted_several_times_is_not_known(words: str) -> None:
    assert amount_in(POUNDS, words) is None


def test_three_grand_is_not_three_pounds() -> None:
    rulings = {
        one.role: one.decision.ruling.value
        for one in ask(POUNDS, "who can refund 3 grand", at=NOON).rulings
    }
    assert rulings == {"clerk": "ask", "manager": "allow"}


def test_more_than_the_limit_gets_the_limits_and_no_leave() -> None:
    answer = ask(POUNDS, "may I refund more than £40?", "clerk", at=NOON)
    assert answer.summary.startswith("You may refund up to £40 per case; above that, ask")


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("half off?", "0.5"),
        ("can i do half price", "0.5"),
        ("10 pct off", "0.1"),
        ("half an hour", None),
        ("half of them left", None),
    ],
)
def test_a_share_of_the_price_is_taken_as_it_is_said(words: str, share: str | None) -> None:
    assert share_in(words) == (None if share is None else Decimal(share))
