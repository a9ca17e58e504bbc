"""A column of escalation beside columns of promised times."""

from typing import Any

import pytest

from goodword.document.understand import understand

HEADS = "Priority | Response time | Escalation"


def _read(row: str, heads: str = HEADS) -> tuple[list[dict[str, Any]], list[str]]:
    said = understand(row, lead_in=heads)
    return said["clauses"], [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    ("cell", "to", "after"),
    [
        ("Shift Engineer after 2 hours", "shift_engineer", "PT2H"),
        ("2 hours → service manager", "service_manager", "PT2H"),
        ("after 45 minutes to the duty manager", "duty_manager", "PT45M"),
    ],
)
def test_a_cell_of_escalation_says_who_is_told_and_after_how_long(
    cell: str, to: str, after: str
) -> None:
    (promise, rung), _ = _read(f"Urgent | 15 minutes | {cell}")
    assert (promise["kind"], promise["within"]) == ("promise", "PT15M")
    assert (rung["kind"], rung["to"], rung["after"]) == ("escalation", to, after)


def test_a_role_alone_is_said_back() -> None:
    (_, rung), codes = _read("Urgent | 15 minutes | Head of Systems")
    assert (rung["to"], rung["after"]) == ("head_of_systems", None)
    assert "RD01" in codes


def test_a_time_without_a_role_is_no_promise_and_is_named() -> None:
    clauses, codes = _read("High | 1 hour | 2 hours", "Priority | Response | Escalate after")
    assert [one["within"] for one in clauses] == ["PT1H"]
    assert "TX06" in codes


def test_an_empty_cell_adds_nothing() -> None:
    clauses, codes = _read("Low | 1 day | n/a")
    assert [one["kind"] for one in clauses] == ["promise"]
    assert "TX06" not in codes
