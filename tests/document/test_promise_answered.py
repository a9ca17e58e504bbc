"""By which way a promise is kept, and how people came to us."""

import pytest

from goodword.document.understand import understand


def read(sentence: str, heading: str = "", lead_in: str = "") -> list[dict[str, object]]:
    """Return the promises of a sentence below a heading and a lead-in."""
    said = understand(sentence, heading=heading or None, lead_in=lead_in or None)
    return [one for one in said["clauses"] if one["kind"] == "promise"]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("We answer complaints by letter within six days.", ["letter"]),
        ("We confirm receipt of your complaint by email within two working days.", ["email"]),
        ("You will get an acknowledgement by post within five days.", ["letter"]),
        ("Grievances are acknowledged within six days by phone or e-mail.", ["phone", "email"]),
        ("We will send you a letter acknowledging your complaint within a week.", ["letter"]),
        ("Every request is acknowledged by text message within an hour.", ["text"]),
        ("The outcome is sent to you by letter within 20 working days.", ["letter"]),
        ("Residents are texted an update every four hours.", ["text"]),
    ],
)
def test_the_way_in_which_we_answer_is_named_and_runs_for_every_case(
    sentence: str, by: list[str]
) -> None:
    (made,) = read(sentence)

    assert made["by"] == by
    assert made["channels"] == by


@pytest.mark.parametrize(
    ("sentence", "channels"),
    [
        ("Complaints are acknowledged in writing within three days.", []),
        ("Complaints by letter are acknowledged within two days.", ["letter"]),
        ("If you contact us by email, we reply by letter within ten days.", ["email"]),
        ("Emails and written enquiries are answered within five days.", ["email", "letter"]),
        ("Email correspondence is acknowledged within three days.", ["email"]),
    ],
)
def test_ways_in_come_first_and_in_writing_is_none(sentence: str, channels: list[str]) -> None:
    (made,) = read(sentence)

    assert made["by"] == []
    assert made["channels"] == channels


@pytest.mark.parametrize(
    "sentence",
    [
        "The accounts manager phones you within two working days.",
        "We ring you within two days.",
        "You will be rung within two working days.",
        "A manager telephones the family within the hour.",
        "Our adviser will call within one working day.",
    ],
)
def test_whoever_is_rung_is_called_back(sentence: str) -> None:
    (made,) = read(sentence)

    assert (made["metric"], made["channels"]) == ("callback", ["phone"])


def test_a_call_with_news_is_an_update_and_one_that_acknowledges_does_that() -> None:
    (update,) = read("Customers are called with an update every two hours.")
    (acknowledge,) = read("We will phone you within 24 hours to acknowledge your concern.")

    assert update["metric"] == "update"
    assert acknowledge["metric"] == "acknowledge"


@pytest.mark.parametrize(
    ("heading", "sentence", "channels"),
    [
        ("Border post: our charter", "Buses are cleared within 75 minutes.", []),
        ("Counter services", "Licences are issued within ten working days.", []),
        ("Visiting our office", "Documents are translated within 18 days.", []),
        ("At the counter", "Enquiries are settled within 10 minutes.", ["in_person"]),
        ("Contact by post", "We reply within ten days.", ["letter"]),
        ("Written or email contact", "We reply within ten days.", ["letter", "email"]),
    ],
)
def test_a_place_above_is_a_way_in_only_for_who_stands_there(
    heading: str, sentence: str, channels: list[str]
) -> None:
    (made,) = read(sentence, heading)

    assert made["channels"] == channels


@pytest.mark.parametrize(
    "sentence",
    ["The duty line is answered within 20 seconds.", "Someone picks up within 30 seconds."],
)
def test_a_line_that_is_picked_up_is_the_phone(sentence: str) -> None:
    (made,) = read(sentence)

    assert (made["metric"], made["channels"]) == ("answer", ["phone"])


def test_what_the_one_it_goes_to_does_is_a_promise_of_its_own() -> None:
    said = understand("Complaints on us go to the fleet manager, who rings you in two days.")

    assert [one["kind"] for one in said["clauses"]] == ["escalation", "promise"]
    assert said["clauses"][1]["metric"] == "callback"
