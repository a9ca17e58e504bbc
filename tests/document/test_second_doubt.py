"""Readings that the words of their sentence do not bear out are said back."""

import pytest

from goodword.document.understand import understand


def codes(sentence: str) -> list[str]:
    return [one["code"] for one in understand(sentence)["problems"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "We answer every email within 4 working hours.",
        "The manager may refund up to $80.",
        "If somebody is still abusive after one clear warning, anyone may end the call.",
        "Stage 1: Informal resolution by the service manager within 10 working days.",
        "Our goal is that 90% of customers are satisfied, measured by our survey.",
    ],
)
def test_a_plain_rule_is_not_asked_about(sentence: str) -> None:
    assert "RD01" not in codes(sentence)


def test_a_rule_whose_words_speak_of_something_else_is_said_back() -> None:
    when = "If we cannot settle your complaint within 3 days of getting it"
    assert "RD01" in codes(f"{when}, we'll send an acknowledgement.")
