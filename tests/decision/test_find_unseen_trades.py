"""Questions about trades for which no list of words was made; no single answer is shown."""

import json
from functools import cache
from pathlib import Path

import pytest

from goodword.decision.ask import ask
from goodword.decision.concept import concepts_in
from goodword.decision.find import MARKS, OWN_WAYS, find, index_of
from goodword.decision.likeness import WAYS, Likeness
from goodword.decision.nearness import between, less, near, parts, together, vector
from goodword.document.read import read
from goodword.language.pack import ENGLISH
from goodword.language.stem import stem
from goodword.policy.policy import Policy
from goodword.policy.situation import Situation
from tests.decision.built_policy import NOON

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "riverside" / "policy.md"
RIVERSIDE = read(EXAMPLE.read_text(encoding="utf-8")).policy


@cache
def policy(name: str) -> Policy:
    return read((HERE / "policies" / f"{name}.md").read_text(encoding="utf-8")).policy


def shares(file: str) -> tuple[float, float]:
    lines = [json.loads(line) for line in (HERE / file).read_text(encoding="utf-8").splitlines()]
    first = three = many = 0
    for one in lines:
        if one["expected"] is None:
            continue
        found = [
            match.situation.name.casefold() for match in find(policy(one["policy"]), one["words"])
        ]
        right = [one["expected"] in name for name in found[:3]]
        many += 1
        first += right[:1] == [True]
        three += any(right)
    return first / many, three / many


@pytest.mark.parametrize(
    ("file", "first", "three"),
    [
        ("situations_unseen.jsonl", 0.8, 0.9),
        ("situations_unseen_held_out.jsonl", 0.7, 0.83),
        ("situations_last_held_out.jsonl", 0.5, 0.75),
        ("situations_nine_trades.jsonl", 0.7, 0.85),
        ("situations_sixteen_trades.jsonl", 0.7, 0.85),
    ],
)
def test_questions_about_other_trades_find_their_situation(
    file: str, first: float, three: float
) -> None:
    got_first, got_three = shares(file)
    assert got_first >= first
    assert got_three >= three


def test_every_weight_that_was_learnt_is_used() -> None:
    assert tuple(ENGLISH.words("find_weights.fit")) == (*OWN_WAYS, *WAYS)
    assert tuple(ENGLISH.words("find_weights.covered")) == MARKS


def test_a_turn_of_speech_brings_up_a_concept() -> None:
    told = concepts_in(tuple(map(stem, ("he", "will", "not", "be", "there"))))
    assert "not attend" in told


def test_one_word_may_stand_between_the_words_of_an_expression() -> None:
    assert "not attend" in concepts_in(tuple(map(stem, ("not", "quite", "make", "it"))))
    assert "not attend" not in concepts_in(tuple(map(stem, ("make", "it", "not"))))


def test_what_is_left_of_a_turn_of_speech_brings_up_nothing_alone() -> None:
    assert "death" in concepts_in(("lost", "my"))
    assert "death" not in concepts_in(("lost",))


def test_words_stand_in_a_field_of_everyday_life() -> None:
    assert "alcohol (field)" in concepts_in(tuple(map(stem, ("all", "hammered"))))
    assert "faint (field)" in concepts_in(tuple(map(stem, ("white", "as", "a", "sheet"))))
    assert not any("(field)" in name for name in concepts_in(("qwxyz",)))


def test_a_word_of_common_english_is_no_misspelling() -> None:
    index = index_of(policy("tattoo"))
    assert index.told("the stuff is weeping").stems[0] == "stuff"
    assert index.told("we scrap it").stems == ("scrap",)


def test_a_misspelt_word_of_everyday_life_is_mended() -> None:
    assert index_of(policy("tattoo")).told("she feels dizzzy").stems[-1] == stem("dizzy")


@pytest.mark.parametrize(
    ("one", "other"), [("early", "ear"), ("note", "not"), ("plane", "plan"), ("apply", "app")]
)
def test_words_of_other_meaning_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_what_all_situations_share_says_nothing() -> None:
    assert less(between([(1.0, 0.0), (0.0, 1.0), ()]), (0.5, 0.5)) == (0.0, 0.0)
    assert less((), (1.0, 0.0)) == ()
    assert between([]) == ()


def test_words_of_like_meaning_stand_near_each_other() -> None:
    violin, cello, lorry = (vector(stem(word)) for word in ("violin", "cello", "lorry"))
    assert violin is not None
    assert cello is not None
    assert lorry is not None
    assert near(violin, cello) > 0.6 > near(violin, lorry)
    assert near(violin, violin) == pytest.approx(1)


def test_unknown_words_stand_nowhere() -> None:
    assert vector("qwxyz") is None
    assert together(("qwxyz",)) == ()
    assert near((), together(("violin",))) == 0


def test_an_unknown_compound_is_read_by_its_parts() -> None:
    assert parts("coffeepot") == ("coffe", "pot")
    assert parts("qwxyz") == ("qwxyz",)


def test_a_policy_without_situations_is_like_nothing() -> None:
    assert Likeness(()).of(("refund",)) == ()


def test_what_no_situation_speaks_of_is_unmet() -> None:
    likeness = Likeness(
        (Situation(id="s", name="a violin is broken", phrases=("a string snapped",)),)
    )
    assert likeness.unmet(("bow", "broken")) < likeness.unmet(("parking", "park"))


@pytest.mark.parametrize(
    "words",
    [
        "a man was run over in the yard",
        "somebody fell under the wheels of a van",
        "there is smoke coming from a box",
    ],
)
def test_a_word_with_a_particle_is_an_emergency(words: str) -> None:
    assert find(policy("depot"), words)[0].situation.emergency


def test_a_word_without_its_particle_is_no_emergency() -> None:
    found = find(policy("depot"), "your van runs late every day")
    assert not any(match.situation.emergency for match in found)


def test_an_emergency_told_by_its_one_telling_word_stands_first() -> None:
    assert find(policy("gym"), "a lady collapsed by the pool")[0].situation.emergency


def test_what_happened_gets_the_first_thing_to_do_and_a_question_for_leave_its_answer() -> None:
    told = ask(RIVERSIDE, "client says he slipped outside and wants his money back", at=NOON)
    assert told.summary == "Listen to the end, and thank them for telling us."
    assert ask(RIVERSIDE, "bad review on google, what now", at=NOON).summary == (
        "Tell the practice manager."
    )
    asked = ask(RIVERSIDE, "may I refund 150 dollars", at=NOON).summary
    assert asked.startswith("Allowed for the practice manager")
