"""A reading through every check, and what to mend next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from goodword.checks.catalogue import CATALOGUE, CHECKS
from goodword.checks.declined import declined
from goodword.checks.definition import Check
from goodword.checks.evidence import NO_EVIDENCE, Evidence
from goodword.checks.presence_rules import RULES
from goodword.document.form_problem import problem_told
from goodword.document.reading import Reading
from goodword.errors import NeverOpenError, OutsideCalendarError
from goodword.language.pack import ENGLISH, pack
from goodword.law import named_pack
from goodword.problem import Problem, Severity

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.HINT: 3}
# Their sentences are data of the language packs.
_SAID_BY_PACKS = frozenset(rule.code for rule in RULES)
# These put an English sentence in place of the author's.
_SAMPLES = frozenset({"AUT-03", "RV01"})
_RANKS = {code: place for place, code in enumerate(CATALOGUE)}


def check(
    reading: Reading,
    *,
    at: int,
    packs: Sequence[str] = (),
    evidence: Evidence | None = None,
) -> tuple[Problem, ...]:
    """Return the reading's own problems and those of every check, in document order.

    `at` is the instant of judgment (UTC seconds) for dates that may have passed. `packs` names
    law packs to check against, beside those that the policy names itself; an unknown name raises
    UnknownNameError.
    """
    known = evidence or NO_EVIDENCE
    if packs:
        known = replace(known, packs=(*known.packs, *(named_pack(name).id for name in packs)))
    found = [*reading.problems]
    for one in CHECKS:
        found.extend(_findings(one, reading, at, known))
    not_for_us = declined(reading.text)
    if not_for_us:
        found = [
            one for one in found if one.severity is Severity.ERROR or one.code not in not_for_us
        ]
    if reading.policy.language != ENGLISH.code:
        own = frozenset(reading.problems)
        found = [one if one in own else in_own_language(one, reading) for one in found]
    return tuple(sorted(_once(found), key=_place))


def in_own_language(problem: Problem, reading: Reading) -> Problem:
    """Return the problem in the policy's language, as far as its pack has words for it.

    A sentence to paste that would be English is left out. What stands in place of the author's
    own sentence is said by the language pack, and stays.
    """
    fix = kept = problem.fix
    if fix is not None and problem.code not in _SAID_BY_PACKS:
        is_sample = fix.span is None or fix.span.start == fix.span.end
        kept = None if is_sample or problem.code in _SAMPLES else fix
    own = pack(reading.policy.language)
    return problem_told(replace(problem, fix=kept), reading.text, own, offered=fix)


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
    return _RANKS.get(code, len(_RANKS))


def mend_next(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order in which to mend them.

    Errors come before all else, since they keep a policy from being published. Within errors, and
    within the rest, the first of each sentence comes before any second one. O(n log n).
    """
    group = _groups(problems)
    order = sorted(
        range(len(problems)),
        key=lambda one: (
            _GRAVITY[problems[one].severity],
            _rank(problems[one].code),
            *_place(problems[one]),
        ),
    )
    errors = [one for one in order if problems[one].severity is Severity.ERROR]
    rest = order[len(errors) :]
    met: set[int] = set()
    told: list[Problem] = []
    for part in (errors, rest):
        first: list[int] = []
        later: list[int] = []
        for one in part:
            (later if group[one] in met else first).append(one)
            met.add(group[one])
        told += [problems[one] for one in (*first, *later)]
    return tuple(told)


def _groups(problems: Sequence[Problem]) -> dict[int, int]:
    """Return a number for each problem, the same for those whose places overlap."""
    placed = sorted(
        (span.start, span.end, number)
        for number, problem in enumerate(problems)
        if (span := problem.span) is not None
    )
    found = {number: -number - 1 for number in range(len(problems))}
    reach = current = 0
    for start, end, number in placed:
        if start >= reach:
            current += 1
        found[number] = current
        reach = max(reach, end)
    return found
