"""Promises in the manner of charters, service levels and notices: what each of them says."""

from typing import Any

import pytest

from goodword.document.understand import understand

# The sentence, and of each clause: what is done, within how long, how it is counted.
ONE_PROMISE = (
    ("Letter: a week", "first_response", "P1W", "calendar"),
    (
        "A fortnight is the longest you will wait for an acknowledgement.",
        "acknowledge",
        "P2W",
        "calendar",
    ),
    ("The maximum time for a substantive reply is one month.", "resolution", "P1M", "calendar"),
    ("We allow ourselves one month to process your request.", "resolution", "P1M", "calendar"),
    ("You are entitled to a decision within five working days.", "resolution", "P5D", "working"),
    ("A written reply will be with you in under a week.", "first_response", "P1W", "calendar"),
    ("Reports are dealt with before six weeks have passed.", "resolution", "P6W", "calendar"),
    (
        "Our support team handles feedback in no more than 15 minutes.",
        "resolution",
        "PT15M",
        "clock",
    ),
    (
        "Reception will decide on the complaint in less than one month.",
        "resolution",
        "P1M",
        "calendar",
    ),
    ("Please answer letters and emails within three days.", "first_response", "P3D", "calendar"),
    (
        "Please allow up to 3 working days for a member of staff to respond.",
        "first_response",
        "P3D",
        "working",
    ),
    ("The time we take to close billing questions is five days.", "resolution", "P5D", "calendar"),
    ("Minor faults will be seen to within 36 hours.", "resolution", "PT36H", "clock"),
    ("Resolution target: 24 hours from first contact", "resolution", "PT24H", "clock"),
    (
        "The council will write to you in 30 days with a full response.",
        "resolution",
        "P30D",
        "calendar",
    ),
    ("We’ll contact you within 36 hours to bring you up to date.", "update", "PT36H", "clock"),
    ("Those who complain are given news every five weeks.", "update", "P5W", "calendar"),
    ("Urgent appointments: same day", "wait", None, "working"),
    ("Parking permit applications can take up to 12 weeks.", "resolution", "P12W", "calendar"),
    ("Receipt is confirmed within thirty six hours.", "acknowledge", "PT36H", "clock"),
    ("Complaints are settled by the end of the third working day.", "resolution", "P3D", "working"),
    (
        "We reply to emails within 30 minutes (Monday to Friday, 9 am to 5 pm).",
        "first_response",
        "PT30M",
        "working",
    ),
    ("High 8 hour target turn around", "resolution", "PT8H", "clock"),
    ("Our solicitors return telephone calls within 24 hours.", "callback", "PT24H", "clock"),
)


@pytest.mark.parametrize(
    ("sentence", "metric", "within", "unit"), ONE_PROMISE, ids=[one[0][:50] for one in ONE_PROMISE]
)
def test_one_promise_is_read_with_what_is_done_and_by_when(
    sentence: str, metric: str, within: str | None, unit: str
) -> None:
    (clause,) = live(sentence)

    assert (clause["metric"], clause["within"], clause["unit"]) == (metric, within, unit)
    assert clause["condition"] in {None, "it is a billing question", "it is a minor fault"} or (
        "permit" in clause["condition"]
    )


CHANNELS: tuple[tuple[str, list[str]], ...] = (
    ("By post: five working days", ["letter"]),
    ("By phone or by email, enquirers have a reply within two days.", ["email", "phone"]),
    (
        "All enquiries, made either by phone or by e-mail, are answered in two days.",
        ["email", "phone"],
    ),
    (
        "We answer your request within two days of asking (made by phone or e-mail).",
        ["email", "phone"],
    ),
    (
        "An answer to an enquiry by letter, telephone call or e-mail within six days",
        ["email", "letter", "phone"],
    ),
    ("From the day you email us, we have a week to settle it.", ["email"]),
    ("Applications handed in at the counter are decided in ten days.", ["in_person"]),
    ("Severity C calls are responded to within eight hours.", []),
    ("Reception deals with complaints within eight hours.", []),
)


@pytest.mark.parametrize(("sentence", "channels"), CHANNELS, ids=[one[0][:50] for one in CHANNELS])
def test_a_channel_is_how_people_came_to_us(sentence: str, channels: list[str]) -> None:
    (clause,) = live(sentence)

    assert sorted(clause["channels"]) == channels


def test_where_possible_is_said_of_the_time_before_it_alone() -> None:
    first, second = live("We reply within 4 days, where possible, and no later than 7 days.")

    assert (first["within"], first["strength"]) == ("P4D", "aim")
    assert (second["within"], second["strength"]) == ("P7D", "must")


def test_a_target_in_brackets_is_an_aim() -> None:
    (clause,) = live("Manager response time: <3 hours (target)")

    assert clause["strength"] == "aim"


def test_should_stays_should_beside_the_latest_time() -> None:
    (clause,) = live("Complaints should be answered in at most two days.")

    assert clause["strength"] == "should"


@pytest.mark.parametrize(
    "sentence",
    [
        "P1: 15-minute response, 4-hour fix",
        "P1 - 15 minute response / 4 hour resolution",
        "P1: response 15 minutes, resolution 4 hours",
    ],
)
def test_a_priority_has_a_response_and_a_resolution(sentence: str) -> None:
    said = [(one["metric"], one["within"], one["subject"]) for one in live(sentence)]

    assert said == [
        ("first_response", "PT15M", "priority_1"),
        ("resolution", "PT4H", "priority_1"),
    ]


def test_rows_in_brackets_say_what_stands_before_them() -> None:
    said = live("Rhythm of updates by priority (P1: without a break; P2: every 3 hours; P3: daily)")

    assert [(one["metric"], one["subject"]) for one in said] == [
        ("update", "priority_2"),
        ("update", "priority_3"),
    ]


def test_what_is_paid_where_we_fail_is_a_remedy() -> None:
    promise, remedy = live("We restore your supply within 12 hours, or pay you £80.")

    assert (promise["kind"], promise["within"]) == ("promise", "PT12H")
    assert remedy["kind"] == "remedy"


def test_what_somebody_is_told_is_no_condition() -> None:
    (clause,) = live(
        "We acknowledge your complaint within three days, telling you who is dealing with it "
        "and when you can expect a reply."
    )

    assert clause["condition"] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Please reply to this letter within 14 days.",
        "Please settle your invoice within 30 days.",
        "Messages for other members of staff are not always returned the same day.",
        "Customers must return goods within 30 days.",
        "You are entitled to return goods within 30 days.",
    ],
)
def test_what_is_asked_of_customers_or_not_promised_is_no_promise(sentence: str) -> None:
    kinds = {one["kind"] for one in understand(sentence)["clauses"]}
    # Until when something may be returned says on what condition that is possible.
    assert kinds <= {"eligibility"}


def live(sentence: str) -> list[dict[str, Any]]:
    said = understand(sentence)

    assert said["state"] == "live"
    return list(said["clauses"])
