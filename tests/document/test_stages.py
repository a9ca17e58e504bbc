"""Stages of a complaint: what people write of them, and what is kept of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.write import write
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.policy.stage import Stage, course_of

POLICY = read(
    "Our team has these roles: service manager, complaints officer and director.\n\n"
    "By a complaint we mean any sign that somebody is unhappy with us.\n"
).policy
TEN_DAYS = Duration(10, Unit.DAY, Counting.WORKING)

SAID = {
    "Stage 2 is handled by the complaints officer.": (
        "Stage 2 of a complaint: looked after by the complaints officer."
    ),
    "The head teacher will look into complaints at stage two.": (
        "Stage 2 of a complaint: looked after by the head teacher."
    ),
    "Complaints at the second stage are considered by a panel of three governors who have had no "
    "previous involvement.": (
        "Stage 2 of a complaint: looked after by the panel of three governors, who did not handle "
        "it before."
    ),
    "At stage 2 a senior manager who has not been involved looks at your complaint again.": (
        "Stage 2 of a complaint: looked after by the senior manager, who did not handle it before."
    ),
    "Stage 2 complaints are reviewed by somebody who did not handle stage 1.": (
        "Stage 2 of a complaint: looked after by somebody who did not handle it before."
    ),
    "Nobody who handled stage 1 may handle stage 2.": (
        "Stage 2 of a complaint: looked after by somebody who did not handle it before."
    ),
    "If you are unhappy with our answer at stage 1, you can ask for stage 2 within 20 working "
    "days.": "Stage 2 of a complaint: asked for within 20 working days of our answer.",
    "You have 28 days from our stage 1 reply to ask for stage 2.": (
        "Stage 2 of a complaint: asked for within 28 days of our answer."
    ),
    "We may extend stage 1 by up to 10 working days; we will tell you why.": (
        "Stage 1 of a complaint: up to 10 working days longer where we need it, and we tell why."
    ),
    "In complex cases stage 2 may take up to 20 working days longer.": (
        "Stage 2 of a complaint: up to 20 working days longer if the case is complex."
    ),
    "Stage 1: Informal resolution.": 'Stage 1 of a complaint: called "Informal resolution".',
    "Stage 2: Review by the director.": (
        'Stage 2 of a complaint: called "Review"; looked after by the director.'
    ),
    "Stage 3: the Housing Ombudsman.": (
        "Stage 3 of a complaint: decided outside by the Housing Ombudsman."
    ),
}
NOT_SAID = (
    "At every stage we explain our decision.",
    "At any stage you can ask for an advocate.",
    "Our complaints procedure has two stages.",
    "The final stage is a review by the chief executive.",
    "Staging of the play begins at seven.",
)


@pytest.mark.parametrize("sentence", SAID, ids=lambda one: one[:50])
def test_what_is_said_of_a_stage_is_said_back(sentence: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)
    assert echo(clause, POLICY) == SAID[sentence]
    assert read_sentence(SAID[sentence], POLICY) == (clause,)


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_speaks_of_no_certain_stage_stays_prose(sentence: str) -> None:
    assert read_sentence(sentence, POLICY) == ()


stages = st.builds(
    Stage,
    number=st.integers(1, 4),
    name=st.sampled_from(["", "Informal resolution", "Review"]),
    owner=st.sampled_from([None, "service_manager", "director"]),
    fresh=st.booleans(),
    ask_within=st.sampled_from([None, TEN_DAYS, Duration(2, Unit.MONTH, Counting.CALENDAR)]),
    extension=st.sampled_from([None, TEN_DAYS, Duration(4, Unit.WEEK, Counting.CALENDAR)]),
    outside=st.sampled_from(["", "Housing Ombudsman"]),
).filter(lambda one: one != Stage(number=one.number))


@settings(max_examples=80, deadline=None)
@given(stages)
def test_every_stage_said_back_reads_as_the_same_stage(clause: Stage) -> None:
    said = echo(clause, POLICY)
    (back,) = read_sentence(said, POLICY)
    assert isinstance(back, Stage)
    assert echo(back, POLICY) == said


COUNCIL = """# Ash Council: complaints

By a complaint we mean any sign that a resident is unhappy with us.

## Stage 1: Informal resolution

We acknowledge every complaint within 2 working days and reply within 10 working days.
The service manager looks after this stage.

## Stage 2: Review

If you are unhappy with our answer, you can ask for stage 2 within 20 working days.
We reply within 20 working days.
The director, who was not involved at stage 1, looks after this stage.
"""


def test_promises_below_the_heading_of_a_stage_are_promises_of_that_stage() -> None:
    promises = read(COUNCIL).policy.of_kind(Promise)
    assert [(one.metric, one.subject) for one in promises] == [
        ("acknowledge", "stage_1_complaint"),
        ("first_response", "stage_1_complaint"),
        ("first_response", "stage_2_complaint"),
    ]


def test_a_course_adds_up_what_headings_and_sentences_say() -> None:
    first, second = course_of(read(COUNCIL).policy)
    assert (first.number, first.name, first.owner) == (1, "Informal resolution", "service_manager")
    assert (second.name, second.owner, second.fresh) == ("Review", "director", True)
    assert second.ask_within == Duration(20, Unit.DAY, Counting.WORKING)
    assert [one.metric for one in second.promises] == ["first_response"]


def test_a_list_of_stages_gives_promises_and_who_looks_after_each() -> None:
    policy = read(
        "A complaint goes through these stages:\n\n"
        "1. Stage 1: the service manager replies within 10 working days.\n"
        "2. Stage 2: Review by the director, who did not handle the first answer, within 20 "
        "working days.\n"
        "3. Stage 3: the Local Government Ombudsman.\n"
    ).policy
    first, second, third = course_of(policy)
    assert (first.owner, second.owner, third.owner) == ("service_manager", "director", None)
    assert (second.name, second.fresh, third.outside) == (
        "Review",
        True,
        "Local Government Ombudsman",
    )
    assert [one.limit for one in first.promises] == [TEN_DAYS]


def test_a_table_of_stages_gives_the_same() -> None:
    policy = read(
        "## Complaints\n\n"
        "| Stage | Who looks after it | Acknowledgement | Full reply |\n|---|---|---|---|\n"
        "| Stage 1 complaint | service manager | 2 working days | 10 working days |\n"
        "| Stage 2 complaint | director | 5 working days | 20 working days |\n"
    ).policy
    first, second = course_of(policy)
    assert (first.owner, second.owner) == ("service_manager", "director")
    assert [one.subject for one in second.promises] == ["stage_2_complaint"] * 2


def test_writing_a_policy_with_stages_again_changes_nothing() -> None:
    policy: Policy = read(COUNCIL).policy
    assert read(write(policy)).policy == policy
