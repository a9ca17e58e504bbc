"""Every ready-made policy is complete, clean, shown by examples, and found by plain words."""

import re
from datetime import UTC, datetime
from functools import cache

import pytest

from goodword.checks.run import check
from goodword.decision.find import find
from goodword.document.read import read
from goodword.document.reading import Reading, SentenceState
from goodword.document.write import write
from goodword.errors import UnknownNameError
from goodword.example.examples import run_examples
from goodword.example.illustrate import illustrate
from goodword.policy.definition import EffectiveClause
from goodword.policy.duty import Escalation
from goodword.policy.goal import ShortStaffed
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation
from goodword.problem import Severity
from goodword.starters import starter, starters

NAMES = [one.name for one in starters()]
AT = int(datetime(2026, 11, 22, tzinfo=UTC).timestamp())
every_starter = pytest.mark.parametrize("name", NAMES)


@cache
def reading(name: str) -> Reading:
    return read(starter(name), path=f"{name}.md")


def test_there_is_one_for_each_of_the_eight_sectors() -> None:
    assert NAMES == ["clinic", "practice", "shop", "software", "hotel", "council", "solo", "bank"]


def test_another_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError) as refused:
        starter("zoo")
    assert "clinic, practice, shop" in refused.value.hint


@every_starter
def test_a_starter_has_no_error_and_no_warning(name: str) -> None:
    grave = [
        (one.code, one.span and one.span.of(starter(name)))
        for one in check(reading(name), at=AT)
        if one.severity in {Severity.ERROR, Severity.WARNING}
    ]
    assert grave == []


@every_starter
def test_no_sentence_of_a_starter_is_almost_live(name: str) -> None:
    almost = [one.text for one in reading(name).sentences if one.state is SentenceState.ALMOST]
    assert almost == []


@every_starter
def test_a_starter_says_which_laws_it_is_checked_against_where_there_are_some(name: str) -> None:
    # For hotels in New Zealand there is no pack.
    assert ("is checked against:" in starter(name)) is (name != "hotel")


@every_starter
def test_all_examples_of_a_starter_hold(name: str) -> None:
    told = run_examples(reading(name))
    assert [(one.text, one.message) for one in told if not one.passed] == []


@every_starter
def test_every_live_clause_that_comes_to_something_is_touched_by_an_example(name: str) -> None:
    policy = reading(name).policy
    touched = {one for told in run_examples(reading(name)) for one in told.clause_ids}
    shown = [one for one in policy.clauses if illustrate(one, policy, None, at=AT) is not None]
    untouched = [
        one.id for one in shown if one.id not in touched and not isinstance(one, EffectiveClause)
    ]
    # A way that is the customer's own to go, at any time.
    own = {one.id for one in policy.of_kind(Escalation) if "second look" in one.text}
    assert sorted(set(untouched) - own) == []


@every_starter
def test_a_starter_is_read_back_as_it_was_written(name: str) -> None:
    policy = reading(name).policy
    assert read(write(policy)).policy == policy


def _likeliest(policy: Policy, phrase: str) -> str | None:
    """Return the situation that the words find, beside an emergency that they may be as well."""
    found = (one.situation for one in find(policy, phrase))
    return next((one.id for one in found if not one.emergency), None)


@every_starter
def test_each_situation_is_found_by_every_phrase_that_people_say(name: str) -> None:
    policy = reading(name).policy
    lost = [
        (one.name, phrase)
        for one in policy.of_kind(Situation)
        for phrase in one.phrases
        if _likeliest(policy, phrase) != one.id
    ]
    assert lost == []


@every_starter
def test_each_situation_has_phrases_and_steps(name: str) -> None:
    for one in reading(name).policy.of_kind(Situation):
        if isinstance(one, ShortStaffed):
            continue  # one sentence, without words that customers say
        if len(one.steps) == 1 and one.steps[0].words[1:-1] in one.text:
            continue  # a moment and its step in one sentence
        assert len(one.phrases) >= 2
        assert len(one.steps) >= 3


@every_starter
def test_a_starter_speaks_of_what_its_sector_meets(name: str) -> None:
    situations = reading(name).policy.of_kind(Situation)
    assert len(situations) >= (5 if name == "solo" else 9)


@every_starter
def test_nothing_in_a_starter_is_left_to_be_filled_in(name: str) -> None:
    assert re.findall(r"\[[^\]]*\]|\{\{|\bTB[CDA]\b|TODO|[Ll]orem|XX", starter(name)) == []


@every_starter
def test_the_mission_stands_first_in_at_most_two_sentences(name: str) -> None:
    paragraphs = starter(name).split("\n\n")
    assert paragraphs[0].startswith("# ")
    assert 1 <= len(re.findall(r"[.!?](?:\s|$)", paragraphs[1])) <= 2


def test_no_two_starters_share_a_name_a_country_with_its_sector_or_an_address() -> None:
    titles = {one.title for one in starters()}
    assert len(titles) == len(NAMES)
    addresses = [re.findall(r"[\w.-]+@[\w.-]+", starter(name)) for name in NAMES]
    assert len({one for found in addresses for one in found}) == sum(map(len, addresses))


def test_a_shop_of_one_person_tells_nobody_and_names_one_role_at_most() -> None:
    policy = reading("solo").policy
    assert policy.of_kind(Escalation) == ()
    assert len(policy.roles) <= 1
    assert len(starter("solo").splitlines()) < 200
