"""Goals of quality, notice, remedies and late notice: what is one, and what is none."""

from typing import Any

import pytest

from goodword.document.understand import understand


def only(sentence: str) -> dict[str, Any]:
    (clause,) = understand(sentence)["clauses"]
    return dict(clause)


@pytest.mark.parametrize(
    ("sentence", "quality", "share"),
    [
        ("Fewer than 5% of calls are abandoned.", "abandoned", 0.05),
        ("Abandonment rate: below 5%", "abandoned", 0.05),
        ("We keep satisfaction at or above 90%.", "satisfaction", 0.9),
        ("We want 90% of customers to be satisfied.", "satisfaction", 0.9),
        (
            "At least 75% of calls are resolved at the first point of contact.",
            "first_contact",
            0.75,
        ),
        ("No more than 2% of repairs are reopened.", "reopened", 0.02),
    ],
)
def test_a_goal_of_quality_is_a_share_of_all_cases(
    sentence: str, quality: str, share: float
) -> None:
    clause = only(sentence)

    assert (clause["kind"], clause["quality"], clause["share"]) == ("quality", quality, share)


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 90% of customers say they are satisfied.",
        "Last year fewer than 5% of calls were abandoned.",
        "More than 5% of calls are abandoned.",
        "Simple questions are answered at first contact.",
    ],
)
def test_a_figure_that_was_reached_is_no_goal(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


@pytest.mark.parametrize(
    ("sentence", "length", "what", "condition"),
    [
        (
            "We give you at least 24 hours' notice before changing an appointment.",
            "PT24H",
            "changing an appointment",
            None,
        ),
        (
            "You will be given 5 days' notice of any planned works.",
            "P5D",
            "any planned works",
            None,
        ),
        (
            "If we have to change an appointment, we will give you at least 24 hours notice.",
            "PT24H",
            "",
            "we have to change an appointment",
        ),
        (
            "We tell customers at least 3 working days before we turn the water off.",
            "P3D",
            "we turn the water off",
            None,
        ),
    ],
)
def test_notice_is_how_long_before_something_we_tell_people(
    sentence: str, length: str, what: str, condition: str | None
) -> None:
    clause = only(sentence)

    assert (clause["kind"], clause["notice"]["within"], clause["what"], clause["condition"]) == (
        "notice",
        length,
        what,
        condition,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Please give us 24 hours' notice if you need to cancel.",
        "You must give us 30 days' notice.",
        "We ask that you give at least one full working day's notice when you cancel.",
    ],
)
def test_the_customers_notice_is_not_ours(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_a_remedy_says_for_what_how_much_and_by_when() -> None:
    clause = only("If we miss an appointment, we pay you £30 automatically within 10 working days.")

    assert (clause["kind"], clause["event_words"], clause["money"], clause["automatic"]) == (
        "remedy",
        "we miss an appointment",
        {"amount": 30, "currency": "GBP"},
        True,
    )
    assert clause["within"] == {"within": "P10D", "unit": "working"}


@pytest.mark.parametrize(
    "sentence",
    ["If you book before May we will give you £20.", "If your repair is late, we may pay you £20."],
)
def test_a_gift_or_a_maybe_is_no_remedy(sentence: str) -> None:
    assert "remedy" not in {one["kind"] for one in understand(sentence)["clauses"]}


def test_a_promise_and_its_remedy_may_share_a_sentence() -> None:
    said = understand("We answer within 10 working days, and if we fail you will receive £30.")

    assert [clause["kind"] for clause in said["clauses"]] == ["promise", "remedy"]


def test_late_notice_says_after_how_long_and_what_we_tell() -> None:
    clause = only("If we need longer than 10 working days, we tell you why and when.")

    assert (clause["kind"], clause["after"], clause["why"], clause["when"]) == (
        "late_notice",
        {"within": "P10D", "unit": "working"},
        True,
        True,
    )


@pytest.mark.parametrize(
    ("sentence", "fix"),
    [
        ("We respond to all emails quickly.", "We respond to all emails within 4 working hours."),
        (
            "We will always try to see to your repair sooner rather than later.",
            "We will always try to see to your repair within 5 working days.",
        ),
        ("We answer 90% of our calls.", "We answer 90% of our calls within 30 seconds."),
        (
            "Customers are kept informed regularly.",
            "Customers are kept informed every 3 working days.",
        ),
    ],
)
def test_a_promise_without_a_time_comes_back_in_the_authors_words(sentence: str, fix: str) -> None:
    (problem,) = (one for one in understand(sentence)["problems"] if "fix" in one)

    assert fix == problem["fix"]
    assert understand(fix)["state"] == "live"


def test_two_times_for_the_same_cases_are_asked_about() -> None:
    said = understand("Planning applications: minor 8 weeks, major 13 weeks")

    assert [(one["code"], one["severity"]) for one in said["problems"]] == [("PR07", "warning")]


def test_each_time_keeps_its_own_condition() -> None:
    said = understand(
        "We see you within 10 minutes if you have an appointment and within 20 minutes if you "
        "do not."
    )

    assert [(clause["within"], clause["condition"]) for clause in said["clauses"]] == [
        ("PT10M", "you have an appointment"),
        ("PT20M", "you do not"),
    ]


@pytest.mark.parametrize(
    ("sentence", "event", "goods"),
    [
        (
            "If a visit is cancelled by us you'll be credited with the full price of that visit.",
            "visit_is_cancelled_by_us",
            "the full price of that visit",
        ),
        (
            "If we keep you waiting more than 20 minutes, tell us and we knock 10% off your fee.",
            "we_keep_you_waiting_more_than_20_minutes",
            "10% off your fee",
        ),
        (
            "If your train is more than 60 minutes late, you get 50% of the fare back.",
            "train_is_more_than_60_minutes_late",
            "50% of the fare back",
        ),
    ],
)
def test_a_part_of_the_price_or_all_of_it_is_a_remedy(
    sentence: str, event: str, goods: str
) -> None:
    clause = only(sentence)

    assert (clause["kind"], clause["event"], clause["goods"]) == ("remedy", event, goods)


def test_a_line_may_name_the_notice_that_is_given() -> None:
    clause = only("Planned outages: minimum five business days' notice by e-mail")

    assert (clause["kind"], clause["what"]) == ("notice", "planned outages")
    assert clause["notice"] == {"within": "P5D", "unit": "working"}


@pytest.mark.parametrize(
    ("sentence", "amount", "currency"),
    [
        ("The store manager may refund up to R2 500.", 2500, "ZAR"),
        ("The store manager may refund up to £2 500 per case.", 2500, "GBP"),
        ("The shift lead may refund up to 10 000 rand.", 10000, "ZAR"),
        ("For refunds over R2,500, ask the owner.", 2500, "ZAR"),
    ],
)
def test_thousands_may_be_set_apart_by_a_space(sentence: str, amount: int, currency: str) -> None:
    assert only(sentence)["limit"] == {"amount": amount, "currency": currency}


def test_what_somebody_attempts_or_looks_to_do_is_an_aim() -> None:
    assert only("We'll attempt to settle your case within 40 working days.")["strength"] == "aim"
    assert only("We look to resolve complaints within 10 working days.")["strength"] == "aim"
