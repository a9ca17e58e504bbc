"""In which money a policy counts that names none but writes a sign."""

import pytest

from goodword.document.read import read
from goodword.policy.authority import Authority
from goodword.policy.quantity import Money


@pytest.mark.parametrize(
    ("written", "currency"),
    [("R500", "ZAR"), ("R 2 500", "ZAR"), ("£50", "GBP"), ("€50", "EUR"), ("$50", "USD")],
    ids=["rand", "rand with spaces", "pounds", "euros", "dollars"],
)
def test_the_sign_before_the_first_amount_says_the_money(written: str, currency: str) -> None:
    reading = read(f"## Refunds\n\nReceptionists may refund up to {written}.\n")
    found = next(one for one in reading.policy.clauses if isinstance(one, Authority))
    assert isinstance(found.limit, Money)
    assert found.limit.currency == currency


def test_a_letter_in_a_name_is_no_money() -> None:
    reading = read("## Refunds\n\nForm R50 is kept.\n\nReceptionists may refund up to £50.\n")
    found = next(one for one in reading.policy.clauses if isinstance(one, Authority))
    assert isinstance(found.limit, Money)
    assert found.limit.currency == "GBP"
