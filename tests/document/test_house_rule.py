"""Rules that are kept in the author's words."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.document.understand import understand
from goodword.language.pack import ENGLISH
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
    assert [one["kind"] for one in said["clauses"]] == ["behaviour"]
    assert [one["code"] for one in said["problems"]] == ["RD01"]


@pytest.mark.parametrize(
    "sentence",
    ["House rules hang by the door.", "Our shop opened in 1998.", "We value every customer."],
)
def test_what_tells_how_things_are_is_no_house_rule(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Recordings of the till are kept for 21 days.", "retention"),
        ("Price changes are looked over every week by the store manager.", "review"),
        ("A complaint can be made by phone, letter or email.", "channel"),
        ("The helpdesk is open from 7.30am to 6pm, and until 5pm on Fridays.", "hours"),
        ("The clock stops while we wait for the customer's photographs.", "pause"),
        ("Fines will not be more than the cost of the tool.", "cap"),
    ],
)
def test_the_sort_of_a_rule_is_named_and_said_back(sentence: str, sort: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == [sort]


@pytest.mark.parametrize("sort", [*ENGLISH.words("house.sorts")])
def test_a_sort_that_is_said_is_read(sort: str) -> None:
    named = ENGLISH.words("house.sorts")[sort]
    (rule,) = understand(f"House rule ({named}): tools come back clean.")["clauses"]
    assert (rule["kind"], rule["words"]) == (sort, "tools come back clean")
    reading = read(f"## Tools\n\nHouse rule ({named}): tools come back clean.\n")
    (kept,) = reading.policy.of_kind(HouseRule)
    assert echo(kept, reading.policy) == f"House rule ({named}): tools come back clean."


def test_an_aside_that_names_no_sort_is_left_alone() -> None:
    said = understand("House rule (see below): tools come back clean.")
    assert all(one.get("words") != "tools come back clean" for one in said["clauses"])


@pytest.mark.parametrize(
    ("sentence", "kind", "action"),
    [
        ("No more than two guests a day are allowed.", "cap", "guests_day"),
        ("At most three extensions are given.", "cap", "extension"),
    ],
)
def test_what_is_counted_is_named_without_its_number(sentence: str, kind: str, action: str) -> None:
    (rule,) = understand(sentence)["clauses"]
    assert (rule["kind"], rule["action"]) == (kind, action)
