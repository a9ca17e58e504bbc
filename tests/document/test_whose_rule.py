"""Whose rule a sentence tells: ours, an outsider's, or how it once was; and what is asked of it."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "The regulator may fine us up to £40,000.",
        "A landlord may keep up to four weeks' rent as a deposit.",
        "At one famous hotel chain, any employee may spend up to $1,500 on a guest.",
        "Under the old scheme managers could refund £60.",
        "The committee met in June and approved refunds of $9,000.",
        "Suppliers must answer our queries within three working days.",
    ],
)
def test_what_others_may_do_and_how_it_was_is_no_rule_of_ours(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []


def test_a_size_that_is_no_amount_is_asked_about_with_a_sentence_that_can_be_read() -> None:
    said = understand("Larger refunds need the manager's approval.")

    assert (said["state"], [one["code"] for one in said["problems"]]) == ("almost", ["AU03"])
    mended = understand(said["problems"][0]["fix"])["clauses"]
    assert [(one["action"], one["approver"]) for one in mended] == [("refund", "manager")]


def test_a_row_that_needs_no_approval_is_the_limit_of_whoever_stands_first() -> None:
    said = understand("Agents | $0-$25 | none", heading="Refunds: Tier | Amount | Sign-off")

    only = said["clauses"][0]
    assert (only["role"], str(only["limit"]["amount"]), only["approver"]) == ("agent", "25", None)


@pytest.mark.parametrize(
    ("sentence", "to"),
    [
        ("The duty nurse should be fetched if a caller cannot be calmed.", "duty_nurse"),
        ("If a parent shouts at staff, ask the deputy head to join the meeting.", "deputy_head"),
        ("Letters from solicitors are passed unopened to the HR manager.", "hr_manager"),
        ("Any theft must be brought to the notice of the headteacher.", "headteacher"),
    ],
)
def test_who_is_called_in_by_any_words_is_told(sentence: str, to: str) -> None:
    assert [(one["kind"], one["to"]) for one in understand(sentence)["clauses"]] == [
        ("escalation", to)
    ]


def test_what_was_not_done_for_a_time_goes_up_in_words_of_any_make() -> None:
    said = understand("No joy after 25 minutes on a P1: page the platform lead.")

    only = said["clauses"][0]
    assert (only["after"], only["to"]) == ("PT25M", "platform_lead")
