"""Who gets what, and when, as pages on returns, refunds, cancellations and memberships say it."""

# ruff: noqa: E501  (a line of a table is read as one)

import pytest

from goodword.document.understand import understand

# The sentence, what is done, and on what it depends ("!" where that is what is left out).
SENTENCES = {
    "refund_proof": ("Refunds are only given with a receipt.", "refund", "it is with a receipt"),
    "state": (
        "Items must be unworn and in original packaging.",
        "return",
        "they are unworn and in original packaging",
    ),
    "proof_needed": (
        "Proof of purchase is required for all exchanges.",
        "exchange",
        "there is proof of purchase",
    ),
    "notice_needed": (
        "Workshops: at least three weeks' notice is needed for a refund.",
        "refund",
        "there is at least three weeks' notice",
    ),
    "to_qualify": (
        "To be eligible for a refund, you must cancel at least two days ahead.",
        "refund",
        "you cancel at least two days ahead",
    ),
    "to_get_back": (
        "To get your deposit back, the keys must be returned by noon.",
        "refund",
        "the keys are returned by noon",
    ),
    "a_window": (
        "We accept returns within 30 days of delivery.",
        "return",
        "it is within 30 days of delivery",
    ),
    "our_deed": (
        "We'll happily exchange unworn shoes within 28 days.",
        "exchange",
        "it is within 28 days",
    ),
    "a_share": (
        "If you cancel 14 days or more before arrival, we refund 50% of the price.",
        "refund_50_percent_of_the_price",
        "you cancel 14 days or more before arrival",
    ),
    "imperative": (
        "Cancel at least a week before your stay for a full refund.",
        "refund",
        "they cancel at least a week before your stay",
    ),
    "moved": (
        "Tickets may be transferred to another person up to a day before the event.",
        "transfer_tickets",
        "it is up to a day before the event",
    ),
    "changes": (
        "Name changes are allowed until 7 days before departure.",
        "change",
        "it is until 7 days before departure",
    ),
    "who": (
        "Customers without a receipt will be offered store credit.",
        "credit",
        "it is for customers without a receipt",
    ),
    "left_clean": (
        "Your deposit will be returned provided that the hall is left clean.",
        "refund",
        "the hall is left clean",
    ),
    "freezing": (
        "Members can freeze their membership if they are injured.",
        "freeze",
        "they are injured",
    ),
    "too_late": (
        "Claims received after the deadline will not be considered.",
        "claim",
        "!it is received after the deadline",
    ),
    "unable": (
        "If the item has been worn, we are unable to offer a refund.",
        "refund",
        "!the item has been worn",
    ),
    "no_tags": (
        "We are unable to accept items without their tags.",
        "return",
        "!it is without their tags",
    ),
    "non_refundable": ("Gift cards are non-refundable.", "refund", "!it is for gift cards"),
    "twice_not": (
        "All deposits are non-refundable and non-transferable.",
        "refund",
        "!it is for deposits",
    ),
    "after_use": (
        "Digital goods non-refundable after download.",
        "refund",
        "!it is for digital goods after download",
    ),
    "unless": (
        "Postage is non-refundable unless the order was wrong.",
        "refund_postage",
        "the order was wrong",
    ),
    "refused": (
        "Returns without proof of purchase will be refused.",
        "return",
        "!it is without proof of purchase",
    ),
    "not_entitled": (
        "Participants who withdraw after the second session are not entitled to a refund.",
        "refund",
        "!it is for participants who withdraw after the second session",
    ),
    "some_cases": (
        "If you fail to show up, no refund will be given.",
        "refund",
        "!you fail to show up",
    ),
    "too_old": (
        "Regretfully, we are unable to look into complaints made more than a year after the event.",
        "look_into_complaints",
        "!it is made more than a year after the event",
    ),
    "a_tier": (
        "More than 7 days' notice: full refund",
        "refund",
        "there is more than 7 days' notice",
    ),
    "no_tier": ("48 hours or less: no refund", "refund", "!it is 48 hours or less"),
    "void": (
        "The guarantee is void if the seal has been broken.",
        "claim",
        "!the seal has been broken",
    ),
}


@pytest.mark.parametrize(("sentence", "action", "when"), SENTENCES.values(), ids=SENTENCES)
def test_who_gets_what_depends_on_something(sentence: str, action: str, when: str) -> None:
    said = understand(sentence)
    (clause,) = said["clauses"]
    held = f"!{clause['exception']}" if clause["exception"] else clause["condition"]
    assert (clause["kind"], clause["action"], held) == ("eligibility", action, when)
    assert "RD01" in {one["code"] for one in said["problems"]}


@pytest.mark.parametrize(("sentence", "action", "when"), SENTENCES.values(), ids=SENTENCES)
def test_what_it_is_taken_for_reads_back_as_the_same(sentence: str, action: str, when: str) -> None:
    asked = next(one for one in understand(sentence)["problems"] if one["code"] == "RD01")
    (clause,) = understand(asked["fix"])["clauses"]
    held = f"!{clause['exception']}" if clause["exception"] else clause["condition"]
    assert (clause["kind"], clause["action"], held) == ("eligibility", action, when)


# The heading, the line above, the line, what is done, on what it depends.
LINES = {
    "cannot": ("", "The following cannot be returned:", "Opened cosmetics", "return", "!it is for opened cosmetics"),
    "are_not": ("", "The following items are non-returnable:", "Earrings", "return", "!it is for earrings"),
    "can_if": ("", "You can return an item if:", "it is unused", "return", "it is unused"),
    "not_when": (
        "",
        "Compensation will NOT be paid when:",
        "a storm stops us finishing in time",
        "compensate",
        "!a storm stops us finishing in time",
    ),
    "not_if": (
        "",
        "You won't get compensation:",
        "if you didn't accept the earliest new date",
        "compensate",
        "!you didn't accept the earliest new date",
    ),
    "titled": ("", "No refund", "No-show appointments", "refund", "!it is for no-show appointments"),
    "eligible": (
        "",
        "Eligible for a full refund",
        "Cancellation 48+ hours before the visit",
        "refund",
        "it is for cancellation 48+ hours before the visit",
    ),
    "headed": ("Final sale items", "", "Swimwear and pierced jewellery", "return", "!it is for swimwear and pierced jewellery"),
    "covered": ("", "The warranty does not cover:", "Normal wear and tear", "claim", "!it is for normal wear and tear"),
    "a_period": ("Electronics: returns", "", "15-day return window (not 28)", "return", "it is within 15 days of purchase"),
    "receipt": ("Returns", "", "A valid receipt is required.", "return", "there is a receipt"),
    "of_row": ("", "When you cancel | Refund", "7 to 14 days before | 50%", "refund_50_percent_of_the_price", "it is 7 to 14 days before"),
    "none_row": ("", "When you cancel | Refund", "Less than 48 hours | No refund", "refund", "!it is less than 48 hours"),
    "case_row": ("", "Condition | Policy", "Without receipt | Store credit only", "credit", "it is without receipt"),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "lead", "line", "action", "when"), LINES.values(), ids=LINES)
def test_a_line_is_read_with_what_stands_above_it(
    heading: str, lead: str, line: str, action: str, when: str
) -> None:
    (clause,) = understand(line, lead_in=lead or None, heading=heading or None)["clauses"]
    held = f"!{clause['exception']}" if clause["exception"] else clause["condition"]
    assert (clause["kind"], clause["action"], held) == ("eligibility", action, when)


def test_each_tier_of_a_sentence_is_a_rule_of_its_own() -> None:
    said = understand("100% refund for 9+ months' notice, 75% for 6+ months, 50% for 3+ months.")
    assert [one["action"] for one in said["clauses"]] == [
        "refund",
        "refund_75_percent_of_the_price",
        "refund_50_percent_of_the_price",
    ]


def test_what_is_kept_back_is_said_to_be_left_out() -> None:
    said = understand("You will receive a full refund, less a $60 fee, if you cancel by May.")
    assert {"RD01", "TX06"} <= {one["code"] for one in said["problems"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "We're unable to refund postage.",
        "No adjustment will be granted for water lost through the garden hose.",
        "No refunds on sale items.",
    ],
)
def test_what_is_never_given_is_a_ban(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["prohibition"]


NOT_SO = {
    "advice": "Please keep your receipt, as you will need it to return an item.",
    "insurance": "We recommend that you take out travel insurance.",
    "how": "If you would like to return something, bring it to any of our shops.",
    "form": "To return an item, fill in the form and post it back to us.",
    "feeling": "We know that plans change and that you may have to cancel.",
    "history": "Our returns policy was updated in May.",
    "others": "Many shops only give refunds if goods are faulty.",
    "ways": "You can return items by post or in person.",
    "call": "If you need to cancel, call us.",
    "about": "This policy sets out when you may return goods.",
    "questions": "If you have questions about your refund, contact us.",
    "no_reason": "You do not have to give a reason for the return.",
    "once": "A full refund was given to 40 customers who cancelled.",
    "calls": "We do not return calls from withheld numbers.",
    "charge": "Within 24 hours – 50% of the fee is charged",
    "put_back": "Return the form within 14 days, or the place is given to somebody else.",
}


@pytest.mark.parametrize("sentence", NOT_SO.values(), ids=NOT_SO)
def test_what_only_tells_of_returns_is_prose(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_a_charge_in_a_row_is_no_refund() -> None:
    said = understand("Less than 48 hours | 50%", lead_in="When you cancel | Charge")
    assert all("action" not in one for one in said["clauses"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Unopened parts can be brought back within 30 days with a receipt.",
        "Unopened parts may be exchanged within 30 days.",
        "Lessons can be called off within 24 hours of booking.",
    ],
)
def test_what_customers_may_do_by_then_is_no_promise_of_ours(sentence: str) -> None:
    kinds = [one["kind"] for one in understand(sentence, heading="Refunds")["clauses"]]
    assert "promise" not in kinds


def test_not_to_be_charged_is_as_good_as_to_get_it_back() -> None:
    sentence = "Cancel up to 48 hours before your class and you will not be charged."
    (rule,) = understand(sentence)["clauses"]
    assert (rule["kind"], rule["exception"]) == ("eligibility", None)


def test_calls_that_can_be_returned_by_then_are_ours() -> None:
    (promise,) = understand("Calls can be returned within 2 hours.")["clauses"]
    assert (promise["kind"], promise["within"]) == ("promise", "PT2H")
