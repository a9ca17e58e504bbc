"""Rows whose times differ by the sort of case that their columns or cells name."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("header", "row", "within"),
    [
        ("Service | On paper | Electronic", "Renewing a licence | 8 days | 2 days", ["P8D", "P2D"]),
        ("Fault | Weekdays | Weekends", "No heating | 4 hours | 12 hours", ["PT4H", "PT12H"]),
        ("Service | Time", "Cable broken | Towns 9 hours | Villages 30 hours", ["PT9H", "PT30H"]),
    ],
)
def test_columns_tell_sorts_of_case_apart(header: str, row: str, within: list[str]) -> None:
    said = understand(row, lead_in=header)["clauses"]

    assert [one["within"] for one in said] == within
    assert len({one["condition"] for one in said}) == len(within)


@pytest.mark.parametrize("header", ["Priority | 2023 | 2024", "Priority | Average | Maximum"])
def test_figures_tell_nothing_apart(header: str) -> None:
    assert understand("High | 1 hour | 2 hours", lead_in=header)["state"] == "almost"


def test_a_target_beside_a_maximum_is_an_aim_with_its_limit() -> None:
    said = understand("Planning decision | 8 weeks | 13 weeks", lead_in="What | Target | Maximum")

    assert [(one["within"], one["strength"]) for one in said["clauses"]] == [
        ("P8W", "aim"),
        ("P13W", "must"),
    ]


@pytest.mark.parametrize(
    ("row", "metric"),
    [
        ("Acknowledgement of complaint | 4 working days", "acknowledge"),
        ("Cases closed after assessment | 10 working days", "resolution"),
        ("Simple question | 2 working days", "first_response"),
    ],
)
def test_a_row_says_what_is_done_before_its_header_does(row: str, metric: str) -> None:
    said = understand(row, lead_in="Type | Standard response time")

    assert [one["metric"] for one in said["clauses"]] == [metric]


def test_a_row_of_a_channel_is_read_below_when_we_respond() -> None:
    header = "Your contact method | When we will respond"
    phone = understand("Phone | Within 40 seconds", lead_in=header)["clauses"]
    email = understand("E-mail | 3 working days", lead_in=header)["clauses"]

    assert [(one["metric"], one["channels"]) for one in (*phone, *email)] == [
        ("answer", ["phone"]),
        ("first_response", ["email"]),
    ]


def test_a_cell_of_two_sentences_promises_two_things() -> None:
    said = understand(
        "Pest control | Attendance within 24 hours. Completed within 15 working days."
    )

    assert [one["within"] for one in said["clauses"]] == ["PT24H", "P15D"]
