"""Pure: what a person's own attempts say about what to practise next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goodword.lesson.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Progress:
    """One's own practice: how many lessons there are, answered rightly last time, and to come."""

    lessons: int
    right: int
    practised: int
    last_at: int | None

    @property
    def left(self) -> int:
        """How many lessons were not yet answered rightly in their present form."""
        return self.lessons - self.right


def next_lesson(lessons: Sequence[Lesson], last: Mapping[str, tuple[bool, int]]) -> Lesson | None:
    """Return the lesson to practise now: never tried first, then wrong ones, then the oldest.

    `last` holds, by fingerprint, whether the last answer was right and when it was given.
    """

    def order(lesson: Lesson) -> tuple[int, int]:
        tried = last.get(lesson.fingerprint)
        if tried is None:
            return (0, 0)
        right, at = tried
        return (2 if right else 1, at)

    return min(lessons, key=order, default=None)


def last_answers(attempts: Iterable[tuple[str, bool, int]]) -> dict[str, tuple[bool, int]]:
    """Return the last answer for each fingerprint from (fingerprint, right, at), oldest first."""
    return {fingerprint: (right, at) for fingerprint, right, at in attempts}
