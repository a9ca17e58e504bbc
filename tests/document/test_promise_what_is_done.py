"""What is done by a time: outcomes, names, news, chats joined, calls returned, weekly updates."""

import pytest

from goodword.document.understand import understand


def _metrics(text: str, heading: str | None = None, lead: str | None = None) -> list[str]:
    said = understand(text, lead_in=lead, heading=heading)["clauses"]
    return [one.get("metric", one["kind"]) for one in said]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("We shall tell you the result within five working days of the meeting.", "resolution"),
        ("We inform you of the outcome within 5 days.", "resolution"),
        ("We let you know who is dealing with it within 2 working days.", "update"),
        ("Within three days you will receive the name of the officer on your case.", "update"),
        ("We send you an update every Friday.", "update"),
        ("A person joins the chat within one minute.", "answer"),
        ("Text us and we'll text back within 10 minutes.", "first_response"),
        ("All calls to the out-of-hours line are returned within 30 minutes.", "callback"),
        ("We see 9 out of 10 customers in under 15 minutes.", "wait"),
    ],
)
def test_what_is_done(text: str, metric: str) -> None:
    assert _metrics(text) == [metric]


@pytest.mark.parametrize(
    "text",
    [
        "Cancel less than 2 days before and you will not get a refund.",
        "Cancel after noon the day before and you pay half.",
        "We will not look at complaints older than 12 months.",
        "We will not reply to complaints that are more than a year old.",
        "Adult course: 6 weeks; children's course: 4 weeks.",
    ],
)
def test_no_promise_of_ours(text: str) -> None:
    assert not {"resolution", "first_response"} & set(_metrics(text))


def test_refusing_to_be_slow_is_a_promise() -> None:
    assert _metrics("We will not take more than 3 days to reply.") == ["first_response"]
    assert _metrics("You will not wait more than 10 minutes.") == ["wait"]


@pytest.mark.parametrize(
    ("head", "row", "target"),
    [
        ("Service | Our target | Last year", "Calls answered within 30 seconds | 85% | 81%", 0.85),
        ("Measure | Target | Q1 | Q2", "Calls picked up inside 20 seconds | 80% | 76% | 82%", 0.8),
        ("Criteria | What we aim for | How we did", "24-hour response rate | 90% | 81%", 0.9),
        ("Task | Performance target | Performance", "Emails answered in 2 days | 95% | 93%", 0.95),
    ],
)
def test_what_was_reached_is_no_target(head: str, row: str, target: float) -> None:
    said = understand(row, lead_in=head)

    assert [one["target"] for one in said["clauses"]] == [target]
    assert "TX06" not in [one["code"] for one in said["problems"]]


def test_lines_of_a_case_and_its_time_are_read_each_and_said_back() -> None:
    said = understand("Street lights: 5 working days; traffic lights: 2 hours.")

    assert [(one["within"], one["condition"]) for one in said["clauses"]] == [
        ("P5D", "it is about street lights"),
        ("PT2H", "it is about traffic lights"),
    ]
    assert "RD01" in [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    ("heading", "text", "channel"),
    [
        ("Visiting us", "You will be seen within ten minutes.", "in_person"),
        ("Phoning us", "We answer within 20 seconds.", "phone"),
    ],
)
def test_a_heading_says_how_people_come(heading: str, text: str, channel: str) -> None:
    said = understand(text, heading=heading)["clauses"]

    assert [one["channels"] for one in said] == [[channel]]


@pytest.mark.parametrize(
    "text",
    [
        "Emails are dealt with in one working day.",
        "Letters are handled within 5 working days.",
        "Your enquiry will be seen to within 5 days.",
    ],
)
def test_a_deed_that_may_be_a_reply_is_asked_about(text: str) -> None:
    said = understand(text)

    assert [one["metric"] for one in said["clauses"]] == ["resolution"]
    assert [one["code"] for one in said["problems"]] == ["PR18"]


@pytest.mark.parametrize(
    "text",
    ["Complaints are dealt with in 10 days.", "Email orders are processed within 2 days."],
)
def test_what_is_settled_is_not_asked_about(text: str) -> None:
    assert understand(text)["problems"] == []


def test_minutes_in_one_letter_are_not_lost_in_silence() -> None:
    said = understand("P1: respond 15m / resolve 4h")

    assert [one["code"] for one in said["problems"]] == ["TX06"]
