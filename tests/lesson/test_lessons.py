"""Questions whose keys the policy itself answers."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.businesstime.openings import openings_for
from goodword.decision.decide import decide
from goodword.decision.decision import Facts, Request
from goodword.document.read import read
from goodword.example.moment import said
from goodword.example.timeline import clock_of
from goodword.lesson import Lesson, LessonKind, lessons
from goodword.lesson.authority import NO, YES, asks
from goodword.lesson.due_times import telling_moments
from goodword.policy.authority import Authority
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.quantity import Money

AT = int(datetime(2026, 9, 1, tzinfo=UTC).timestamp())
DAY = 86_400


@pytest.fixture(scope="module")
def policy(riverside_text: str) -> Policy:
    return read(riverside_text).policy


def asked(policy: Policy, at: int = AT) -> tuple[Lesson, ...]:
    assert policy.hours is not None
    return lessons(policy, openings_for(policy.hours, at), at=at)


def test_every_lesson_has_exactly_one_right_answer_among_distinct_choices(policy: Policy) -> None:
    for lesson in asked(policy):
        distinct = {choice.casefold() for choice in lesson.choices}
        assert (len(lesson.choices), lesson.choices[lesson.key]) == (len(distinct), lesson.answer)
        assert 2 <= len(lesson.choices) <= 4


@settings(max_examples=max(15, settings().max_examples // 4))
@given(at=st.integers(AT - 700 * DAY, AT + 700 * DAY))
def test_choices_are_distinct_on_any_day(riverside_text: str, at: int) -> None:
    policy = read_once(riverside_text)
    for lesson in asked(policy, at):
        assert len({choice.casefold() for choice in lesson.choices}) == len(lesson.choices)


_READ: dict[str, Policy] = {}


def read_once(text: str) -> Policy:
    if text not in _READ:
        _READ[text] = read(text).policy
    return _READ[text]


def test_ids_are_distinct_and_name_their_clause(policy: Policy) -> None:
    found = asked(policy)
    assert len({lesson.id for lesson in found}) == len(found)
    assert [one.id for one in found if not one.id.startswith(f"{one.clause_id}/")] == []


def test_the_same_day_gives_the_same_lessons(policy: Policy) -> None:
    assert asked(policy) == asked(policy)


def test_there_are_lessons_of_every_kind(policy: Policy) -> None:
    assert {lesson.kind for lesson in asked(policy)} == set(LessonKind)


def test_the_key_at_a_limit_is_what_decide_rules(policy: Policy) -> None:
    checked = 0
    for lesson in asked(policy):
        clause = policy.clause(lesson.clause_id)
        step = {"below": "-0.01", "at": "0", "above": "0.01"}.get(lesson.id.rpartition("/")[2])
        if step is None or not isinstance(clause, Authority) or clause.limit is None:
            continue
        amount = clause.limit.amount + Decimal(step)
        decision = decide(policy, Request(clause.role, clause.action, amount), Facts(), at=AT)
        told = {"allow": YES, "refuse": NO}.get(str(decision.ruling)) or asks(
            str(decision.ask), policy
        )
        assert (lesson.id, lesson.answer) == (lesson.id, told)
        checked += 1
    assert checked >= 9


def test_a_refund_at_the_limit_is_allowed_and_one_cent_more_is_not(policy: Policy) -> None:
    (clause,) = (
        one
        for one in policy.of_kind(Authority)
        if one.action == "refund" and one.role == "receptionist"
    )
    answers = {
        lesson.id.rpartition("/")[2]: lesson.answer
        for lesson in asked(policy)
        if lesson.clause_id == clause.id and lesson.kind is LessonKind.BOUNDARY
    }
    assert answers == {
        "below": YES,
        "at": YES,
        "above": "They ask the practice manager first",
        "most": "$100",
    }


def test_the_key_of_a_due_time_is_what_the_clock_says(policy: Policy) -> None:
    assert policy.hours is not None
    openings = openings_for(policy.hours, AT)
    moments = telling_moments(openings, AT)
    checked = 0
    for lesson in asked(policy):
        clause = policy.clause(lesson.clause_id)
        if lesson.kind is not LessonKind.DUE or not isinstance(clause, Promise):
            continue
        clock = clock_of(clause, policy, openings, moments[lesson.id.rpartition("/")[2]])
        assert clock is not None
        assert clock.due is not None
        assert said(clock.due, policy) == lesson.answer
        checked += 1
    assert checked >= 12


def test_time_is_asked_before_closing_before_days_off_before_a_holiday_and_on_closed_days(
    policy: Policy,
) -> None:
    assert policy.hours is not None
    moments = telling_moments(openings_for(policy.hours, AT), AT)
    assert {key: said(moment, policy) for key, moment in moments.items()} == {
        "before-closing": "Wednesday 2 September 17:30",
        "before-days-off": "Saturday 5 September 12:30",
        "on-a-closed-day": "Sunday 6 September 12:00",
        "before-a-holiday": said(moments["before-a-holiday"], policy),
    }


def test_the_explanation_quotes_the_clause(policy: Policy) -> None:
    for lesson in asked(policy):
        clause = policy.clause(lesson.clause_id)
        assert clause is not None
        assert clause.text.strip() in lesson.explanation


def test_an_emergency_comes_before_everything_else(policy: Policy) -> None:
    emergency = [one for one in asked(policy) if one.kind is LessonKind.EMERGENCY]
    assert emergency
    assert all("000" in lesson.answer for lesson in emergency)


def test_a_changed_limit_makes_new_items_and_keeps_their_ids(policy: Policy) -> None:
    clause = next(one for one in policy.of_kind(Authority) if one.limit is not None)
    assert clause.limit is not None
    raised = replace(clause, limit=Money(clause.limit.amount + 20, clause.limit.currency))
    changed = replace(
        policy, clauses=tuple(raised if one is clause else one for one in policy.clauses)
    )
    before = {one.id: one.fingerprint for one in asked(policy) if one.clause_id == clause.id}
    after = {one.id: one.fingerprint for one in asked(changed) if one.clause_id == clause.id}
    assert set(before) == set(after)
    assert [one for one in before if before[one] == after[one]] == []


def test_other_words_or_another_day_keep_the_fingerprint(policy: Policy) -> None:
    reworded = replace(
        policy, clauses=tuple(replace(one, text=f"{one.text} (so)") for one in policy.clauses)
    )
    prints = {one.id: one.fingerprint for one in asked(policy)}
    assert prints == {one.id: one.fingerprint for one in asked(reworded)}
    later = {one.id: one.fingerprint for one in asked(policy, AT + 7 * DAY)}
    assert {key: prints[key] for key in prints.keys() & later.keys()} == {
        key: later[key] for key in prints.keys() & later.keys()
    }


def test_a_policy_without_hours_is_asked_nothing_about_time() -> None:
    policy = read("Anyone may refund up to $50 per case.\nThe owner decides above that.\n").policy
    assert [one for one in lessons(policy, None, at=AT) if one.kind is LessonKind.DUE] == []


def test_questions_and_choices_hold_no_slug(policy: Policy) -> None:
    text = "\n".join(
        part for lesson in asked(policy) for part in (lesson.question, *lesson.choices)
    )
    assert re.findall(r"\b\w+_\w+\b", text) == []
