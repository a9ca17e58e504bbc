"""Who may give what, as shops and help desks write it."""

import pytest

from goodword.checks import check
from goodword.document.read import read
from goodword.document.understand import understand


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("The Head of Customer Success approves up to €5,000.", "head_of_customer_success"),
        ("Team Leaders authorise up to £75.", "team_leader"),
        ("The Head of Care Quality approves refunds up to £500.", "head_of_care_quality"),
        ("The Refunds Manager: up to £90", "refunds_manager"),
    ],
)
def test_what_a_role_does_is_no_part_of_its_name(sentence: str, role: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["role"]) == ("authority", role)


def test_nobody_is_asked_who_gives_back_more_than_all_of_it() -> None:
    text = (
        "# Policy\n\nOur team has the roles: receptionist and manager.\n\n"
        "The manager may refund up to {share}% of the price.\n"
    )
    codes = {
        share: [one.code for one in check(read(text.format(share=share)), at=1_790_000_000)]
        for share in (50, 100)
    }
    assert "AU02" in codes[50]
    assert "AU02" not in codes[100]


def test_what_staff_try_within_their_limits_is_no_promise_without_a_time() -> None:
    said = understand("Try to fix it on the spot within your authority.")
    assert "PR01" not in [one["code"] for one in said["problems"]]


def test_two_matters_for_one_person_are_two_rules() -> None:
    said = understand(
        "Anything over £300, and anything that may end in court, is for the general manager only."
    )
    assert said["clauses"][0]["limit"] == {"amount": 300, "currency": "GBP"}
    assert len(said["clauses"]) == 2
