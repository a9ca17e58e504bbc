"""Torn and shuffled sentences: no rule is made of them, or one that is said back as it was read."""

from functools import cache
from pathlib import Path

import pytest

from goodword.document.echo import echo
from goodword.document.read import read, read_sentence
from goodword.document.torn import is_torn
from goodword.policy.authority import Precondition
from goodword.policy.definition import HoursClause, PartHours, RoleClause
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.situation import HouseRule

POLICY = Path(__file__).parents[2] / "examples" / "riverside" / "policy.md"


@cache
def policy() -> Policy:
    """Return the policy that sentences are read in."""
    return read(POLICY.read_text(encoding="utf-8")).policy


@pytest.mark.parametrize(
    "text",
    [
        "We read the whole ticket before we write a word.",
        "Before writing a word, read the whole ticket.",
        "We tell the customer before we carry out the work.",
        "We check the meter before we end the supply.",
        "When a patient is harmed, the senior part is told within 1 hour.",
        "When the support lead is away, he head of support takes over.",
        "When the manager is away, tell the director.",
        "The owner may refund once per case.",
        "has be Everyone this once things: never Your for.",
        (
            "Practitioners may give a free visit worth $90 once per client in 90 daysand i "
            "practice manager may refund up to $300 per case."
        ),
        "--- team cannot 3 This { 3 E",
        "If you are unhappy with our answer, you can ask the owner fo  a second look.",
        "If a parcel is late or lost,te or lost, we reply within 1 working day.",
        "If a parcel is late or a parcel is lost or a parcel is damaged, we reply within 1 day.",
        "If a parcel is late and it is paid and it is urgent, we reply within 1 working day.",
    ],
)
def test_what_is_said_back_reads_back(text: str) -> None:
    for clause in read_sentence(text, policy()):
        assert clause in read_sentence(echo(clause, policy()), policy())


@pytest.mark.parametrize(
    "text",
    [
        "know. j the is Thursday. a P late, Tell hurts. limit. to. manager.",
        "24:00 hour 7 it the j",
        "general may while",
        "access may leader.",
        "British may within journalist",
        "f may Y é without",
    ],
)
def test_no_rule_is_made_of_torn_words(text: str) -> None:
    assert read_sentence(text, policy()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We reply within 2 hrs. on weekdays and 4 hrs. on weekends.",
        "30 min: shift lead. 2 h: operations manager. 8 h: director.",
        "Call us from 8 a.m. to 6 p.m. on working days.",
        "We reply within approx. two days and max. four days.",
        "We answer within 2 days. We mean it.",
    ],
)
def test_what_is_shortened_is_not_torn(text: str) -> None:
    assert not is_torn(text)


def test_two_sentences_run_together_send_no_survey() -> None:
    text = (
        "We never send a survey during a complaint or a bereavementi Our patient group meets "
        "four times a year and reads these promises with us."
    )
    assert all(isinstance(one, HouseRule) for one in read_sentence(text, policy()))


def test_a_deed_that_comes_before_is_read_in_either_order() -> None:
    said = "Before writing a word, read the whole ticket."
    (first,) = read_sentence("We read the whole ticket before we write a word.", policy())
    (second,) = read_sentence(said, policy())

    assert isinstance(first, Precondition)
    assert isinstance(second, Precondition)
    assert (first.action, first.do) == (second.action, second.do)


def test_who_is_told_when_somebody_is_away_is_told() -> None:
    (told,) = read_sentence("When the manager is away, tell the director.", policy())

    assert isinstance(told, Escalation)
    assert (told.to, told.event) == ("director", "manager_is_away")


def test_a_comma_too_many_leaves_who_takes_over() -> None:
    text = "When the practice owner is away,, the practice manager takes over."
    (deputy,) = read_sentence(text, policy())

    assert isinstance(deputy, RoleClause)
    assert (deputy.role, deputy.deputy) == ("practice_owner", "practice_manager")


def test_openinghours_in_one_word_are_the_houses_own() -> None:
    text = "# Shop\n\n## When we are open\n\nOur openinghours are Monday to Friday, 8am to 6pm.\n"
    clauses = read(text).policy.clauses

    assert not any(isinstance(one, PartHours) for one in clauses)
    assert any(isinstance(one, HoursClause) for one in clauses)


def test_whom_we_serve_is_a_few_words() -> None:
    text = (
        "We are Ott, and we call the people we serve customiority 2 problem is reported on october"
    )
    assert read(f"# Ott\n\n{text}\n").policy.serves == "customer"
