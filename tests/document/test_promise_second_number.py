"""A second time that says its number alone, and units and hours that stand elsewhere."""

import pytest

from goodword.document.understand import understand


def read(sentence: str, heading: str = "", lead_in: str = "") -> list[dict[str, object]]:
    """Return the clauses of a sentence below a heading and a lead-in."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    return list(said["clauses"])


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Queue: not more than 12 minutes on ordinary days, 20 at month end", ["PT12M", "PT20M"]),
        ("Waiting at our desks: 10 minutes for members, 20 for everyone else", ["PT10M", "PT20M"]),
        ("Live chat: 4 minutes in the day, 10 at night", ["PT4M", "PT10M"]),
        ("E-mail: reply in 3 working days, in July and August 5", ["P3D", "P5D"]),
        ("First response: within five hours; at weekends nine.", ["PT5H", "PT9H"]),
        ("Emails: 2 working days; letters: 5.", ["P2D", "P5D"]),
        ("We answer chats in 2 minutes, 5 at weekends.", ["PT2M", "PT5M"]),
        ("Repairs: 24 hours urgent, 72 routine.", ["PT24H", "PT72H"]),
        (
            "Feedback is acknowledged within a working day, and answered by the fifth.",
            ["P1D", "P5D"],
        ),
        (
            "Requests are acknowledged within 3 days and, if agreed to, met within 20.",
            ["P3D", "P20D"],
        ),
    ],
)
def test_a_second_number_counts_in_the_unit_of_the_first(sentence: str, times: list[str]) -> None:
    assert [one["within"] for one in read(sentence)] == times


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply in 5 days to 20 enquiries a week.",
        "The refund is paid within 5 days in 3 instalments.",
        "We reply within 2 days; call 999 in an emergency.",
        "Rent is asked for within a working day, and paid by the fifth of the month.",
    ],
)
def test_other_numbers_are_no_second_time(sentence: str) -> None:
    assert len(read(sentence)) <= 1


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (
            "Priority | Respond by (operational hours) | Resolve by (operational hours)",
            "Urgent | 15 minutes | 5 hours",
            [("first_response", "PT15M", "working"), ("resolution", "PT5H", "working")],
        ),
        (
            "Priority | What | On site | Working again",
            "1 | Nothing works | 4 hours | 24 hours",
            [("first_response", "PT4H", "clock"), ("resolution", "PT24H", "clock")],
        ),
        (
            "Call | Officer on the spot",
            "Injured animal | 45 minutes",
            [("first_response", "PT45M", "clock")],
        ),
        (
            "Service | Indicator | Standard | Unit",
            "Money order | Payment against the code | 20 | Minutes",
            [("resolution", "PT20M", "clock")],
        ),
        (
            "# | Deliverable | Single | Joint | Group (days)",
            "4 | Transfers out | 28 | 14 | 8",
            [
                ("resolution", "P28D", "calendar"),
                ("resolution", "P14D", "calendar"),
                ("resolution", "P8D", "calendar"),
            ],
        ),
        (
            "Channel | Best for | Response time",
            "Email | Longer questions | Within 30 hours (weekdays)",
            [("first_response", "PT30H", "working")],
        ),
    ],
)
def test_headers_say_what_a_time_is_for_and_how_it_is_counted(
    head: str, row: str, said: list[tuple[str, str, str]]
) -> None:
    made = read(row, lead_in=head)

    assert [(one["metric"], one["within"], one["unit"]) for one in made] == said


def test_an_expected_timeline_is_no_aim_and_an_expected_response_is_one() -> None:
    (firm,) = read("Contract notes | 24 hours", lead_in="Activity | Expected timeline")
    (aim,) = read("Email | 2 days", lead_in="Channel | Expected response time")

    assert (firm["strength"], aim["strength"]) == ("must", "aim")


def test_a_row_of_authority_with_a_column_of_time_says_both() -> None:
    head = "Size of grant | Decision | You hear within"
    granted, told = read("up to £1,000 | Grants Officer | 10 working days", lead_in=head)

    assert (granted["kind"], granted["role"]) == ("authority", "grants_officer")
    assert (told["metric"], told["within"]) == ("resolution", "P10D")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (
            "Our process: inspection within 8 days, repair within 20 days.",
            ["first_response", "resolution"],
        ),
        (
            "Technician with the customer in 24 hours, report in five days.",
            ["first_response", "resolution"],
        ),
        ("A crew starts out within 30 minutes.", ["first_response"]),
        ("An officer will look at it within 2 working days of the report.", ["first_response"]),
        ("An inspection is done within 8 days.", ["resolution"]),
    ],
)
def test_whoever_comes_and_looks_responds(sentence: str, said: list[str]) -> None:
    assert [one["metric"] for one in read(sentence)] == said


@pytest.mark.parametrize(
    ("sentence", "within", "unit"),
    [
        ("We answer emails within 36 hours during working days.", "PT36H", "working"),
        ("We decide no later than 4 University business days after the hearing.", "P4D", "working"),
        ("Answer the telephone within four (4) rings.", "PT12S", "clock"),
        ("Answer calls no later than the third ring.", "PT9S", "clock"),
        ("We answer calls within eight rings during office hours.", "PT24S", "clock"),
        ("We reply within one hour, Monday to Friday 8-5.", "PT1H", "working"),
        ("We reply to all requests within 36 hours, weekends left out.", "PT36H", "working"),
        ("Bins reported within 24 hours will be emptied within two days.", "P2D", "calendar"),
        ("Critical (aircraft flies within 48 hours): two hours.", "PT2H", "clock"),
    ],
)
def test_a_time_is_counted_as_the_words_around_it_say(
    sentence: str, within: str, unit: str
) -> None:
    (made,) = read(sentence)

    assert (made["within"], made["unit"]) == (within, unit)


def test_minutes_in_office_hours_and_others_outside_them_are_both_by_the_clock() -> None:
    made = read(
        "We reply within 20 minutes during office hours and within 90 outside office hours."
    )

    assert {one["unit"] for one in made} == {"clock"}


@pytest.mark.parametrize(
    ("sentence", "heading", "lead_in", "strength"),
    [
        ("We will give an estimate within 12 days.", "", "Service targets to members", "must"),
        ("Estimates are given within 12 days.", "", "Service targets to members", "aim"),
        ("We do what we can to reply within three days.", "", "", "aim"),
        ("Ideally complainants should have a full reply within six weeks.", "", "", "should"),
        ("We reply within six days (sooner if at all possible).", "", "", "must"),
    ],
)
def test_how_firm_a_promise_is(sentence: str, heading: str, lead_in: str, strength: str) -> None:
    assert read(sentence, heading, lead_in)[0]["strength"] == strength


def test_following_first_contact_begins_the_clock_and_is_no_reply() -> None:
    (made,) = read("Within six days following initial contact", "When will I be updated?")

    assert made["metric"] == "update"
