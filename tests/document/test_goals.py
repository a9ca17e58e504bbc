"""Goals, what excellent means, and days with too few people."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.decision.find import find
from goodword.document import goal_served
from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.setting import Setting
from goodword.document.steps import step_of
from goodword.document.understand import understand
from goodword.document.write import write
from goodword.policy.clause import Strength
from goodword.policy.goal import Goal, ShortStaffed
from goodword.policy.promise import Promise, QualityGoal
from goodword.policy.situation import StepKind

POLICY = read("Our team has these roles: practice manager and receptionist.\n").policy
SAID = {
    "Our goal is that nobody leaves without an answer, measured by our survey, by the end of "
    "2026.": "Goal: that nobody leaves without an answer; measured by our survey; by 31 December "
    "2026.",
    "Our main aim is that nobody has to ask twice, and we measure it by cases settled at first "
    "contact.": "Goal: that nobody has to ask twice; measured by cases settled at first contact.",
    "Our goal is that people feel safe, measured by our survey, served by our promises on email "
    'and "Who we are".': "Goal: that people feel safe; measured by our survey; served by our "
    'promises on email and "Who we are".',
    "To us, excellent service means that nobody has to ask twice.": (
        "Excellent service means that nobody has to ask twice."
    ),
    "When we are short-staffed, complaints and urgent repairs come first; we tell customers that "
    "other replies may take longer.": (
        "When we are short-staffed, complaints and urgent repairs come first; we tell customers "
        "that other replies may take longer."
    ),
    "On days when we are short-staffed, we answer the phone only from 10am to 2pm.": (
        "When we are short-staffed, we answer the phone only from 10am to 2pm."
    ),
    "If we are a person short, we see to emergencies first and tell the practice manager at "
    "once.": (
        "When we are short-staffed, emergencies come first; tell the practice manager at once."
    ),
}


@pytest.mark.parametrize("sentence", SAID, ids=lambda one: one[:50])
def test_it_is_said_back_in_one_sentence_that_reads_the_same(sentence: str) -> None:
    (clause,) = read_sentence(sentence, POLICY)
    assert echo(clause, POLICY) == SAID[sentence]
    assert read_sentence(SAID[sentence], POLICY) == (clause,)


@pytest.mark.parametrize(
    "sentence",
    ["Our aim is to make every guest feel welcome.", "We strive for excellence in all we do."],
)
def test_a_wish_without_measure_and_date_stays_prose(sentence: str) -> None:
    assert understand(sentence)["state"] == "prose"


def test_a_goal_with_a_share_and_a_time_is_a_promise_too() -> None:
    promise, goal = read_sentence(
        "Our goal is to answer 95% of enquiries within 2 working days by 31 December 2026.", POLICY
    )
    assert isinstance(promise, Promise)
    assert promise.strength is Strength.AIM
    assert isinstance(goal, Goal)
    assert goal.by == date(2026, 12, 31)


def test_a_goal_of_quality_keeps_its_measure_and_its_date() -> None:
    quality, goal = read_sentence(
        "Our goal is that 90% of customers are satisfied, measured by our survey, by 1 January "
        "2027.",
        POLICY,
    )
    assert isinstance(quality, QualityGoal)
    assert isinstance(goal, Goal)
    assert (goal.measured_by, goal.by) == ("our survey", date(2027, 1, 1))


def test_a_promise_for_short_staffed_days_stays_a_promise() -> None:
    (clause,) = read_sentence("When we are short-staffed, we reply within 3 working days.", POLICY)
    assert isinstance(clause, Promise)
    assert clause.condition is not None


def test_a_short_staffed_day_is_found_and_tells_its_steps() -> None:
    policy = read(
        "When we are short-staffed, emergencies come first; tell the practice manager at once.\n"
    ).policy
    (day,) = policy.of_kind(ShortStaffed)
    assert [step.kind for step in day.steps] == [StepKind.TELL]
    assert find(policy, "we are short-staffed today")[0].situation == day


goals = st.builds(
    Goal,
    words=st.sampled_from(["that nobody has to ask twice", "to be the first whom people call"]),
    measured_by=st.sampled_from(["our survey", "the share of calls given up"]),
    by=st.none() | st.dates(date(2026, 1, 1), date(2030, 12, 31)),
    strength=st.just(Strength.AIM),
)
days = st.builds(
    ShortStaffed,
    name=st.just("we are short-staffed"),
    first=st.sampled_from([("complaints",), ("complaints", "urgent repairs", "callbacks")]),
    steps=st.lists(
        st.sampled_from(["We close the counter at noon", "Tell the practice manager at once"]).map(
            lambda words: step_of(words, Setting())
        ),
        max_size=2,
        unique=True,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(goals | days)
def test_every_goal_and_every_short_day_reads_back(clause: Goal | ShortStaffed) -> None:
    assert read_sentence(echo(clause, POLICY), POLICY) == (clause,)


SERVED = """# Elm Clinic

We are Elm Clinic, and we call the people we serve patients.
Our goal is that {goal}, measured by what we count{by}.

## What we promise

We answer 90% of calls within 30 seconds.
We reply to emails within 2 days.
We acknowledge every complaint within 2 days and resolve it within 10 days.

## How we learn

We send a survey after every visit.
Every new team member completes the policy lessons within 10 days of starting.
"""


@pytest.mark.parametrize(
    ("goal", "by", "serving"),
    [
        ("every caller reaches a person", "", ["promise-answer-phone"]),
        ("every email is a pleasure to read", "", ["promise-first-response-email"]),
        ("every new colleague feels at home", "", ["training-joining"]),
        ("the car park is tidy", "", []),
        ("the car park is tidy", ", served by our survey", ["survey-visit"]),
        (
            "people trust us",
            ", served by our promises on complaints and our training",
            ["promise-acknowledge-complaint", "promise-resolution-complaint", "training-joining"],
        ),
        (
            "people trust us",
            ', served by "How we learn"',
            ["survey-visit", "training-joining"],
        ),
        ("people trust us", ", served by our promises on llamas", []),
    ],
)
def test_a_goal_is_tied_to_what_serves_it(goal: str, by: str, serving: list[str]) -> None:
    policy = read(SERVED.format(goal=goal, by=by)).policy
    (clause,) = policy.of_kind(Goal)
    assert [one.id for one in goal_served.serving(clause, policy)] == serving
    assert read_sentence(echo(clause, policy), policy) == (clause,)
    assert read(write(policy)).policy == policy


def test_an_echo_shows_what_serves_a_goal() -> None:
    policy = read(SERVED.format(goal="every caller reaches a person", by="")).policy
    (clause,) = policy.of_kind(Goal)
    assert echo(clause, policy).endswith(
        '(what serves it: "We answer 90% of calls within 30 seconds").'
    )
