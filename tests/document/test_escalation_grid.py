"""Tables of who is told: after how long, of which case, and who is next."""

import pytest

from goodword.document.understand import understand

Told = tuple[str, str | None]


def _told(heading: str, header: str, row: str) -> list[Told]:
    read = understand(row, lead_in=header, heading=heading)
    return [(one["to"], one["after"]) for one in read["clauses"] if one["kind"] == "escalation"]


@pytest.mark.parametrize(
    ("heading", "header", "row", "told"),
    [
        ("Missing walkers", "Minutes | Tell", "20 | Ranger Station", [("ranger_station", "PT20M")]),
        (
            "Missing walkers",
            "Minutes overdue | Who is called",
            "45 | Mountain Rescue; the Duty Manager",
            [("mountain_rescue", "PT45M"), ("duty_manager", "PT45M")],
        ),
        (
            "Open actions",
            "Days overdue | Goes to",
            "over 12 | Steering Board",
            [("steering_board", "P12D")],
        ),
        (
            "Overdue replies",
            "Working days open | Escalated to",
            "5 | Customer Care Manager",
            [("customer_care_manager", "P5D")],
        ),
        (
            "Who is told",
            "Time from declaration | To be informed",
            "T + 40 | Service Owner",
            [("service_owner", "PT40M")],
        ),
        (
            "Escalation",
            "Elapsed | Severity 1 | Severity 2",
            "3 hours | VP Engineering | Support Manager",
            [("vp_engineering", "PT3H"), ("support_manager", "PT3H")],
        ),
        (
            "Escalating a case",
            "Level | Contact | Service loss | Service degradation",
            "2 | Head of Networks | 6 hours | 18 hours",
            [("head_of_networks", "PT6H"), ("head_of_networks", "PT18H")],
        ),
        (
            "Escalation matrix",
            "Severity | Level 1 | Level 2",
            "Sev 2 | 1 hour – Shift Lead | 5 h – Director of Operations",
            [("shift_lead", "PT1H"), ("director_of_operations", "PT5H")],
        ),
        (
            "Bank: escalation matrix",
            "Level | Official | Day of escalation",
            "Second | Zonal Grievance Officer | Day 9",
            [("zonal_grievance_officer", "P9D")],
        ),
        (
            "Attention",
            "Severity | Duty director alerted",
            "A | 3 hrs",
            [("duty_director", "PT3H")],
        ),
        (
            "Cold chain",
            "Fault open for | Called",
            "8 h | Network Manager and Account Manager",
            [("network_manager", "PT8H"), ("account_manager", "PT8H")],
        ),
    ],
)
def test_after_how_long_is_read_from_the_first_column_or_a_severity(
    heading: str, header: str, row: str, told: list[Told]
) -> None:
    assert _told(heading, header, row) == told


@pytest.mark.parametrize(
    ("heading", "header", "row", "told"),
    [
        (
            "Till support",
            "Fault | First call | After that",
            "Screen blank | Shop Systems Desk | area engineer if it's still blank in 35 minutes",
            [("shop_systems_desk", None), ("area_engineer", "PT35M")],
        ),
        (
            "Who should I contact?",
            "Query | First contact | If unresolved",
            "Homework | Subject teacher | Head of Department",
            [("subject_teacher", None), ("head_of_department", None)],
        ),
        (
            "Ward",
            "Score | Observations | Who is called",
            "8 and over | continuous | Critical Care Outreach",
            [("critical_care_outreach", None)],
        ),
        (
            "Complaints",
            "Stage | Contact | If unhappy",
            "1 | Branch Manager | Area Manager",
            [("branch_manager", None), ("area_manager", None)],
        ),
        (
            "Desk manual: escalation",
            "Trigger | Route | By when",
            "Vulnerable caller cut off | Response Desk, with a copy to the Care Lead | 20 minutes",
            [("response_desk", None), ("care_lead", None)],
        ),
        (
            "Repairs",
            "Concern | Handled by | Acted upon | If not acted upon",
            "Leak | Engineering | 4 hours | Property Manager",
            [("property_manager", "PT4H")],
        ),
    ],
)
def test_who_is_told_of_a_case_and_who_is_next(
    heading: str, header: str, row: str, told: list[Told]
) -> None:
    assert _told(heading, header, row) == told


@pytest.mark.parametrize(
    ("heading", "header", "row"),
    [
        ("Staff", "Post | Reports to", "Shift Lead | Operations Manager"),
        ("Utilities", "Type | Contact | Phone", "Gas leak | Duty Engineer | 0555 123 456"),
        ("Repairs", "Job | Contact | Response time", "Leaking tap | Repairs Desk | 5 working days"),
        ("Credit", "Days overdue | Who can keep the account open", "1–15 | credit controller"),
        ("Severity", "Severity | Customers informed", "A | 4 hrs"),
        ("Departments", "Query | Contact", "Council tax | Revenues Team"),
    ],
)
def test_lists_of_contacts_and_of_who_may_tell_nobody(heading: str, header: str, row: str) -> None:
    assert _told(heading, header, row) == []


def test_what_is_promised_beside_stays() -> None:
    read = understand(
        "2 | Head of Compliance | 6 working days",
        lead_in="Level | Write to | Response time",
        heading="Grievance redressal",
    )
    assert [(one["kind"], one.get("within")) for one in read["clauses"]] == [
        ("promise", "P6D"),
        ("escalation", None),
    ]


def test_a_number_takes_its_unit_from_the_time_before_it() -> None:
    told = _told(
        "Incidents",
        "Priority | First reply | Target fix | Escalated to",
        "High | 1 working hour | 8 working hours | Service Manager after 5",
    )
    assert told == [("service_manager", "PT5H")]
