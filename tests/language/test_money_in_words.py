"""Sums of money in words, with hundreds, thousands and millions."""

from decimal import Decimal

import pytest

from goodword.language.money import money_in
from goodword.language.number import value_of


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("fifty dollars", 50),
        ("a hundred dollars", 100),
        ("5 hundred dollars", 500),
        ("one hundred and twenty dollars", 120),
        ("fourteen hundred dollars", 1_400),
        ("two thousand five hundred dollars", 2_500),
        ("two hundred and fifty thousand dollars", 250_000),
        ("one million two hundred thousand dollars", 1_200_000),
        ("between six hundred and fourteen hundred dollars", 1_400),
    ],
)
def test_a_sum_in_words_is_worth_what_it_says(words: str, amount: int) -> None:
    assert [one.money.amount for one in money_in(words, "USD")] == [Decimal(amount)]


@pytest.mark.parametrize("words", ["a dollar menu", "a few hundred dollars", "the dollar sign"])
def test_what_counts_no_money_is_no_sum(words: str) -> None:
    assert money_in(words, "USD") == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("an", 1),
        ("twenty-one", 21),
        ("1,000.50", Decimal("1000.50")),
        ("a thousand", 1_000),
        ("seventeen hundred and five", 1_705),
        ("three million", 3_000_000),
    ],
)
def test_a_number_in_words_has_its_value(words: str, value: Decimal | int) -> None:
    assert value_of(words) == value
