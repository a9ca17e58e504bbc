"""Which cases an escalation by time is for: kept in its fields, or said aloud."""

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.understand import understand
from goodword.policy.duty import Escalation


def only(sentence: str) -> Escalation:
    (clause,) = read(f"# Shop\n\n{sentence}\n").policy.of_kind(Escalation)
    return clause


@pytest.mark.parametrize(
    ("sentence", "subject", "channels"),
    [
        (
            "Payment disputes older than 3 days go to the finance manager.",
            "payment_dispute",
            (),
        ),
        (
            "Email complaints that nobody has answered in 2 days are passed to the owner.",
            "complaint",
            ("email",),
        ),
        ("Calls unanswered after 90 seconds roll over to the backup team.", None, ("phone",)),
        ("If a ticket is not answered within 2 hours, tell the owner.", None, ()),
        ("Urgent cases still open after 2 hours are brought to the owner.", "urgent", ()),
        ("If the engineer has not arrived within 2 hours, tell the owner.", None, ()),
    ],
    ids=["payment", "email", "calls", "ticket", "urgent", "engineer"],
)
def test_an_escalation_is_for_the_cases_that_it_names(
    sentence: str, subject: str | None, channels: tuple[str, ...]
) -> None:
    clause = only(sentence)
    assert (clause.subject, clause.channels) == (subject, channels)


def test_the_cases_are_said_back_and_read_again() -> None:
    policy = read(
        "# Shop\n\nNoise complaints by email that are open for 2 days go to the owner.\n"
    ).policy
    (clause,) = policy.of_kind(Escalation)
    said = echo(clause, policy)
    assert said == (
        "If a noise complaint by email is not resolved within 2 calendar days, we tell the owner."
    )
    assert read_sentence(said, policy) == (clause,)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Complaints from gold members not settled within 2 days go to the owner.", "from gold"),
        ("At weekends, a ticket not answered within 2 hours goes to the owner.", "At weekends"),
        ("If it is raining and a call is not answered in 5 minutes, tell the owner.", "raining"),
        ("For VIP guests the owner is told of any complaint within 30 minutes.", "For VIP guests"),
        ("Cases we lose track of for a week are reported to the owner.", "for a week"),
    ],
)
def test_what_no_field_keeps_is_said_in_one_warning(sentence: str, said: str) -> None:
    read_as = understand(sentence)
    (problem,) = read_as["problems"]
    assert (problem["code"], problem["severity"]) == ("TX06", "warning")
    assert said in problem["message"]


def test_an_exception_of_an_escalation_is_kept() -> None:
    clause = only("Unless the tenant objects, open noise complaints go to the owner after 14 days.")
    assert clause.exception is not None
    assert (clause.subject, clause.to) == ("noise_complaint", "owner")


def test_a_ban_does_not_swallow_the_telling_behind_it() -> None:
    read_as = understand("Problems the receptionist cannot solve are handed to the hotel manager.")
    assert [one["kind"] for one in read_as["clauses"]] == ["escalation"]
    other = understand("Staff must not investigate theft but report it to the store manager.")
    assert [one["severity"] for one in other["problems"]] == ["warning"]


def test_a_telling_that_no_reader_takes_is_not_prose_in_silence() -> None:
    read_as = understand("After 48 hours with no parts, tell the guest and the workshop manager.")
    assert [one["severity"] for one in read_as["problems"]] == ["warning"]
    assert understand(read_as["problems"][0]["fix"])["state"] == "live"
    assert understand("If you hear nothing for 5 days, call the manager.")["problems"] == []
