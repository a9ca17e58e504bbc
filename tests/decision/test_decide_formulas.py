"""Limits that are computed, two pairs of eyes, and what can be done at all."""

from decimal import Decimal

import pytest

from goodword.case.holds import Value
from goodword.decision.decide import decide
from goodword.decision.decision import Decision, Facts, Given, Request, Ruling
from goodword.document.read import read
from goodword.policy.quantity import Money
from tests.decision.built_policy import NOON

OPENING = """# Policy

We are Harbour Air, and we call the people we serve passengers.
Our team has four roles: the station director, the duty manager, supervisors and agents.
The station director looks after this policy.

## What you may give

This section is for our team only.
"""


def asked(
    sentences: str,
    role: str,
    action: str,
    amount: str | None = None,
    *,
    share: str | None = None,
    given: tuple[Given, ...] = (),
    **facts: Value,
) -> Decision:
    reading = read(f"{OPENING}{sentences}\n", path="policy.md")
    assert [one.message for one in reading.problems if one.severity == "error"] == []
    request = Request(
        role,
        action,
        None if amount is None else Decimal(amount),
        share=None if share is None else Decimal(share),
    )
    return decide(reading.policy, request, Facts(facts, given), at=NOON)


SHARE = (
    "Agents may give a discount of up to 10% of the fare.\n"
    "Supervisors may give a discount of up to 25% of the fare."
)


@pytest.mark.parametrize(
    ("amount", "ruling"),
    [("20", Ruling.ALLOW), ("20.01", Ruling.ASK), ("50", Ruling.ASK)],
)
def test_a_share_is_computed_from_what_it_is_a_share_of(amount: str, ruling: Ruling) -> None:
    decision = asked(SHARE, "agent", "discount", amount, fare=Decimal(200))
    assert decision.ruling is ruling
    assert decision.limit_left == Money(Decimal(20), "USD")


def test_a_share_of_an_unknown_price_asks_for_the_price() -> None:
    decision = asked(SHARE, "agent", "discount", "20")
    assert decision.ruling is Ruling.NEED_FACTS
    assert decision.missing == (("fare", 'What is "fare"?'),)


@pytest.mark.parametrize(
    ("share", "ruling", "whom"),
    [("0.1", Ruling.ALLOW, None), ("0.15", Ruling.ASK, "supervisor")],
)
def test_a_share_that_is_asked_for_needs_no_price(
    share: str, ruling: Ruling, whom: str | None
) -> None:
    decision = asked(SHARE, "agent", "discount", share=share)
    assert (decision.ruling, decision.ask) == (ruling, whom)


def test_of_a_share_and_an_amount_the_lower_counts() -> None:
    policy = "Agents may give a discount of 10%, up to $50."
    assert asked(policy, "agent", "discount", "60", price=Decimal(900)).ruling is Ruling.ASK
    assert asked(policy, "agent", "discount", "50", price=Decimal(900)).ruling is Ruling.ALLOW
    assert asked(policy, "agent", "discount", "50", price=Decimal(300)).ruling is Ruling.ASK
    assert asked(policy, "agent", "discount", "30", price=Decimal(300)).ruling is Ruling.ALLOW


def test_a_limit_for_each_bag_is_counted_by_bags() -> None:
    policy = "Agents may refund up to $30 for each bag."
    assert asked(policy, "agent", "refund", "90", bags=Decimal(3)).ruling is Ruling.ALLOW
    assert asked(policy, "agent", "refund", "90.01", bags=Decimal(3)).ruling is Ruling.ASK
    unknown = asked(policy, "agent", "refund", "90")
    assert unknown.missing == (("bags", 'What is "bags"?'),)


def test_less_than_an_amount_leaves_the_amount_itself_out() -> None:
    policy = "Agents may refund less than $20.\nSupervisors may refund up to $80."
    assert asked(policy, "agent", "refund", "19.99").ruling is Ruling.ALLOW
    assert asked(policy, "agent", "refund", "20").ask == "supervisor"


def test_an_amount_or_more_needs_approval_from_that_amount_on() -> None:
    policy = (
        "Agents may refund up to $900.\nRefunds of $500 or more need the duty manager's approval."
    )
    assert asked(policy, "agent", "refund", "499.99").ruling is Ruling.ALLOW
    assert asked(policy, "agent", "refund", "500").ask == "duty_manager"


def test_a_share_over_a_bound_needs_approval() -> None:
    policy = (
        "Agents may give a discount of up to 50% of the price.\n"
        "Discounts over 20% need the duty manager's approval."
    )
    assert asked(policy, "agent", "discount", share="0.2").ruling is Ruling.ALLOW
    assert asked(policy, "agent", "discount", share="0.21").ask == "duty_manager"
    assert asked(policy, "agent", "discount", "50", price=Decimal(200)).ask == "duty_manager"


def test_two_people_must_agree_and_one_alone_may_not() -> None:
    policy = "Agents may refund up to $900.\nRefunds over $500 must be approved by two people."
    alone = asked(policy, "agent", "refund", "600")
    assert (alone.ruling, alone.ask) == (Ruling.ASK, "anyone")
    assert "two people must agree" in alone.summary
    together = {"2_people_agree": True}
    assert asked(policy, "agent", "refund", "600", **together).ruling is Ruling.ALLOW  # type: ignore[arg-type]


def test_two_managers_must_agree_though_a_manager_asks() -> None:
    policy = (
        "The duty manager may refund up to $5,000.\n"
        "Refunds over $1,000 must be approved by two managers."
    )
    assert asked(policy, "duty manager", "refund", "2000").ruling is Ruling.ASK


def test_who_must_agree_as_well_is_named() -> None:
    policy = (
        "Agents may refund up to $900.\n"
        "Refunds over $500 need approval from the duty manager and the station director."
    )
    decision = asked(policy, "agent", "refund", "600")
    assert decision.ask == "duty_manager"
    assert "The station director must agree too." in decision.reasons


def test_who_did_it_first_may_not_review_it() -> None:
    policy = "Complaints are reviewed by somebody who did not handle the first answer."
    unknown = asked(policy, "agent", "review complaints")
    assert unknown.missing == (
        ("you_handled_first_answer", "Is this so: you handled the first answer?"),
    )
    same, another = (
        asked(policy, "agent", "review complaints", you_handled_first_answer=one)
        for one in (True, False)
    )
    assert (same.ruling, another.ruling) == (Ruling.REFUSE, Ruling.ALLOW)


ELIGIBLE = (
    "Bookings can be cancelled if any of these is true: the flight is cancelled; "
    "it was booked less than 24 hours ago.\n"
    "Bookings can be cancelled only if no segment has been flown."
)


def test_what_can_be_done_needs_every_only_if_and_one_of_the_others() -> None:
    def ruling(**facts: Value) -> Ruling:
        return asked(ELIGIBLE, "agent", "cancel bookings", **facts).ruling  # type: ignore[arg-type]

    unflown: dict[str, Value] = {"no_segment_has_been_flown": True}
    assert ruling(flight_is_cancelled=True, **unflown) is Ruling.ALLOW
    assert ruling(hours_since_booking=Decimal(23), **unflown) is Ruling.ALLOW
    assert (
        ruling(flight_is_cancelled=False, hours_since_booking=Decimal(24), **unflown)
        is Ruling.REFUSE
    )
    assert ruling(flight_is_cancelled=True, no_segment_has_been_flown=False) is Ruling.REFUSE
    assert ruling(flight_is_cancelled=True) is Ruling.NEED_FACTS


def test_a_refusal_says_what_would_make_it_possible() -> None:
    decision = asked(ELIGIBLE, "agent", "cancel bookings", no_segment_has_been_flown=False)
    assert "It would be possible if no segment has been flown." in decision.changes


def test_a_time_since_something_is_asked_for_in_plain_words() -> None:
    policy = "Bookings can be cancelled only if it was booked less than 24 hours ago."
    decision = asked(policy, "agent", "cancel bookings")
    assert decision.missing[0][1].startswith("How many hours have passed since the booking?")


def test_parts_of_a_whole_answer_for_the_whole() -> None:
    policy = "Orders can be returned only if any item is damaged."
    parts: dict[str, Value] = {"items": Decimal(2), "item_1.is_damaged": False}
    assert asked(policy, "agent", "return orders", **parts).ruling is Ruling.NEED_FACTS  # type: ignore[arg-type]
    known = {**parts, "item_2.is_damaged": True}
    assert asked(policy, "agent", "return orders", **known).ruling is Ruling.ALLOW  # type: ignore[arg-type]
    sound = {**parts, "item_2.is_damaged": False}
    assert asked(policy, "agent", "return orders", **sound).ruling is Ruling.REFUSE  # type: ignore[arg-type]


def test_two_facts_are_held_against_each_other() -> None:
    policy = "Bookings can be changed only if the new fare is higher than the old one."
    dearer: dict[str, Value] = {"new_fare": Decimal(300), "old_fare": Decimal(200)}
    assert asked(policy, "agent", "change bookings", **dearer).ruling is Ruling.ALLOW  # type: ignore[arg-type]
    cheaper = {**dearer, "new_fare": Decimal(100)}
    assert asked(policy, "agent", "change bookings", **cheaper).ruling is Ruling.REFUSE  # type: ignore[arg-type]
    half: dict[str, Value] = {"new_fare": Decimal(300)}
    assert [name for name, _ in asked(policy, "agent", "change bookings", **half).missing] == [  # type: ignore[arg-type]
        "old_fare"
    ]


def test_who_stands_above_whoever_may_is_not_sent_down_to_ask() -> None:
    policy = (
        "Agents may waive the fee once per passenger.\n"
        "Agents may refund up to $50.\nThe duty manager may refund up to $500."
    )
    decision = asked(policy, "duty manager", "waive fee")
    assert decision.ruling is Ruling.YOUR_CALL
    assert decision.ask is None
    assert "an agent" in decision.summary or "the agent" in decision.summary


def test_or_above_lets_those_above_and_nobody_below() -> None:
    policy = (
        "Nobody below the grade of supervisor may upgrade a booking.\n"
        "Agents may refund up to $50.\nSupervisors may refund up to $100.\n"
        "The duty manager may refund up to $500."
    )
    assert asked(policy, "supervisor", "upgrade booking").ruling is Ruling.ALLOW
    assert asked(policy, "duty manager", "upgrade booking").ruling is Ruling.ALLOW
    assert asked(policy, "agent", "upgrade booking").ask == "supervisor"


GIFTS = (
    "Anyone may accept gifts up to $50.\nNever accept cash.\n"
    "Gifts over $25 must be declared to the duty manager.\n"
)


def test_gifts_have_a_limit_are_declared_and_never_cash() -> None:
    small, big, beyond = (
        asked(GIFTS, "agent", "accept gift", amount) for amount in ("25", "26", "51")
    )
    assert (small.ruling, small.before) == (Ruling.ALLOW, ())
    assert (big.ruling, big.before) == (Ruling.ALLOW, ("declare it to the duty manager",))
    assert beyond.ruling is not Ruling.ALLOW
    assert asked(GIFTS, "agent", "accept cash").ruling is Ruling.REFUSE


def test_gifts_add_up_over_a_year() -> None:
    policy = f"{GIFTS}Total gifts must not exceed $60 per passenger in any 12-month period."
    earlier = (Given("accept_gift", Money(Decimal(40), "USD"), 100, same_customer=True),)
    assert asked(policy, "agent", "accept gift", "20", given=earlier).ruling is Ruling.ALLOW
    assert asked(policy, "agent", "accept gift", "30", given=earlier).ruling is not Ruling.ALLOW


@pytest.mark.parametrize(
    ("role", "amount", "ruling", "whom"),
    [
        ("agent", "50", Ruling.ALLOW, None),
        ("agent", "50.01", Ruling.ASK, "duty_manager"),
        ("duty_manager", "500", Ruling.ALLOW, None),
        ("duty_manager", "500.01", Ruling.ASK, "supervisor"),
        ("supervisor", "80", Ruling.ALLOW, None),
        ("supervisor", "600", Ruling.ALLOW, None),
        ("agent", "600", Ruling.ASK, "supervisor"),
    ],
)
def test_what_anyone_may_is_no_limit_of_those_who_approve_more(
    role: str, amount: str, ruling: Ruling, whom: str | None
) -> None:
    policy = (
        "Anyone may refund up to $50.\nRefunds over $50 need the duty manager's approval.\n"
        "Refunds over $500 need the supervisor's approval."
    )
    found = asked(policy, role, "refund", amount)
    assert (found.ruling, found.ask) == (ruling, whom)
