"""What is not done, and why: no promise, and each a rule of its own."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "We never charge for a re-check within 8 weeks of a sight test.",
        "We don't change your appointment within 24 hours of it.",
        "Emails are not answered within 24 hours at weekends.",
        "We will never ring before 8am.",
    ],
)
def test_what_is_not_done_by_a_time_is_no_promise(sentence: str) -> None:
    said = understand(sentence)
    assert [one["kind"] for one in said["clauses"]] == ["prohibition"]
    assert any(one["severity"] == "warning" for one in said["problems"])


@pytest.mark.parametrize(
    ("sentence", "within"),
    [
        ("We never take longer than 3 days to reply.", "P3D"),
        ("We will not fail to reply within 3 days.", "P3D"),
        ("We cannot always answer at once but we reply within 2 days.", "P2D"),
        ("You will not wait more than 10 minutes.", "PT10M"),
        ("A complaint that isn't settled on the spot is acknowledged within 2 days.", "P2D"),
        ("A machine that we cannot mend on site is swapped within 1 day.", "P1D"),
    ],
)
def test_a_bound_that_is_not_gone_beyond_is_a_promise(sentence: str, within: str) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert (clause["kind"], clause["within"]) == ("promise", within)


def test_three_things_that_are_not_done_are_three_rules() -> None:
    said = understand(
        "We don't write custom code, we never ask for your password, and we do not give refunds "
        "for unused months."
    )
    assert [one["action"] for one in said["clauses"]] == [
        "write_custom_code",
        "ask_for_your_password",
        "refund_for_unused_months",
    ]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("We do not open parcels because we are not insured for it.", "open_parcels"),
        ("I don't do returns because I work alone.", "do_returns"),
    ],
)
def test_why_something_is_not_done_is_no_part_of_the_rule(sentence: str, what: str) -> None:
    assert [one["action"] for one in understand(sentence)["clauses"]] == [what]


def test_a_reason_that_is_the_rule_itself_stays() -> None:
    clauses = understand("Staff must not refuse anybody because they cannot pay.")["clauses"]
    assert not any(one.get("action") == "refuse_anybody" for one in clauses)


def test_what_nobody_is_left_without_is_asked_about() -> None:
    said = understand("Nobody waits longer than 15 minutes without being told why.")
    assert "TX06" in [one["code"] for one in said["problems"]]
