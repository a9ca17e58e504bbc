"""Ladders where nobody is above, and where what is given is no money."""

from goodword.checks.run import check
from goodword.document.read import read

TOP = """# Bicycle Mender

We are Bicycle Mender, and we call the people we serve customers.
Our opening hours are Monday to Friday, 9am to 5pm.
All times are London time.
The owner looks after this policy.
"""


def codes(text: str) -> list[str]:
    return [one.code for one in check(read(text), at=0)]


def test_somebody_alone_is_not_asked_who_decides_above_them() -> None:
    alone = f"{TOP}Our team has one role: the owner.\nThe owner may refund up to £60 per case.\n"
    assert "AU02" not in codes(alone)


def test_two_roles_are_asked_who_decides_above_both() -> None:
    two = f"{TOP}Our team has two roles: the owner and helpers.\nHelpers may refund up to £60.\n"
    assert "AU02" in codes(two)


def test_goodwill_with_a_limit_is_no_ladder_of_refunds() -> None:
    text = f"{TOP}Helpers may give goodwill up to £15 once per customer in 90 days.\n"
    assert "AU02" not in codes(text)
