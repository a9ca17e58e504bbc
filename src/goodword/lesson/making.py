"""How a question becomes a lesson: distinct choices, a fixed order, a fingerprint."""

from collections.abc import Iterable
from dataclasses import fields
from hashlib import sha256

from goodword.lesson.lesson import Lesson, LessonKind
from goodword.policy.clause import Clause

MOST_CHOICES = 4
FEWEST_CHOICES = 2


def made(
    clause: Clause,
    kind: LessonKind,
    question: str,
    answer: str,
    others: Iterable[str],
    *,
    about: str = "",
    order: tuple[str, ...] | None = None,
    depends_on: str = "",
) -> Lesson | None:
    """Return the lesson, None where there is nothing to choose from.

    The first of `others` are the best distractors. `order` is the order in which choices stand
    where they have one (amounts, times); else it is mixed, always in the same way. `about` tells
    two questions on one clause apart. `depends_on` names what else decides the key, such as the
    opening hours.
    """
    distinct: dict[str, str] = {answer.casefold(): answer}
    for one in others:
        distinct.setdefault(one.casefold(), one)
    wrong = tuple(distinct.values())[1:MOST_CHOICES]
    choices = (answer, *wrong)
    if len(choices) < FEWEST_CHOICES:
        return None
    lesson_id = "/".join(part for part in (clause.id, str(kind), about) if part)
    rank = {choice: place for place, choice in enumerate(order or ())}
    choices = tuple(
        sorted(
            choices,
            key=lambda choice: (rank.get(choice, len(rank)), _mixed(lesson_id, choice)),
        )
    )
    return Lesson(
        id=lesson_id,
        kind=kind,
        question=question,
        choices=choices,
        key=choices.index(answer),
        clause_id=clause.id,
        explanation=f"The policy says: “{clause.text.strip()}”",
        fingerprint=fingerprint(clause, about, depends_on),
    )


def fingerprint(clause: Clause, *more: str) -> str:
    """Return a digest of what a clause means, leaving out its wording and its place."""
    meaning = [f"{one.name}={getattr(clause, one.name)!r}" for one in fields(clause) if one.compare]
    text = "\n".join((type(clause).__name__, *meaning, *more))
    return sha256(text.encode()).hexdigest()[:16]


def _mixed(lesson_id: str, choice: str) -> str:
    return sha256(f"{lesson_id}\n{choice}".encode()).hexdigest()
