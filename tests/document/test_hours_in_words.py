"""Hours that have no form of their own are kept in the words of their author."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "Our returns desk is open Monday – Thursday, 10:00 to 16:00 EST.",
        "This procedure covers calls 24 hours a day, 7 days a week, including holidays.",
        "The repair desk is staffed 7:30 a.m. to 6:30 p.m. Central, Monday through Friday.",
        "Hotline: 6 am to 10 pm CT, every day",
    ],
)
def test_hours_of_one_part_with_more_beside_them_are_a_rule_in_words(sentence: str) -> None:
    said = understand(sentence)
    assert (said["state"], [one["kind"] for one in said["clauses"]]) == ("live", ["hours"])
    assert "words" in said["clauses"][0]
    assert [one["code"] for one in said["problems"]] == ["HR05"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our office hours are Monday to Friday, 8am to 5pm, with no lunch break.",
        "Our working hours are Monday to Friday from 8am to 5pm without noon break.",
        "We are open Monday to Friday, 8am to 5pm, and we stay open over lunch.",
        "Office timings: 8 am to 5 pm, Monday to Friday",
        "We are open 8 a.m. to 5 p.m. Monday through Friday.",
        "WE ARE OPEN BETWEEN 8 A.M. AND 5 P.M. MONDAY THROUGH FRIDAY.",
    ],
)
def test_no_break_and_stops_within_times_change_nothing(sentence: str) -> None:
    (said,) = understand(sentence)["clauses"]
    assert said["week"] == [[{"start": 480, "end": 1020}]] * 5 + [[]] * 2


def test_a_case_has_no_hours() -> None:
    said = understand("If you phone between 10am and 4pm on weekdays, we will pick up.")
    assert (said["state"], said["clauses"]) == ("almost", [])


def test_a_break_is_kept() -> None:
    (said,) = understand("We are open 8am to 5pm Monday to Friday, closed 12 to 1pm for lunch.")[
        "clauses"
    ]
    assert len(said["week"][0]) == 2


def test_a_day_may_open_the_next_sentence() -> None:
    said = understand("Our doors close at 5 p.m. Monday is a quiet day, by the way.")
    assert all("monday" not in str(one.get("week")) for one in said["clauses"])
