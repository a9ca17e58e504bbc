"""Records, reviews, surveys and longer times, as one sentence says them."""

from goodword.document.read import read
from goodword.document.second_said import said_back
from goodword.document.understand import understand


def test_records_with_two_times_are_asked_about() -> None:
    said = understand("We keep records for ten years, for children until they are 25.")
    assert "TX06" in [one["code"] for one in said["problems"]]
    (clause,) = read("# P\n\nWe keep records for ten years.\n").policy.clauses
    assert said_back([clause]) == "We keep records for 10 years."


def test_who_owns_the_policy_and_when_it_is_reviewed_stand_in_one_sentence() -> None:
    said = understand("It is owned by the practice manager and reviewed every year in June.")
    assert [one["kind"] for one in said["clauses"]] == ["owner", "review"]
    said = understand(
        "All staff read this policy in their first week and do a role-play every six months."
    )
    assert [one["kind"] for one in said["clauses"]] == ["training", "training"]


def test_a_survey_follows_what_they_did() -> None:
    (clause,) = understand("Every patient gets a survey by text the day after their third visit.")[
        "clauses"
    ]
    assert clause["event"] == "third_visit"


def test_once_in_a_length_is_said_without_a_number() -> None:
    (clause,) = read("# P\n\nWe review this policy every year.\n").policy.clauses
    assert said_back([clause]) == "We review this policy every year."


def test_a_time_that_begins_with_something_is_proposed_with_it() -> None:
    (problem,) = understand(
        "You get a tracking number by email as soon as the parcel is collected."
    )["problems"]
    assert problem["code"] == "PR01"
    assert problem["fix"] == (
        "You get a tracking number by email within 1 working day after the parcel is collected."
    )
    (clause,) = understand(problem["fix"])["clauses"]
    assert (clause["within"], clause["start"]) == ("P1D", "parcel_is_collected")


def test_how_much_longer_either_stage_may_take_is_no_promise() -> None:
    said = understand(
        "We may extend either stage by up to 10 working days (20 at stage 2) if the case is "
        "complex, and will tell you why.",
        heading="Complaints",
    )
    assert [one["kind"] for one in said["clauses"]] == ["stage"]
    assert said["problems"]
