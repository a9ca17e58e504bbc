"""Rules that are kept in the author's words."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.situation import HouseRule


def test_a_house_rule_is_what_its_author_says() -> None:
    said = understand("House rule: Tickets from a counter are refunded at that counter.")
    (rule,) = said["clauses"]
    assert rule["kind"] == "rule"
    assert rule["words"] == "tickets from a counter are refunded at that counter"
    assert said["problems"] == []


def test_it_is_said_back_as_it_can_be_read() -> None:
    reading = read("## Returns\n\nHouse rule: returns need the original packaging.\n")
    (rule,) = reading.policy.of_kind(HouseRule)
    said = echo(rule, reading.policy)
    assert said == "House rule: returns need the original packaging."
    (again,) = understand(said)["clauses"]
    assert again["words"] == rule.words


def test_a_rule_that_nothing_can_run_is_kept_and_said_back() -> None:
    sentence = "All credits must be issued to the original payment method."
    said = understand(sentence, heading="Refunds")
    assert [one["kind"] for one in said["clauses"]] == ["rule"]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    "sentence",
    ["House rules hang by the door.", "Our shop opened in 1998.", "We value every customer."],
)
def test_what_tells_how_things_are_is_no_house_rule(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
