"""What is taught: questions whose keys the policy itself answers."""

from goodword.lesson.lesson import Lesson, LessonKind
from goodword.lesson.lessons import lessons

__all__ = ["Lesson", "LessonKind", "lessons"]
