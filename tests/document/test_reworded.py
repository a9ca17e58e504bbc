"""Sentences that are put in other words before they are read, and what a heading says of them."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.definition import EffectiveClause
from goodword.policy.promise import Promise
from goodword.policy.quantity import Anchor, AnchorKind
from goodword.policy.situation import Phrase, Situation

POLICY = read(
    "# Ash Shop\n\nAll times are London time.\nWe are open Monday to Friday, 9am to 5pm.\n"
).policy


def said(sentence: str, heading: str | None = None) -> list[dict[str, object]]:
    clauses: list[dict[str, object]] = understand(sentence, heading=heading)["clauses"]
    return [{name: value for name, value in one.items() if value} for one in clauses]


def picked(sentence: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(one.get(name) for name in ("kind", *names)) for one in said(sentence)]


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("Refund only after checking the order.", [("precondition", "refund", "anyone", None)]),
        (
            "Agents may refund only after taking the details.",
            [("precondition", "refund", "agent", None)],
        ),
        (
            "Agents may refund only after the customer has confirmed.",
            [("authority", "refund", "agent", "the customer has confirmed")],
        ),
        (
            "Agents may refund orders that are delivered.",
            [("authority", "refund", "agent", "the orders are delivered")],
        ),
        (
            "Bookings can be cancelled within 24 hours of booking.",
            [("eligibility", "cancel_bookings", None, "it is within 24 hours of booking")],
        ),
        (
            "Bookings can be changed until 24 hours before departure.",
            [("eligibility", "change_bookings", None, "it is at least 24 hours before departure")],
        ),
        (
            "Customers can add bags but not remove them.",
            [("prohibition", "remove_bags", "anyone", None)],
        ),
        ("No more than 7 contacts in 7 days.", [("cap", "contact", "anyone", None)]),
        ("A booking can be changed once.", [("cap", "change_booking", "anyone", None)]),
        (
            "Complaints are reviewed by somebody who did not handle the first answer.",
            [("prohibition", "review_complaints", "anyone", "you handled the first answer")],
        ),
        ("No more than $500 of refunds per case.", [("cap", "refund", "anyone", None)]),
        ("Refunds may come to $500 a month in total.", [("cap", "refund", "anyone", None)]),
        (
            "Gifts must not come to more than $100 together in 12 months.",
            [("cap", "accept_gift", "anyone", None)],
        ),
    ],
)
def test_a_rule_is_read_as_what_it_stands_for(
    sentence: str, clauses: list[tuple[object, ...]]
) -> None:
    assert picked(sentence, "action", "role", "condition") == clauses


def test_what_is_the_same_for_all_may_change_only_so() -> None:
    (clause,) = said("The cabin must be the same for all passengers.")
    assert (clause["kind"], clause["exception"]) == (
        "prohibition",
        "it is the same for all passengers",
    )


def test_a_total_without_a_thing_is_no_rule_about_another_thing() -> None:
    assert said("Together no more than $100 in 12 months.") == []
    (cap,) = said("Together no more than $100 in 12 months.", heading="Gifts")
    assert cap["action"] == "accept_gift"


def test_two_amounts_are_two_remedies() -> None:
    sentence = (
        "If we miss an appointment, we pay you £30 automatically, and a further £20 if that is "
        "late."
    )
    assert picked(sentence, "event", "money", "automatic") == [
        ("remedy", "we_miss_appointment", {"amount": 30, "currency": "GBP"}, True),
        ("remedy", "payment_is_late", {"amount": 20, "currency": "GBP"}, None),
    ]


def test_who_takes_over_is_told_of_the_event_alone() -> None:
    sentence = (
        "If a customer asks for legal advice, we cannot do this ourselves; the solicitor takes "
        "over."
    )
    assert picked(sentence, "event", "to") == [("escalation", "asks_for_legal_advice", "solicitor")]


def test_a_question_may_name_the_case() -> None:
    sentence = "A customer threatens to sue? Tell the owner at once."
    assert picked(sentence, "event", "to") == [("escalation", "threatens_to_sue", "owner")]


def test_effort_is_no_kind_of_case() -> None:
    assert "subject" not in said("We make every effort to answer within 2 working days.")[0]


def test_during_opening_hours_counts_working_time() -> None:
    (clause,) = said("During staffed hours we answer chats within 1 minute.")
    assert (clause["within"], clause["unit"]) == ("PT1M", "working")


@pytest.mark.parametrize(
    ("heading", "condition", "target"),
    [
        ("Gold members", "it is for gold members", None),
        ("For new patients:", "it is for new patients", None),
        ("In July and August", "it is during July and August", None),
        ("Emails (target 90%)", None, 0.9),
        ("Our customers", None, None),
        ("Complaints", None, None),
    ],
)
def test_a_heading_says_for_whom_when_and_how_often(
    heading: str, condition: str | None, target: float | None
) -> None:
    (clause,) = said("We reply within 4 hours.", heading=heading)
    assert (clause.get("condition"), clause.get("target")) == (condition, target)


def test_a_policy_keeps_promises_to_whom_their_heading_names() -> None:
    text = "# Ash\n\n## Gold members\n\nWe reply to emails within 1 hour.\n"
    policy = read(text).policy
    (promise,) = policy.of_kind(Promise)
    assert promise.condition is not None
    assert read_sentence(echo(promise, policy), policy) == (promise,)
    assert read(write(policy)).policy == policy


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("We reply by 10am next working day.", 10),
        ("We reply by noon on the next working day.", 12),
        ("We reply the next working day by 4pm.", 16),
    ],
)
def test_a_time_of_the_next_working_day_is_one_point_in_time(sentence: str, hour: int) -> None:
    (promise,) = read_sentence(sentence, POLICY)
    assert isinstance(promise, Promise)
    assert isinstance(promise.limit, Anchor)
    assert promise.limit.kind is AnchorKind.NEXT_WORKING_DAY
    assert promise.limit.at is not None
    assert promise.limit.at.hour == hour
    assert read_sentence(echo(promise, POLICY), POLICY) == (promise,)
    assert understand(sentence)["problems"] == []


def test_what_came_before_an_hour_counts_for_the_same_day() -> None:
    (promise,) = said("We return all voicemails left before 4pm the same day.")
    assert (promise["anchor"], promise["condition"]) == ("same_day", "you tell us before 16:00")


def test_a_policy_says_what_it_replaces_and_where_it_applies() -> None:
    sentence = "This policy applies to our shops from 1 March 2026 and replaces version 3."
    (clause,) = read_sentence(sentence, POLICY)
    assert isinstance(clause, EffectiveClause)
    assert (clause.applies_to, clause.replaces) == ("our shops", "version 3")
    assert echo(clause, POLICY) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        'On the phone, say "Good morning, Riverside".',
        'In a complaint, do not say "policy"; say "what we can do".',
        'End a call with "Is there anything else?".',
    ],
)
def test_a_phrase_may_belong_to_one_place(sentence: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)
    assert isinstance(clause, Phrase)
    assert clause.condition is not None
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


def test_a_moment_may_tell_its_steps_in_one_sentence() -> None:
    sentence = "When a parcel is lost, tell the manager; then offer a refund."
    moment, told = read_sentence(sentence, POLICY)
    assert isinstance(moment, Situation)
    assert [step.words for step in moment.steps] == ["Tell the manager.", "Offer a refund."]
    assert told.id == "escalation-parcel-is-lost-manager"


@pytest.mark.parametrize(
    ("sentence", "steps"),
    [
        ("If a call gets difficult, ask for help.", ["do"]),
        ("When a customer asks for a refund, ask for the receipt.", ["do"]),
        ("If a customer shouts, give one warning and then end the call.", ["warn", "end_contact"]),
        ("If a guest complains about noise, apologise and offer another room.", ["do", "offer"]),
        ('If a caller is upset, stay calm, listen, and say "I am sorry".', ["do", "do", "say"]),
        ("If someone is choking, call 999 and start first aid.", ["call", "do"]),
    ],
)
def test_steps_of_a_moment_may_be_joined_by_commas_and_and(sentence: str, steps: list[str]) -> None:
    (said,) = understand(sentence)["clauses"]
    assert [step["kind"] for step in said["steps"]] == steps


@pytest.mark.parametrize(
    "sentence",
    [
        "If the customer mentions a lawyer, stop and hand over to the legal team.",
        "If the customer is still unhappy, escalate to the legal team and record it.",
    ],
)
def test_who_is_told_with_little_beside_is_an_escalation(sentence: str) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["to"], said["also"]) == ("escalation", "legal_team", [])


@pytest.mark.parametrize(
    "sentence",
    [
        "If you cannot come, call us; then we find another day.",
        "If the weather is bad, check the website.",
        "A parcel arrived broken? Ask for a photo.",
        "Broken seal? Tell us within 48 hours.",
        "Example: an email arrives Friday 16:30. It is due Wednesday 17:00.",
    ],
)
def test_what_people_do_once_or_customers_do_stays_prose(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


@pytest.mark.parametrize(
    ("sentence", "role", "action"),
    [
        ("Staff may end a call if the caller is abusive.", "anyone", "end_contact"),
        ("Receptionists may hang up on somebody who shouts.", "receptionist", "end_contact"),
        ("The duty manager may ask a visitor to leave.", "duty_manager", "ask_to_leave"),
    ],
)
def test_who_may_part_from_somebody_hard_to_bear_is_authority(
    sentence: str, role: str, action: str
) -> None:
    (said,) = understand(sentence)["clauses"]
    assert (said["kind"], said["role"], said["action"]) == ("authority", role, action)


def test_the_head_of_customer_care_is_called_so() -> None:
    (said,) = understand("If a child is at risk, ring the Head of Customer Care.")["clauses"]
    assert said["to"] == "head_of_customer_care"


def test_a_sum_is_nobodys_address() -> None:
    (said,) = understand("Reception: up to $100")["clauses"]
    assert (said["kind"], said["limit"]["amount"]) == ("authority", 100)


@pytest.mark.parametrize(
    "sentence",
    [
        "We can be reached at any hour of the day or night, holidays included.",
        "The library opens at 8 a.m. and closes at 6 p.m. on weekdays.",
        "We open at 9am and close at 5pm, Monday to Friday.",
        "You can ring us between 9am and 5pm, Monday to Friday.",
        "You can visit us from 10am to 4pm, Tuesday to Saturday.",
    ],
)
def test_hours_are_said_by_what_one_can_do_in_them(sentence: str) -> None:
    assert [one["kind"] for one in said(sentence)] == ["hours"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You can ring us from 3 of our branches.",
        "The door opens at 8 and closes at once.",
        "We can be reached at any of our shops.",
    ],
)
def test_what_opens_or_is_reached_without_a_time_is_no_hours(sentence: str) -> None:
    assert said(sentence) == []
