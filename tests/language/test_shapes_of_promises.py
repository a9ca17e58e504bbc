"""Shapes in which pages promise, beside the neighbours that promise something else."""

import pytest

from goodword.document.understand import understand


def read(sentence: str, heading: str = "", lead_in: str = "") -> list[dict[str, object]]:
    """Return the clauses of a sentence below a heading and a lead-in."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    clauses: list[dict[str, object]] = said["clauses"]
    return clauses


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("No call may ring more than four times.", "PT12S"),
        ("Calls must not ring more than five times.", "PT15S"),
        ("Calls ring at most five times.", "PT15S"),
        ("The phone rings no more than three times before we pick up.", "PT9S"),
        ("You will be connected inside 1 minute.", "PT1M"),
        ("Callers are usually connected in under 40 seconds.", "PT40S"),
    ],
)
def test_a_phone_is_answered_by_whatever_words_say_so(sentence: str, within: str) -> None:
    (made,) = read(sentence)

    assert (made["metric"], made["within"]) == ("answer", within)


@pytest.mark.parametrize(
    "sentence",
    ["New customers are connected within 5 working days.", "Your line is connected within 3 days."],
)
def test_a_connection_of_days_is_no_answer(sentence: str) -> None:
    (made,) = read(sentence)

    assert made["metric"] == "resolution"


def test_how_often_a_phone_rings_in_a_lobby_promises_nothing() -> None:
    assert read("Phones ring four times in the lobby.") == []


def test_a_chat_is_answered_below_ways_to_reach_us_and_replied_to_below_response_times() -> None:
    row = "Live chat | within 2 minutes"

    assert [one["metric"] for one in read(row, "How to reach us")] == ["answer"]
    assert [one["metric"] for one in read(row, "Response times")] == ["first_response"]


def test_a_way_where_possible_is_no_aim() -> None:
    (firm,) = read("We contact you by telephone where possible within one working day.")
    (aim,) = read("We will ring you, where possible, within 2 days.")

    assert (firm["strength"], firm["by"]) == ("must", ["phone"])
    assert aim["strength"] == "aim"


def test_each_way_of_sending_has_its_own_time() -> None:
    made = read("Your papers will be posted within two days or emailed within an hour.")

    assert [(one["channels"], one["within"]) for one in made] == [
        (["letter"], "P2D"),
        (["email"], "PT1H"),
    ]


def test_a_thing_that_is_emailed_is_done_and_did_not_come_by_email() -> None:
    (made,) = read("Documents will be emailed within an hour.")
    (came,) = read("Complaints emailed to us are answered within a day.")

    assert (made["metric"], made["by"]) == ("resolution", ["email"])
    assert (came["metric"], came["channels"]) == ("first_response", ["email"])


def test_a_condition_ends_where_our_deed_begins() -> None:
    (refund,) = read("Once your parcel lands we check it and refund you within 14 days.")
    (danger,) = read("Calls where a life is in danger: an officer is sent out within one hour.")

    assert refund["start"] == "parcel_lands"
    assert danger["condition"] == "a life is in danger"


def test_a_line_of_a_channel_with_its_promise_and_its_hours_is_read_as_the_promise() -> None:
    line = "Phone – calls answered in under a minute, 8am to 8pm, 7 days"
    said = understand(line, lead_in="You can reach us by:")

    assert [one["kind"] for one in said["clauses"]] == ["promise"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Our duty officer can be reached 24 hours a day on the number below.",
        "Visiting is from 2pm to 8pm daily; please speak to the nurse if you need other times.",
        "The Consulate is closed on Saturdays and Sundays.",
    ],
)
def test_hours_are_read_with_what_pages_say_beside_them(sentence: str) -> None:
    said = understand(sentence)

    assert (said["state"], said["clauses"][0]["kind"]) == ("live", "hours")


def test_hours_of_customers_are_none_of_ours() -> None:
    assert read("You can be reached 24 hours a day.") == []


def test_what_people_are_asked_behind_a_promise_is_no_condition_of_it() -> None:
    (made,) = read("We reply within 2 days; please ring if it is urgent.")

    assert (made["within"], made.get("condition")) == ("P2D", None)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Wir öffnen montags bis freitags von 9 bis 17 Uhr.", 5),
        ("Montags bis freitags öffnen wir von 9 bis 17 Uhr.", 5),
        ("Samstags öffnen wir von 10 bis 14 Uhr.", 1),
        ("Wir öffnen täglich von 9 bis 17 Uhr.", 7),
        ("Wir haben täglich von 9 bis 17 Uhr geöffnet.", 7),
    ],
)
def test_hours_with_opening_as_a_verb_are_read_in_german(sentence: str, days: int) -> None:
    (hours,) = understand(sentence, language="de")["clauses"]

    assert (hours["kind"], sum(bool(day) for day in hours["week"])) == ("hours", days)


@pytest.mark.parametrize(
    "sentence", ["Wir öffnen Ihre Post nicht.", "Die Post öffnen wir montags von 9 bis 10 Uhr."]
)
def test_opening_the_post_is_no_opening_of_the_house_in_german(sentence: str) -> None:
    assert understand(sentence, language="de")["clauses"] == []


def test_a_row_without_its_unit_is_counted_as_the_one_before_and_never_lost() -> None:
    said = understand("Enquiries by letter: ten working days. By e-mail: five.")

    assert [(one["channels"], one["within"], one["unit"]) for one in said["clauses"]] == [
        (["letter"], "P10D", "working"),
        (["email"], "P5D", "working"),
    ]
    assert "PR05" in [one["code"] for one in said["problems"]]


def test_the_number_of_a_stage_is_no_share() -> None:
    said = understand("Stage 1 complaints are answered in 10 working days; stage 2 in 20.")

    assert [(one["within"], one["target"]) for one in said["clauses"]] == [
        ("P10D", None),
        ("P20D", None),
    ]


def test_correspondence_below_written_or_email_contact_comes_by_both() -> None:
    line = "All correspondence will be acknowledged within four working days of receipt."

    assert read(line, "Written or email contact")[0]["channels"] == ["letter", "email"]
    assert read(line, "Written contact")[0]["channels"] == ["letter"]


def test_the_first_call_is_no_channel_of_what_came_by_email() -> None:
    (made,) = read(
        "We aim to resolve your complaint, preferably during the first call or, if by email, "
        "within 4 days."
    )

    assert made["channels"] == ["email"]


def test_a_stage_of_complaints_and_its_time_is_read_and_a_level_of_support_is_asked() -> None:
    stages = understand("Stage 1: 15 working days. Stage 2: 40 working days.", heading="Complaints")
    level = understand("Level 1: 2 hours", heading="Support")

    assert [one["metric"] for one in stages["clauses"]] == ["resolution", "resolution"]
    assert [one["code"] for one in stages["problems"]] == ["PR18", "PR18"]
    assert level["state"] == "almost"


def test_rings_are_counted_by_the_clock_also_during_office_hours() -> None:
    said = understand("We answer calls within seven rings during office hours.")
    (clause,) = said["clauses"]
    assert (clause["within"], clause["unit"]) == ("PT21S", "clock")
    (rings,) = [one for one in said["problems"] if one["code"] == "PR12"]
    assert rings["fix"] == "We answer calls within 21 seconds during opening hours."


def test_what_holds_even_then_is_no_moment() -> None:
    said = understand(
        "We will tell everyone what will happen, even when several firms are involved."
    )
    assert said["clauses"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Missed calls: within an hour.",
        "Missed calls: back to you in an hour.",
        "Missed calls | 1 hour",
        "We ring back every call we miss within 1 hour.",
    ],
)
def test_what_rang_in_vain_is_rung_back_and_never_picked_up(sentence: str) -> None:
    (made,) = read(sentence)

    assert (made["metric"], made["channels"], made["within"]) == ("callback", ["phone"], "PT1H")


@pytest.mark.parametrize(
    "sentence",
    [
        "I answer every email within one working day, usually much sooner.",
        "We answer within 4 hours, normally quicker.",
    ],
)
def test_what_is_often_sooner_is_promised_all_the_same(sentence: str) -> None:
    assert understand(sentence)["clauses"][0]["strength"] == "must"


def test_what_is_usual_is_an_aim() -> None:
    assert understand("We usually reply within 2 days.")["clauses"][0]["strength"] == "aim"
