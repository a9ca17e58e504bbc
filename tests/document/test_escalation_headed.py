"""Columns of escalation whose header says after how long, or who is told."""

from typing import Any

import pytest

from goodword.document.understand import understand


def _read(row: str, heads: str, heading: str = "") -> tuple[list[dict[str, Any]], list[str]]:
    said = understand(row, lead_in=heads, heading=heading or None)
    return said["clauses"], [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    ("head", "after", "event"),
    [
        ("No answer after 20 minutes", "PT20M", "not_answered"),
        ("If no reply within 10 minutes", "PT10M", "not_answered"),
        ("After 1 hour", "PT1H", "not_resolved"),
        ("Escalate after 4 hours", "PT4H", "not_resolved"),
        ("Not acknowledged in 30 minutes", "PT30M", "not_acknowledged"),
        ("Unresolved after 2 days", "P2D", "not_resolved"),
    ],
)
def test_a_header_may_say_after_how_long(head: str, after: str, event: str) -> None:
    (rung,), codes = _read("Porter | Checks the boiler | Site engineer", f"Contact | Task | {head}")
    assert (rung["to"], rung["after"], rung["event"]) == ("site_engineer", after, event)
    assert "RD01" in codes


def test_each_column_of_a_later_time_is_a_rung() -> None:
    rungs, _ = _read(
        "Network | On-call engineer | Network manager | Head of IT",
        "Team | Primary | After 15 minutes | After 1 hour",
    )
    assert [(one["to"], one["after"]) for one in rungs] == [
        ("network_manager", "PT15M"),
        ("head_of_it", "PT1H"),
    ]


def test_two_people_and_a_name_are_told() -> None:
    heads = "Contact | Task | No response after 15 minutes"
    (both,), _ = _read("Tier 2 | Pull in help | Tier 3 and On-call Manager", heads)
    assert (both["to"], both["also"]) == ("tier_3", ["on_call_manager"])
    (one,), _ = _read("Lines | Log it | call Ada Brook", heads)
    assert (one["to"], one["after"]) == ("ada_brook", "PT15M")


@pytest.mark.parametrize(
    ("head", "cell", "to", "after", "within"),
    [
        ("When to notify manager", "Immediately", "manager", None, None),
        ("When to notify manager", "1 day, if not resolved", "manager", "P1D", None),
        ("Notify manager after", "4 hours", "manager", "PT4H", None),
        ("Escalate to team lead after", "4 hours", "team_lead", "PT4H", None),
        ("Supervisor informed", "At once", "supervisor", None, None),
        ("Tell the duty manager within", "30 minutes", "duty_manager", None, "PT30M"),
    ],
)
def test_a_header_may_say_who_is_told(
    head: str, cell: str, to: str, after: str | None, within: str | None
) -> None:
    clauses, _ = _read(f"P2 | 1 hour | {cell}", f"Priority | Response | {head}")
    assert [one["kind"] for one in clauses] == ["promise", "escalation"]
    rung = clauses[1]
    assert (rung["to"], rung["after"], rung.get("within")) == (to, after, within)


def test_a_cell_may_hold_several_rungs() -> None:
    clauses, _ = _read(
        "Sev 2 | 30 minutes | shift lead after 1 hour, site manager after 3 hours",
        "Severity | Response | Escalation",
    )
    assert [(one["to"], one["after"]) for one in clauses[1:]] == [
        ("shift_lead", "PT1H"),
        ("site_manager", "PT3H"),
    ]


@pytest.mark.parametrize("rung", ["Tier 1", "Level 1", "1"])
def test_a_list_of_contacts_says_who_is_told_of_each_rung(rung: str) -> None:
    (one,), codes = _read(
        f"{rung} | Service Desk Supervisor | 555-0101",
        "Escalation | Contact | Phone",
        "Escalation contacts",
    )
    assert (one["kind"], one["to"]) == ("escalation", "service_desk_supervisor")
    assert "RD01" in codes


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ("Course fee | 50% back | nothing back", "Notice | After 14 days | After 30 days"),
        ("Planning | 10 days | 95%", "Service | Standard | After 6 months"),
        ("Billing | Jane Hill | 555-0100", "Team | Contact | Phone"),
        ("P2 | 30 minutes | Customer by email", "Priority | Response | Notify"),
    ],
)
def test_what_is_no_column_of_escalation(row: str, heads: str) -> None:
    clauses, _ = _read(row, heads)
    assert all(one["kind"] != "escalation" for one in clauses)


@pytest.mark.parametrize(
    ("action", "to"),
    [
        ("Not found after 30 minutes: police and the Duty Manager are informed", "police"),
        ("The regulator is notified by the next working day", "regulator"),
        ("If the alarm sounds, call the Site Manager", "site_manager"),
    ],
)
def test_a_step_tells_somebody_and_not_whoever_does_it(action: str, to: str) -> None:
    (told,), codes = _read(f"3 | {action} | Senior on duty", "Step | Action | By whom")
    assert (told["kind"], told["to"]) == ("escalation", to)
    assert "RD01" in codes


def test_a_step_that_tells_nobody_is_none() -> None:
    clauses, _ = _read("1 | Check the garden and the street | Carer", "Step | Action | By whom")
    assert all(one["kind"] != "escalation" for one in clauses)
