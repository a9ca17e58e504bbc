"""A second time in a sentence: for whom it is, what is done by it, and for which share."""

import pytest

from goodword.document.understand import understand


def _read(text: str) -> list[tuple[str, str, str | None]]:
    said = understand(text)["clauses"]
    return [(one["metric"], one["within"], one.get("condition")) for one in said]


def test_one_case_or_the_other() -> None:
    text = (
        "Refunds are paid in 5 days if you paid by card, or within 10 days if you paid by cheque."
    )

    assert _read(text) == [
        ("resolution", "P5D", "you paid by card"),
        ("resolution", "P10D", "you paid by cheque"),
    ]


def test_a_number_alone_counts_in_the_unit_before_it_and_that_is_said() -> None:
    text = "We reply in two working days, or ten if we have to ask another department."

    assert _read(text) == [
        ("first_response", "P2D", None),
        ("first_response", "P10D", "we have to ask another department"),
    ]
    assert [one["unit"] for one in understand(text)["clauses"]] == ["working", "working"]
    assert "PR05" in [one["code"] for one in understand(text)["problems"]]


def test_the_time_for_some_kinds_of_case() -> None:
    assert _read("We decide within 8 weeks, or 13 weeks for major applications.") == [
        ("resolution", "P8W", None),
        ("resolution", "P13W", "it is for major applications"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We reply to emails within 2 hours if they are urgent, otherwise within 2 days.",
        "We reply within 2 hours if the water is shut off and within 2 days if it is not.",
    ],
)
def test_the_same_is_done_by_it(text: str) -> None:
    assert [one[:2] for one in _read(text)] == [
        ("first_response", "PT2H"),
        ("first_response", "P2D"),
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Complaints are acknowledged in 2 days, and 95% are closed within 20 days.", [None, 0.95]),
        ("We reply within 4 hours and, in 90% of cases, resolve it within 8 hours.", [None, 0.9]),
        ("Initial reply in 24 hours, with 80% of cases resolved within 5 days.", [None, 0.8]),
        ("We reply within 2 days, 90% of the time, and resolve within 10 days.", [0.9, None]),
        ("We acknowledge in one day in 95% of cases, and pay within ten days.", [0.95, None]),
        ("85% of claims are paid in 25 days; the remaining 15% within 50 days.", [0.85, None]),
        ("80% of calls are answered within 20 seconds and 95% within a minute.", [0.8, 0.95]),
    ],
)
def test_a_share_belongs_to_its_own_time(text: str, targets: list[float | None]) -> None:
    assert [one["target"] for one in understand(text)["clauses"]] == targets


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("We acknowledge your letter on the working day after it arrives.", "next_working_day"),
        ("We pay by close of business on the day after we receive the goods.", "next_working_day"),
        ("Complaints are acknowledged the day after receipt.", "next_working_day"),
        ("We ship the next day, weekends included.", "P1D"),
        ("We reply by the following calendar day.", "P1D"),
        ("Your order is ready by noon the next day.", "next_working_day"),
        ("Contracts are sent out the day you accept.", "same_day"),
        ("We reply on the day your letter arrives.", "same_day"),
        ("The credit appears on your statement within two billing cycles.", "P2M"),
    ],
)
def test_days_said_by_what_comes_before_them(text: str, time: str) -> None:
    (said,) = understand(text)["clauses"]

    assert (said.get("within") or said.get("anchor")) == time
