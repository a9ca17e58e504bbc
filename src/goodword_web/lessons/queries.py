"""A person's own practice. No query compares people. Instants are UTC seconds."""

from functools import lru_cache

from goodword.lesson.lesson import Lesson
from goodword.lesson.lessons import lessons as make_lessons
from goodword_web.lessons.models import Attempt
from goodword_web.lessons.rules import Progress, last_answers, next_lesson
from goodword_web.people.models import Person
from goodword_web.policies import queries as policies
from goodword_web.policies.models import Version

DAY = 86_400


@lru_cache(maxsize=8)
def _lessons(version_pk: int, _sha256: str, day: int) -> tuple[Lesson, ...]:
    """Return the lessons as of a day: their questions name dates, so they change by the day."""
    policy = policies.reading_of(Version.objects.get(pk=version_pk)).policy
    return make_lessons(policy, policies.openings(policy, day * DAY), at=day * DAY)


def lessons(at: int) -> tuple[Lesson, ...]:
    """Return the lessons of the version in force, their keys computed by the policy itself."""
    version = policies.current_version(at)
    return _lessons(version.pk, version.sha256, at // DAY)


def lesson(lesson_id: str, at: int) -> Lesson | None:
    """Return the lesson with this id, if the version in force still has it."""
    return next((one for one in lessons(at) if one.id == lesson_id), None)


def next_for(person: Person, at: int) -> Lesson | None:
    """Return the lesson that this person should practise now, None where there are none."""
    return next_lesson(lessons(at), _last_answers(person, at))


def progress_of(person: Person, at: int) -> Progress:
    """Return this person's own progress, for their own eyes."""
    last = _last_answers(person, at)
    current = [one.fingerprint for one in lessons(at)]
    tried = [last[mark] for mark in current if mark in last]
    newest = Attempt.objects.filter(person=person, at__lte=at).order_by("-at").first()
    return Progress(
        lessons=len(current),
        right=sum(right for right, _ in tried),
        practised=len(tried),
        last_at=None if newest is None else newest.at,
    )


def own_attempts(person: Person, *, limit: int = 50) -> tuple[Attempt, ...]:
    """Return this person's own latest attempts, newest first."""
    return tuple(Attempt.objects.filter(person=person).order_by("-at", "-id")[:limit])


def practised_since(since: int, at: int) -> int:
    """Return how many active team members practised at all since then: a count, no names."""
    return (
        Attempt.objects.filter(at__gte=since, at__lte=at, person__is_active=True)
        .values("person")
        .distinct()
        .count()
    )


def _last_answers(person: Person, at: int) -> dict[str, tuple[bool, int]]:
    rows = Attempt.objects.filter(person=person, at__lte=at).order_by("at", "id")
    return last_answers(rows.values_list("fingerprint", "right", "at"))
