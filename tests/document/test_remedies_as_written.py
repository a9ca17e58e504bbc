"""What customers get when we fall short, in the ways that people write it, and what is possible."""

import pytest

from goodword.document.understand import understand

REMEDIES = {
    "onto the account": "If any of these promises is broken, £25 goes onto your account.",
    "cancelled": "If the Council has not replied in 56 days the charge must be cancelled.",
    "a claim": "If your supply is not restored within 24 hours, you can claim £75.",
    "refunded": "If a performance has to stop before the interval, tickets will be refunded.",
    "a rebate": "If a fault is repaired after three days, the customer gets a rebate of rent.",
    "interest": "In case of delay the consumer is entitled to interest at 9% a year.",
    "half back": "Passengers delayed over an hour because of us get half their fare back.",
    "back, should": "Your fare back, should the last boat leave without you through our fault.",
    "credited": "Where uptime falls below 99.9%, customers are credited 10% of the fee.",
    "knocked off": "If our engineer does not turn up, we will knock £20 off your bill.",
}


@pytest.mark.parametrize("sentence", REMEDIES.values(), ids=REMEDIES)
def test_what_is_given_when_we_fall_short_is_a_remedy(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["remedy"]


def test_a_promise_and_what_is_given_failing_that_are_two_rules() -> None:
    said = understand("We answer letters within 10 working days; failing that, you're owed £30.")
    assert [one["kind"] for one in said["clauses"]] == ["promise", "remedy"]


def test_a_remedy_is_named_by_the_line_below_what_we_pay() -> None:
    lead = "If we fail to meet these standards we will pay:"
    (clause,) = understand("£45 for not sending two bills in 12 months", lead_in=lead)["clauses"]
    assert (clause["money"]["amount"], clause["event_words"]) == (
        45,
        "not sending two bills in 12 months",
    )


NO_REMEDY = {
    "they cancel": "If you cancel within 14 days, you will get a full refund.",
    "they pay late": "If your payment is late, a fee of £10 will be added.",
    "they lose it": "If a book is lost, the borrower will be charged the cost.",
    "only told": "If your train is late, you may miss your connection.",
    "no gift": "If the lift is broken, the stairs are free.",
    "until when": "If we don't, you can claim up to 3 months after that day.",
}


@pytest.mark.parametrize("sentence", NO_REMEDY.values(), ids=NO_REMEDY)
def test_what_is_no_failing_of_ours_brings_no_remedy(sentence: str) -> None:
    kinds = [one["kind"] for one in understand(sentence)["clauses"]]
    assert "remedy" not in kinds


POSSIBLE = {
    "not after": "Deposits are non-refundable if you cancel inside 24 hours.",
    "only for": "Late charges may only be taken off for customers who can show a good record.",
    "we only": "We will exchange tickets only for another night of the same show.",
    "who is eligible": "Sale items are not eligible for refunds.",
    "within": "Memberships are transferable within the first month.",
}


@pytest.mark.parametrize("sentence", POSSIBLE.values(), ids=POSSIBLE)
def test_on_what_condition_something_is_possible(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "eligibility"


def test_what_is_never_possible_is_a_ban() -> None:
    (clause,) = understand("Season tickets are not transferable.")["clauses"]
    assert clause["kind"] == "prohibition"


def test_a_word_that_is_defined_is_a_term() -> None:
    (clause,) = understand("An escalation is defined as a dispute that a manager settles.")[
        "clauses"
    ]
    assert clause["kind"] == "term"


def test_coins_are_no_quarter_of_a_year() -> None:
    (clause,) = understand("Hand out at most $4 in quarters.")["clauses"]
    (cap,) = clause["caps"]
    assert (clause["kind"], cap["money"]["amount"], cap["days"]) == ("cap", 4, None)


def test_what_is_approved_by_itself_names_no_role() -> None:
    (clause,) = understand("Approved automatically up to: $900 per incident")["clauses"]
    assert (clause["role"], clause["limit"]["amount"]) == (None, 900)


WINDOWS = {
    "may return": "You may return any item within 30 days of delivery for a full refund.",
    "may cancel": "Members may cancel up to 48 hours before a class.",
    "have so long": "You have 45 days in which to return an item.",
    "refunds are open": "Refunds are available within 30 days of purchase.",
    "free of charge": "Cancellations made at least 3 hours before will not be charged for.",
    "only what": "Only regular priced items may be refunded.",
    "only if": "We only replace items if they are defective or damaged.",
    "to be eligible": "To be eligible for a return, your item must be unused.",
}


@pytest.mark.parametrize("sentence", WINDOWS.values(), ids=WINDOWS)
def test_until_when_customers_may_is_a_condition(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "eligibility"


NO_WINDOWS = {
    "a duty": "You must complain within 12 months.",
    "a form": "You may return the questionnaire within 10 days.",
    "our own time": "Refunds for cancelled flights reach you within 7 days.",
    "a fee": "Cancellations within 48 hours of your visit carry a 40% fee.",
    "a review": "You can ask for a review within 20 days.",
    "books": "You may return books at any branch.",
}


@pytest.mark.parametrize("sentence", NO_WINDOWS.values(), ids=NO_WINDOWS)
def test_what_gives_nothing_back_opens_no_window(sentence: str) -> None:
    kinds = [one["kind"] for one in understand(sentence)["clauses"]]
    assert "eligibility" not in kinds
