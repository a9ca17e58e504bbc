"""Everything that writes attempts. Instants are UTC seconds."""

from django.db import transaction

from goodword.lesson.lesson import Lesson
from goodword_web.lessons import queries
from goodword_web.lessons.errors import UnknownChoiceError, UnknownLessonError
from goodword_web.lessons.models import Attempt
from goodword_web.people.actions import record
from goodword_web.people.models import Person


@transaction.atomic
def answer_lesson(*, actor: Person, lesson_id: str, choice: int, at: int) -> tuple[Attempt, Lesson]:
    """The person's answer stands, with whether it was right; the key comes from the policy.

    `choice` is its place among `lesson.choices`. The log says that somebody practised, never how
    well. Raises UnknownLessonError, UnknownChoiceError.
    """
    lesson = queries.lesson(lesson_id, at)
    if lesson is None:
        raise UnknownLessonError
    if not 0 <= choice < len(lesson.choices):
        raise UnknownChoiceError
    attempt = Attempt.objects.create(
        person=actor,
        lesson_id=lesson.id,
        clause_id=lesson.clause_id,
        fingerprint=lesson.fingerprint,
        choice=lesson.choices[choice][:200],
        right=choice == lesson.key,
        at=at,
    )
    record(actor=actor, action="answer_lesson", subject=f"lesson:{lesson.id}"[:200], at=at)
    return attempt, lesson
