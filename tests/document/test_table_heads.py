"""Headers that say in plain words what is done, and cells that say more than one time."""

import pytest

from goodword.document.understand import understand


def _read(header: str, row: str) -> list[tuple[str, str | None]]:
    said = understand(row, lead_in=header)
    return [
        (
            one.get("metric") or one["kind"],
            one.get("within") or one.get("anchor") or one.get("after"),
        )
        for one in said["clauses"]
    ]


@pytest.mark.parametrize(
    ("header", "row", "read"),
    [
        (
            "Severity | Engineer engaged | Progress report | Service restored",
            "Sev 2 | 20 min | hourly | 6 hrs",
            [("first_response", "PT20M"), ("update", "PT1H"), ("resolution", "PT6H")],
        ),
        (
            "Priority | We begin work | We aim to have it solved",
            "P3 | 90 mins | same day",
            [("first_response", "PT90M"), ("resolution", "same_day")],
        ),
        (
            "Priority | Reaction | Solution",
            "P1 | 4 hours | 3 days",
            [("first_response", "PT4H"), ("resolution", "P3D")],
        ),
        (
            "Class | To site | Back in service",
            "Danger | 3 h | 12 h",
            [("first_response", "PT3H"), ("resolution", "PT12H")],
        ),
        (
            "Fault | Technician arrives | Up and running",
            "Lift | 2 hours | next day",
            [("first_response", "PT2H"), ("resolution", "next_working_day")],
        ),
        (
            "Complaint | Receipt sent | Findings sent",
            "Written | 2 working days | 20 working days",
            [("acknowledge", "P2D"), ("resolution", "P20D")],
        ),
        ("Area | Longest wait before a nurse sees you", "Minor | 2 hours", [("wait", "PT2H")]),
        ("Fault | Start of work", "Boiler | 3 days", [("first_response", "P3D")]),
        ("Fault | Work begins within", "Boiler | 3 days", [("first_response", "P3D")]),
        ("Item of service | Working days", "Name changed | 5", [("resolution", "P5D")]),
        ("Category | Response", "A | 2 hours make safe", [("resolution", "PT2H")]),
        ("Category | Response", "B | 28 days to repair", [("resolution", "P28D")]),
        ("Process | Time", "Leavers removed | 3 wd", [("resolution", "P3D")]),
    ],
)
def test_headers_in_plain_words_say_what_is_done(
    header: str, row: str, read: list[tuple[str, str | None]]
) -> None:
    assert _read(header, row) == read


def test_two_ends_of_a_case_are_kept_apart() -> None:
    said = understand("P1 | 4 hours | 3 days", lead_in="Priority | Workaround | Permanent fix")
    assert said["state"] == "live"
    assert [one["condition"] for one in said["clauses"]] == [
        "it is for workaround",
        "it is for permanent fix",
    ]


def test_what_the_law_asks_is_owed_and_the_own_target_is_tried() -> None:
    said = understand(
        "Transfer quotation | 2 months | 10 working days",
        lead_in="Task | Legal requirement | Our target",
    )
    assert [one["strength"] for one in said["clauses"]] == ["must", "aim"]


@pytest.mark.parametrize("header", ["Priority | Standard | Other", "Priority | North | x"])
def test_headers_that_say_nothing_are_asked_about_or_told_apart(header: str) -> None:
    said = understand("P1 | 4 hours | 3 days", lead_in=header)
    assert len({str(one) for one in said["clauses"]}) in {0, 2}


@pytest.mark.parametrize(
    ("header", "row", "times", "condition"),
    [
        ("Stage | Limit", "Claim decided | 30 days (45 for hard cases)", ["P30D", "P45D"], "hard"),
        ("Level | We are there", "Red | 1 hour (2 in the hills)", ["PT1H", "PT2H"], "hills"),
        ("Work | Done in", "Shoes | 2 days (before Easter: 4 days)", ["P2D", "P4D"], "easter"),
        ("Document | Ready", "Copy | 5 days (3 working days if urgent)", ["P5D", "P3D"], "urgent"),
    ],
)
def test_a_second_time_in_brackets_is_for_its_own_case(
    header: str, row: str, times: list[str], condition: str
) -> None:
    first, second = understand(row, lead_in=header)["clauses"]
    assert [first["within"], second["within"]] == times
    assert condition in second["condition"].lower()
    assert condition not in (first["condition"] or "").lower()


@pytest.mark.parametrize(
    "row",
    ["Copy | 5 days (from receipt)", "Copy | 5 days (working days)", "Copy | 5 days (page 3)"],
)
def test_brackets_that_say_no_second_time_make_no_promise(row: str) -> None:
    assert len(understand(row, lead_in="Document | Ready")["clauses"]) == 1


@pytest.mark.parametrize(
    ("header", "row", "times"),
    [
        ("Priority | Response / restore", "High | 2 h / 8 h", ["PT2H", "PT8H"]),
        ("Request | Done in", "Graffiti: offensive / other | 24 hrs / 9 days", ["PT24H", "P9D"]),
    ],
)
def test_strokes_part_two_times(header: str, row: str, times: list[str]) -> None:
    assert [one["within"] for one in understand(row, lead_in=header)["clauses"]] == times


@pytest.mark.parametrize(
    ("header", "row", "read"),
    [
        (
            "Concern | Handled by | Acted upon | If not acted upon",
            "Noise | Security | 15 minutes | Admin Head",
            [("first_response", "PT15M"), ("escalation", "PT15M")],
        ),
        (
            "Report | Response",
            "No cooling | 2 h, else the operations director is called",
            [("first_response", "PT2H"), ("escalation", "PT2H")],
        ),
        (
            "Prio | Reaction | Escalation if not solved",
            "2 | 30 min | shift lead after 2 h",
            [("first_response", "PT30M"), ("escalation", "PT2H")],
        ),
        (
            "Priority | Target fix | Escalated to",
            "Two | 8 working hours | Delivery manager after 6",
            [("resolution", "PT8H"), ("escalation", "PT6H")],
        ),
        (
            "Request | Delivered in | Approver",
            "Laptop | 12 working days | Budget holder",
            [("resolution", "P12D"), ("authority", None)],
        ),
    ],
)
def test_whoever_stands_beside_a_time_is_read_too(
    header: str, row: str, read: list[tuple[str, str | None]]
) -> None:
    assert _read(header, row) == read


def test_nobody_has_to_approve_what_nobody_is_named_for() -> None:
    read = _read("Request | Delivered in | Approver", "Mouse | 1 day | none")
    assert read == [("resolution", "P1D")]


@pytest.mark.parametrize(
    ("header", "row"),
    [("Item | Warranty", "Sofa | 2 years"), ("Item | Price | Warranty", "Sofa | £90 | 2 years")],
)
def test_a_time_that_something_lasts_is_no_promise(header: str, row: str) -> None:
    assert all(one["kind"] != "promise" for one in understand(row, lead_in=header)["clauses"])
