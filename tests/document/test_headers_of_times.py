"""What stands over the times of a table, in the words that people use there."""

import pytest

from goodword.document.understand import understand


def _metrics(head: str, first: str = "First reply") -> list[str]:
    said = understand(
        "Email | within 4 working hours | 3 working days",
        lead_in=f"How you reach us | {first} | {head}",
    )
    return [one["metric"] for one in said["clauses"]]


@pytest.mark.parametrize(
    "head",
    ["Sorted by", "Sorted within", "All done by", "Working again", "Up and running", "Resolved by"],
)
def test_the_end_of_the_work_by_its_plain_words(head: str) -> None:
    assert _metrics(head) == ["first_response", "resolution"]


@pytest.mark.parametrize("head", ["On site", "Site visit", "Call-out", "We arrive within"])
def test_whoever_comes_gives_a_first_response(head: str) -> None:
    assert _metrics("Working again", head) == ["first_response", "resolution"]


def test_a_header_that_says_nothing_known_is_asked_about() -> None:
    said = understand("Email | 4 hours | 3 days", lead_in="Way | First reply | Squared away by")
    assert said["clauses"] == []
    assert [one["code"] for one in said["problems"]] == ["PR17"]


def test_two_kinds_of_case_stay_two_conditions() -> None:
    said = understand(
        "Heating | 1 hour | 3 days", lead_in="Kind | Emergency repair | Routine repair"
    )
    assert len(said["clauses"]) == 2


def test_a_time_in_the_place_of_haste_stands_where_the_haste_stood() -> None:
    said = understand("Emergencies are seen straight away, ahead of booked appointments.")
    assert said["problems"][0]["fix"] == (
        "Emergencies are seen within 10 minutes, ahead of booked appointments."
    )


def test_what_is_knocked_off_is_a_discount() -> None:
    for sentence in ("Stylists can knock off up to £15.", "Stylists can take off up to £15."):
        assert [one["action"] for one in understand(sentence)["clauses"]] == ["discount"]
