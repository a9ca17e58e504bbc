"""Notice, remedies, goals of quality and late news by their words."""

from typing import Any

import pytest

from goodword.document.fields import fields_of
from goodword.document.second_pledge import second_pledge
from goodword.document.sentence_marks import marks_of
from goodword.document.setting import Setting

ALONE = Setting(alone=True)


def pledged(sentence: str, heading: str = "") -> dict[str, Any]:
    setting = Setting(alone=True, heading=heading)
    said = second_pledge(sentence, setting, "", marks_of(sentence, heading))
    assert said is not None
    assert [one.code for one in said.findings] == ["RD01"]
    (clause,) = said.clauses
    return fields_of(clause)


@pytest.mark.parametrize(
    ("sentence", "length", "what"),
    [
        (
            "You will hear from us two weeks before any change to your tariff.",
            "P2W",
            "any change to your tariff",
        ),
        (
            "No price rise reaches you with less than 30 days' warning.",
            "P30D",
            "",
        ),
    ],
)
def test_notice_is_a_length_before_something(sentence: str, length: str, what: str) -> None:
    clause = pledged(sentence, heading="Prices")

    assert clause["kind"] == "notice"
    assert clause["notice"]["within"] == length
    assert not what or clause["what"] == what


@pytest.mark.parametrize(
    ("sentence", "event", "gives"),
    [
        ("Should we miss the slot, the visit is on us.", "we miss the slot", "the visit"),
        (
            "Late by more than an hour? Your next delivery is free.",
            "Late by more than an hour",
            "Your next delivery",
        ),
    ],
)
def test_a_remedy_says_what_went_wrong_and_what_is_given(
    sentence: str, event: str, gives: str
) -> None:
    clause = pledged(sentence)

    assert (clause["kind"], clause["event_words"], clause["goods"]) == ("remedy", event, gives)


def test_a_remedy_in_money_keeps_the_sum() -> None:
    clause = pledged("We owe you £40 whenever an engineer fails to turn up.")

    assert clause["money"] == {"amount": 40, "currency": "GBP"}


@pytest.mark.parametrize(
    ("sentence", "quality", "share"),
    [
        (
            "No more than one caller in fifty should hang up before we pick up.",
            "abandoned",
            0.02,
        ),
        ("First-visit fixes: 85% or better.", "first_contact", 0.85),
        (
            "We want nine customers in ten to say they would come back.",
            "satisfaction",
            0.9,
        ),
    ],
)
def test_a_goal_of_quality_is_a_share_of_what_is_measured(
    sentence: str, quality: str, share: float
) -> None:
    clause = pledged(sentence)

    assert (clause["kind"], clause["quality"], float(clause["share"])) == (
        "quality",
        quality,
        share,
    )


def test_late_news_says_after_how_long_and_what_is_told() -> None:
    clause = pledged("Where 15 working days are not enough, the case officer explains the delay.")

    assert clause["kind"] == "late_notice"
    assert clause["after"] == {"within": "P15D", "unit": "working"}
    assert (clause["why"], clause["when"]) == (True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Give us 48 hours' notice if you need to cancel.",
        "A £20 fee applies if you miss your appointment.",
        "Last quarter only 2% of calls were abandoned.",
    ],
)
def test_what_customers_have_to_do_and_what_came_about_is_no_pledge(sentence: str) -> None:
    assert second_pledge(sentence, ALONE, "", marks_of(sentence)) is None
