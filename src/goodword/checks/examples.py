"""The document's own examples: whether they hold, and what none of them touches."""

import re
from collections.abc import Iterator
from datetime import date

from goodword.businesstime.openings import openings_for
from goodword.businesstime.zone import local
from goodword.checks.evidence import Evidence
from goodword.document.reading import Reading
from goodword.example.examples import run_examples
from goodword.example.illustrate import illustrate
from goodword.example.result import ExampleResult, ExampleState
from goodword.language.en.echo_phrases import MONTHS
from goodword.policy.authority import ApprovalRule, Authority
from goodword.policy.clause import Clause, Strength
from goodword.policy.duty import Escalation
from goodword.policy.policy import Policy
from goodword.policy.promise import Promise
from goodword.problem import Fix, Problem, Severity

# Each takes a ruling; nobody pastes more at a time.
MOST_WORKED = 8


def examples(reading: Reading, at: int, _evidence: Evidence) -> Iterator[Problem]:
    """Yield what running the document's examples shows, all from one run.

    That is: those that do not hold (EX01), those that cannot be run (EX02), and the clauses with
    a boundary that none of them touches (DOC05).
    """
    results = run_examples(reading)
    for result in results:
        if result.state is ExampleState.FAILED:
            yield _failing(result, reading)
        elif result.state is ExampleState.NOT_UNDERSTOOD:
            yield Problem("EX02", Severity.WARNING, result.message, result.span)
    touched = {clause_id for result in results for clause_id in result.clause_ids}
    untouched = [
        clause
        for clause in reading.policy.clauses
        if has_boundary(clause) and clause.id not in touched
    ]
    for number, clause in enumerate(untouched):
        worked = _worked(clause, reading.policy, at) if number < MOST_WORKED else None
        yield _untouched(clause, worked)


def _failing(result: ExampleResult, reading: Reading) -> Problem:
    return Problem(
        code="EX01",
        severity=Severity.ERROR,
        message=f"{result.message} Mend the example, or the rule that it shows.",
        span=result.span,
        fix=_as_ruled(result),
        related=tuple(
            clause.span
            for clause_id in result.clause_ids
            if (clause := reading.policy.clause(clause_id)) is not None
        ),
    )


def _as_ruled(result: ExampleResult) -> Fix | None:
    if not result.expected or not result.got:
        return None
    text, changed = re.subn(
        re.escape(result.expected), result.got, result.text, count=1, flags=re.IGNORECASE
    )
    if not changed:
        return None
    text = re.sub(r"([.?] )([a-z])", lambda match: match[1] + match[2].upper(), text)
    return Fix("Say what the policy says", f"Example: {text}", result.span)


def _worked(clause: Clause, policy: Policy, at: int) -> str | None:
    """Return a worked example of the clause at its boundary, ready to paste."""
    hours = policy.hours
    openings = openings_for(hours, at) if hours is not None and hours.ever_open else None
    worked = illustrate(clause, policy, openings, at=at)
    if worked is None:
        return None
    words = worked.words
    if worked.started_at is not None:
        words = _with_years(words, local(worked.started_at, hours.zone if hours else "UTC").date())
    return f"- Example: {words}"


def _with_years(words: str, start: date) -> str:
    """Return the words with the year behind each date, so that they hold in any year."""

    def year(match: re.Match[str]) -> str:
        month = MONTHS.index(match[1]) + 1
        return f"{match[0]} {start.year + (month < start.month)}"

    return re.sub(rf"\b\d{{1,2}} ({'|'.join(MONTHS)})\b(?! \d{{4}})", year, words)


def _untouched(clause: Clause, worked: str | None) -> Problem:
    return Problem(
        code="DOC05",
        severity=Severity.HINT,
        message="No example shows what this comes to. An example is run on every check, so a slip "
        "in a number is seen at once.",
        span=clause.span,
        fix=Fix("Add an example", worked) if worked is not None else None,
    )


def has_boundary(clause: Clause) -> bool:
    """Whether a clause has a number at which its answer changes."""
    if isinstance(clause, Authority):
        return clause.limit is not None
    if isinstance(clause, Escalation):
        return clause.after is not None and clause.strength is not Strength.MAY
    return isinstance(clause, Promise | ApprovalRule)
