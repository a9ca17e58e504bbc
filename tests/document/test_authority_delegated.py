"""Powers delegated by a lead-in, what is said of a second one, and whose approval a thing takes."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("lead", "line", "role", "approver"),
    [
        (
            "The Clerk is authorised to undertake:",
            "the grant of licences for stalls",
            "clerk",
            None,
        ),
        (
            "The Clerk is authorised to undertake:",
            "payment of invoices within budget, subject to two bank signatories",
            "clerk",
            "bank_signatory",
        ),
        ("Delegated to the Head of Planning:", "works to trees", "head_of_planning", None),
    ],
)
def test_what_is_delegated_may_be_done(
    lead: str, line: str, role: str, approver: str | None
) -> None:
    [rule] = understand(line, lead_in=lead, heading="Scheme of delegation")["clauses"]
    assert (rule["kind"], rule["role"], rule["approver"]) == ("authority", role, approver)


def test_a_second_time_takes_somebodys_approval_whatever_is_done() -> None:
    said = understand(
        "Operators may restart a failed job once; a second restart needs the manager's OK."
    )
    [rule] = said["clauses"]
    assert (rule["role"], rule["approver"]) == ("operator", "manager")


def test_who_gives_something_yourself_works_here() -> None:
    said = understand("You can refund items up to $25 yourself.", heading="Chat: missing items")
    [rule] = said["clauses"]
    assert (rule["role"], rule["limit"]["amount"]) == ("anyone", 25)


def test_what_is_approved_by_somebody_takes_that_approval() -> None:
    [rule] = understand("Room changes are approved by the Dean.")["clauses"]
    assert (rule["role"], rule["approver"]) == (None, "dean")


def test_when_somebody_may_is_no_part_of_who_may() -> None:
    [rule] = understand("Between midnight and 6 the night porter may comp a breakfast.")["clauses"]
    assert rule["role"] == "night_porter"


def test_otherwise_leads_to_who_decides_above() -> None:
    [rule] = understand("Agents refund up to $50, otherwise the supervisor.")["clauses"]
    assert (rule["role"], rule["limit"]["amount"], rule["approver"]) == ("agent", 50, "supervisor")


def test_a_role_without_a_limit_stands_below_what_is_given() -> None:
    [rule] = understand("Head of Service | no limit", lead_in="Credits to an account")["clauses"]
    assert (rule["role"], rule["limit"]) == ("head_of_service", None)
