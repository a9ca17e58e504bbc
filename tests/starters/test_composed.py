"""A policy from any answers: clean, and with nobody in it who is not there."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.checks.run import check
from goodword.document.read import read
from goodword.example.examples import run_examples
from goodword.policy.clause import Strength
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.promise import Metric, Promise
from goodword.policy.quantity import Counting, Duration, Unit
from goodword.policy.situation import Situation, StepKind
from goodword.problem import Severity
from goodword.starters.compose import compose
from goodword.starters.question import QUESTIONS, Answers

AT = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
SECTORS = (
    "a physio clinic",
    "a dentist",
    "a shop",
    "software",
    "a restaurant",
    "a council",
    "a trade of one person",
    "a bank",
    "a circus",
)
SIZES = ("1", "3", "12")
ANSWERS: dict[str, str] = {one.name: one.example for one in QUESTIONS}


def grave(text: str) -> list[tuple[str, str]]:
    return [
        (one.code, text[one.span.start : one.span.end] if one.span else one.message)
        for one in check(read(text), at=AT)
        if one.severity in {Severity.ERROR, Severity.WARNING}
    ]


def policy(answers: Answers) -> Policy:
    return read(compose(answers, at=AT)).policy


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("sector", SECTORS)
def test_a_policy_of_any_sector_and_size_is_clean_with_all_else_skipped(
    sector: str, size: str
) -> None:
    assert grave(compose({"sector": sector, "size": size}, at=AT)) == []


def test_a_policy_is_clean_when_nothing_was_answered_and_when_everything_was() -> None:
    assert grave(compose({}, at=AT)) == []
    assert grave(compose(ANSWERS, at=AT)) == []


CHOICES = st.fixed_dictionaries(
    {
        "name": st.sampled_from((None, "Willow & Sons", "Café Zoë", "42nd Street")),
        "sector": st.sampled_from((None, *SECTORS)),
        "mission": st.sampled_from((None, "We want people to sleep well")),
        "excellence": st.sampled_from((None, "Excellent means that nobody has to ask twice.")),
        "needs": st.sampled_from((None, "fair prices and a friendly word")),
        "channels": st.sampled_from(
            (None, "Phone: 01632 960111", "Chat: a.example/chat; Letter: 4 High Street, Town")
        ),
        "hours": st.sampled_from((None, "Monday to Sunday, 7am to 11pm", "Wednesday, 9am to 1pm")),
        "reply": st.sampled_from((None, "4 hours", "2 to 3 days", "one week", "half an hour")),
        "resolve": st.sampled_from(
            (None, "1 working day", "2 days", "8 hours", "4 weeks", "1 month", "30 minutes")
        ),
        "situations": st.sampled_from(
            (None, "all", "none", "1, 2", "3; also: it rains inside; a cat moves in")
        ),
        "amount": st.sampled_from((None, "nothing", "49.50", "1000")),
        "size": st.sampled_from((None, "just me", "2", "40", "5000")),
        "lead": st.sampled_from((None, "me", "the floor manager", "head of care")),
        "place": st.sampled_from((None, "Scotland", "Victoria, Australia", "Japan", "Spain")),
        "start": st.sampled_from((None, "1 March 2027")),
    }
)


@settings(max_examples=12, deadline=None)
@given(CHOICES)
def test_a_policy_from_any_answers_is_clean_and_its_examples_hold(answers: Answers) -> None:
    text = compose(answers, at=AT)
    assert grave(text) == []
    assert [one.text for one in run_examples(read(text)) if not one.passed] == []


@pytest.mark.parametrize("sector", SECTORS)
def test_whoever_works_alone_is_told_to_tell_nobody(sector: str) -> None:
    alone = policy({"sector": sector, "size": "1"})
    assert [role.slug for role in alone.roles] == ["owner"]
    # What is left is the customer's own way to somebody outside.
    told = [one.to for one in alone.of_kind(Escalation) if one.strength is not Strength.MAY]
    assert told == []
    to_others = {StepKind.TELL, StepKind.HAND_OVER}
    steps = [step for one in alone.of_kind(Situation) for step in one.steps]
    assert [step.words for step in steps if step.kind in to_others] == []


def test_whoever_works_alone_asks_their_adviser() -> None:
    text = compose({"size": "1", "lead": "the bakers' association"}, at=AT)
    assert "A second opinion comes from the bakers' association." in text
    assert "manager" not in text.lower()


@pytest.mark.parametrize("sector", SECTORS)
def test_nobody_is_named_who_has_no_role(sector: str) -> None:
    many = policy({"sector": sector, "size": "20", "lead": "the floor manager"})
    assert {"owner", "floor_manager"} <= {role.slug for role in many.roles}
    named = {
        step.role for one in many.of_kind(Situation) for step in one.steps if step.role is not None
    }
    assert named <= {role.slug for role in many.roles}


def test_the_answers_stand_in_the_policy() -> None:
    text = compose(ANSWERS, at=AT)
    assert text.startswith("# Willow Street Bakery: how we look after people\n\nWe want everybody")
    assert "- Phone: 01632 960111" in text
    assert "We reply to 90% of emails within 1 working day." in text
    assert "## When somebody brings a dog" in text
    assert "Anyone may refund up to $50 per case." in text
    assert "In an emergency, call 000." in text
    assert "This policy applies from 1 March 2027." in text


def test_a_complaint_is_acknowledged_before_it_is_answered() -> None:
    for resolve in ("30 minutes", "8 hours", "1 working day", "2 weeks"):
        made = policy({"resolve": resolve}).of_kind(Promise)
        limits = {one.metric: one.limit for one in made if one.subject == "complaint"}
        first, last = limits[Metric.ACKNOWLEDGE], limits[Metric.RESOLUTION]
        assert _seconds(first) <= _seconds(last)


def _seconds(limit: object) -> int:
    assert isinstance(limit, Duration)
    if limit.is_exact:
        return limit.seconds
    a_day = 8 * 3600 if limit.counting is Counting.WORKING else 86_400
    return limit.amount * a_day * {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}[limit.unit]


def test_the_same_answers_make_the_same_policy() -> None:
    assert compose(ANSWERS, at=AT) == compose(dict(ANSWERS), at=AT)
