"""A reading through every check, and what to mend next."""

from collections.abc import Iterable, Iterator, Sequence

from goodword.checks.catalogue import CATALOGUE, CHECKS
from goodword.checks.definition import Check
from goodword.checks.evidence import NO_EVIDENCE, Evidence
from goodword.document.reading import Reading
from goodword.errors import NeverOpenError, OutsideCalendarError, UnknownNameError
from goodword.problem import Problem, Severity

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.HINT: 3}


def check(
    reading: Reading,
    *,
    at: int,
    packs: Sequence[str] = (),
    evidence: Evidence | None = None,
) -> tuple[Problem, ...]:
    """Return the reading's own problems and those of every check, in document order.

    `at` is the instant of judgment (UTC seconds) for dates that may have passed. `packs` names
    law packs to check against; none are installed, so any name raises UnknownNameError.
    """
    if packs:
        raise UnknownNameError(
            f'There is no law pack "{packs[0]}" here.', hint="Check without one."
        )
    known = evidence or NO_EVIDENCE
    found = [*reading.problems]
    for one in CHECKS:
        found.extend(_findings(one, reading, at, known))
    return tuple(sorted(_once(found), key=_place))


def _findings(one: Check, reading: Reading, at: int, evidence: Evidence) -> Iterator[Problem]:
    if one.run is None:
        return
    try:
        yield from one.run(reading, at, evidence)
    except (NeverOpenError, OutsideCalendarError):
        # Hours that never open are a problem of their own (HR11); what lies beyond the calendar
        # falls due for nobody. Neither may hide the other findings.
        return


def _once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Leave out what was noticed twice at one place."""
    return tuple({(one.code, one.span, one.message): one for one in problems}.values())


def _place(problem: Problem) -> tuple[int, int, int]:
    # What concerns the whole text comes before its first line.
    start = problem.span.start if problem.span is not None else -1
    return start, _GRAVITY[problem.severity], _rank(problem.code)


def _rank(code: str) -> int:
    return list(CATALOGUE).index(code) if code in CATALOGUE else len(CATALOGUE)


def mend_next(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order in which to mend them: the gravest first.

    Only the first of each sentence comes before any second one.
    """
    order = sorted(
        problems, key=lambda one: (_GRAVITY[one.severity], _rank(one.code), *_place(one))
    )
    first: list[Problem] = []
    later: list[Problem] = []
    for problem in order:
        shares_sentence = any(_overlap(problem, other) for other in first)
        (later if shares_sentence else first).append(problem)
    return (*first, *later)


def _overlap(one: Problem, other: Problem) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end
