"""What is done by a time: borders between being told, coming, and being done."""

import pytest

from goodword.document.understand import understand


def _metrics(said: str) -> list[str]:
    heading, lead, text = said.split("||") if "||" in said else ("", "", said)
    read = understand(text, lead_in=lead or None, heading=heading or None)
    return [one["metric"] for one in read["clauses"]]


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        (
            "||Service | Maximum turnaround time||Acknowledge a grievance | 2 business days",
            "acknowledge",
        ),
        ("||Service | Delivery time||Answering letters | 7 days", "first_response"),
        ("||Service | Turnaround||Passport renewal | 10 days", "resolution"),
        ("||Job | We will be with you in||Gaining entry | 2 hours", "first_response"),
        ("||Fault | We are with you within||No heating | 4 hours", "first_response"),
        ("||Request | Time to action||Tree down | 4 hours to clear", "resolution"),
        ("||Type | Limit||Non-notified | 20 working days from lodgement", "resolution"),
        (
            "||What we do | How long it takes us||Work permit, e-Services portal | 72 hours",
            "resolution",
        ),
        ("Postal applications: 10 working days", "resolution"),
        ("Postal enquiries: 10 working days", "first_response"),
        ("Online enquiries: 2 days", "first_response"),
        ("We thank you for it inside two days and tell you who has it.", "acknowledge"),
        ("We tell you how things stand within two days.", "update"),
        ("Emergencies: contractor despatched in two hours.", "first_response"),
        ("We dispatch a field engineer to your site within 48 hours.", "first_response"),
        ("Your order is dispatched within two days.", "resolution"),
        ("Confirmation is sent within an hour.", "acknowledge"),
    ],
)
def test_what_is_done_by_the_time(said: str, metric: str) -> None:
    assert _metrics(said) == [metric]


def test_counter_and_page_have_each_their_time_for_what_is_looked_up() -> None:
    said = "Land registry||Service | Time||Title search | 30 minutes online, 1 hour at the desk"
    assert _metrics(said) == ["resolution", "resolution"]


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        (
            "Your complaint will go to the head of department, who will respond within 6 days.",
            "first_response",
        ),
        ("It goes to the manager, who replies within 3 days.", "first_response"),
        ("||We will||if we promise to call you back, aim to do this within a day", "callback"),
        ("||Service | Fee | Timeline||Telephone calls | Free | three rings", "answer"),
    ],
)
def test_what_somebody_named_before_does_is_promised(said: str, metric: str) -> None:
    assert _metrics(said) == [metric]
