"""Every question that a policy can answer about itself."""

from collections.abc import Iterator

from goodword.businesstime.openings import Openings
from goodword.errors import NeverOpenError, OutsideCalendarError
from goodword.lesson import authority, due_times, words
from goodword.lesson.lesson import Lesson
from goodword.policy.authority import Authority, Prohibition
from goodword.policy.clause import Clause
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.policy.situation import EmergencyWords, Phrase, Situation


def lessons(policy: Policy, openings: Openings | None, *, at: int) -> tuple[Lesson, ...]:
    """Return the learning items of a policy, in the order of its clauses.

    Keys come from `decide` and the clocks, never from the wording. `at` (UTC seconds) is the day
    after which questions on time begin; the same day gives the same questions. `openings` is None
    where the policy names no hours: nothing is then asked about time.
    """
    found: dict[str, Lesson] = {}
    for clause in policy.clauses:
        for lesson in _askable(clause, policy, openings, at):
            found.setdefault(lesson.id, lesson)
    return tuple(found.values())


def _askable(
    clause: Clause, policy: Policy, openings: Openings | None, at: int
) -> Iterator[Lesson]:
    try:
        for lesson in _about(clause, policy, openings, at):
            if lesson is not None:
                yield lesson
    except (NeverOpenError, OutsideCalendarError):
        # Nobody can be asked when something is due that never is; `check` says so.
        return


def _about(
    clause: Clause, policy: Policy, openings: Openings | None, at: int
) -> Iterator[Lesson | None]:
    match clause:
        case Authority():
            yield from authority.limits(clause, policy, at)
            yield from authority.permissions(clause, policy, at)
        case Prohibition():
            yield from authority.prohibitions(clause, policy, at)
        case Promise() if openings is not None:
            yield from due_times.due_times(clause, policy, openings, at)
        case Phrase():
            yield from words.phrases(clause, policy)
        case Situation():
            yield from words.situations(clause, policy)
        case EmergencyWords():
            yield from words.emergencies(clause, policy)
        case Escalation():
            yield from words.escalations(clause, policy)
        case _:
            return
