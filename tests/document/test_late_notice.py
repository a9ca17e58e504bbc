"""News when something takes longer: with a time, or with that of the promise beside it."""

import pytest

from goodword.document.understand import understand

TOLD = {
    "only told": ("If it takes longer than 20 days, we let you know.", "P20D"),
    "times changed": ("If we have to change any of these times, we explain why.", None),
    "not done": ("If this cannot be done, we will write to say why.", None),
    "a delay of some length": (
        "The clerk must tell the guest of any delay beyond 6 minutes.",
        "PT6M",
    ),
    "if so": ("Hard questions may need more than 10 days; if so we say when to expect us.", "P10D"),
    "for any reason": (
        "If, for any reason, it takes more than 8 days, you will be told why.",
        "P8D",
    ),
    "not enough": ("Where 20 days are not enough, we give you the reason and a new date.", "P20D"),
    "as said": ("If we need longer, we tell you why and when.", None),
    "in that time": ("If it cannot be settled in that time, we will explain why.", None),
    "no time kept": ("If we cannot meet this target, we tell you when to expect us.", None),
    "a hold-up": ("If there is going to be a hold-up, we will tell you why.", None),
}


@pytest.mark.parametrize(("sentence", "after"), TOLD.values(), ids=TOLD)
def test_what_people_are_told_when_we_are_late(sentence: str, after: str | None) -> None:
    (clause,) = understand(sentence)["clauses"]
    assert clause["kind"] == "late_notice"
    assert (clause.get("after") or {}).get("within") == after


def test_a_promise_and_its_late_notice_are_two_rules() -> None:
    said = understand(
        "We'll reply inside 20 working days and if there's going to be a hold-up we'll say why."
    )
    assert [one["kind"] for one in said["clauses"]] == ["promise", "late_notice"]


NOTHING = {
    "sorry": "If it takes longer, we are sorry.",
    "a train": "If your train is delayed, we will tell you why.",
    "how it is": "Delays of more than an hour are rare.",
    "needed": "Sometimes we need more time to look into a case.",
}


@pytest.mark.parametrize("sentence", NOTHING.values(), ids=NOTHING)
def test_what_tells_nobody_anything_is_no_late_notice(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
