"""The conversation that leads to a policy: what is asked, how answers are taken."""

import pytest

from goodword.starters.conversation import answered, put
from goodword.starters.question import QUESTIONS, Answers, Question, Step, next_question

BEFORE: Answers = {one.name: None for one in QUESTIONS}


def question(name: str) -> Question:
    return next(one for one in QUESTIONS if one.name == name)


def said(name: str, text: str, answers: Answers | None = None) -> str:
    return answered(question(name), text, answers or {}).say


def kept(name: str, text: str, answers: Answers | None = None) -> bool:
    return name in answered(question(name), text, answers or {}).answers


def test_there_are_at_most_fifteen_questions_in_the_order_of_the_five_steps() -> None:
    assert len(QUESTIONS) <= 15
    steps = [one.step for one in QUESTIONS]
    assert steps == sorted(steps, key=lambda one: one.number)
    assert set(steps) == set(Step)


def test_mission_comes_before_excellence_and_excellence_before_the_ways_to_reach_us() -> None:
    names = [one.name for one in QUESTIONS]
    assert names.index("mission") < names.index("excellence") < names.index("channels")


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.name)
def test_each_question_says_why_and_gives_an_example_that_is_taken(one: Question) -> None:
    shown = put(one, {})
    assert "Why we ask: " in shown
    assert f"For example: {one.example}" in shown
    turn = answered(one, one.example, {})
    assert turn.answers == {one.name: one.example}


def test_the_conversation_ends_when_all_is_answered_or_skipped() -> None:
    assert next_question({}) is QUESTIONS[0]
    assert next_question(BEFORE) is None


@pytest.mark.parametrize("word", ["", "skip", "Skip for now", "later"])
def test_any_question_can_be_skipped_for_now(word: str) -> None:
    turn = answered(question("hours"), word, {})
    assert turn.answers == {"hours": None}
    assert "list" in turn.say


def test_back_opens_the_question_before() -> None:
    answers = {"name": "Willow", "sector": "a shop"}
    assert answered(question("mission"), "back", answers).answers == {"name": "Willow"}
    assert answered(question("name"), "back", {}).answers == {}


def test_stop_stops_and_keeps_what_was_said() -> None:
    turn = answered(question("mission"), "stop", {"name": "Willow"})
    assert (turn.stopped, turn.answers) == (True, {"name": "Willow"})


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("4 hours", "4 working hours"),
        ("within two working days", ""),
        ("2 to 3 days", "longer end"),
        ("the next working day", ""),
        ("half an hour", "working"),
        ("a week", ""),
    ],
)
def test_times_are_taken_as_people_write_them(time: str, words: str) -> None:
    turn = answered(question("reply"), time, {})
    assert turn.answers == {"reply": time}
    assert words in turn.say


@pytest.mark.parametrize("time", ["quickly", "soon", "banana", "as soon as possible", "400 years"])
def test_a_time_that_cannot_be_counted_is_asked_for_again(time: str) -> None:
    turn = answered(question("reply"), time, {})
    assert turn.answers == {}
    assert turn.say


def test_a_wish_that_makes_a_rule_is_asked_for_as_a_wish() -> None:
    assert "rule" in said("mission", "We reply to every email within 4 hours.")
    assert not kept("mission", "We reply to everybody quickly.")
    assert kept("mission", "We want people to sleep well")


def test_three_sentences_are_too_many_for_a_mission() -> None:
    assert "Two sentences" in said("mission", "We care. We bake. We smile at everybody.")


def test_ways_to_reach_us_need_a_number_or_an_address() -> None:
    assert "number or address" in said("channels", "phone and email")
    assert kept("channels", "Phone: 01632 960111; Email: a@b.example")
    assert "Pigeon" in said("channels", "Pigeon: the roof; Email: a@b.example")


def test_hours_that_cannot_be_read_are_asked_for_again() -> None:
    assert "Monday to Friday" in said("hours", "whenever I feel like it")
    assert kept("hours", "Tuesday to Saturday, 10am to 7pm")


@pytest.mark.parametrize("sum_", ["50", "£50", "fifty", "49.50", "nothing", "$1,000"])
def test_sums_are_taken_as_people_write_them(sum_: str) -> None:
    assert kept("amount", sum_)


@pytest.mark.parametrize("sum_", ["a bit", "-5", "20 or 30", "1000000000"])
def test_a_sum_that_is_none_is_asked_for_again(sum_: str) -> None:
    assert not kept("amount", sum_)


@pytest.mark.parametrize(
    ("size", "alone"), [("1", True), ("just me", True), ("six", False), ("about 12", False)]
)
def test_somebody_alone_is_never_asked_for_a_lead(size: str, alone: bool) -> None:  # noqa: FBT001
    answers = answered(question("size"), size, {}).answers
    shown = put(question("lead"), answers)
    assert ("second opinion" in shown) is alone
    assert ("Who decides" in shown) is not alone


@pytest.mark.parametrize("size", ["0", "-3", "many", "2.5", "a few"])
def test_a_number_of_people_that_is_none_is_asked_for_again(size: str) -> None:
    assert not kept("size", size)


def test_a_role_is_taken_as_a_job() -> None:
    assert kept("lead", "The shop manager", {"size": "6"})
    assert kept("lead", "me", {"size": "6"})
    assert not kept("lead", "it depends, really", {"size": "6"})
    assert "say what Maria is" in said("lead", "Maria", {"size": "6"})


def test_places_are_known_or_asked_for_again() -> None:
    assert kept("place", "Victoria, Australia")
    assert kept("place", "Ireland")
    assert "Atlantis" in said("place", "Atlantis")
    assert "time zone" in said("place", "the United States")


def test_days_need_their_year() -> None:
    assert kept("start", "from 1 March 2027")
    assert "with its year" in said("start", "soon")


def test_moments_are_chosen_by_number_and_added_in_words() -> None:
    answers: Answers = {"sector": "a shop"}
    assert kept("situations", "all", answers)
    assert kept("situations", "1, 3 and also: somebody brings a dog", answers)
    assert "There is no number 99" in said("situations", "99", answers)
    assert "Give numbers" in said("situations", "maybe", answers)
