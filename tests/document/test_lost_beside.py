"""What stands beside a promise is kept or told of, and what only looks like one is none."""

import pytest

from goodword.document.understand import understand

BESIDE = {
    "availability": "We aim to restore outages within 3 hours, and target 99.8% availability.",
    "satisfaction": "We answer calls within 20 seconds, with 95% customer satisfaction.",
    "maximum": "Provide a maximum of one free valuation within 12 working days of a request.",
    "at most": "We provide at most two free copies within 5 working days.",
}


@pytest.mark.parametrize("sentence", BESIDE.values(), ids=BESIDE)
def test_what_no_clause_holds_is_told(sentence: str) -> None:
    said = understand(sentence)
    (promise,) = said["clauses"]
    assert (promise["kind"], promise["target"]) == ("promise", None)
    assert any(one["severity"] == "warning" for one in said["problems"])


PLAIN = {
    "share": "90% of calls are answered within 20 seconds.",
    "no more": "We reply in no more than two working days.",
    "maximum": "We reply within a maximum of three further days.",
}


@pytest.mark.parametrize("sentence", PLAIN.values(), ids=PLAIN)
def test_a_plain_promise_is_told_nothing(sentence: str) -> None:
    assert all("no use" not in one["message"] for one in understand(sentence)["problems"])


def test_a_column_of_compensation_is_a_remedy_beside_its_promise() -> None:
    heads = "Standard | Target | Compensation"
    said = understand("Fault repair | 3 working days | A credit of the rental", lead_in=heads)
    assert [one["kind"] for one in said["clauses"]] == ["promise", "remedy"]
    said = understand("Fault repair | 3 working days | None", lead_in=heads)
    assert [one["kind"] for one in said["clauses"]] == ["promise"]


def test_a_time_in_the_name_of_a_case_is_no_promise() -> None:
    said = understand("Guest paid by card and asks on the same day: void the payment at the till.")
    assert [one["kind"] for one in said["clauses"]] == ["situation"]


def test_notice_that_we_ask_for_is_not_given_by_us() -> None:
    for sentence in (
        "We require a 36-hour notice for repeat orders.",
        "We need two weeks' notice of any change.",
    ):
        assert all(one["kind"] != "notice" for one in understand(sentence)["clauses"])


LATE = {
    "behind": "If we're running behind we ring to say so and tell you when to expect us.",
    "keep to": "If we can't keep to a time we tell you why, and the new date.",
    "aside": "If, owing to a long inquiry, we need longer, we will write to explain why.",
}


@pytest.mark.parametrize("sentence", LATE.values(), ids=LATE)
def test_more_ways_to_tell_of_a_delay(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["late_notice"]


PAUSES = {
    "await": "The clock pauses while we await the customer's files.",
    "in which": "The time in which a ticket waits for you does not count.",
    "until": "The 20 days do not run until you have paid.",
}


@pytest.mark.parametrize("sentence", PAUSES.values(), ids=PAUSES)
def test_more_ways_to_stop_the_clock(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["pause"]


def test_what_others_keep_is_no_rule_of_ours() -> None:
    assert understand("Most shops keep complaint logs for two years.")["clauses"] == []
