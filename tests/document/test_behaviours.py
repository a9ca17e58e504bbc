"""Ladders for behaviour that is hard to bear, rung by rung."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.decision.find import find
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.setting import Setting
from goodword.document.steps import step_of
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.behaviour import Behaviour, Level, ladder_of
from goodword.policy.clause import Audience
from goodword.policy.situation import StepKind

LADDER = """# Ash Clinic

Our team has these roles: practice manager and receptionist.

## When behaviour becomes hard to bear

Anger is not abuse.

- **Unsettled**: Listen, and slow down. Offer a quiet place.
- **Upset (crying, raised voice):** Say "I can hear this matters. Let me help." Offer water.
- **Abusive** ("you are useless", swearing): Warn once that you will end the call, then end the
  call and tell the practice manager at once.
- **Threatening:** Leave the room and call 000. Tell the practice manager within 1 hour.
- **Violent** - call 000; record it as an incident.
"""
POLICY = read(LADDER).policy


def test_a_ladder_is_read_rung_by_rung_with_its_steps() -> None:
    told = [(one.level, [step.kind for step in one.steps]) for one in ladder_of(POLICY)]
    assert told == [
        (Level.UNSETTLED, [StepKind.DO, StepKind.DO, StepKind.OFFER]),
        (Level.UPSET, [StepKind.SAY, StepKind.OFFER]),
        (Level.ABUSIVE, [StepKind.WARN, StepKind.END_CONTACT, StepKind.TELL]),
        (Level.THREATENING, [StepKind.DO, StepKind.CALL, StepKind.TELL]),
        (Level.VIOLENT, [StepKind.CALL, StepKind.RECORD]),
    ]


def test_what_a_rung_is_known_by_finds_it() -> None:
    abusive = POLICY.clause("behaviour-abusive")
    assert isinstance(abusive, Behaviour)
    assert abusive.phrases == ("you are useless", "swearing")
    assert find(POLICY, "a caller is swearing at me")[0].situation == abusive


def test_a_rung_is_never_public() -> None:
    assert {one.audience for one in ladder_of(POLICY)} == {Audience.TEAM}


def test_a_numbered_ladder_is_rungs_too() -> None:
    policy = read(
        "## If behaviour is hard to bear\n\n1. Upset: listen to the end.\n"
        "2. Abusive: warn once, then hang up.\n"
    ).policy
    assert [one.level for one in ladder_of(policy)] == [Level.UPSET, Level.ABUSIVE]


def test_a_table_of_behaviour_is_rungs_too() -> None:
    policy = read(
        "| Behaviour | What we do |\n|---|---|\n| Upset | Listen to the end |\n"
        "| Rude or swearing | Warn once, then hang up |\n"
    ).policy
    assert [one.level for one in ladder_of(policy)] == [Level.UPSET, Level.ABUSIVE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Complaints about rude staff: we reply within 5 working days.",
        "Abusive calls are ended after one warning.",
        "Anger is not abuse.",
        "Violent crime: numbers fell by 3% last year.",
    ],
)
def test_what_is_no_rung_is_read_as_something_else(sentence: str) -> None:
    assert "behaviour" not in [one["kind"] for one in understand(sentence)["clauses"]]


def test_writing_a_policy_with_a_ladder_again_changes_nothing() -> None:
    assert read(write(POLICY)).policy == POLICY


steps = st.lists(
    st.sampled_from(
        [
            "Listen to the end",
            "Offer a quiet place",
            'Say "Let me help."',
            "Warn once that you will end the call",
            "End the call",
            "Call 000",
            "Tell the practice manager within 1 hour",
            "Record it as an incident",
        ]
    ),
    min_size=1,
    max_size=4,
    unique=True,
)
NAMES = {
    "unsettled": Level.UNSETTLED,
    "upset or angry": Level.UPSET,
    "rude, abusive or swearing": Level.ABUSIVE,
    "threatening": Level.THREATENING,
    "physically violent": Level.VIOLENT,
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(NAMES)), steps, st.sampled_from([(), ("crying", "you, all of you")]))
def test_every_rung_said_back_reads_as_the_same_rung(
    name: str, words: list[str], phrases: tuple[str, ...]
) -> None:
    clause = Behaviour(
        name=f"behaviour is {name}",
        level=NAMES[name],
        phrases=phrases,
        steps=tuple(step_of(one, Setting()) for one in words),
    )
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)
