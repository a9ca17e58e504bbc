"""Opening hours beside numbers to call and places to visit."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "You can call 0800 555 0199 Monday to Friday, 8am to 6pm.",
        "Call 01234 567890, Monday to Friday 8am-6pm.",
        "Call us on 020 7946 0000, Monday to Friday 8am to 6pm.",
    ],
)
def test_a_number_to_call_is_no_time(sentence: str) -> None:
    *_, clause = understand(sentence)["clauses"]
    assert clause["kind"] == "hours"
    assert clause["week"][0] == [{"start": 480, "end": 1080}]


def test_hours_are_of_the_place_that_is_visited() -> None:
    (clause,) = understand(
        "You can use the app or visit the Quay Street office between 10am and 4pm, Tuesday to "
        "Thursday."
    )["clauses"]
    assert clause["part"] == "quay_street_office"


def test_hours_below_getting_in_touch_are_those_of_the_house() -> None:
    channel, clause = understand(
        "You can call 0800 555 0199 Monday to Friday, 8am to 6pm.", heading="Getting in touch"
    )["clauses"]
    assert channel["kind"] == "channel"
    assert "part" not in clause
