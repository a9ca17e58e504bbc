"""Plain-words questions over the Riverside policy; a third of them was kept out of tuning."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from goodword.decision.find import find
from goodword.decision.spelling import Spelling, distance
from goodword.document.read import read
from goodword.policy.clause import Clause
from goodword.policy.policy import Policy
from goodword.policy.situation import EmergencyWords, Situation, Step, StepKind
from tests.decision.built_policy import policy_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIVERSIDE = read((ROOT / "examples/riverside/policy.md").read_text(encoding="utf-8")).policy
NAMED_BY = {
    "unhappy with a visit": "unhappy-visit",
    "missed or cancelled": "missed",
    "clinical advice": "advice",
    "urgent appointment": "urgent",
    "online review": "review",
    "behaviour becomes": "behaviour",
    "emergency": "emergency",
}


@dataclass(frozen=True)
class Question:
    words: str
    situation: str | None
    held_out: bool


def questions() -> Iterator[Question]:
    for line in (HERE / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        yield Question(**json.loads(line))


def found_by(words: str) -> list[str]:
    names = [match.situation.name.casefold() for match in find(RIVERSIDE, words)]
    return [next(NAMED_BY[part] for part in NAMED_BY if part in name) for name in names]


@pytest.mark.parametrize("kept", ["for tuning", "held out"])
def test_plain_words_find_the_situation(kept: str, capsys: pytest.CaptureFixture[str]) -> None:
    mine = [one for one in questions() if one.held_out is (kept == "held out")]
    asked = [one for one in mine if one.situation]
    nothing = [one for one in mine if not one.situation]
    answers = {one.words: found_by(one.words) for one in (*asked, *nothing)}
    first = sum(answers[one.words][:1] == [one.situation] for one in asked)
    three = sum(one.situation in answers[one.words][:3] for one in asked)
    quiet = sum(not answers[one.words] for one in nothing)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{kept}: right first {first}/{len(asked)}, among three {three}/{len(asked)}, "
            f"nothing where nothing is {quiet}/{len(nothing)}\n"
        )
    assert first >= 0.9 * len(asked)
    assert three >= 0.95 * len(asked)
    assert quiet >= 0.85 * len(nothing)


def test_a_third_of_the_questions_was_held_out() -> None:
    held = [one.held_out for one in questions()]
    assert len(held) >= 60
    assert sum(held) * 3 >= len(held)


def test_the_founding_question_finds_its_situation() -> None:
    match = find(RIVERSIDE, "unhappy with last visit, wants money back")[0]
    assert "unhappy with a visit" in match.situation.name
    assert match.score > 0.8


def test_an_emergency_stands_first_whatever_else_is_told() -> None:
    assert found_by("wants a refund, has a pain in his chest")[:2] == [
        "emergency",
        "unhappy-visit",
    ]


def test_emergency_words_only_ever_add_urgency() -> None:
    without = [one for one in found_by("wants a refund") if one != "emergency"]
    added = [one for one in found_by("wants a refund, chest pain") if one != "emergency"]
    assert without[0] == added[0]


def test_an_emergency_tells_what_to_do() -> None:
    match = find(RIVERSIDE, "chest pain")[0]
    assert match.situation.emergency
    assert "000" in match.situation.steps[0].words


def test_misspelled_words_are_understood() -> None:
    assert found_by("wants a refnud")[0] == "unhappy-visit"
    assert found_by("chest pian")[0] == "emergency"


def test_what_no_clause_covers_returns_nothing() -> None:
    assert find(RIVERSIDE, "where can I park my car") == ()
    assert find(RIVERSIDE, "") == ()
    assert find(RIVERSIDE, "\0\ud800 ???") == ()


def test_a_policy_without_situations_returns_nothing() -> None:
    assert find(policy_of(), "wants a refund") == ()


def test_the_same_words_find_the_same_things() -> None:
    words = "bad review on google"
    assert find(RIVERSIDE, words) == find(RIVERSIDE, words)


def test_equal_policies_in_other_words_are_not_confused() -> None:
    def built(phrase: str) -> Policy:
        return policy_of(Situation(id="s", name="a lost key", phrases=(phrase,)))

    assert find(built("cannot find my key"), "umbrella") == ()
    assert find(built("umbrella"), "umbrella")[0].situation.id == "s"


def test_one_situation_of_five_hundred_is_found_by_its_number() -> None:
    clauses: list[Clause] = [
        Situation(
            id=f"s{number}",
            name=f"a customer asks about product {number} of kind {number % 17}",
            phrases=(f"where is my parcel {number}", f"the box {number} arrived broken"),
            steps=tuple(Step(StepKind.DO, f"Look at shelf {number} and row {n}") for n in range(5)),
        )
        for number in range(500)
    ]
    clauses.append(EmergencyWords(id="e", words=("chest pain", "fire"), instruction="Call 000"))
    policy = policy_of(*clauses)
    words = "the customer says that parcel 321 arrived brokn and he wants his money back"
    assert find(policy, words)[0].situation.id == "s321"


def test_a_misspelling_is_one_edit_away() -> None:
    spelling = Spelling(["refund", "appointment", "visit"])
    assert [spelling.mend(word) for word in ("refnud", "refun", "refundd", "rent", "vizit")] == [
        "refund",
        "refund",
        "refund",
        "rent",
        "visit",
    ]
    assert distance("ab", "ba") == 1
    assert distance("", "abc") == 3
