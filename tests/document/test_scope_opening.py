"""What a sentence begins with and is done by a time says for which cases the time is."""

import pytest

from goodword.checks.run import check
from goodword.document.read import read
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Burst mains are attended within 2 hours.", "it is about burst mains"),
        (
            "Hearing aids and dentures lost by us are replaced within 14 days at our expense.",
            "it is about hearing aids or dentures lost by us",
        ),
        (
            "Dangerous structures, fallen trees and flooding are attended within 2 hours.",
            "it is about dangerous structures or fallen trees or flooding",
        ),
        (
            "Interpreters (including BSL) are booked within 2 working days.",
            "it is about interpreters",
        ),
        (
            "Fly-tipping on public land is cleared within 3 working days.",
            "it is about fly-tipping on public land",
        ),
        (
            "A visible leak in the street is inspected in 2 days.",
            "it is about a visible leak in the street",
        ),
        ("Certificates are posted within 3 days.", "it is about certificates"),
        ("Faulty goods will be swapped within eight days.", "it is about faulty goods"),
    ],
)
def test_the_thing_that_something_is_done_with_narrows_the_promise(
    sentence: str, condition: str
) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["condition"]) == ("promise", condition)


@pytest.mark.parametrize(
    "sentence",
    [
        "Every effort is directed at answering within 2 days.",
        "Decisions are posted within 2 days.",
        "Complaints are settled within 2 days.",
        "Letters are posted within 2 days.",
        "Customers are greeted within 2 minutes.",
        "Your request is handled within 2 days.",
        "It is settled within 2 days.",
        "Everything is settled within 2 days.",
        "All our staff are trained within 2 weeks.",
    ],
)
def test_what_any_case_is_or_brings_narrows_nothing(sentence: str) -> None:
    clauses = understand(sentence)["clauses"]
    assert all(not one.get("condition") for one in clauses)


def test_each_side_of_a_semicolon_has_a_thing_of_its_own() -> None:
    said = understand(
        "Burst mains are attended within 2 hours; visible leaks are repaired within 5 days."
    )
    assert [one["condition"] for one in said["clauses"]] == [
        "it is about burst mains",
        "it is about visible leaks",
    ]


def test_what_brackets_say_of_their_own_time_is_not_of_the_next() -> None:
    said = understand(
        "Leaks on the road are repaired within 5 days (3 days in frosty weather), and pipes are "
        "inspected within 10 days."
    )
    assert [one.get("condition") for one in said["clauses"]][1:] == [
        "it is in frosty weather",
        None,
    ]


def test_two_things_with_a_time_each_do_not_contradict_each_other() -> None:
    reading = read(
        "# Policy\n\nWe are open Monday to Friday, 9am to 5pm.\n\n"
        "Interpreters (including BSL) are booked within 2 working days. Certificates are posted "
        "within 5 working days.\n"
    )
    assert not [one for one in check(reading, at=1_700_000_000) if one.code == "DOC04"]
