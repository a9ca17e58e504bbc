from datetime import date

import pytest

from goodword_web.lessons import actions, queries
from goodword_web.lessons.errors import UnknownChoiceError, UnknownLessonError
from goodword_web.lessons.models import Attempt
from goodword_web.people.actions import add_person
from goodword_web.people.models import Access, LogEntry, Person
from goodword_web.policies.actions import import_first_version, publish_version, save_draft

DAY = 86_400
START = 1_788_213_600  # 1 September 2026, 8:00 in Melbourne


def a_person(name: str) -> Person:
    return add_person(
        actor=None,
        email=f"{name}@riverside-physio.example",
        name=name,
        access=Access.MEMBER,
        role="receptionist",
        joined_on=date(2025, 1, 6),
        password=None,
        at=START,
    )


@pytest.fixture
def mia(db: None, riverside_text: str) -> Person:  # noqa: ARG001 - rows may be written
    import_first_version(text=riverside_text, at=START)
    return a_person("mia")


def test_the_key_of_a_lesson_comes_from_the_policy(mia: Person) -> None:
    lesson = queries.lessons(START)[0]
    for choice in range(len(lesson.choices)):
        attempt, _ = actions.answer_lesson(
            actor=mia, lesson_id=lesson.id, choice=choice, at=START + choice
        )
        assert attempt.right == (choice == lesson.key)


def test_what_was_never_tried_comes_first_then_what_was_wrong(mia: Person) -> None:
    lessons = queries.lessons(START)
    for number, lesson in enumerate(lessons):
        wrong = (lesson.key + 1) % len(lesson.choices)
        choice = wrong if number == 2 else lesson.key
        if number:
            actions.answer_lesson(actor=mia, lesson_id=lesson.id, choice=choice, at=START + number)
    first = queries.next_for(mia, START + 3600)
    assert first == lessons[0]
    actions.answer_lesson(actor=mia, lesson_id=lessons[0].id, choice=lessons[0].key, at=START + 999)
    assert queries.next_for(mia, START + 3600) == lessons[2]


def test_progress_is_ones_own(mia: Person) -> None:
    joel = a_person("joel")
    lesson = queries.lessons(START)[0]
    actions.answer_lesson(actor=mia, lesson_id=lesson.id, choice=lesson.key, at=START)
    assert (queries.progress_of(mia, START).right, queries.progress_of(joel, START).right) == (1, 0)
    assert queries.own_attempts(joel) == ()


def test_what_was_learnt_before_a_change_does_not_count_for_the_new_clause(
    mia: Person, riverside_text: str
) -> None:
    for number, lesson in enumerate(queries.lessons(START)):
        actions.answer_lesson(actor=mia, lesson_id=lesson.id, choice=lesson.key, at=START + number)
    before = queries.progress_of(mia, START + DAY)
    text = riverside_text.replace("up to $2,000 per case", "up to $1,500 per case")
    save_draft(actor=None, text=text, at=START + DAY)
    publish_version(actor=None, at=START + DAY)
    after = queries.progress_of(mia, START + DAY)
    assert before.left == 0
    assert after.left > 0


def test_the_log_says_that_somebody_practised_and_never_how_well(mia: Person) -> None:
    lesson = queries.lessons(START)[0]
    actions.answer_lesson(actor=mia, lesson_id=lesson.id, choice=lesson.key, at=START)
    entry = LogEntry.objects.get(action="answer_lesson")
    assert entry.facts == {}


def test_a_question_or_a_choice_that_is_not_there_is_refused(mia: Person) -> None:
    with pytest.raises(UnknownLessonError):
        actions.answer_lesson(actor=mia, lesson_id="nothing", choice=0, at=START)
    with pytest.raises(UnknownChoiceError):
        actions.answer_lesson(
            actor=mia, lesson_id=queries.lessons(START)[0].id, choice=99, at=START
        )
    assert not Attempt.objects.exists()


def test_how_many_practised_is_a_count_without_names(mia: Person) -> None:
    lesson = queries.lessons(START)[0]
    for _ in range(2):
        actions.answer_lesson(actor=mia, lesson_id=lesson.id, choice=0, at=START)
    assert queries.practised_since(START - 1, START) == 1
