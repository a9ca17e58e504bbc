"""How to reach us may be told in a sentence."""

import pytest

from goodword.document.read import read
from goodword.document.understand import understand
from goodword.policy.definition import ChannelClause, HoursClause, PartHours


@pytest.mark.parametrize(
    ("sentence", "ways"),
    [
        (
            "You can reach us by phone on 0300 555 0142 or by email at help@fern.example.",
            [("phone", "0300 555 0142"), ("email", "help@fern.example")],
        ),
        (
            "Email us at help@fern.example or call 0300 555 0142.",
            [("email", "help@fern.example"), ("phone", "0300 555 0142")],
        ),
        ("Text us on 07700 900123.", [("text", "07700 900123")]),
        ("Our phone number is 020 7946 0000.", [("phone", "020 7946 0000")]),
        ("Please ring 1-800-555-0100.", [("phone", "1-800-555-0100")]),
    ],
)
def test_each_address_in_a_sentence_is_a_way_to_reach_us(
    sentence: str, ways: list[tuple[str, str]]
) -> None:
    clauses = read(f"# Us\n\n{sentence}\n").policy.of_kind(ChannelClause)
    assert [(one.channel, one.address) for one in clauses] == ways


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (
            (
                "You can contact us by phone (0300 555 0142, 8.30am to 5pm Monday to Thursday and "
                "8.30am to 4.30pm on Friday), by email at hello@fern.example or in person."
            ),
            PartHours,
        ),
        ("Text us on 07700 900123 or call 0131 496 0000 (Mon-Fri 9-5).", PartHours),
        ("Phone: 0300 555 0142 (Monday to Friday, 9am to 5pm)", PartHours),
        ("You can ring us on 0131 496 0000 between 9am and 5pm, Monday to Friday.", HoursClause),
        ("Call us on 0300 555 0142, 8.30am to 5pm Monday to Friday.", HoursClause),
    ],
)
def test_the_hours_beside_an_address_are_kept_with_it(sentence: str, kind: type) -> None:
    policy = read(f"# Us\n\n{sentence}\n").policy
    (hours,) = [one for one in policy.clauses if isinstance(one, HoursClause | PartHours)]
    assert isinstance(hours, kind)
    assert [len(day) for day in hours.week] == [1, 1, 1, 1, 1, 0, 0]
    assert policy.of_kind(ChannelClause)


def test_hours_that_cannot_be_read_are_named() -> None:
    (problem,) = understand("Ring 0300 555 0142 (8am to 6pm).")["problems"]
    assert "8am to 6pm" in problem["message"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Call us on 0300 555 0142 within 7 days.",
        "Call 0300 555 0142 if you smell gas.",
        "Call the police on 0300 555 0142.",
        "Write to help@fern.example, and we answer within 2 days.",
        "You can reach the ombudsman on 0300 555 0142.",
    ],
)
def test_an_address_of_others_or_for_some_cases_is_no_way_to_reach_us(sentence: str) -> None:
    assert not read(f"# Us\n\n{sentence}\n").policy.of_kind(ChannelClause)
