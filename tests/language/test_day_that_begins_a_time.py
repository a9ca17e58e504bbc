"""Days and hours that begin a time, or end it, beside others."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("We reply to letters within 10 working days of the day they reach us.", "P10D"),
        ("We answer letters within 2 weeks of the day your letter arrives.", "P2W"),
        ("Goods are sent within two days of the day you order.", "P2D"),
        ("We call back within 24 hours from the day you ring.", "PT24H"),
    ],
)
def test_the_day_from_which_a_time_counts_is_no_time_of_its_own(sentence: str, within: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["within"], clause.get("anchor")) == (within, None)


@pytest.mark.parametrize(
    "sentence",
    ["We reply the day they reach us.", "Parcels are sent by the end of the day you order."],
)
def test_the_day_by_itself_is_the_same_day(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["anchor"] == "same_day"


@pytest.mark.parametrize(
    "sentence",
    [
        "Those who ring later are seen by 12 noon on the next working day.",
        "Callers who ring later are answered by noon on the next working day.",
    ],
)
def test_an_hour_behind_the_verb_is_when_we_are_done(sentence: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["anchor"], clause["at"], clause.get("condition")) == (
        "next_working_day",
        "12:00",
        None,
    )


def test_an_hour_before_the_verb_is_when_they_must_have_come() -> None:
    (clause,) = understand("Customers who call before 2pm get a reply the same day.")["clauses"]
    assert (clause["anchor"], clause["condition"]) == ("same_day", "you tell us before 14:00")


@pytest.mark.parametrize("said", ["95 per cent", "95%", "95 percent"])
def test_a_share_in_brackets_is_no_further_time(said: str) -> None:
    (clause,) = understand(f"Calls are answered within 30 seconds ({said} target).")["clauses"]
    assert (clause["within"], clause["target"]) == ("PT30S", 0.95)
