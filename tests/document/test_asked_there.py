"""Whom one asks for where one rings, who is next when nobody answers, and first, second, third."""

import pytest

from goodword.document.understand import understand


def _told(text: str, heading: str | None = None) -> list[tuple[str, str | None]]:
    read = understand(text, heading=heading)
    return [(one["to"], one["after"]) for one in read["clauses"] if one["kind"] == "escalation"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "If you are still unhappy, contact the Desk and ask to be passed to the Help Manager.",
            [("help_manager", None)],
        ),
        (
            "If she has not rung in 25 minutes, phone the switchboard and ask for the duty doctor.",
            [("duty_doctor", "PT25M")],
        ),
        (
            "If nobody comes within an hour, call the main desk and ask for the Site Manager.",
            [("site_manager", "PT1H")],
        ),
        ("Call the shop and ask for the price.", []),
    ],
)
def test_where_one_rings_is_only_the_way_to_whom_one_asks_for(
    text: str, told: list[tuple[str, str | None]]
) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Caretaker not answering: the Duty Manager.", "duty_manager"),
        ("No answer from the primary: secondary on-call.", "secondary_on_call"),
        ("Pager not answered twice in a row: the registrar.", "registrar"),
    ],
)
def test_whoever_stands_behind_an_unanswered_call_is_next(text: str, to: str) -> None:
    assert _told(text, "On call") == [(to, None)]


def test_first_second_and_third_are_told_in_that_order() -> None:
    told = _told(
        "Horse down: first the vet (number by the door), second the owner, third the Yard Manager."
    )
    assert [role for role, _ in told] == ["vet", "owner", "yard_manager"]


@pytest.mark.parametrize(
    "text", ["Not available: Monday to Friday.", "Nobody at home: leave a card."]
)
def test_a_step_and_hours_tell_nobody(text: str) -> None:
    assert _told(text, "Front desk") == []
