"""People who are attended to in minutes stand before us; things are no ways to reach us."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "text",
    [
        "Attend to customers within 15 minutes of their appointment time.",
        "We attend to enquirers within four minutes at an enquiry centre.",
        "Greet every guest within 30 seconds of entry.",
        "Visitors are welcomed within two minutes.",
        "We will serve you within five minutes at the till.",
    ],
)
def test_whoever_is_attended_to_in_minutes_has_come_to_us(text: str) -> None:
    assert [(one["metric"], one["channels"]) for one in understand(text)["clauses"]] == [
        ("wait", ["in_person"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We deal with leaks within 4 hours.",
        "Door entry phone not working: 7 working days.",
        "The lost phone is returned within two days.",
    ],
)
def test_things_and_places_of_work_are_no_channels(text: str) -> None:
    said = understand(text)["clauses"]

    assert [(one["metric"], one["channels"]) for one in said] == [("resolution", [])]


@pytest.mark.parametrize(
    "text",
    [
        "The officer will visit the site within twelve working days.",
        "We will send somebody out within 24 hours.",
        "We come out to burst pipes within 3 hours.",
        "We will get a technician to you by the next working day.",
        "Site visits are made within 5 working days of the request.",
        "Call-out within 4 hours, 24/7.",
        "We turn out to alarms within 20 minutes.",
    ],
)
def test_whoever_comes_responds_and_is_asked_about(text: str) -> None:
    said = understand(text)

    assert [(one["metric"], one["channels"]) for one in said["clauses"]] == [("first_response", [])]
    assert "PR16" in [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("If you visit our offices, you are seen within 10 minutes.", "wait"),
        ("We send a report within 3 days of the visit.", "resolution"),
        ("Send the officer a form within 3 days.", "resolution"),
    ],
)
def test_a_visit_of_others_or_a_report_of_one_is_no_coming(text: str, metric: str) -> None:
    assert [one["metric"] for one in understand(text)["clauses"]] == [metric]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("We tell you whether your application is valid within six working days.", "resolution"),
        ("A formal written response follows within ten working days.", "resolution"),
        (
            "The manager will look into it and report back to you within four days.",
            "first_response",
        ),
        ("We get in touch and acknowledge your complaint within four days.", "acknowledge"),
        ("We aim to respond to calls in the agent queue within three minutes.", "answer"),
    ],
)
def test_what_is_done_by_the_time(text: str, metric: str) -> None:
    assert [one["metric"] for one in understand(text)["clauses"]] == [metric]


def test_what_is_sent_in_by_an_hour_is_answered_by_a_later_one() -> None:
    said = understand("Forms sent in by 9.30am will have a response by 1.00pm that day.")

    assert [one["anchor"] for one in said["clauses"]] == ["13:00"]


def test_a_share_of_a_price_is_no_share_of_cases() -> None:
    said = understand("Customers are refunded 100% of the price within 12 days.")

    assert [(one["within"], one["target"]) for one in said["clauses"]] == [("P12D", None)]


def test_a_further_time_within_which_something_is_done_is_a_deadline() -> None:
    said = understand("You get our written findings within a further three working days.")

    assert [(one["within"], one["unit"]) for one in said["clauses"]] == [("P3D", "working")]
