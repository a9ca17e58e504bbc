"""News when it takes longer, in whatever words, alone and beside a promise."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("text", "why", "when"),
    [
        ("Where meetings can't start on time we will tell you why.", True, False),
        ("Let you know if it is going to take longer than this; and", False, False),
        ("Sometimes a check may take longer, but you'll be told of a new deadline.", False, True),
        ("If our work on it goes past 30 days, we tell you and agree a new limit.", False, False),
        ("Should there be a delay, customers will be notified by text.", False, False),
        ("You will be told about any delay and the reason for it.", True, False),
        ("Let you know about any delay and the reason for it", True, False),
        ("When an order is delayed we email the buyer with a new delivery date.", False, True),
        (
            "Contact you if the officer is running late, as long as we have your number.",
            False,
            False,
        ),
        ("If the target date has to be put back, we write to you to say why.", True, False),
        ("Where more work is needed the applicant is told how long it will take.", False, True),
    ],
)
def test_news_of_a_delay_is_read_in_many_words(text: str, *, why: bool, when: bool) -> None:
    said = understand(text)

    assert [(one["kind"], one["why"], one["when"]) for one in said["clauses"]] == [
        ("late_notice", why, when)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If you need more time to pay, please tell us.",
        "If you are running late, call us.",
        "If we need more information, we will contact you.",
        "If the item is not returned within 14 days we will contact you.",
        "If a ticket is open longer than 3 days, tell the team leader.",
        "If there is a delay we will keep you informed.",
        "Delays are often caused by the weather.",
        "When the target is likely to be missed, the right people are informed.",
        "The practice manager will be told about any delay in a surgery.",
        "More than 90% of customers are told the outcome in time.",
        "If we cannot help you, we will tell you who can.",
    ],
)
def test_what_is_no_news_of_a_delay_of_ours(text: str) -> None:
    assert "late_notice" not in [one["kind"] for one in understand(text)["clauses"]]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("A decision is sent within two months, or we write to explain the delay.", "P2M"),
        ("We reply within 4 working days or let you know when you will have an answer.", "P4D"),
        (
            "See you within 15 minutes of your slot, and if that is not possible, tell you why",
            "PT15M",
        ),
        (
            "The outcome is sent within 20 days; where more time is needed the student is told so.",
            "P20D",
        ),
        (
            "We will complete your repair within 28 days and let you know if there is a delay.",
            "P28D",
        ),
        (
            "Bins are emptied in two days, but if it takes longer we tell you when to expect us.",
            "P2D",
        ),
        ("Everything else: ten working days, or a date will be given", "P10D"),
        ("We reply within 6 working days, or let you know that it will take longer.", "P6D"),
        ("We reply in 20 days, or, if that cannot be done, send an interim reply.", "P20D"),
    ],
)
def test_a_promise_and_news_of_a_delay_stand_in_one_sentence(text: str, within: str) -> None:
    said = understand(text)["clauses"]

    assert [one["kind"] for one in said] == ["promise", "late_notice"]
    assert said[0]["within"] == within


def test_news_may_open_a_sentence_and_a_promise_follow() -> None:
    said = understand(
        "If there is a delay we will tell you why and send our reply within ten days."
    )

    assert [(one["kind"], one.get("within")) for one in said["clauses"]] == [
        ("late_notice", None),
        ("promise", "P10D"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If your appointment is running late, we tell you within 15 minutes.",
        "Where a fault takes longer than 5 days to mend, we update you every 2 working days.",
    ],
)
def test_news_with_a_time_of_its_own_stays_a_promise(text: str) -> None:
    assert [(one["kind"], one["metric"]) for one in understand(text)["clauses"]] == [
        ("promise", "update")
    ]


def test_news_and_updates_stand_in_one_sentence() -> None:
    said = understand("If we need more time, we'll tell you why and update you every 15 days.")

    assert [(one["kind"], one.get("within")) for one in said["clauses"]] == [
        ("late_notice", None),
        ("promise", "P15D"),
    ]


def test_a_further_time_is_none_that_a_case_goes_beyond() -> None:
    said = understand("A further 10 working days may be agreed with you if we need more time.")

    assert [(one["kind"], one["after"]) for one in said["clauses"]] == [("late_notice", None)]


def test_two_promises_joined_by_or_are_no_news_of_a_delay() -> None:
    said = understand("We answer letters within 10 days or send a holding reply within 3 days.")

    assert [one["kind"] for one in said["clauses"]] == ["promise", "promise"]
