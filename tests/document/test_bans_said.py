"""What must not be done, said of a thing, and what rows of tables give for a wait."""

# ruff: noqa: E501  (a line of a table is read as one)

import pytest

from goodword.document.understand import understand

BANS = {
    "decline": ("Always decline gifts.", "accept_gift", None),
    "refuse": ("Politely refuse all tips.", "accept_tips", None),
    "no calls": ("No private calls at the desk.", "have_private_calls_at_the_desk", None),
    "no dogs": ("No dogs in the dining room.", "have_dogs_in_the_dining_room", None),
    "no eating": ("No eating or drinking at the till.", "eat_or_drink_at_the_till", None),
    "to be bought": ("No alcohol is to be bought.", "buy_alcohol", None),
    "shall be": ("No fees should be quoted over the phone.", "quote_fees_over_the_phone", None),
    "for work": ("The company device may only be used for work.", "use_company_device", "it is for work"),
    "for it only": ("Company cards must be used for business purposes only.", "use_company_cards", "it is for business purposes"),
    "only by": ("The card is only to be used by the named cardholder.", "use_card", "it is by the named cardholder"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "action", "unless"), BANS.values(), ids=BANS)
def test_what_is_forbidden_is_said_of_the_thing(
    sentence: str, action: str, unless: str | None
) -> None:
    said = understand(sentence)
    (clause,) = said["clauses"]
    assert (clause["kind"], clause["action"], clause["exception"]) == (
        "prohibition",
        action,
        unless,
    )
    (problem,) = said["problems"]
    (again,) = understand(problem["fix"])["clauses"]
    assert (again["kind"], again["exception"]) == ("prohibition", unless)


NO_BANS = [
    "No bookings needed.",
    "No waiting, no fuss.",
    "No parking charges at weekends.",
    "No hidden costs.",
    "No two days are the same.",
    "No guarantee can be given that a room will be free.",
    "No training needed.",
    "No calls were missed.",
    "Staff lockers may be used for personal items.",
]


@pytest.mark.parametrize("sentence", NO_BANS)
def test_what_there_is_none_of_is_not_forbidden(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


ROWS = {
    "a delay": ("Delay Repay", "", "15 to 29 minutes | 25% of the single fare", "the delay is 15 to 29 minutes", "25% of the single fare"),
    "uptime": ("", "Monthly uptime | Service credit", "Less than 99.9% | 10% of the monthly fee", "the availability is less than 99.9%", "10% of the monthly fee"),
    "the whole": ("", "Length of delay | Compensation", "60 minutes or more | The whole of the fare", "the delay is 60 minutes or more", "the whole of the fare"),
}  # fmt: skip


@pytest.mark.parametrize(("heading", "lead", "row", "event", "goods"), ROWS.values(), ids=ROWS)
def test_a_row_says_what_is_given_for_a_wait(
    heading: str, lead: str, row: str, event: str, goods: str
) -> None:
    (clause,) = understand(row, lead_in=lead or None, heading=heading or None)["clauses"]
    assert (clause["kind"], clause["event_words"], clause["goods"]) == ("remedy", event, goods)


def test_a_row_of_a_role_gives_no_remedy() -> None:
    said = understand("Supervisor | £50", lead_in="Role | Refund", heading="Refund limits")
    assert [one["kind"] for one in said["clauses"]] == ["authority"]


def test_lost_property_at_the_desk_is_kept_for_so_long() -> None:
    (clause,) = understand("Lost property shall be held at reception for 14 days.")["clauses"]
    assert (clause["kind"], clause["subject"]) == ("retention", "lost_property")


ELIGIBLE = {
    "until": ("We don't usually look into your complaint until the bus company has had its chance.", "look_into_complaints"),
    "no comma": ("If it is received later than a month before the event there will be no refund.", "refund"),
    "per cent": ("If a request is received less than two months before the event then you will receive fifty per cent.", "refund_fifty_percent_of_the_price"),
    "final": ("Clearance items marked with a blue tag are final sale", "return"),
    "so little": ("Refunds of $8 or less will be given as a credit.", "refund"),
    "who avails": ("Who may avail of the service: all shops in the town.", "use_service"),
    "in full": ("Tickets cancelled 5 days or more before the visit are refunded in full.", "refund"),
    "whoever": ("Customers who decline the repair, or cannot have it, do not get the fee back.", "refund"),
    "in time": ("Cancellations must be with us at least three days before your renewal date.", "cancel"),
    "a case": ("Cancelled because of a storm: full refund.", "refund"),
    "no-shows": ("No-shows: no refund, whatever the reason.", "refund"),
    "for only": ("Refunds are provided for medical reasons only.", "refund"),
    "less": ("Students who withdraw before the season starts are refunded less 10%.", "refund"),
    "each thing": ("Salad bar: 2 days from purchase", "refund_salad_bar"),
    "note": ("Please note that cancellation is not possible if a balance is outstanding.", "cancel"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "action"), ELIGIBLE.values(), ids=ELIGIBLE)
def test_more_ways_to_say_who_gets_what(sentence: str, action: str) -> None:
    (clause,) = understand(sentence, heading="Refund policy")["clauses"]
    assert (clause["kind"], clause["action"]) == ("eligibility", action)


WORDS = {
    "those which": ("Urgent repairs are those which affect your comfort.", "Urgent repairs"),
    "counts as": ("A trip that is not cancelled in time counts as a no-show.", "no-show"),
    "taken to be": ("We take a complaint to be any word that somebody is unhappy.", "complaint"),
}


@pytest.mark.parametrize(("sentence", "term"), WORDS.values(), ids=WORDS)
def test_more_ways_to_say_what_a_word_means(sentence: str, term: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["term"]) == ("term", term)


@pytest.mark.parametrize(
    "sentence", ["Any claim must be made within three months.", "Our promise: full refund"]
)
def test_what_others_have_to_do_and_what_is_praised_decides_nothing(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
