"""The policy beside the law packs it is checked against."""

from collections.abc import Iterator
from dataclasses import replace

from goodword.checks.evidence import Evidence
from goodword.checks.law_chosen import Chosen, NotKnown, chosen, speaks_of_packs
from goodword.checks.law_limits import against_limits
from goodword.checks.law_statements import against_statements
from goodword.document.echo_amounts import full_date
from goodword.document.reading import Reading
from goodword.problem import Problem, Severity


def against_packs(reading: Reading, at: int, evidence: Evidence) -> Iterator[Problem]:
    """Yield where the policy is looser than a chosen pack, or leaves out what it asks for.

    A pack that is not in force yet gives no errors, one that no longer is gives nothing. Says
    "checked against", and never that a policy complies.
    """
    if not evidence.packs and not speaks_of_packs(reading):
        return
    for one in chosen(reading, evidence.packs):
        if isinstance(one, NotKnown):
            yield Problem(
                code="LAW01",
                severity=Severity.ERROR,
                message=f'I know no law pack called "{one.name}", so nothing was checked against '
                f"it. {one.hint} `goodword packs` lists them all.",
                span=one.span,
            )
            continue
        yield from _against(one, reading, at)


def _against(one: Chosen, reading: Reading, at: int) -> Iterator[Problem]:
    pack = one.pack
    found = (*against_limits(reading, at, one), *against_statements(reading, one))
    if pack.holds(at):
        yield from found
        return
    until = pack.valid_until
    if until is not None and pack.has_ended(at):
        yield _out_of_force(one, f"held until {full_date(until)}, so I left it out")
        return
    yield _out_of_force(
        one,
        f"holds from {full_date(pack.valid_from)}. What it finds until then is worth knowing, and "
        "never an error",
    )
    for problem in found:
        grave = problem.severity is Severity.ERROR
        yield replace(problem, severity=Severity.WARNING) if grave else problem


def _out_of_force(one: Chosen, when: str) -> Problem:
    return Problem("LAW02", Severity.INFO, f'"{one.pack.name}" {when}.', one.span)
