"""What is larger than was allowed goes to somebody, who must approve it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("heading", "text", "approver"),
    [
        ("Billing adjustments", "Anything larger goes before the Water Board.", "water_board"),
        ("Refunds", "Anything bigger goes to the owner.", "owner"),
        ("Who does what", "Larger sums go up to the Finance Director.", "finance_director"),
        ("Refunds", "Payments above that are sent to the Bursar.", "bursar"),
        ("Goodwill", "Anything higher is put to the Head of Care.", "head_of_care"),
        ("Who does what", "Larger refunds go to the Area Manager.", "area_manager"),
    ],
)
def test_whoever_larger_sums_go_to_approves_them(heading: str, text: str, approver: str) -> None:
    (clause,) = understand(text, heading=heading)["clauses"]
    assert (clause["kind"], clause["role"], clause["approver"]) == ("authority", None, approver)


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Refunds", "Anything more serious goes to the manager."),
        ("Fire", "Anything bigger goes to the fire service."),
        ("Complaints", "Anything higher is put to the Head of Care."),
    ],
)
def test_what_is_larger_and_no_sum_is_told(heading: str, text: str) -> None:
    (clause,) = understand(text, heading=heading)["clauses"]
    assert clause["kind"] == "escalation"
