"""Words of weight that no clause keeps are said aloud, and never left out in silence."""

import pytest

from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.situation import Phrase


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("We reply to emails within 2 working days, or 6 in August.", "TX06"),
        ("Supervisors may refund up to £50 by card and £20 in cash.", "TX06"),
        ("We answer letters within 0 working hours.", "PR15"),
        ("If a call is not answered within 0 working hours, tell the team lead.", "PR15"),
        ("If a complaint is not resolved the same day, tell the owner.", "ES04"),
        ("Unanswered letters go to the owner by the end of the day.", "ES04"),
        ("Our time zone is Mars/Base.", "HR02"),
        ("All times are Mars/Base time.", "HR02"),
        ("We are open Monday to Friday, 25:00 to 26:00.", "HR04"),
        ("Our working hours are Monday to Friday, 9:00 to 25:00.", "HR04"),
    ],
)
def test_what_cannot_be_kept_is_asked_about(sentence: str, code: str) -> None:
    said = understand(sentence)
    assert said["state"] == "almost"
    assert [code] == [one["code"] for one in said["problems"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "If a complaint is about more than £500, we reply to it within 2 working days.",
        "If a guest is hurt, tell the owner within 4 working hours.",
        "If a guest is hurt, tell the owner the same day.",
        "If a guest is hurt, tell the owner by the end of the day.",
        "We are open Monday to Saturday, 0:00 to 24:00.",
        "We are open Monday to Friday, 8.30am to 5.30pm.",
        "Our time zone is Europe/London.",
        "Assistants may refund up to £30 and supervisors up to £120.",
        "Managers may refund up to 20% of the bill.",
        "Refunds over £75 need approval from the branch manager and the area manager.",
    ],
)
def test_what_is_kept_is_not_asked_about(sentence: str) -> None:
    said = understand(sentence)
    assert said["state"] == "live"
    assert said["problems"] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "If a call is not answered within 5 hours, tell the lead, who must tell the director.",
            "director",
        ),
        ("The matron may approve overtime of up to 6 hours a week.", "6"),
    ],
)
def test_what_is_left_out_is_named(sentence: str, words: str) -> None:
    warned = [one for one in understand(sentence)["problems"] if one["severity"] == "warning"]
    assert any(words in one["message"] for one in warned)


def test_quotation_marks_around_nothing_give_no_words_to_say() -> None:
    policy = read('Say " ".\n\nDo not say " "We apologise"; say "Sorry".\n').policy

    assert policy.of_kind(Phrase) == ()
