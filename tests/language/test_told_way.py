"""The way that a sentence tells people to take, and letters and calls that are none."""

import pytest

from goodword.document.understand import understand


def _promises(said: str) -> list[tuple[str, tuple[str, ...]]]:
    heading, lead, text = said.split("||") if "||" in said else ("", "", said)
    read = understand(text, lead_in=lead or None, heading=heading or None)
    return [(one["metric"], tuple(one["channels"])) for one in read["clauses"]]


@pytest.mark.parametrize(
    ("said", "metric", "channels"),
    [
        ("Text your instructor, who replies within a day.", "first_response", ("text",)),
        (
            "Between lessons you can text your instructor, who replies within a day.",
            "first_response",
            ("text",),
        ),
        (
            "Concerns must be put in an e-mail to the head, who answers in three school days.",
            "first_response",
            ("email",),
        ),
        (
            "Self-refer using the web form; a counsellor phones you within three working days.",
            "callback",
            ("web_form",),
        ),
        (
            "Fill in the online form and one of us will ring you within two days.",
            "callback",
            ("web_form",),
        ),
        (
            "Log it on the portal and an analyst picks it up within 30 minutes.",
            "first_response",
            ("web_form",),
        ),
        (
            "Message us on WhatsApp and you'll hear back within the hour.",
            "first_response",
            ("chat",),
        ),
        (
            "If you prefer to write, you will have a reply in ten days.",
            "first_response",
            ("letter",),
        ),
        ("Customers who write in hear from us within a fortnight.", "first_response", ("letter",)),
        (
            "Post your claim form to us and we will decide within 10 working days.",
            "resolution",
            ("letter",),
        ),
        (
            "Once the online form has come through, we confirm within 3 working days.",
            "acknowledge",
            ("web_form",),
        ),
        (
            "We respond within one hour of you raising a ticket on the portal.",
            "first_response",
            ("web_form",),
        ),
        (
            "We reply within a day of your sending us the online form.",
            "first_response",
            ("web_form",),
        ),
        (
            "The council replies within ten days of the letter arriving.",
            "first_response",
            ("letter",),
        ),
    ],
)
def test_the_way_that_people_are_told_to_take_is_a_way_in(
    said: str, metric: str, channels: tuple[str, ...]
) -> None:
    assert _promises(said) == [(metric, channels)]


@pytest.mark.parametrize(
    "said",
    [
        "Call bells: two minutes",
        "Use the stairs; we repair the lift within four hours.",
        "Send the item back and we refund you within 5 days.",
        "Write your name on the card; results are ready within two hours.",
        "Offer letters go out within three days of the panel.",
        "A clearance letter is issued within two weeks of settlement.",
        "Requests for letters: five business days' turnaround",
        "Letters to relatives are forwarded within ten working days.",
        "||Document | Ready||Proof-of-enrolment letters | 2 working days",
        "||Service | Ready in||Letter of no impediment | Same day",
        "Reinsurance: cash calls||||We settle any loss within 15 working days.",
        "Email hosting: support||||We reply to every ticket within four hours.",
        "Conference call guidelines||||Minutes are sent within two days.",
    ],
)
def test_what_is_made_or_spoken_of_is_no_way_in(said: str) -> None:
    assert [channels for _, channels in _promises(said)] == [()]


@pytest.mark.parametrize(
    ("said", "channels"),
    [
        ("We answer letters within ten working days.", ("letter",)),
        ("Letters: 10 working days", ("letter",)),
        ("Letters to the practice||||We reply within ten working days.", ("letter",)),
        ("Telephone||||We answer within five rings.", ("phone",)),
    ],
)
def test_letters_and_calls_that_come_in_are_ways(said: str, channels: tuple[str, ...]) -> None:
    assert [ways for _, ways in _promises(said)] == [channels]


@pytest.mark.parametrize(
    ("said", "metric", "channels"),
    [
        ("Helpline||||We respond within 30 minutes.", "first_response", ("phone",)),
        ("Hotline||||We respond within 20 seconds.", "answer", ("phone",)),
        ("First engine at a house fire: ten minutes from the time of call", "first_response", ()),
        ("Our manager is on the phone to you within 15 minutes.", "callback", ("phone",)),
        ("Bulky waste is picked up within 5 working days.", "resolution", ()),
        ("We pick up faulty goods within 3 days.", "resolution", ()),
        ("Every case is picked up by a named owner within one working day.", "first_response", ()),
        ("Chats are picked up within a minute.", "answer", ("chat",)),
        ("The line is picked up in 20 seconds.", "answer", ("phone",)),
        ("The number gets you a person within a minute.", "answer", ("phone",)),
        ("Dial 101 and an operator is with you in 30 seconds.", "answer", ("phone",)),
        ("||Line | Standard||101 | answered in 30 seconds, nine in ten", "answer", ()),
        ("||Task | Standard||Webchat | 90% inside 30 seconds", "answer", ("chat",)),
        ("Response times||||Live chat: 40 seconds", "first_response", ("chat",)),
        ("Nobody holds for more than three minutes.", "wait", ("phone",)),
        ("Telephone: front desk staff||||Hold time, at most, one minute.", "wait", ("phone",)),
    ],
)
def test_a_line_rings_shortly_and_goods_are_fetched(
    said: str, metric: str, channels: tuple[str, ...]
) -> None:
    assert _promises(said) == [(metric, channels)]


def test_time_between_messages_is_the_next_reply() -> None:
    read = _promises("Chat: 45 s to pick up, 3 min between messages")
    assert read == [("answer", ("chat",)), ("next_response", ("chat",))]


@pytest.mark.parametrize(
    ("said", "channels"),
    [
        ("If you write, email or text us, we reply within a day.", {"email", "letter", "text"}),
        (
            "We acknowledge complaints (email, post or phone) in 2 days.",
            {"email", "letter", "phone"},
        ),
        (
            "Complaints made online, by letter or at a branch are acknowledged within 3 days.",
            {"in_person", "letter", "web_form"},
        ),
        ("Post and email: 5 working days", {"email", "letter"}),
        ("||Channel | Reply||Post, email | 5 days", {"email", "letter"}),
        ("By phone or in the members' area||||We answer in two hours.", {"phone", "web_form"}),
        ("Calls and texts||We aim to:||reply to your text within an hour", {"text"}),
        (
            "Letters and emails||||A full response to your letter is sent within 12 working days.",
            {"letter"},
        ),
        ("Messaging in online banking||||Messages are answered within a day.", {"web_form"}),
        ("We reply to posts on our page within two hours.", {"social"}),
        ("Front desk staff reply to emails within two hours.", {"email"}),
        ("Phone lines are repaired within two days.", set()),
        ("Email outages are fixed within four hours.", set()),
        ("The portal is back up within four hours.", set()),
        ("Clients in our halls are received within 15 minutes.", {"in_person"}),
        ("||Contact | Standard||Emails | Answered within 2 days", {"email"}),
        ("||Contact | Standard||Webchat | up to 4 min to be connected", {"chat"}),
        ("Completed on the same day if the applicant comes to the office.", {"in_person"}),
        ("Care helpline||||New cards are sent within 3 days.", set()),
        ("Care helpline||||We reply within 3 days.", {"phone"}),
        ("Ring the bell and someone is at the hatch in sixty seconds.", {"in_person"}),
    ],
)
def test_every_way_of_a_list_is_kept_and_no_other(said: str, channels: set[str]) -> None:
    assert [set(ways) for _, ways in _promises(said)] == [channels]


def test_ways_in_brackets_have_each_their_time() -> None:
    read = _promises("Response time: 20 minutes (chat), 3 hours (email)")
    assert read == [("first_response", ("chat",)), ("first_response", ("email",))]


def test_paper_and_online_have_each_their_time() -> None:
    read = _promises("We process paper applications in ten days and online ones in three.")
    assert [ways for _, ways in read] == [(), ("web_form",)]
