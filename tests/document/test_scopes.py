"""What narrows a promise becomes its condition, and nothing narrows it in silence."""

import pytest

from goodword.document.understand import understand


def _condition(sentence: str) -> object:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["promise"], said
    return said["clauses"][0]["condition"]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "We reply to letters about council tax within 10 working days.",
            "it is about council tax",
        ),
        ("We reply within 2 hours for business customers.", "it is for business customers"),
        ("For business customers, we reply within 2 hours.", "it is for business customers"),
        ("New patients are seen within 2 weeks.", "it is for new patients"),
        ("Repairs to heating are completed within 24 hours.", "it is a repair to heating"),
        ("We deliver within 3 working days in the north.", "it is in the north"),
        (
            "We reply to emails within 1 working day during school term.",
            "it is during school term",
        ),
        ("Callers who leave a number are rung back within 2 hours.", "they leave a number"),
        ("We get back to wedding enquiries within one week.", "it is a wedding enquiry"),
        (
            "We respond to complaints made by councillors within 5 working days.",
            "it is made by councillors",
        ),
        ("We return lost property within 7 days.", "it is about lost property"),
        ("Dentures are repaired within 2 working days.", "it is about dentures"),
        (
            "With a referral from your GP, you will be seen within six weeks.",
            "it is with a referral from your GP",
        ),
        ("If you call about a leak, we ring you back within 1 hour.", "it is about a leak"),
    ],
)
def test_what_narrows_a_promise_is_its_condition(sentence: str, condition: str) -> None:
    assert _condition(sentence) == condition


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply to all enquiries from customers within 2 working days.",
        "Our support team answers every message in writing within 1 working day.",
        "You will get a reply from our office within 3 working days.",
        "We acknowledge every second letter to us within 2 working days of receipt.",
        "We resolve 90% of complaints within 10 working days, on behalf of the board.",
        "We keep you informed of progress every 5 working days.",
        "We reply within 1 working day so that you know where you stand.",
    ],
)
def test_who_we_are_and_how_we_do_it_narrow_nothing(sentence: str) -> None:
    assert _condition(sentence) is None


def test_each_time_keeps_the_cases_that_stand_beside_it() -> None:
    said = understand("Replies within an hour for members, and within 4 hours at weekends.")

    assert [one["condition"] for one in said["clauses"]] == [None, "it is at weekends"]


def test_what_stands_before_the_first_time_holds_for_the_second() -> None:
    said = understand(
        "We acknowledge letters about council tax within 2 working days and answer within 10 "
        "working days."
    )

    assert [one["condition"] for one in said["clauses"]] == ["it is about council tax"] * 2


def test_a_scope_that_cannot_be_said_as_a_condition_is_named() -> None:
    said = understand("We reply to emails from Monday within 2 working days.")

    assert [one["code"] for one in said["problems"]] == ["TX06"]
    assert '"from Monday" changes nothing yet' in said["problems"][0]["message"]
