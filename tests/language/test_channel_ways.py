"""What is a way in and what is none: pages and tickets, calls, mails, counters, several ways."""

import pytest

from goodword.document.understand import understand


def channels(sentence: str, heading: str = "", lead_in: str = "") -> list[list[str]]:
    """Return the channels of each promise of a sentence below a heading and a lead-in."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    return [one["channels"] for one in said["clauses"] if one["kind"] == "promise"]


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply to messages sent through the portal within 2 days.",
        "Faults reported on the app are fixed within 5 working days.",
        "Secure messages: we reply within 1 working day.",
        "Enquiries through the site are answered within 1 working day.",
        "Orders placed on the web shop are sent within 2 working days.",
        "Bookings lodged on-line are confirmed within 24 hours.",
        "Invoices uploaded by eleven are paid the same day.",
        "Questions sent through the dashboard are answered inside one working day.",
        "Client portal | 1 working day",
    ],
)
def test_portals_apps_and_sites_are_one_way(sentence: str) -> None:
    assert channels(sentence) == [["web_form"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "We respond to P1 tickets within 10 minutes.",
        "Tickets: first reply within 2 hours.",
        "Your results are on the app within 24 hours.",
        "We reply to your ticket within 2 hours.",
    ],
)
def test_a_ticket_says_that_somebody_asked_and_not_how(sentence: str) -> None:
    assert channels(sentence) == [[]]


def test_a_ticket_raised_on_the_portal_came_by_it() -> None:
    sentence = "Tickets raised through the portal are triaged within one working hour."

    assert channels(sentence) == [["web_form"]]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("We will be with you within 4 hours of your call.", ["phone"]),
        ("An engineer reaches you within two hours of your first call to us.", ["phone"]),
        ("We refund you within 3 days of your email.", ["email"]),
        ("A nurse comes within two hours of the GP's call.", ["phone"]),
        ("An engineer attends within 2 hours of the call.", []),
        ("The first engine arrives ten minutes from the time of call.", []),
        ("Our technician attends to service calls within 2 days.", []),
        ("Call bells are answered within three minutes.", []),
    ],
)
def test_your_call_is_how_it_came_and_the_call_begins_the_clock(
    sentence: str, named: list[str]
) -> None:
    assert channels(sentence) == [named]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Search | Free | 30 minutes online, 1 hour at the desk", [["web_form"], ["in_person"]]),
        ("Quotes: 15 minutes by phone, 60 minutes by e-mail.", [["phone"], ["email"]]),
        ("Copies: same day by e-mail, 4 working days by post.", [["email"], ["letter"]]),
    ],
)
def test_of_several_times_each_has_the_way_behind_it(sentence: str, named: list[list[str]]) -> None:
    assert channels(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        (
            "We answer all e-mails inside one working day and have your problem solved in two.",
            [["email"], ["email"]],
        ),
        (
            "Calls are answered in 40 seconds and a technician is with you in 75 minutes.",
            [["phone"], []],
        ),
        ("Emails are acknowledged in a day and answered in three days.", [["email"], ["email"]]),
        ("Letters get a note in 2 days and a full reply in 10 days.", [["letter"], ["letter"]]),
    ],
)
def test_whoever_comes_was_not_rung_and_an_answer_is_to_what_came(
    sentence: str, named: list[list[str]]
) -> None:
    assert channels(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Nobody should queue for more than ten minutes.", ["in_person"]),
        ("Patients are seen within six weeks.", []),
        ("Complaint mails: reply next business day", ["email"]),
        ("Questions by phone, text or web are answered in a day.", ["phone", "text", "web_form"]),
        ("Clients hear from us within 48 hours of leaving a message.", ["voicemail"]),
        ("Should the line go to voicemail, we ring you within one working day.", ["voicemail"]),
        ("We reply to every message left on Facebook in 2 days.", ["social"]),
        ("Online crime reports are replied to within 48 hours.", ["web_form"]),
        ("She replies within two hours of any e-mail.", ["email"]),
        ("Ninety first-class letters in a hundred are delivered the next working day.", []),
        ("In office hours we reply within two hours.", []),
    ],
)
def test_words_that_name_a_way(sentence: str, named: list[str]) -> None:
    assert channels(sentence) == [named]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Your certificate is e-mailed to you within three working days.", ["email"]),
        ("The panel's decision letter is sent within five school days.", ["letter"]),
        ("Everybody booked is texted within 15 minutes.", ["text"]),
        ("Customers are called every two hours until the power is back.", ["phone"]),
        ("Parcels are posted within two days.", []),
    ],
)
def test_where_no_way_in_is_named_the_way_in_which_we_answer_stands(
    sentence: str, named: list[str]
) -> None:
    assert channels(sentence) == [named]
