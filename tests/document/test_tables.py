"""A table row is read as the sentences it stands for."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read
from goodword.problem import Severity


def said(table: str, heading: str = "Standards") -> list[str]:
    """Return what each clause of a table says."""
    reading = read(f"# Shop\n\n## {heading}\n\n{table}\n")
    assert not [one for one in reading.problems if one.code == "TX06"]
    return [echo(clause, reading.policy) for clause in reading.policy.clauses]


def test_a_share_in_its_own_column_goes_with_every_promise_of_its_row() -> None:
    table = (
        "| Channel | Standard | Target |\n|---|---|---|\n"
        "| Telephone | Answer within 20 seconds | 85% |\n"
        "| Letter | Acknowledge within 3 days; full reply within 10 days | 95% |\n"
        "| Chat | Reply within 2 minutes | |\n"
    )
    assert said(table) == [
        "We answer every phone call within 20 seconds (round the clock), 85% of the time.",
        "We acknowledge every letter within 3 calendar days, 95% of the time.",
        "We resolve every letter within 10 calendar days, 95% of the time.",
        "We give a first reply to every chat within 2 minutes (round the clock), every time.",
    ]


def test_columns_of_times_are_promises_and_a_description_is_none() -> None:
    table = (
        "| Priority | What it means | Response | Update | Resolution |\n|---|---|---|---|---|\n"
        "| P1 | Down for over 5 minutes | 15 minutes | every 30 minutes | 4 hours |\n"
    )
    assert said(table) == [
        (
            "We give a first reply to every priority 1 on any channel within 15 minutes "
            "(round the clock), every time."
        ),
        (
            "We update you about every priority 1 on any channel every 30 minutes "
            "(round the clock) until it is resolved, every time."
        ),
        "We resolve every priority 1 on any channel within 4 hours (round the clock), every time.",
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Receptionist | £25 |", "The receptionist may refund up to £25."),
        ("| Duty manager | up to £100 |", "The duty manager may refund up to £100."),
        ("| General manager | Unlimited |", "The general manager may refund."),
    ],
    ids=["bare", "up to", "unlimited"],
)
def test_a_row_of_a_role_and_a_limit_is_authority(row: str, expected: str) -> None:
    assert said(f"| Role | Refund limit |\n|---|---|\n{row}\n") == [expected]


def test_a_row_of_an_amount_and_an_approver_is_a_rung_of_the_ladder() -> None:
    table = (
        "| Amount | Who can approve |\n|---|---|\n| Up to $50 | Agent |\n"
        "| $50 to $200 | Team lead |\n| Over $200 | Director |\n"
    )
    assert said(table, "Refunds") == [
        "The agent may refund up to $50.",
        "Refunds over $50 and up to $200 need the team lead's approval.",
        "Refunds over $200 need the director's approval.",
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            (
                "| Level | When | Escalate to |\n|---|---|---|\n"
                "| 1 | Not answered in 2 days | Duty manager |\n"
                "| 2 | Not resolved in 5 days | General manager |\n"
            ),
            [
                "If a case is not answered within 2 calendar days, we tell the duty manager.",
                "If a case is not resolved within 5 calendar days, we tell the general manager.",
            ],
        ),
        (
            (
                "| Priority | Notify after 1 hour | Notify after 4 hours |\n|---|---|---|\n"
                "| P1 | Team lead | Head of support |\n| P2 | – | Team lead |\n"
            ),
            [
                (
                    "If a priority 1 is not resolved within 1 hour (round the clock), "
                    "we tell the team lead."
                ),
                (
                    "If a priority 1 is not resolved within 4 hours (round the clock), "
                    "we tell the head of support."
                ),
                (
                    "If a priority 2 is not resolved within 4 hours (round the clock), "
                    "we tell the team lead."
                ),
            ],
        ),
        (
            (
                "| Trigger | Escalate to | Within |\n|---|---|---|\n"
                "| A safety concern | Site manager | 1 hour |\n"
            ),
            ["For a safety concern, the site manager is told within 1 hour (round the clock)."],
        ),
    ],
    ids=["level and when", "times in headers", "trigger"],
)
def test_a_row_of_a_trigger_and_a_role_is_an_escalation(table: str, expected: list[str]) -> None:
    assert said(table, "When a matter goes up") == expected


def test_two_times_under_headers_that_name_neither_are_asked_about() -> None:
    table = "| Priority | Target | Standard |\n|---|---|---|\n| Critical | 30 minutes | 4 hours |\n"
    reading = read(f"# Shop\n\n{table}")
    asked = next(one for one in reading.problems if one.code == "PR17")
    assert reading.policy.clauses == ()
    assert asked.fix is not None
    mended = read(f"# Shop\n\n{asked.fix.replacement}\n")
    assert [one.code for one in mended.problems if one.severity is Severity.ERROR] == []
    assert [echo(one, mended.policy) for one in mended.policy.clauses] == [
        (
            "We give a first reply to every critical case on any channel within 30 minutes "
            "(round the clock), every time."
        ),
        (
            "We resolve every critical case on any channel within 4 hours (round the clock), "
            "every time."
        ),
    ]
