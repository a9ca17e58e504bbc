"""What is done whenever people and we meet is conduct; what is done in a moment stays one."""

import pytest

from goodword.document.understand import understand

ALWAYS = {
    "phone": ("If you telephone us, we will:", "give the name of the person you are speaking to"),
    "visit": ("When we come to you, we will:", "show our badge at the door and say why we came"),
    "served": ("When we serve you face to face, we will:", "Identify ourselves;"),
    "transfer": ("", "When transferring a call, tell the caller who it goes to and why."),
    "on the way": ("", "We ring you when we are on our way."),
    "answering": ("", "When answering the phone, staff give their first name."),
    "feedback": ("When receiving informal feedback, we will:", "Explain the formal route."),
}
MOMENTS = {
    "lost": "When a customer phones about a lost parcel, check the tracking first.",
    "late": "When a guest arrives late, offer a cold supper.",
    "angry": "When an angry customer calls, listen to the end.",
    "without": "If a visitor comes in without a pass, ask them to sign the book.",
}


@pytest.mark.parametrize(("lead", "sentence"), ALWAYS.values(), ids=ALWAYS)
def test_what_is_done_whenever_we_meet_is_conduct(lead: str, sentence: str) -> None:
    (rule,) = understand(sentence, lead_in=lead or None)["clauses"]
    assert rule["kind"] == "behaviour"
    assert "(when " in rule["does"]


@pytest.mark.parametrize("sentence", MOMENTS.values(), ids=MOMENTS)
def test_what_is_done_in_one_moment_stays_a_situation(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["situation"]


def test_a_moment_inside_a_line_below_we_will_keeps_its_deed() -> None:
    said = understand("if we visit you, carry an identity card", lead_in="We will")
    (rule,) = said["clauses"]
    assert rule["does"] == "carry an identity card (when we visit you)"
