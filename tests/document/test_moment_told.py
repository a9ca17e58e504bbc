"""One thing that our people do when something happens, told to the team."""

import pytest

from goodword.document.understand import understand


@pytest.mark.parametrize(
    "sentence",
    [
        "If the caller asks for a manager at the outset, the adviser will offer to help first.",
        "When asked, the driver should help with bags.",
        "If nobody is in, the driver will wait up to 10 minutes past the window.",
        "If a diner hints at an allergy, they should be given our list of dishes.",
        "Where a reader asks for a copy of the rules, reception should take their details.",
        "If the patient does not wish to meet, we will talk to them by telephone.",
        "If it cannot be mended within 40 minutes, move the guest to another room.",
        "When a guest arrives late, the night porter should offer tea.",
        "If the worry is about a caller's neighbour, signpost them to another agency.",
    ],
)
def test_what_our_people_do_in_a_moment_is_a_situation(sentence: str) -> None:
    assert [one["kind"] for one in understand(sentence)["clauses"]] == ["situation"]


@pytest.mark.parametrize(
    "sentence",
    [
        "If you visit our offices, we will see you.",
        "If your card is declined twice, call your bank.",
        "If parts have to be ordered, the repair will take longer.",
        "Where goods cannot be sold again, we may turn down a request.",
        "If customers are happy, they come back.",
        "If a customer is happy, staff will feel good.",
        "When the manager was new, the team should have helped.",
        "Once a year we ask our customers what we should stop.",
        "If a parent is late, the child will wait in the office.",
    ],
)
def test_what_is_told_to_others_or_only_told_is_none(sentence: str) -> None:
    assert understand(sentence)["clauses"] == []
